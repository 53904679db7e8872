/**
 * Booking, moving and cancelling appointments.
 *
 * @module
 */
import { withProof } from './hold-proofs.ts';
import type { Query } from './operation.ts';
import type { CallOptions, CreateOptions, ManageOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type {
  Appointment,
  AppointmentPage,
  AppointmentRequest,
  AppointmentUpdate,
  DepartureRequest,
  RescheduleRequest,
} from './types.ts';

/** Query of `GET /v1/appointments`. */
export type AppointmentQuery = Query<'GET', '/v1/appointments'>;

/** Booked slots. */
export interface AppointmentsResource {
  /**
   * Books a slot (`bookAppointment`). With a publishable key: a live hold and a contact; the answer
   * then carries the `manageToken`, once. The proof of a hold that this client made is sent by itself;
   * of another one it is `solveChallenge`'s. Of a vendor's slot that is booked in one step it may answer
   * `pending`: the vendor has not said so yet.
   *
   * @example
   * const { reference } = await client.appointments.book({ slotId, holdId, contact });
   * @throws SlotTakenError with the next free slots
   * @throws ConflictError `hold-expired`, `hold-mismatch`
   * @throws ValidationError `contact-required`, `walk-in`, `outside-window`, `not-bookable-here`
   */
  book(appointment: AppointmentRequest, options?: CreateOptions): Promise<Appointment>;
  /** A page of the appointments that the caller may see, by start (`listAppointments`). */
  list(query?: AppointmentQuery, options?: CallOptions): Promise<AppointmentPage>;
  /** One appointment (`getAppointment`). */
  get(appointmentId: string, options?: ManageOptions): Promise<Appointment>;
  /**
   * Cancels; a cancelled appointment is answered unchanged (`cancelAppointment`). One that a vendor booked
   * in one step may be answered as it stands, with `cancellation`: the vendor has not said so yet.
   *
   * @throws ConflictError `invalid-transition`, also where its vendor leaves that to the practice
   */
  cancel(appointmentId: string, options?: ManageOptions): Promise<Appointment>;
  /**
   * Somebody opens the page on which an editor's slot is booked (`createDeparture`): a `pending`
   * appointment keeps sight of it until the editor, `confirm` or `cancel` closes it. The page is
   * `slot.bookingUrl`.
   *
   * @throws SlotTakenError when the editor has the slot no more, or somebody else holds it
   * @throws ValidationError `not-bookable-here` for a slot that has no page
   */
  leave(departure: DepartureRequest, options?: CreateOptions): Promise<Appointment>;
  /**
   * It was booked on the editor's page (`confirmAppointment`).
   *
   * @throws ConflictError `invalid-transition`
   */
  confirm(appointmentId: string, options?: CallOptions): Promise<Appointment>;
  /**
   * Moves to another slot; the first stays booked if the second is not free
   * (`rescheduleAppointment`). Not repeated when its answer is lost: `get` tells where it stands. What a
   * vendor booked in one step is answered as another appointment, which `replaces` it.
   *
   * @throws SlotTakenError with the next free slots
   */
  reschedule(
    appointmentId: string,
    slot: RescheduleRequest,
    options?: ManageOptions,
  ): Promise<Appointment>;
  /**
   * The patient came, or did not (`updateAppointment`).
   *
   * @throws ConflictError `invalid-transition`
   */
  update(
    appointmentId: string,
    changes: AppointmentUpdate,
    options?: CallOptions,
  ): Promise<Appointment>;
}

/** What whoever booked does with an appointment. */
export type OwnAppointmentsResource = Omit<
  AppointmentsResource,
  'list' | 'update' | 'leave' | 'confirm'
>;

const one = '/v1/appointments/{appointmentId}' as const;

/** The appointments that the caller books, alone: for pages where no professional works. */
export function ownAppointmentsResource({ request }: Transport): OwnAppointmentsResource {
  return {
    book: async (body, options) =>
      request('POST', '/v1/appointments', { ...options, body: await withProof(body, options) }),
    get: (appointmentId, options) => request('GET', one, { ...options, path: { appointmentId } }),
    cancel: (appointmentId, options) =>
      request('POST', `${one}/cancel`, { ...options, path: { appointmentId } }),
    reschedule: async (appointmentId, body, options) =>
      request('POST', `${one}/reschedule`, {
        ...options,
        path: { appointmentId },
        body: await withProof(body, options),
      }),
  };
}

/** `client.appointments` over a transport of one's own. */
export function appointmentsResource(transport: Transport): AppointmentsResource {
  const { request } = transport;
  return {
    ...ownAppointmentsResource(transport),
    list: (query, options) => request('GET', '/v1/appointments', { ...options, query }),
    leave: (body, options) => request('POST', '/v1/departures', { ...options, body }),
    confirm: (appointmentId, options) =>
      request('POST', `${one}/confirm`, { ...options, path: { appointmentId } }),
    update: (appointmentId, body, options) =>
      request('PATCH', one, { ...options, path: { appointmentId }, body }),
  };
}
