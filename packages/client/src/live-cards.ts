import type { AvailabilityEvent } from './availability-stream.ts';
import type {
  AvailabilityFrame,
  Card,
  PublicCard,
  PublicSlot,
  Slot,
  SourceChange,
} from './types.ts';

/** A card of a list that is kept up to date. */
export type LiveCard = Card | PublicCard;

/** What the events of a stream make. Each change is another object; what did not change is the same. */
export interface LiveCards {
  /** In order. */
  readonly cards: readonly LiveCard[];
  /** `rank` of each card, by its id. */
  readonly ranks: ReadonlyMap<string, string>;
  /** Connected vendors and their part, by id; none while the list may not follow. */
  readonly sources: readonly SourceChange[];
  /** What an answer says besides its cards; null before everything was told once. */
  readonly frame: AvailabilityFrame | null;
}

/** Before the first event. */
export const noCards: LiveCards = { cards: [], ranks: new Map(), sources: [], frame: null };

type AnySlot = Slot | PublicSlot;

/** What each event adds. Slots of a card that is not known are left alone. */
export function withEvent(known: LiveCards, { event, data }: AvailabilityEvent): LiveCards {
  switch (event) {
    case 'card': {
      const others = known.cards.filter(({ id }) => id !== data.id);
      const cards = data.card ? [...others, data.card] : others;
      return placed(known, cards, data.id, data.rank);
    }
    case 'slot': {
      const { card: cardId, rank, state, moreSlots, slots, removed } = data;
      const before = known.cards.find(({ id }) => id === cardId);
      if (!before) return known;
      const gone = new Set([...removed, ...slots.map(({ id }) => id)]);
      const kept = (before.slots as readonly AnySlot[]).filter(({ id }) => !gone.has(id));
      const all = [...kept, ...slots].sort(byStart);
      const card = { ...before, state, moreSlots, slots: all };
      const cards = known.cards.map((each) => (each === before ? card : each));
      return placed(known, cards, cardId, rank);
    }
    case 'source': {
      const others = known.sources.filter(({ editor }) => editor !== data.editor);
      const sources = [...others, data].sort((a, b) => (a.editor < b.editor ? -1 : 1));
      return { ...known, sources };
    }
    case 'done':
      return { ...known, frame: data };
    default: // of a platform newer than this client
      return known;
  }
}

function placed(
  known: LiveCards,
  cards: readonly LiveCard[],
  id: string,
  rank: string | null,
): LiveCards {
  const ranks = new Map(known.ranks);
  if (rank === null) ranks.delete(id);
  else ranks.set(id, rank);
  const rankOf = (card: LiveCard) => ranks.get(card.id) ?? '';
  return { ...known, ranks, cards: [...cards].sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1)) };
}

/** Starts may have different offsets where the clock changes. */
function byStart(a: AnySlot, b: AnySlot): number {
  return Date.parse(a.start) - Date.parse(b.start);
}
