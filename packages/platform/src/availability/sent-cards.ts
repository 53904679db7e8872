import { createHash } from 'node:crypto';
import type { components } from '../generated/platform.ts';
import { rankOf } from './rank.ts';
import type { FoundCard } from './search.ts';
import type { CardKey, Search } from './query.ts';

type Schemas = components['schemas'];
type ShownCard = Schemas['Card'] | Schemas['PublicCard'];

/** One event of a stream that its reader has not got yet. */
export type CardEvent = Extract<
  Schemas['AvailabilityEvent'] | Schemas['PublicAvailabilityEvent'],
  { event: 'card' | 'slot' }
>;

/** What was sent of a card: no more than is needed to tell a change. */
interface Sent {
  rank: string;
  /** Of all but its slots. */
  shell: string;
  /** State and number of further slots. */
  sum: string;
  slots: Map<string, string>;
  key: CardKey;
  /** Of the person's own doctor, which is found wherever it is. */
  preferred: boolean;
  /** When the first of its slots begins, ms since the epoch. */
  firstStart: number;
}

/** Tells two texts apart in 16 bytes. */
function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}

/** What a reader has of a search, and the events that bring it from there to what was found. */
export class SentCards {
  readonly #sent = new Map<string, Sent>();
  readonly #present: (card: FoundCard) => ShownCard;
  /** The last card of a full page; null where the page holds all. */
  #edge: Pick<Sent, 'rank' | 'key'> | null = null;

  constructor(present: (card: FoundCard) => ShownCard) {
    this.#present = present;
  }

  has(id: string): boolean {
    return this.#sent.has(id);
  }

  /** Cards that show a slot which has begun at an instant, ms since the epoch. */
  begunAt(now: number): string[] {
    return [...this.#sent].filter(([, { firstStart }]) => firstStart <= now).map(([id]) => id);
  }

  /** When the next slot begins, ms since the epoch; `Infinity` where there is none. */
  get nextStart(): number {
    return Math.min(Infinity, ...[...this.#sent.values()].map(({ firstStart }) => firstStart));
  }

  /** Cards with a free slot that were sent, other than the own doctor's. */
  get free(): number {
    return [...this.#sent.values()].filter(({ slots, preferred }) => slots.size > 0 && !preferred)
      .length;
  }

  get ids(): string[] {
    return [...this.#sent.keys()];
  }

  /** The last card of a full page; null where the page holds all. */
  get last(): CardKey | null {
    return this.#edge?.key ?? null;
  }

  /** Whether a card of this rank may belong into the page. */
  mayHold(rank: string): boolean {
    return this.#edge === null || rank <= this.#edge.rank;
  }

  /** The whole page is read: what belongs into it is not known until it was sent. */
  expectWhole(): void {
    this.#edge = null;
  }

  /** The whole page was read: `limit` cards and one more where there are more. */
  *replace(found: readonly FoundCard[], search: Search): Generator<CardEvent> {
    const page = found.slice(0, search.limit);
    const ids = new Set(page.map(({ key }) => key.id));
    for (const id of [...this.#sent.keys()]) if (!ids.has(id)) yield this.#drop(id);
    for (const card of page) yield* this.#put(card, rankOf(card.key, search.order));
    const last = page.at(-1);
    const isFull = found.length > search.limit && last !== undefined;
    this.#edge = isFull ? { key: last.key, rank: rankOf(last.key, search.order) } : null;
  }

  /**
   * Some agendas were read again, `asked`; those that are not among the `found` are gone.
   *
   * @returns false where a card that nobody has read belongs into the page now: `replace` it.
   */
  *update(
    found: readonly FoundCard[],
    asked: Iterable<string>,
    search: Search,
  ): Generator<CardEvent, boolean> {
    const wasFull = this.#edge !== null;
    const inside = new Map<string, [FoundCard, string]>();
    for (const card of found) {
      const rank = rankOf(card.key, search.order);
      if (this.mayHold(rank)) inside.set(card.key.id, [card, rank]);
    }
    for (const id of asked) if (!inside.has(id) && this.has(id)) yield this.#drop(id);
    for (const [card, rank] of inside.values()) yield* this.#put(card, rank);
    if (this.#sent.size > search.limit) {
      const order = [...this.#sent].sort(([, a], [, b]) => (a.rank < b.rank ? -1 : 1));
      for (const [id] of order.slice(search.limit)) yield this.#drop(id);
      this.#edge = order[search.limit - 1]![1];
    }
    return !wasFull || this.#sent.size >= search.limit;
  }

  #drop(id: string): CardEvent {
    this.#sent.delete(id);
    return { event: 'card', data: { id, rank: null, card: null } };
  }

  *#put(found: FoundCard, rank: string): Generator<CardEvent> {
    const card = this.#present(found);
    const { slots, state, moreSlots, ...rest } = card;
    const now: Sent = {
      rank,
      key: found.key,
      shell: digest(rest),
      sum: `${state} ${moreSlots}`,
      slots: new Map(slots.map((slot) => [slot.id, digest(slot)])),
      preferred: found.preferred,
      firstStart: Math.min(Infinity, ...found.slots.map(({ startsAt }) => startsAt.getTime())),
    };
    const before = this.#sent.get(card.id);
    this.#sent.set(card.id, now);
    if (before?.shell !== now.shell) {
      yield { event: 'card', data: { id: card.id, rank, card } };
      return;
    }
    const changed = slots.filter(({ id }) => before.slots.get(id) !== now.slots.get(id));
    const removed = [...before.slots.keys()].filter((id) => !now.slots.has(id));
    const same = before.rank === rank && before.sum === now.sum;
    if (same && changed.length === 0 && removed.length === 0) return;
    const data = { card: card.id, rank, state, moreSlots, slots: changed, removed };
    yield { event: 'slot', data };
  }
}
