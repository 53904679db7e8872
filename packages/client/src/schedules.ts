/**
 * Agendas, their iCalendar feeds and the push of their slots.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions, CreateOptions, EditOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type {
  AgendaFeed,
  NewAgendaFeed,
  PushedSlot,
  Schedule,
  SchedulePage,
  ScheduleRequest,
  ScheduleUpdate,
  SlotReplacementResult,
} from './types.ts';

/** Query of `GET /v1/schedules`. */
export type ScheduleQuery = Query<'GET', '/v1/schedules'>;

/** A window of an agenda and every free slot in it. */
export interface SlotWindow {
  /** Start, RFC 3339 with offset. */
  readonly from: string;
  /** End, at most 62 days later. */
  readonly to: string;
  readonly slots: readonly PushedSlot[];
}

/** Agendas: one per practitioner and place. */
export interface SchedulesResource {
  /** A page of the schedules that the caller manages (`listSchedules`). */
  list(query?: ScheduleQuery, options?: CallOptions): Promise<SchedulePage>;
  /**
   * Opens an agenda (`createSchedule`).
   *
   * @throws ConflictError `schedule-exists`, with `problem.scheduleId`
   */
  create(schedule: ScheduleRequest, options?: CreateOptions): Promise<Schedule>;
  /** One schedule (`getSchedule`). `responseInfo` of it holds the `etag`. */
  get(scheduleId: string, options?: CallOptions): Promise<Schedule>;
  /**
   * Changes what is shown of an agenda (`updateSchedule`).
   *
   * @throws PreconditionError when it changed since it was read
   */
  update(scheduleId: string, changes: ScheduleUpdate, options: EditOptions): Promise<Schedule>;
  /**
   * Pushes all free slots of a window, each under its own `ref` (`replaceSlots`). Idempotent; booked
   * slots are never moved nor removed: see `conflicts`.
   */
  replaceSlots(
    scheduleId: string,
    window: SlotWindow,
    options?: CallOptions,
  ): Promise<SlotReplacementResult>;
  /**
   * The private iCalendar feed of an agenda, without its address (`getAgendaFeed`).
   *
   * @throws NotFoundError where there is none
   */
  feed(scheduleId: string, options?: CallOptions): Promise<AgendaFeed>;
  /**
   * Makes the private feed, or gives it another address and ends the one before (`renewAgendaFeed`). The
   * address is answered this once: whoever has it reads the agenda.
   */
  renewFeed(scheduleId: string, options?: CallOptions): Promise<NewAgendaFeed>;
  /** Ends the private feed (`revokeAgendaFeed`). */
  revokeFeed(scheduleId: string, options?: CallOptions): Promise<void>;
}

/** `client.schedules` over a transport of one's own. */
export function schedulesResource({ request }: Transport): SchedulesResource {
  const one = '/v1/schedules/{scheduleId}' as const;
  return {
    list: (query, options) => request('GET', '/v1/schedules', { ...options, query }),
    create: (schedule, options) =>
      request('POST', '/v1/schedules', {
        ...options,
        body: schedule,
      }),
    get: (scheduleId, options) => request('GET', one, { ...options, path: { scheduleId } }),
    update: (scheduleId, body, options) =>
      request('PATCH', one, { ...options, path: { scheduleId }, body }),
    replaceSlots: (scheduleId, { from, to, slots }, options) =>
      request('PUT', `${one}/slots`, {
        ...options,
        path: { scheduleId },
        query: { from, to },
        body: { slots: [...slots] },
      }),
    feed: (scheduleId, options) =>
      request('GET', `${one}/feed`, { ...options, path: { scheduleId } }),
    renewFeed: (scheduleId, options) =>
      request('POST', `${one}/feed`, { ...options, path: { scheduleId } }),
    revokeFeed: (scheduleId, options) =>
      request('DELETE', `${one}/feed`, { ...options, path: { scheduleId } }),
  };
}
