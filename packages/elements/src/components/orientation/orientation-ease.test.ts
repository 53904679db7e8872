import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { find, focused, get, textOf, until, untilText, when } from '../../testing/tree.ts';
import './orientation.ts';
import type { SasOrientation } from './orientation.ts';
import { orientation, waiting } from './testing/fake-orientations.ts';
import {
  act,
  createOrientation,
  deskOf,
  keepSlot,
  orientationScenes as scenes,
  searching,
  takeWaiting,
  type OrientationScene,
} from './testing/orientation-scenes.ts';

async function show(scene: OrientationScene): Promise<SasOrientation> {
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = createOrientation(scene);
  parent.append(element);
  await element.updateComplete;
  await scene.act?.(element);
  return element;
}

/** What was decided at 14 h 02 of 23 November, within these hours. */
const within = (withinHours: number) => () => ({
  ...searching(),
  waiting: [orientation({ ...waiting, withinHours })],
});
const press = (name: string) =>
  focused()!.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }),
  );

describe('<sas-orientation> leaves nobody at a loss', () => {
  it('keeps no slot that comes too late for the doctor, and says until when', async () => {
    const element = await show({ script: within(6), act: takeWaiting });
    (await until(element, '[data-cell="m-24-0920"]')).click();
    await untilText(element, 'Le médecin a dit dans les 6 h : avant 20 h 02.');
    expect(deskOf(element).search.calls('hold')).to.be.empty;
    await when(() => focused()?.matches('.refusal') ?? false, 'the focus on the reason');
  });

  it('offers no time beside the slots that comes too late for the doctor', async () => {
    const script = scenes['beside the slots'].script();
    const element = await show({
      script: () => ({ ...script, waiting: within(6)().waiting }),
      act: async (shown) => {
        await takeWaiting(shown);
        await act(shown, 'overbooking');
        (await until(shown, '.candidates .waiting')).click();
        await act(shown, 'accepted');
      },
    });
    const days = await until<HTMLSelectElement>(element, '#beside-date');
    expect([...days.options].map(({ value }) => value)).to.deep.equal(['', '2026-11-23']);
    days.value = '2026-11-23';
    days.dispatchEvent(new Event('change'));
    await element.updateComplete;
    const times = [...get<HTMLSelectElement>(element, '#beside-time').options];
    expect(times.at(-1)?.value).to.equal('2026-11-23T20:00:00+01:00');
  });

  it('gives the patient back to the doctor from a recap that needs one', async () => {
    const element = await show(scenes.refused);
    const told = oneEvent(element, 'sas-orientation-given-back');
    press('r');
    await told;
    await untilText(element, 'À rendre au médecin régulateur');
    expect(deskOf(element).search.calls('release').length).to.equal(1);
  });

  it('keeps the focus when it searches no further', async () => {
    const element = await show({ act: takeWaiting });
    for (const km of [30, 60, 120]) {
      const button = await until(element, '[data-action=enlarge]');
      button.focus();
      button.click();
      await untilText(element, `Recherche jusqu’à ${km}`);
    }
    expect(find(element, '[data-action=enlarge]')).to.equal(null);
    await when(() => focused()?.matches('.step') ?? false, 'the focus on the heading');
  });

  it('offers to take it back directly below its title', async () => {
    const element = await show({ act: keepSlot });
    await act(element, 'confirm');
    const undo = await until(element, '[data-action=undo]');
    const title = get(element, '.step');
    expect(undo.parentElement!.previousElementSibling).to.equal(title);
    await when(() => focused() === title, 'the focus on the title');
    expect(undo.getBoundingClientRect().bottom).to.be.below(innerHeight);
    expect(title.getBoundingClientRect().top).to.be.least(0);
  });

  it('keeps what was said of who decided when that key is pressed again', async () => {
    const element = await show(scenes['in the dispatch program']);
    const time = get<HTMLInputElement>(element, '#decided-at');
    time.value = '14:05';
    time.dispatchEvent(new Event('input'));
    await act(element, 'dispatch-case');
    expect(get<HTMLInputElement>(element, '#decided-at').value).to.equal('14:05');
    for (const action of ['dispatch-case', 'regulator', 'consultation']) {
      expect(find(element, `[data-action="${action}"][aria-pressed=true]`), action).not.to.equal(
        null,
      );
    }
  });

  it('goes to the time that is missing, which says what it lacks', async () => {
    const element = await show(scenes['in the dispatch program']);
    await act(element, 'next');
    await when(() => focused()?.id === 'decided-at', 'the focus on the time');
    const described = focused()!.getAttribute('aria-describedby') ?? '';
    const told = described.split(' ').map((id) => textOf(get(element, `#${id}`)));
    expect(told.join(' ')).to.include('Écrivez l’heure de la décision.');
    expect(focused()!.getAttribute('aria-invalid')).to.equal('true');
  });

  it('takes letters for keys in a time, but those that a clock reads', async () => {
    const element = await show(scenes['in the dispatch program']);
    get(element, '#decided-at').focus();
    press('p');
    press('a');
    expect(find(element, '[data-action="dispatch-case"][aria-pressed=true]')).not.to.equal(null);
    press('v');
    await until(element, '[data-action="home-visit"][aria-pressed=true]');
  });
});
