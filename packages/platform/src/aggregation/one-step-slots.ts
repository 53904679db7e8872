import type { Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { Caller } from '../identity/caller.ts';
import { Bindings } from '../identity/visibility.ts';
import type { Editor } from './editors.ts';
import { vendorSlotKnownTo } from './vendor-slots.ts';

/** A slot that its editor books in one step. */
export interface OneStepSlot {
  id: string;
  /** As its editor knows it. */
  ownId: string;
  editorId: string;
  editorDeadlineMs: Editor['deadlineMs'];
  scheduleId: string;
  practitionerNationalId: string;
  startsAt: Date;
  endsAt: Date;
  booking: 'ROUTINE' | 'WALKIN';
  bookingUrl: string | null;
  /** Whether the latest complete answer held it. */
  offered: boolean;
}

/**
 * A slot that its editor books in one step, of a professional: sites of associations have no such booking.
 *
 * @param lock takes its row for this transaction.
 * @returns null for any other, and for one that has begun or that the caller may not know of.
 */
export async function oneStepSlot(
  sql: Sql,
  caller: Caller,
  slotId: string,
  { lock }: { lock: boolean },
): Promise<OneStepSlot | null> {
  if (!isId(slotId)) return null;
  const bind = new Bindings();
  const { from, where } = vendorSlotKnownTo(caller, slotId, bind);
  const rows = await sql.query<OneStepSlot & Record<string, unknown>>(
    `select s.id, s.own_id as "ownId", e.id as "editorId", e.deadline_ms as "editorDeadlineMs",
       s.schedule_id as "scheduleId", s.national_id as "practitionerNationalId",
       s.starts_at as "startsAt", s.ends_at as "endsAt", s.booking, s.booking_url as "bookingUrl", s.offered
     from ${from}
     join editor e on e.id = s.editor_id and e.enabled and e.books_in_one_step
     where s.kind = 'practitioner' and s.own_id is not null and ${where}
     ${lock ? 'for no key update of s' : ''}`,
    bind.values,
  );
  return rows[0] ?? null;
}

/** Its editor says that it is taken: searches show it no more, until an answer offers it again. */
export async function withdrawOneStepSlot(sql: Sql, slotId: string): Promise<void> {
  await sql.query(
    `with taken as (update vendor_slot set offered = false where id = $1
       returning editor_id, kind, national_id)
     update vendor_answer a set digest = null from taken t
     where (a.editor_id, a.kind, a.national_id) = (t.editor_id, t.kind, t.national_id)`,
    [slotId],
  );
}
