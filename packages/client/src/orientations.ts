/**
 * `client.orientations`: what was decided for somebody, who carried it out, and what became of it.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions, CreateOptions } from './options.ts';
import { readStream, type StreamEvent, type StreamOptions } from './stream.ts';
import type { StreamTransport } from './transport.ts';
import type { AttentionSeen, Orientation, OrientationPage, OrientationRequest } from './types.ts';

const list = '/v1/orientations' as const;
const one = '/v1/orientations/{orientationId}' as const;
const path = '/v1/orientations/stream' as const;

/** Query of `GET /v1/orientations`. */
export type OrientationQuery = Query<'GET', typeof list>;

/** Query of `GET /v1/orientations/stream`. */
export type OrientationStreamQuery = Query<'GET', typeof path>;

/** One event: an `orientation` that was made or changed; all that there is has been told, `done`. */
export type OrientationEvent = StreamEvent<typeof path>;

/**
 * Orientations. Doctors decide, others carry out: what is refused says in `problem.detail` what would be
 * allowed. They carry nobody's identity.
 */
export interface OrientationsResource {
  /** A page of the orientations that the caller may see, newest first (`listOrientations`). */
  list(query?: OrientationQuery, options?: CallOptions): Promise<OrientationPage>;
  /**
   * Records an orientation, and books where it names a slot or a time (`createOrientation`).
   *
   * @example
   * const { reference } = await client.orientations.create({
   *   outcome: 'unscheduled-consultation',
   *   decision: { kind: 'orientation', id },
   *   slotId,
   * });
   * @throws PermissionError `medical-decision`, `outside-scheme`
   * @throws SlotTakenError with the next free slots
   * @throws ConflictError `invalid-transition` where somebody has carried it out, `hold-expired`
   * @throws ValidationError `protocol-not-signed`, `protocol-not-in-force`, `call-not-accepted`, …
   */
  create(orientation: OrientationRequest, options?: CreateOptions): Promise<Orientation>;
  /** One orientation (`getOrientation`). */
  get(orientationId: string, options?: CallOptions): Promise<Orientation>;
  /**
   * Takes back what was recorded less than 60 s ago, and cancels its appointment (`withdrawOrientation`).
   *
   * @throws ConflictError `invalid-transition` later, or where somebody has carried it out
   */
  withdraw(orientationId: string, options?: CallOptions): Promise<Orientation>;
  /**
   * Somebody has seen what happened to its appointment (`acknowledgeOrientation`).
   *
   * @param seen - its `attention`
   * @throws ConflictError `invalid-transition` when something else has happened since
   */
  acknowledge(
    orientationId: string,
    seen: AttentionSeen,
    options?: CallOptions,
  ): Promise<Orientation>;
  /**
   * The orientations of a day, then each change within a second (`streamOrientations`). It opens itself
   * again when its connection is lost, and then tells everything again: keep them by `id`. End it by
   * `break` or by `signal`.
   *
   * @example
   * for await (const { event, data } of client.orientations.stream({}, { signal })) {
   *   if (event === 'orientation') show(data);
   * }
   * @throws AbortedError when `signal` is aborted
   * @throws AuthenticationError, PermissionError what the platform refuses, at any time
   */
  stream(
    query?: OrientationStreamQuery,
    options?: StreamOptions,
  ): AsyncGenerator<OrientationEvent, void, undefined>;
}

/** Everything is told again by each connection: what came before needs no keeping. */
async function* streamOrientations(
  transport: StreamTransport,
  query: OrientationStreamQuery,
  { onState, ...options }: StreamOptions = {},
): AsyncGenerator<OrientationEvent, void, undefined> {
  for await (const event of readStream(transport, path, () => ({ query }), {
    ...options,
    onState,
  })) {
    if (event.event === 'opened') continue;
    yield event;
    if (event.event === 'done') onState?.({ state: 'live', since: Date.now(), error: null });
  }
}

/** `client.orientations` over a transport of one's own. */
export function orientationsResource(transport: StreamTransport): OrientationsResource {
  const { request } = transport;
  return {
    list: (query, options) => request('GET', list, { ...options, query }),
    create: (body, options) => request('POST', list, { ...options, body }),
    get: (orientationId, options) => request('GET', one, { ...options, path: { orientationId } }),
    withdraw: (orientationId, options) =>
      request('POST', `${one}/withdraw`, { ...options, path: { orientationId } }),
    acknowledge: (orientationId, { reason, at }, options) =>
      request('POST', `${one}/acknowledge`, {
        ...options,
        path: { orientationId },
        body: { reason, at },
      }),
    stream: (query = {}, options) => streamOrientations(transport, query, options),
  };
}
