import type { SasClient } from '@sas-kit/client';
import type { Outcome } from './national.ts';
import type { SearchPlace } from './world.ts';

const CARDS = 5;
/** A search that is not settled by then will never be, ms. */
const LATEST_MS = 30_000;

/** A card with slots that came. */
export interface CardTime {
  /** Vendors whose slots it shows. */
  readonly editors: readonly string[];
  /** Since the search was asked, ms. */
  readonly ms: number;
}

/** A search by the stream, and when each of its cards first had slots. */
export interface StreamOutcome extends Outcome {
  readonly cardTimes: readonly CardTime[];
}

/**
 * Searches a commune by the platform's stream, until nothing more is awaited.
 *
 * @throws {Error} where it is not settled within 30 s.
 */
export async function searchByStream(
  client: SasClient,
  { insee }: SearchPlace,
): Promise<StreamOutcome> {
  const started = performance.now();
  const leaving = new AbortController();
  const late = setTimeout(() => leaving.abort(), LATEST_MS);
  const query = { insee, specialty: 'SM54', limit: CARDS };
  const withSlots = new Set<string>();
  const asking = new Set<string>();
  const cardTimes: CardTime[] = [];
  let firstMs: number | null = null;
  try {
    const { signal } = leaving;
    for await (const { event, data } of client.availability.stream(query, { signal })) {
      const ms = performance.now() - started;
      if (event === 'card') {
        if (data.card?.state !== 'free') {
          withSlots.delete(data.id);
        } else if (!withSlots.has(data.id)) {
          withSlots.add(data.id);
          const editors = data.card.slots.map((slot) =>
            'source' in slot ? (slot.source.editor ?? '') : '',
          );
          cardTimes.push({ editors: [...new Set(editors)], ms });
          if (withSlots.size >= CARDS) firstMs ??= ms;
        }
      } else if (event === 'source') {
        if (data.state === 'asking') asking.add(data.editor);
        else asking.delete(data.editor);
      } else if (event === 'done' && asking.size === 0) {
        return { firstMs, settledMs: ms, cards: withSlots.size, cardTimes };
      }
    }
    throw new Error(`the stream for ${insee} ended before it was settled`);
  } finally {
    clearTimeout(late);
    leaving.abort();
  }
}
