/**
 * `client.callEvents`: what happened to telephone calls.
 *
 * @module
 */
import type { CallOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { CallEvent, CallEventReceipt } from './types.ts';

/** Events of telephone calls, for the telephone system of a regulation. */
export interface CallEventsResource {
  /**
   * Sends at most 1000 events (`receiveCallEvents`): all are kept, or none. Sending an event again changes nothing.
   *
   * @throws ValidationError with the fault of every row, `/12/at`; `duplicate-ref` where an event of this id
   *   says something else, `out-of-range` where it is of the future or older than events are kept
   */
  send(events: readonly CallEvent[], options?: CallOptions): Promise<CallEventReceipt>;
}

/** `client.callEvents` over a transport of one's own. */
export function callEventsResource({ request }: Transport): CallEventsResource {
  return {
    send: (events, options) =>
      request('POST', '/v1/call-events', { ...options, body: [...events] }),
  };
}
