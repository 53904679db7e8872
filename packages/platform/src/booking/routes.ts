import type { Asking } from '../aggregation/asking/asking.ts';
import type { OpenedSlots } from '../aggregation/calling/opened-slots.ts';
import type { Database } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { created, type Handlers, noContent, ok } from '../http/handler.ts';
import { addressHash } from '../http/limits.ts';
import type { Caller } from '../identity/caller.ts';
import { AppointmentReader } from './appointment-reader.ts';
import { Appointments } from './appointments.ts';
import { EditorCancellations } from './editor/cancellations.ts';
import { Departures } from './editor/departures.ts';
import { EditorMoves } from './editor/moves.ts';
import { OneStepBookings } from './editor/one-step.ts';
import { Holds } from './holds.ts';
import type { OrientationRules } from './orientation-rules.ts';
import type { BookingLimits } from './policy.ts';
import { Refusals } from './refusals.ts';
import type { Secrets } from './secrets.ts';

type BookingHandlers = Handlers<
  | 'createHold'
  | 'extendHold'
  | 'releaseHold'
  | 'listAppointments'
  | 'bookAppointment'
  | 'getAppointment'
  | 'updateAppointment'
  | 'cancelAppointment'
  | 'confirmAppointment'
  | 'createDeparture'
  | 'rescheduleAppointment'
>;

/** Booking, for its routes and for what books as a part of something else. */
export interface Booking {
  readonly routes: BookingHandlers;
  readonly reader: AppointmentReader;
  readonly appointments: Appointments;
  /** Cancels what an editor booked in one step; null for any other. @throws {ProblemError} 403, 404, 409. */
  cancelAtEditor(
    caller: Caller,
    appointmentId: string,
  ): Promise<components['schemas']['Appointment'] | null>;
}

/** @param rules of whoever knows why an appointment was made. */
export function openBooking(
  database: Database,
  secrets: Secrets,
  limits: BookingLimits,
  vendors: OpenedSlots,
  asking: Pick<Asking, 'get' | 'post' | 'put'>,
  rules: OrientationRules,
): Booking {
  const refusals = new Refusals(database, limits, vendors);
  const holds = new Holds(database, secrets, limits, refusals, vendors);
  const reader = new AppointmentReader(database, secrets);
  const appointments = new Appointments(database, secrets, limits, reader, refusals, rules);
  const oneStep = new OneStepBookings(database, asking, limits, reader, refusals, rules);
  const cancellations = new EditorCancellations(database, asking, reader);
  const moves = new EditorMoves(database, asking, reader, oneStep, cancellations);
  const departures = new Departures(database, reader, vendors, refusals);
  /** Visitors share a publishable key: a key that one of them chose must not answer another. */
  const scopeOf = (caller: Caller, address: string) =>
    caller.kind === 'public'
      ? `${caller.scope} ${addressHash(secrets.addressKey, address)}`
      : caller.scope;
  const routes: BookingHandlers = {
    createHold: async ({ caller, body, header, address }) => {
      const hold = await holds.create(caller, body.slotId, address, {
        scope: scopeOf(caller, address),
        key: header['Idempotency-Key'],
        request: ['createHold', body],
      });
      return created(`/v1/holds/${hold.id}`, hold);
    },
    extendHold: async ({ caller, path }) => ok(await holds.extend(caller, path.holdId)),
    releaseHold: async ({ path }) => {
      await holds.release(path.holdId);
      return noContent();
    },
    bookAppointment: async ({ caller, body, header, address }) => {
      const creation = {
        scope: scopeOf(caller, address),
        key: header['Idempotency-Key'],
        // The proof is not of what is asked: a repetition may carry a harder one.
        request: ['bookAppointment', { ...body, proof: undefined }],
      };
      const appointment =
        (await oneStep.book(caller, body, creation)) ??
        (await appointments.book(caller, body, address, creation));
      return created(`/v1/appointments/${appointment.id}`, appointment);
    },
    listAppointments: async ({ caller, query }) =>
      ok(await reader.list(caller, { ...query, limit: query.limit ?? 20 })),
    getAppointment: async ({ caller, path, header }) =>
      ok(await reader.get(caller, path.appointmentId, header['Sas-Manage-Token'])),
    createDeparture: async ({ caller, body, header }) => {
      const appointment = await departures.leave(caller, body.slotId, {
        scope: caller.scope,
        key: header['Idempotency-Key'],
        request: ['createDeparture', body],
      });
      return created(`/v1/appointments/${appointment.id}`, appointment);
    },
    confirmAppointment: async ({ caller, path }) =>
      ok(await appointments.confirm(caller, path.appointmentId)),
    cancelAppointment: async ({ caller, path, header }) =>
      ok(
        (await cancellations.cancel(caller, path.appointmentId)) ??
          (await appointments.cancel(caller, path.appointmentId, header['Sas-Manage-Token'])),
      ),
    rescheduleAppointment: async ({ caller, path, body, header }) =>
      ok(
        (await moves.move(caller, path.appointmentId, body)) ??
          (await appointments.reschedule(
            caller,
            path.appointmentId,
            body,
            header['Sas-Manage-Token'],
          )),
      ),
    updateAppointment: async ({ caller, path, body }) =>
      ok(await appointments.setOutcome(caller, path.appointmentId, body.status)),
  };
  return {
    routes,
    reader,
    appointments,
    cancelAtEditor: (caller, appointmentId) => cancellations.cancel(caller, appointmentId),
  };
}
