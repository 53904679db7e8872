import type { LiveCard } from '@sas-kit/client/watch';

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
}

/** What is shown now, and what waits until the reader asks for it. */
export interface Settled {
  readonly shown: Shown;
  /** Ids of cards that are held back, or of which slots are. */
  readonly held: readonly string[];
}

/** Nothing is read: before the first answer, and when the reader asks for everything. */
export const nothingRead: Reading = { pinned: new Set(), open: { free: true, others: true } };

const standsFirst = ({ state, preferred }: LiveCard): boolean => state === 'free' || preferred;

/**
 * The card as it may be shown without changing its size: its facts are the latest, a slot that is gone
 * stays with nothing remaining, a new one waits.
 */
function steady(card: LiveCard, latest: LiveCard | undefined): LiveCard {
  if (card === latest) return card;
  const offered = new Map(latest?.slots.map((slot) => [slot.id, slot]));
  const slots = card.slots.map((slot) => offered.get(slot.id) ?? { ...slot, remaining: 0 });
  const { state, moreSlots } = card;
  return { ...(latest ?? card), state, moreSlots, slots };
}

/** Whether something of the latest card waits. */
function gains(card: LiveCard, latest: LiveCard | undefined): boolean {
  const known = new Set(card.slots.map(({ id }) => id));
  return latest?.slots.some(({ id }) => !known.has(id)) ?? false;
}

/**
 * Lets cards settle without moving what is read: pinned cards keep their place and size, cards that rank
 * behind the last of them come in their place, cards that rank before it are held back.
 *
 * @param cards - the latest, in the order of the search
 */
export function settle(
  shown: Shown,
  cards: readonly LiveCard[],
  { pinned, open }: Reading,
): Settled {
  const latest = new Map(cards.map((card) => [card.id, card]));
  const place = new Map(cards.map(({ id }, index) => [id, index]));
  const loose = cards.filter(({ id }) => !pinned.has(id));

  const section = (name: keyof Shown): LiveCard[] => {
    const kept = shown[name].filter(({ id }) => pinned.has(id));
    const known = new Set(shown[name].map(({ id }) => id));
    const last = Math.max(-1, ...kept.map(({ id }) => place.get(id) ?? -1));
    const coming = loose.filter((card, index) => {
      if (standsFirst(card) !== (name === 'free')) return false;
      return known.has(card.id) || (open[name] && (place.get(card.id) ?? index) > last);
    });
    return [...kept.map((card) => steady(card, latest.get(card.id))), ...coming];
  };

  const next: Shown = { free: section('free'), others: section('others') };
  const here = new Map([...next.free, ...next.others].map((card) => [card.id, card]));
  const held = cards.filter((card) => {
    const known = here.get(card.id);
    return known ? gains(known, card) : standsFirst(card);
  });
  return { shown: next, held: held.map(({ id }) => id) };
}
