import type { Sql } from '../../database/database.ts';
import type { Caller } from '../../identity/caller.ts';
import { deskOf, deskTerritories } from '../desk.ts';
import { freeReference } from '../reference.ts';

/** An editor or a person has this long to say what came of it, minutes. */
export const OVERDUE_MINUTES = 10;

/**
 * SQL of `appointment a`: somebody wants this coming one cancelled, and its editor refused or has not
 * answered in time. The practice is to be called.
 */
export const CANCELLATION_OVERDUE = `(a.starts_at > sas_now() and a.cancellation is not null
  and (a.cancellation = 'refused'
    or a.cancel_asked_at <= sas_now() - interval '${OVERDUE_MINUTES} minutes'))`;

/** The editor's slot that somebody wants. */
interface WantedSlot {
  id: string;
  scheduleId: string;
  editorId: string;
  practitionerNationalId: string | null;
  startsAt: Date;
  endsAt: Date;
}

/** Writes an appointment in an editor's agenda that waits for what comes of it. @returns its id. */
export async function insertWaiting(
  sql: Sql,
  caller: Caller,
  slot: WantedSlot,
  bookingUrl: string | null,
): Promise<string> {
  const { subject, roles, nationalIds = [] } = caller.identity;
  const regulator = nationalIds[0] ?? null;
  const rows = await sql.query<{ id: string }>(
    `insert into appointment (reference, schedule_id, vendor_slot_id, booking_url, editor, starts_at,
       ends_at, status, practitioner_national_id, regulator_kind, regulator_id, booked_by, role,
       overdue_at, desk_territory_id, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'pending', $8, $9, $10, $11, $12,
       sas_now() + make_interval(mins => $13), ${deskOf('$2', '$14')}, sas_now(), sas_now())
     returning id`,
    [
      await freeReference(sql, slot.scheduleId),
      slot.scheduleId,
      slot.id,
      bookingUrl,
      slot.editorId,
      slot.startsAt,
      slot.endsAt,
      slot.practitionerNationalId,
      regulator === null ? null : 'national',
      regulator,
      subject,
      roles[0],
      OVERDUE_MINUTES,
      deskTerritories(caller, roles[0]),
    ],
  );
  return rows[0]!.id;
}
