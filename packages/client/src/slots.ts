/**
 * Slots of one agenda as its owner sees them.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions, CreateOptions, EditOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { AgendaSlot, AgendaSlotPage, SlotRequest } from './types.ts';

/** Query of `GET /v1/schedules/{scheduleId}/slots`. */
export type SlotQuery = Query<'GET', '/v1/schedules/{scheduleId}/slots'>;

/** Slots of one agenda as its owner sees them. */
export interface SlotsResource {
  /**
   * A page of every slot of a window, booked and withdrawn ones included, by start (`listSlots`).
   *
   * @example
   * const page = await client.slots.list(scheduleId, {
   *   from: '2026-11-23T00:00:00+01:00',
   *   to: '2026-11-30T00:00:00+01:00',
   * });
   */
  list(scheduleId: string, query?: SlotQuery, options?: CallOptions): Promise<AgendaSlotPage>;
  /**
   * Adds a one-off slot (`createSlot`).
   *
   * @throws ConflictError `slot-overlap`
   */
  create(scheduleId: string, slot: SlotRequest, options?: CreateOptions): Promise<AgendaSlot>;
  /** One slot (`getSlot`). `responseInfo` of it holds the `etag`. */
  get(scheduleId: string, slotId: string, options?: CallOptions): Promise<AgendaSlot>;
  /**
   * Replaces a one-off slot that nobody has booked (`updateSlot`).
   *
   * @throws ConflictError `slot-booked`, `slot-overlap`
   * @throws PreconditionError when it changed since it was read
   */
  replace(
    scheduleId: string,
    slotId: string,
    slot: SlotRequest,
    options: EditOptions,
  ): Promise<AgendaSlot>;
  /**
   * Withdraws a one-off slot, or one occurrence of a rule (`deleteSlot`).
   *
   * @throws ConflictError `slot-booked`
   * @throws PreconditionError when it changed since it was read
   */
  remove(scheduleId: string, slotId: string, options: EditOptions): Promise<void>;
}

/** `client.slots` over a transport of one's own. */
export function slotsResource({ request }: Transport): SlotsResource {
  const all = '/v1/schedules/{scheduleId}/slots' as const;
  const one = `${all}/{slotId}` as const;
  return {
    list: (scheduleId, query, options) =>
      request('GET', all, { ...options, path: { scheduleId }, query }),
    create: (scheduleId, slot, options) =>
      request('POST', all, { ...options, path: { scheduleId }, body: slot }),
    get: (scheduleId, slotId, options) =>
      request('GET', one, { ...options, path: { scheduleId, slotId } }),
    replace: (scheduleId, slotId, slot, options) =>
      request('PUT', one, { ...options, path: { scheduleId, slotId }, body: slot }),
    remove: (scheduleId, slotId, options) =>
      request('DELETE', one, { ...options, path: { scheduleId, slotId } }),
  };
}
