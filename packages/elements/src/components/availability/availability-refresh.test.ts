import { expect } from '@open-wc/testing';
import type { PublicCard } from '@sas-kit/client';
import { sendKeys } from '@web/test-runner-commands';
import * as fixtures from '../../testing/fixtures.ts';
import { availabilityScenes as scenes } from '../../testing/scenes.ts';
import { stage } from '../../testing/stage.ts';
import { expectSteady } from '../../testing/steady.ts';
import { find, focused, get, until, when } from '../../testing/tree.ts';
import './availability.ts';
import type { SasAvailability } from './availability.ts';

const cell = (id: string) => `[data-cell="${id}"]`;
const at = () => (focused() as HTMLElement | undefined)?.dataset['cell'];

/** The card without some of its slots. */
const without = (card: PublicCard, ...ids: string[]): PublicCard => ({
  ...card,
  slots: card.slots.filter(({ id }) => !ids.includes(id)),
});

/** An element whose platform answers with these cards, then with what `answer` is told. */
async function opened(...cards: PublicCard[]) {
  let items = cards;
  const search = async () => fixtures.answer(items);
  const element = await stage<SasAvailability>('sas-availability', {
    ...scenes.results,
    script: { search },
  });
  const answer = async (...next: PublicCard[]) => {
    items = next;
    await element.refresh();
    await element.updateComplete;
  };
  return { element, answer };
}

describe('<sas-availability>, asked again', () => {
  const { ormelune, vasquerel } = fixtures;

  it('keeps the focus on its slot when earlier ones were taken', async () => {
    const { element, answer } = await opened(ormelune);
    get(element, cell('m-24-0920')).focus();
    await answer(without(ormelune, 'm-24-0830', 'm-24-0845'));
    expect(find(element, cell('m-24-0830'))).to.equal(null);
    expect(at()).to.equal('m-24-0920');
    expect(get(element, cell('m-24-0920')).tabIndex).to.equal(0);
    await sendKeys({ press: 'ArrowDown' });
    expect(at()).to.equal('m-24-0935');
  });

  it('keeps the focus on its slot when the card above has none left', async () => {
    const { element, answer } = await opened(ormelune, vasquerel);
    get(element, cell('n-24-1810')).focus();
    await answer({ ...ormelune, state: 'none-free', slots: [] }, vasquerel);
    expect(at()).to.equal('n-24-1810');
  });

  it('leaves the focus to the slot in the place of one that was taken, and says which', async () => {
    const { element, answer } = await opened(ormelune);
    get(element, cell('m-24-0845')).focus();
    let came = 0;
    element.shadowRoot?.addEventListener('focusin', () => (came += 1));
    await answer(without(ormelune, 'm-24-0845'));
    expect(at()).to.equal('m-24-0920');
    expect(came, 'focus comes to it, so that it is read out').to.equal(1);
  });

  it('touches the cell of a slot that changed, and no other', async () => {
    const { element, answer } = await opened(ormelune);
    const touched = new Set<string | undefined>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const near = target instanceof Element ? target : target.parentElement;
        const slot = near?.closest<HTMLElement>('[data-cell]');
        if (slot) touched.add(slot.dataset['cell']);
      }
    });
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    observer.observe(element.shadowRoot ?? element, all);
    const slots = ormelune.slots.map((slot) =>
      slot.id === 'm-24-0920' ? { ...slot, modalities: ['VR' as const] } : { ...slot },
    );
    await answer({ ...ormelune, slots });
    await when(() => touched.size > 0, 'a mutation');
    expect(get(element, cell('m-24-0920')).textContent).to.include('En vidéo');
    expect([...touched]).to.deep.equal(['m-24-0920']);
    observer.disconnect();
  });

  it('moves nothing when slots come in the place of bars', async () => {
    let come = () => {};
    const search = () =>
      new Promise<typeof fixtures.results>((resolve) => {
        come = () => resolve(fixtures.results);
      });
    const element = await stage<SasAvailability>('sas-availability', {
      ...scenes.loading,
      script: { search },
    });
    await expectSteady(element, () => {
      come();
      return until(element, '[data-cell]');
    });
  });
});
