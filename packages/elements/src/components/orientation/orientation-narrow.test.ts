import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { focused, get, shown, textOf, until } from '../../testing/tree.ts';
import './orientation.ts';
import type { SasOrientation } from './orientation.ts';
import {
  act,
  createOrientation,
  orientationScenes as scenes,
  type OrientationScene,
} from './testing/orientation-scenes.ts';

const wide = { width: 1280, height: 800 };

async function show(scene: OrientationScene, width: number): Promise<SasOrientation> {
  await setViewport({ width, height: 640 });
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = createOrientation(scene);
  parent.append(element);
  await element.updateComplete;
  await scene.act?.(element);
  await element.updateComplete;
  return element;
}

const destination = async (width: number) => {
  const element = await show(scenes.searching, width);
  await until(element, '.card [role=gridcell]');
  return element;
};

/** What Tab goes to, in its order: where each stands, and what it says. */
const stops = (element: SasOrientation) =>
  [...shown(element)]
    .filter((each) => each.matches('a, button, input, select, summary, [tabindex="0"]'))
    .filter((each) => !each.matches('[tabindex="-1"]'))
    .map((each) => ({ at: each.getBoundingClientRect(), text: textOf(each) || each.id }));

/** Stops that stand above the one before them. */
const backwards = (element: SasOrientation): string[] => {
  const all = stops(element);
  return all
    .filter(({ at }, index) => index > 0 && at.bottom <= all[index - 1]!.at.top)
    .map(({ text }) => text);
};

const ownDoctor = (element: SasOrientation) => get(element, '.own-doctor .fold');
const keyOf = (element: SasOrientation, action: string) =>
  get(element, `.own-doctor [data-action=${action}]`);

describe('<sas-orientation> on a small screen', () => {
  after(() => setViewport(wide));

  for (const width of [320, 360, 480, 640])
    it(`goes down the page with Tab, ${width} px wide, and never back up`, async () => {
      const opening = await show(scenes.opening, width);
      expect(backwards(opening)).to.deep.equal([]);
      expect(stops(opening)[0]?.text, 'the switch of the keys').to.equal('shortcuts');
      opening.remove();
      expect(backwards(await destination(width))).to.deep.equal([]);
    });

  for (const width of [320, 360, 480])
    it(`has its first slots within two screens, ${width} px wide`, async () => {
      const element = await destination(width);
      const top = get(element, '.card').getBoundingClientRect().top;
      expect(top - element.getBoundingClientRect().top).to.be.below(1200);
    });

  it('folds the own doctor to one line that says what came of the call', async () => {
    const element = await destination(320);
    expect(textOf(ownDoctor(element))).to.equal('Médecin traitant');
    expect(keyOf(element, 'refused').checkVisibility()).to.equal(false);
    ownDoctor(element).focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'f' });
    await element.updateComplete;
    expect(focused()).to.equal(keyOf(element, 'refused'));
    expect(textOf(ownDoctor(element))).to.equal('Médecin traitant Refusé');
    ownDoctor(element).click();
    await element.updateComplete;
    ownDoctor(element).focus();
    expect(keyOf(element, 'refused').checkVisibility()).to.equal(false);
  });

  it('folds nothing of a doctor who accepts', async () => {
    const element = await show(
      {
        act: async (opened) => {
          await scenes.opening.act?.(opened);
          await act(opened, 'accepted');
          await scenes.searching.act?.(opened);
        },
      },
      320,
    );
    await until(element, '.own-doctor .notice');
    expect(textOf(ownDoctor(element))).to.equal('Médecin traitant Accepté');
  });

  it('presses no key of what is folded', async () => {
    const element = await destination(320);
    get(element, '[data-action=back]').focus();
    await sendKeys({ press: 'f' });
    await element.updateComplete;
    expect(keyOf(element, 'refused').ariaPressed).to.equal('false');
  });

  it('stands the own doctor beside the slots where there is room, before them in the order of Tab', async () => {
    const element = await destination(1280);
    expect(ownDoctor(element).checkVisibility()).to.equal(false);
    const side = get(element, '.side').getBoundingClientRect();
    const search = get(element, 'sas-availability').getBoundingClientRect();
    expect(side.left).to.be.at.least(search.right);
    expect(side.top).to.be.below(search.top);
    const texts = stops(element).map(({ text }) => text);
    expect(texts.findIndex((text) => text.startsWith('Refusé'))).to.be.below(
      texts.indexOf('place'),
    );
  });
});
