/**
 * The search that goes on: every change of the slots around a place.
 *
 * @module
 */
import {
  availabilityResource,
  type AvailabilityQuery,
  type AvailabilityResource,
} from './availability.ts';
import {
  readStream,
  type StreamEvent,
  type StreamOptions,
  type StreamSurroundings,
} from './stream.ts';
import type { StreamTransport } from './transport.ts';

const path = '/v1/availability/stream';

/** One event: a `card` that came, changed or went; its `slot`s; a vendor's part, `source`; all that is known is told, `done`. */
export type AvailabilityEvent = StreamEvent<typeof path>;

/**
 * The events of a search, whatever connections they take. What a new connection no longer tells is told
 * as gone, and it keeps the order of the first.
 */
export async function* streamAvailability(
  transport: StreamTransport,
  query: AvailabilityQuery,
  { onState, ...options }: StreamOptions = {},
  surroundings: Partial<StreamSurroundings> = {},
): AsyncGenerator<AvailabilityEvent, void, undefined> {
  const known = new Set<string>();
  /** What the connection has told before its first `done`; then undefined. */
  let told: Set<string> | undefined;
  let { seed } = query;
  const input = () => ({ query: { ...query, seed } });
  for await (const event of readStream(
    transport,
    path,
    input,
    { ...options, onState },
    surroundings,
  )) {
    switch (event.event) {
      case 'opened':
        told = new Set();
        continue;
      case 'card':
        if (event.data.card) {
          known.add(event.data.id);
          told?.add(event.data.id);
        } else {
          // A page that was never whole has nothing to take away.
          if (!known.delete(event.data.id)) continue;
          told?.delete(event.data.id);
        }
        break;
      case 'done':
        for (const id of [...known].filter((each) => told && !told.has(each))) {
          known.delete(id);
          yield { event: 'card', data: { id, rank: null, card: null } };
        }
        seed = event.data.seed;
        yield event;
        if (told) onState?.({ state: 'live', since: Date.now(), error: null });
        told = undefined;
        continue;
    }
    yield event;
  }
}

/** Free slots around a place, once or as they change. */
export interface LiveAvailabilityResource extends AvailabilityResource {
  /**
   * The page of a search, card by card, then each change within a second (`streamAvailability`): slots
   * that are published, taken or begin. It opens itself again when its connection is lost, and tells what
   * is gone since. Cards are in the order of their `rank`. End it by `break` or by `signal`.
   *
   * `watchAvailability` of `@sas-kit/client/watch` keeps the list that these events make.
   *
   * @example
   * const query = { insee: '76351', specialty: 'SM54' };
   * for await (const { event, data } of client.availability.stream(query, { signal })) {
   *   if (event === 'slot') show(data.card, data.slots, data.removed);
   * }
   * @throws AbortedError when `signal` is aborted
   * @throws ValidationError, AuthenticationError, PermissionError what the platform refuses, at any time
   * @throws SasError what a call throws, where the first connection fails
   */
  stream(
    query: AvailabilityQuery,
    options?: StreamOptions,
  ): AsyncGenerator<AvailabilityEvent, void, undefined>;
}

/** `client.availability` over a transport of one's own. */
export function liveAvailabilityResource(transport: StreamTransport): LiveAvailabilityResource {
  return {
    ...availabilityResource(transport),
    stream: (query, options) => streamAvailability(transport, query, options),
  };
}
