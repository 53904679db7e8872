/**
 * Absences of an agenda.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions, CreateOptions, EditOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { Absence, AbsencePage, AbsenceRequest } from './types.ts';

/** Query of `GET /v1/schedules/{scheduleId}/absences`. */
export type AbsenceQuery = Query<'GET', '/v1/schedules/{scheduleId}/absences'>;

/** Periods in which an agenda offers nothing. */
export interface AbsencesResource {
  /** A page of the absences that are not over, by start (`listAbsences`). */
  list(scheduleId: string, query?: AbsenceQuery, options?: CallOptions): Promise<AbsencePage>;
  /**
   * Withdraws the free slots of a period; booked ones stay (`createAbsence`).
   *
   * @throws ConflictError `absence-overlap`
   */
  create(scheduleId: string, absence: AbsenceRequest, options?: CreateOptions): Promise<Absence>;
  /** One absence (`getAbsence`). `responseInfo` of it holds the `etag`. */
  get(scheduleId: string, absenceId: string, options?: CallOptions): Promise<Absence>;
  /**
   * Moves an absence (`updateAbsence`).
   *
   * @throws PreconditionError when it changed since it was read
   */
  replace(
    scheduleId: string,
    absenceId: string,
    absence: AbsenceRequest,
    options: EditOptions,
  ): Promise<Absence>;
  /**
   * Ends an absence; its slots come back with the same ids (`deleteAbsence`).
   *
   * @throws PreconditionError when it changed since it was read
   */
  remove(scheduleId: string, absenceId: string, options: EditOptions): Promise<void>;
}

/** `client.absences` over a transport of one's own. */
export function absencesResource({ request }: Transport): AbsencesResource {
  const all = '/v1/schedules/{scheduleId}/absences' as const;
  const one = `${all}/{absenceId}` as const;
  return {
    list: (scheduleId, query, options) =>
      request('GET', all, { ...options, path: { scheduleId }, query }),
    create: (scheduleId, body, options) =>
      request('POST', all, { ...options, path: { scheduleId }, body }),
    get: (scheduleId, absenceId, options) =>
      request('GET', one, { ...options, path: { scheduleId, absenceId } }),
    replace: (scheduleId, absenceId, body, options) =>
      request('PUT', one, { ...options, path: { scheduleId, absenceId }, body }),
    remove: (scheduleId, absenceId, options) =>
      request('DELETE', one, { ...options, path: { scheduleId, absenceId } }),
  };
}
