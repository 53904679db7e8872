import { expect, fixture, html } from '@open-wc/testing';
import { find, focused, get, shown, textOf, until, when } from '../../testing/tree.ts';
import './orientation.ts';
import type { SasOrientation } from './orientation.ts';
import {
  act,
  createOrientation,
  orientationScenes as scenes,
  type OrientationScene,
} from './testing/orientation-scenes.ts';

async function show(scene: OrientationScene): Promise<SasOrientation> {
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = createOrientation(scene);
  parent.append(element);
  await element.updateComplete;
  await scene.act?.(element);
  await element.updateComplete;
  return element;
}

/** What is read with what has the focus. */
function readWithFocus(element: SasOrientation): string {
  const id = focused()?.getAttribute('aria-describedby');
  return id ? textOf(get(element, `#${id}`)) : '';
}

const focusOn = (title: string) =>
  when(
    () => focused()?.textContent?.trim().replace(/\s/g, ' ') === title,
    `the focus on « ${title} »`,
  );

describe('<sas-orientation>, heard', () => {
  it('reads what is about to be recorded with the heading that takes the focus', async () => {
    const element = await show(scenes.recap);
    await focusOn('Vérifiez, puis notez');
    expect(readWithFocus(element)).to.equal(textOf(get(element, '.recap')));
    expect(readWithFocus(element)).to.match(/^Consultation, /);
  });

  it('reads that an appointment is taken back', async () => {
    const element = await show(scenes.told);
    await act(element, 'undo');
    await focusOn('Où va le patient ?');
    expect(readWithFocus(element)).to.equal('C’est repris : rien n’est noté, rien n’est réservé.');
  });

  it('shows and reads that advice is taken back, and no more once something is said', async () => {
    const { script, attributes } = scenes['of a doctor'];
    const element = await show({ script, attributes });
    await until(element, '[data-action=own]');
    await act(element, 'own', 'advice', 'next', 'confirm', 'undo');
    await focusOn('Qu’a décidé le médecin ?');
    expect(readWithFocus(element)).to.match(/^C’est repris/);
    await act(element, 'phone-prescription');
    expect(find(element, '#withdrawn')).to.equal(null);
  });

  it('has a heading for each day below the heading of whose day it is', async () => {
    const element = await show(scenes.searching);
    await until(element, '.card [role=gridcell]');
    const levels = [...shown(element)]
      .filter((each) => each.matches('h2, h3, h4, h5, h6'))
      .map((each) => Number(each.localName[1]));
    for (const [index, level] of levels.entries())
      expect(level, `heading ${index}`).to.be.at.most((levels[index - 1] ?? level) + 1);
    const levelOf = (selector: string) => get(element, selector).localName;
    expect([levelOf('.card .subtitle'), levelOf('.day-head :is(h5, h6)')]).to.deep.equal([
      'h5',
      'h6',
    ]);
  });

  it('reads the reference letter by letter', async () => {
    const element = await show(scenes.told);
    const reference = get(element, '.reference');
    expect(reference.ariaHidden).to.equal('true');
    expect(textOf(reference.parentElement!)).to.equal('4K7P 4 K 7 P');
  });
});
