/**
 * Lists that keep themselves up to date.
 *
 * @module
 */
import type { AvailabilityQuery } from './availability.ts';
import type { LiveAvailabilityResource } from './availability-stream.ts';
import { isAborted, isSasError, type SasError } from './errors.ts';
import { noCards, withEvent, type LiveCard, type LiveCards } from './live-cards.ts';
import type { StreamOptions, StreamState, StreamStatus } from './stream.ts';

/** What a watch knows at one moment. Never changed: another moment has another one. */
export interface AvailabilitySnapshot extends LiveCards {
  /**
   * `connecting` until everything was told once, `live` while changes come as they happen, `stale` while
   * they may not: say so to whoever reads it.
   */
  readonly state: StreamState;
  /** Milliseconds since the epoch; of `stale`, the last moment at which the list was right. */
  readonly since: number;
  /** Why it is not live. */
  readonly error: SasError | null;
  /** Whether the watch is over: closed, or refused (`error`). */
  readonly ended: boolean;
}

/** A list of cards that keeps itself up to date. */
export interface AvailabilityWatch {
  /** The list now, the same object until something changes. */
  readonly getSnapshot: () => AvailabilitySnapshot;
  /** Tells of each change; the answer ends it. */
  readonly subscribe: (changed: () => void) => () => void;
  /** Ends the watch. The last list stays, `stale`. */
  readonly close: () => void;
}

/** Options of a watch. `signal` closes it. */
export type WatchOptions = Omit<StreamOptions, 'onState' | 'patient'>;

/** Throws where nobody waits: the watch goes on, and the mistake is seen. */
function report(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

/**
 * The cards of a search, kept up to date until `close`. It connects as often as needed and for as long as
 * the platform does not refuse it. `subscribe` and `getSnapshot` are what `useSyncExternalStore` takes.
 *
 * @example
 * const watch = watchAvailability(client.availability, { insee: '76351', specialty: 'SM54' });
 * const stop = watch.subscribe(() => render(watch.getSnapshot().cards));
 * @param availability - `client.availability`
 */
export function watchAvailability(
  availability: Pick<LiveAvailabilityResource, 'stream'>,
  query: AvailabilityQuery,
  { signal, ...options }: WatchOptions = {},
): AvailabilityWatch {
  const closing = new AbortController();
  const listeners = new Set<() => void>();
  const close = () => closing.abort(signal?.reason);
  let snapshot: AvailabilitySnapshot = {
    ...noCards,
    state: 'connecting',
    since: Date.now(),
    error: null,
    ended: false,
  };
  /** When the list was right for the last time. */
  let heardAt = snapshot.since;

  const change = (changes: Partial<AvailabilitySnapshot>) => {
    snapshot = { ...snapshot, ...changes };
    for (const changed of [...listeners]) {
      try {
        changed();
      } catch (error) {
        report(error);
      }
    }
  };
  const onState = (status: StreamStatus) => {
    heardAt = status.since;
    // A first connection that fails is followed by another: still connecting, and why. How vendors
    // stand, the next one tells anew: who is connected no more is told by none.
    change(status.state === 'live' ? status : { ...status, sources: [] });
  };

  async function keep(): Promise<void> {
    const events = availability.stream(query, {
      ...options,
      onState,
      patient: true,
      signal: closing.signal,
    });
    try {
      for await (const event of events) change(withEvent(snapshot, event));
    } catch (error) {
      const since = snapshot.state === 'live' ? Date.now() : heardAt;
      const known = isSasError(error) && !isAborted(error) ? error : null;
      change({ state: 'stale', since, error: known, ended: true });
      if (!isSasError(error)) report(error);
    } finally {
      signal?.removeEventListener('abort', close);
    }
  }

  signal?.addEventListener('abort', close);
  if (signal?.aborted) close();
  void keep();
  return {
    getSnapshot: () => snapshot,
    subscribe(changed) {
      const own = () => changed();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    close,
  };
}

export type { LiveCard, LiveCards };
