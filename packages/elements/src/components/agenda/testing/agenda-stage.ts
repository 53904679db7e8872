import { fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { FakeClock } from '../../../testing/fake-clock.ts';
import { focused, get, textOf, when } from '../../../testing/tree.ts';
import type { SasAgenda } from '../agenda.ts';
import { agendaScenes, createAgenda, type AgendaScene } from './agenda-scenes.ts';
import type { FakeAgenda } from './fake-agenda.ts';

/** Puts the element on the page in French and plays its scene. */
export async function show(scene: AgendaScene): Promise<SasAgenda> {
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = createAgenda(scene);
  parent.append(element);
  await element.updateComplete;
  await scene.act?.(element);
  await element.updateComplete;
  return element;
}

/** Before each test a wide page and the clock of the fixtures. */
export function onDesk(): FakeClock {
  const clock = new FakeClock();
  beforeEach(async () => {
    clock.install();
    await setViewport({ width: 1280, height: 900 });
  });
  afterEach(() => clock.restore());
  return clock;
}

export const week = (): Promise<SasAgenda> => show(agendaScenes.week);
export const asked = (element: SasAgenda): FakeAgenda => element.client as FakeAgenda;

/** What was said last. */
export const spoken = (element: SasAgenda): string => textOf(get(element, '[role=status]'));

/** Ids of the slots shown, in order. */
export const ids = (element: SasAgenda): (string | undefined)[] =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])].map(
    (button) => button.dataset['cell'],
  );

export const focusOn = (selector: string): Promise<void> =>
  when(() => focused()?.matches(selector) ?? false, `focus on ${selector}`);

export const panelText = (element: SasAgenda): string => textOf(get(element, '.panel'));

/** What is wrong with a field. */
export const faultOf = (element: SasAgenda, field: string): string =>
  textOf(get(element, `#${field}-fault`));
