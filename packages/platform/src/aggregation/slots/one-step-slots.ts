import type { Sql } from '../../database/database.ts';
import { isId } from '../../database/ids.ts';
import type { Caller } from '../../identity/caller.ts';
import { rolesWith } from '../../identity/rights.ts';
import { Bindings } from '../../identity/visibility.ts';
import type { Editor } from '../editors/editors.ts';
import { vendorSlotKnownTo } from './vendor-slots.ts';

/** A slot that its editor books in one step. */
export interface OneStepSlot {
  id: string;
  /** As its editor knows it. */
  ownId: string;
  editorId: string;
  editorDeadlineMs: Editor['deadlineMs'];
  scheduleId: string;
  /** Null for a site of an association. */
  practitionerNationalId: string | null;
  startsAt: Date;
  endsAt: Date;
  modalities: readonly string[];
  booking: 'ROUTINE' | 'WALKIN';
  bookingUrl: string | null;
  /** Whether the latest complete answer held it. */
  offered: boolean;
}

/** SQL: whether slot `slot` is one that its editor `editor` books in one step: INT_R03 names RPPS only. */
const booksInOneStep = (slot: string, editor: string) =>
  `${slot}.own_id is not null and ${editor}.enabled and ${editor}.books_in_one_step
   and (${slot}.kind = 'structure' or ${slot}.national_id like '8%')`;

/** SQL: whether this caller books slot `slot` of an editor here. */
export function bookableHere(caller: Caller, slot: string): string {
  if (!mayBook(caller)) return 'false';
  return `(${slot}.own_id is not null and ${slot}.booking = 'ROUTINE' and exists (
    select from editor e where e.id = ${slot}.editor_id and ${booksInOneStep(slot, 'e')}))`;
}

const mayBook = (caller: Caller) =>
  rolesWith(caller, 'appointment:book-at-editor', 'visible').length > 0;

/**
 * A slot that its editor books in one step.
 *
 * @param lock takes its row for this transaction.
 * @returns null for any other, for one that has begun or that the caller may not know of, and for whoever
 *   books none so.
 */
export async function oneStepSlot(
  sql: Sql,
  caller: Caller,
  slotId: string,
  { lock }: { lock: boolean },
): Promise<OneStepSlot | null> {
  if (!isId(slotId) || !mayBook(caller)) return null;
  const bind = new Bindings();
  const { from, where } = vendorSlotKnownTo(caller, slotId, bind);
  const rows = await sql.query<OneStepSlot & Record<string, unknown>>(
    `select s.id, s.own_id as "ownId", e.id as "editorId", e.deadline_ms as "editorDeadlineMs",
       s.schedule_id as "scheduleId", s.starts_at as "startsAt", s.ends_at as "endsAt",
       case s.kind when 'practitioner' then s.national_id end as "practitionerNationalId",
       s.modalities, s.booking, s.booking_url as "bookingUrl", s.offered
     from ${from} join editor e on e.id = s.editor_id and ${booksInOneStep('s', 'e')}
     where ${where}
     ${lock ? 'for no key update of s' : ''}`,
    bind.values,
  );
  return rows[0] ?? null;
}

/** Its editor says that it is taken: searches show it no more, until an answer offers it again. */
export async function withdrawOneStepSlot(sql: Sql, slotId: string): Promise<void> {
  // The answer's row first, then the slot's, as whoever keeps an answer takes them.
  await sql.query(
    `update vendor_answer a set digest = null from vendor_slot v
     where v.id = $1 and (a.editor_id, a.kind, a.national_id) = (v.editor_id, v.kind, v.national_id)`,
    [slotId],
  );
  await sql.query('update vendor_slot set offered = false where id = $1', [slotId]);
}

/**
 * Its editor has cancelled what stood in it: whether it offers it again is asked by the next search, however
 * fresh the answer is that was kept. Until then that answer's other slots stay.
 */
export async function askAgainAbout(sql: Sql, appointmentId: string): Promise<void> {
  await sql.query(
    `update vendor_answer a set window_to = a.window_from + interval '1 second'
     from vendor_slot v join appointment p on p.vendor_slot_id = v.id
     where p.id = $1 and (a.editor_id, a.kind, a.national_id) = (v.editor_id, v.kind, v.national_id)`,
    [appointmentId],
  );
}
