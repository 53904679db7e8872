import { findPage, type FoundPage } from './found-page.ts';
import type { SearchCall } from './found-cards.ts';
import type { SortKey } from './pages.ts';
import type { ShownCard } from './shown-card.ts';
import type { OpenStream } from './world.ts';

const HEARTBEAT_MS = 15_000;
/** Where a reader that knows no better opens the next stream after this one, ms. */
const RETRY_MS = 2_000;

/** What was sent of a card. */
interface Sent {
  readonly rank: string;
  /** All but its slots. */
  readonly shell: string;
  readonly sum: string;
  readonly slots: ReadonlyMap<string, string>;
}

/** The place of a card in the order as one text: sorted, these are the order. */
function rankOf(key: SortKey): string {
  return key
    .map((part) => (typeof part === 'number' ? part.toString(36).padStart(11, '0') : part))
    .join('.');
}

function sentOf({ slots, state, moreSlots, ...rest }: ShownCard, rank: string): Sent {
  return {
    rank,
    shell: JSON.stringify(rest),
    sum: `${state} ${moreSlots}`,
    slots: new Map(slots.map((slot) => [slot.id, JSON.stringify(slot)])),
  };
}

/** What a reader has of a page, and the events that bring it to what was found. */
class SentPage {
  readonly #sent = new Map<string, Sent>();
  #frame = '';

  *bring({ cards, frame }: FoundPage): Generator<[event: string, data: unknown]> {
    const ids = new Set(cards.map(({ card }) => card.id));
    for (const id of [...this.#sent.keys()]) {
      if (ids.has(id)) continue;
      this.#sent.delete(id);
      yield ['card', { id, rank: null, card: null }];
    }
    for (const { card, key } of cards) yield* this.#put(card, rankOf(key));
    const { asOf: _asOf, from: _from, to: _to, ...lasting } = frame;
    if (this.#frame === JSON.stringify(lasting)) return;
    this.#frame = JSON.stringify(lasting);
    yield ['done', frame];
  }

  *#put(card: ShownCard, rank: string): Generator<[event: string, data: unknown]> {
    const { id, slots, state, moreSlots } = card;
    const now = sentOf(card, rank);
    const before = this.#sent.get(id);
    this.#sent.set(id, now);
    if (before?.shell !== now.shell) {
      yield ['card', { id, rank, card }];
      return;
    }
    const changed = slots.filter((slot) => before.slots.get(slot.id) !== now.slots.get(slot.id));
    const removed = [...before.slots.keys()].filter((slot) => !now.slots.has(slot));
    const same = before.rank === rank && before.sum === now.sum;
    if (same && changed.length === 0 && removed.length === 0) return;
    yield ['slot', { card: id, rank, state, moreSlots, slots: changed, removed }];
  }
}

/**
 * The page of a search as server-sent events, then every change of it, until its reader goes.
 *
 * @throws {Refusal} with the parameter at fault.
 */
export function openStream(call: SearchCall): ReadableStream<Uint8Array> {
  const { streams } = call.world;
  const page = new SentPage();
  const encoder = new TextEncoder();
  const first = findPage(call);
  const query = { ...call.query, seed: first.frame.seed };
  let timer: ReturnType<typeof setInterval> | undefined;
  let stream: OpenStream | undefined;
  const leave = () => {
    clearInterval(timer);
    if (stream) streams.delete(stream);
  };
  return new ReadableStream({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const send = (found: FoundPage) => {
        for (const [event, data] of page.bring(found)) {
          write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
        }
      };
      stream = {
        changed: () => send(findPage({ ...call, query })),
        end() {
          leave();
          controller.close();
        },
      };
      streams.add(stream);
      timer = setInterval(() => {
        write(':\n\n');
        stream?.changed();
      }, HEARTBEAT_MS);
      // In Node, nobody waits for a sign of life.
      (timer as { unref?: () => void }).unref?.();
      write(`retry: ${RETRY_MS}\n\n`);
      send(first);
    },
    cancel: leave,
  });
}
