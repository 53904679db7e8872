import {
  type Appointment,
  type FhirAppointment,
  type FhirBooking,
  writeAppointment,
  writeBooking,
} from '@sas-kit/fhir';
import { withdrawOneStepSlot } from '../../aggregation/slots/one-step-slots.ts';
import type { Database, Sql } from '../../database/database.ts';
import { isId } from '../../database/ids.ts';
import { formatInstant } from '../../http/instants.ts';
import type { AppointmentStatus } from '../policy.ts';
import { askCancellation, cancelReplaced } from './cancellation-rows.ts';

/** System of identifiers that are URNs. Source: FHIR R4, datatype `Identifier`. */
const URN = 'urn:ietf:rfc:3986';

/** A booking in one step that an editor was asked for. */
export interface AskedBooking {
  id: string;
  reference: string;
  editorId: string;
  /** As its editor knows it. */
  ownSlotId: string;
  slotId: string;
  bookingUrl: string | null;
  status: AppointmentStatus;
  /** National id; null for a site of an association. */
  practitioner: string | null;
  startsAt: Date;
  endsAt: Date;
  createdAt: Date;
  /** National id; null for whoever has none. */
  regulator: string | null;
  bookedBy: string;
  zone: string;
  /** Its editor has told of it since (INT_R03). */
  told: boolean;
  /** A person is to find out what came of it. */
  overdue: boolean;
  /** Whether the first request may still be under way: nobody has said what came of it. */
  underWay: boolean;
  begun: boolean;
  /** Somebody wants it cancelled; null where nobody does, or it is. */
  cancellation: 'asked' | 'refused' | null;
}

/** Null for an appointment that is none of these. */
export async function readAsked(sql: Sql, id: string): Promise<AskedBooking | null> {
  const rows = await sql.query<AskedBooking & Record<string, unknown>>(
    `select a.id, a.reference, a.editor as "editorId", a.asked_slot as "ownSlotId",
       a.vendor_slot_id as "slotId", a.booking_url as "bookingUrl", a.status,
       a.practitioner_national_id as practitioner, a.starts_at as "startsAt", a.ends_at as "endsAt",
       a.created_at as "createdAt", a.regulator_id as regulator, a.booked_by as "bookedBy",
       coalesce(l.time_zone, 'Europe/Paris') as zone, a.identifier_value is not null as told,
       coalesce(a.overdue_at <= sas_now(), false) as overdue,
       coalesce(a.asked_until > sas_now(), false) as "underWay",
       a.starts_at <= sas_now() as begun, a.cancellation
     from appointment a left join schedule sch on sch.id = a.schedule_id
     left join location l on l.id = sch.location_id
     where a.id = $1 and a.asked_slot is not null`,
    [id],
  );
  return rows[0] ?? null;
}

/** By this the editor knows that it is the same booking again. */
export const identifierOf = (id: string) => ({ system: URN, value: `urn:uuid:${id}` });

/** The id behind it; null where it is none of these. */
export function idOfUrn(urn: string): string | null {
  const id = urn.startsWith('urn:uuid:') ? urn.slice('urn:uuid:'.length) : '';
  return isId(id) ? id : null;
}

/** The request, always the same of one booking; null where the profile has no room for it. */
export function bookingOf(asked: AskedBooking): FhirBooking | null {
  const { ownSlotId: slot, reference } = asked;
  const appointment = appointmentOf(asked, 'booked');
  return writeBooking({ slot, reference, appointment }, optionsOf(asked)).resource;
}

/** The same, cancelled. */
export function cancellationOf(asked: AskedBooking): FhirAppointment | null {
  return writeAppointment(appointmentOf(asked, 'cancelled'), optionsOf(asked)).resource;
}

function appointmentOf(asked: AskedBooking, status: Appointment['status']): Appointment {
  const { id, practitioner, regulator, bookedBy, zone } = asked;
  return {
    identifier: identifierOf(id),
    status,
    start: formatInstant(asked.startsAt, zone),
    end: formatInstant(asked.endsAt, zone),
    created: formatInstant(asked.createdAt, zone),
    ...(practitioner !== null && { practitioner }),
    regulator:
      regulator === null
        ? { kind: 'technical', value: bookedBy }
        : { kind: 'national', value: regulator },
  };
}

function optionsOf({ practitioner, zone }: AskedBooking) {
  return { flow: practitioner === null ? ('sos' as const) : ('ps' as const), timeZone: zone };
}

/**
 * The editor has booked it: that counts, also where somebody gave up before, and wants it cancelled there
 * now. What it takes the place of is cancelled.
 */
export function settleBooked(database: Database, { id, slotId }: AskedBooking): Promise<void> {
  return database.transaction(async (sql) => {
    await withdrawOneStepSlot(sql, slotId);
    const rows = await sql.query<{ status: AppointmentStatus }>(
      `select status from appointment
       where id = $1 and identifier_value is null and status in ('pending', 'cancelled') for update`,
      [id],
    );
    const [before] = rows;
    if (before === undefined) return;
    await sql.query(
      `update appointment set status = 'booked', overdue_at = null, asked_until = null,
         changed_at = sas_now() where id = $1`,
      [id],
    );
    if (before.status === 'cancelled') await askCancellation(sql, id, null);
    else await cancelReplaced(sql, id);
  });
}

/** Somebody else has it, and whoever asked was told to wait: that is kept. */
export function settleTaken(database: Database, { id, slotId }: AskedBooking): Promise<void> {
  return database.transaction(async (sql) => {
    await withdrawOneStepSlot(sql, slotId);
    await sql.query(
      `update appointment set status = 'cancelled', asked_until = null, changed_at = sas_now()
       where id = $1 and identifier_value is null and status = 'pending'`,
      [id],
    );
  });
}

/** Nobody has said what came of the first request. */
export async function noteUnknown(sql: Sql, { id }: AskedBooking): Promise<void> {
  await sql.query('update appointment set asked_until = null where id = $1', [id]);
}

/** Nothing came of the first request: there is no appointment. */
export async function removeAsked(sql: Sql, { id }: AskedBooking): Promise<void> {
  await sql.query(
    `delete from appointment where id = $1 and identifier_value is null and status = 'pending'`,
    [id],
  );
}
