import type { LiveCard } from '@sas-kit/client/watch';
import { isFolded, newSlots } from './folded.ts';

/** The cards that are shown, in the order in which they stand. */
export interface Shown {
  /** With slots; before them the person's own doctor, with or without. */
  readonly free: readonly LiveCard[];
  /** Without: their telephone only. */
  readonly others: readonly LiveCard[];
}

/** What must stay where it is. */
export interface Reading {
  /** Ids of the cards up to the last one that is seen, focused or under the pointer. */
  readonly pinned: ReadonlySet<string>;
  /** Whether a card may come after the last of these lists: nothing that is seen stands below. */
  readonly open: Readonly<Record<keyof Shown, boolean>>;
  /** Ids of the cards that show all their times. */
  readonly expanded: ReadonlySet<string>;
  /** Further slots were asked for: cards may grow where they stand. */
  readonly growing: boolean;
}

/** What is shown now, and what waits until the reader asks for it. */
export interface Settled {
  readonly shown: Shown;
  /** Ids of cards that are held back, or of which slots are. */
  readonly held: readonly string[];
}

/** Nothing is read: before the first answer, and when the reader asks for everything. */
export const nothingRead: Reading = {
  pinned: new Set(),
  open: { free: true, others: true },
  expanded: new Set(),
  growing: false,
};

const standsFirst = ({ state, preferred }: LiveCard): boolean => state === 'free' || preferred;
const hasSlots = ({ slots }: LiveCard): boolean => slots.length > 0;

/**
 * The card as it may be shown without moving what is read: its facts and its words are the latest, a slot
 * that is gone stays with nothing remaining, a new one waits unless it only lengthens what is folded.
 */
function steady(card: LiveCard, latest: LiveCard | undefined, reading: Reading): LiveCard {
  if (card === latest) return card;
  const offered = new Map(latest?.slots.map((slot) => [slot.id, slot]));
  const kept = card.slots.map((slot) => offered.get(slot.id) ?? { ...slot, remaining: 0 });
  const news = hasSlots(card) ? newSlots(card, latest) : [];
  const coming = news.filter((slot) => reading.growing || isFolded(card, slot, reading.expanded));
  const known = coming.length > 0 && latest ? latest : card;
  // Other words of the same size, but no grid where there was none.
  const state = hasSlots(card) || !latest || hasSlots(latest) ? card.state : latest.state;
  const { moreSlots } = known;
  return { ...(latest ?? card), state, moreSlots, slots: [...kept, ...coming] };
}

/**
 * Lets cards settle without moving what is read: pinned cards keep their place and size, cards that rank
 * behind the last of them come in their place, cards that rank before it are held back.
 *
 * @param cards - the latest, in the order of the search
 */
export function settle(shown: Shown, cards: readonly LiveCard[], reading: Reading): Settled {
  const { pinned, open } = reading;
  const latest = new Map(cards.map((card) => [card.id, card]));
  const place = new Map(cards.map(({ id }, index) => [id, index]));
  const loose = cards.filter(({ id }) => !pinned.has(id));

  const section = (name: keyof Shown): LiveCard[] => {
    const kept = shown[name].filter(({ id }) => pinned.has(id));
    const known = new Set(shown[name].map(({ id }) => id));
    const last = Math.max(-1, ...kept.map(({ id }) => place.get(id) ?? -1));
    const coming = loose.filter((card) => {
      if (standsFirst(card) !== (name === 'free')) return false;
      return known.has(card.id) || (open[name] && (place.get(card.id) ?? 0) > last);
    });
    return [...kept.map((card) => steady(card, latest.get(card.id), reading)), ...coming];
  };

  const next: Shown = { free: section('free'), others: section('others') };
  const here = new Map([...next.free, ...next.others].map((card) => [card.id, card]));
  const held = cards.filter((card) => {
    const known = here.get(card.id);
    return known ? newSlots(known, card).length > 0 : standsFirst(card);
  });
  return { shown: next, held: held.map(({ id }) => id) };
}
