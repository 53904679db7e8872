import type { Sql } from '../../database/database.ts';
import type { Caller } from '../../identity/caller.ts';
import { type Bindings, shownByOwner, visibleSlots } from '../../identity/visibility.ts';

/** A slot that an editor answered. */
export interface VendorSlot {
  id: string;
  editorId: string;
  scheduleId: string;
  /** Null for a site of an association. */
  practitionerNationalId: string | null;
  startsAt: Date;
  endsAt: Date;
}

/** A slot of an editor by its id; null where none is known that has not begun. */
export async function vendorSlotById(sql: Sql, id: string): Promise<VendorSlot | null> {
  const rows = await sql.query<VendorSlot & Record<string, unknown>>(
    `select id, editor_id as "editorId", schedule_id as "scheduleId",
       case when kind = 'practitioner' then national_id end as "practitionerNationalId",
       starts_at as "startsAt", ends_at as "endsAt"
     from vendor_slot where id = $1 and starts_at > sas_now()`,
    [id],
  );
  return rows[0] ?? null;
}

/**
 * SQL: a slot `s` of an editor, offered or not, with its agenda `sch`: where it has not begun and the
 * caller may know of it. Software sent it, as in the view `vendor_offer`.
 */
export function vendorSlotKnownTo(
  caller: Caller,
  id: string,
  bind: Bindings,
): { from: string; where: string } {
  const aliases = { slot: 's', schedule: 'sch' };
  return {
    from: `(select v.*, 'push' as origin from vendor_slot v where v.id = ${bind.add(id)}) s
      join schedule sch on sch.id = s.schedule_id`,
    where: `s.starts_at > sas_now() and ${visibleSlots(caller, aliases, bind)}
      and ${shownByOwner(caller, aliases, bind)}`,
  };
}
