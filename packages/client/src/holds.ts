/**
 * Slots kept while a form is filled in.
 *
 * @module
 */
import { beginProof } from './hold-proofs.ts';
import type { CallOptions, CreateOptions, KeepaliveOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { Hold, HoldRequest } from './types.ts';

/** Slots kept for a caller while it fills a form. */
export interface HoldsResource {
  /**
   * Keeps a slot for five minutes (`createHold`). The hold's `id` is a capability: keep it secret. A
   * `challenge` in it is solved from now on, for `appointments.book` and `reschedule` to send.
   *
   * @throws SlotTakenError with the next free slots
   * @throws ValidationError `not-bookable-here` (`problem.bookingUrl`), `walk-in`, `outside-window`
   */
  create(hold: HoldRequest, options?: CreateOptions): Promise<Hold>;
  /**
   * Five more minutes, three times at most (`extendHold`). One that has expired is taken again where
   * the slot is still free. Not repeated when its answer is lost, as that would use up another
   * extension.
   *
   * @throws SlotTakenError with the next free slots, where an expired one came too late
   * @throws ValidationError `extensions-exhausted`
   * @throws NotFoundError for one that was released
   */
  extend(holdId: string, options?: CallOptions): Promise<Hold>;
  /**
   * Gives the slot back at once (`releaseHold`). Releasing what is gone already works.
   *
   * @example
   * addEventListener('pagehide', () => void client.holds.release(hold.id, { keepalive: true }));
   */
  release(holdId: string, options?: KeepaliveOptions): Promise<void>;
}

/** `client.holds` over a transport of one's own. */
export function holdsResource({ request }: Transport): HoldsResource {
  return {
    create: async (body, options) =>
      beginProof(await request('POST', '/v1/holds', { ...options, body })),
    extend: (holdId, options) =>
      request('POST', '/v1/holds/{holdId}/extend', { ...options, path: { holdId } }),
    release: (holdId, options) =>
      request('DELETE', '/v1/holds/{holdId}', { ...options, path: { holdId } }),
  };
}
