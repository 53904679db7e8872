import type { Sql } from '../database/database.ts';

/** A slot that an editor answered. */
export interface VendorSlot {
  id: string;
  editorId: string;
  scheduleId: string;
  /** Null for a site of an association. */
  practitionerId: string | null;
  practitionerNationalId: string | null;
  structureId: string | null;
  locationId: string;
  startsAt: Date;
  endsAt: Date;
  visibility: string[];
  booking: string;
  /** Where it is booked, as the editor gave it; null where it gave none that may be opened. */
  bookingUrl: string | null;
  /** Whether the latest complete answer held it. */
  offered: boolean;
}

/** A slot of an editor by its id; null where none is known that has not begun. */
export async function vendorSlotById(sql: Sql, id: string): Promise<VendorSlot | null> {
  const rows = await sql.query<VendorSlot & Record<string, unknown>>(
    `select v.id, v.editor_id as "editorId", v.schedule_id as "scheduleId",
       sch.practitioner_id as "practitionerId", p.national_id as "practitionerNationalId",
       sch.structure_id as "structureId", sch.location_id as "locationId",
       v.starts_at as "startsAt", v.ends_at as "endsAt", v.visibility, v.booking,
       v.booking_url as "bookingUrl", v.offered
     from vendor_slot v join schedule sch on sch.id = v.schedule_id
     left join practitioner p on p.id = sch.practitioner_id
     where v.id = $1 and v.starts_at > sas_now()`,
    [id],
  );
  return rows[0] ?? null;
}
