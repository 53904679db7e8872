import { askAgainAbout } from '../../aggregation/slots/one-step-slots.ts';
import type { Database, Sql } from '../../database/database.ts';
import { enqueue } from '../../outbox/rows.ts';
import { actAs } from '../acting.ts';

/** The kind of outbox rows that cancel what editors booked in one step; each editor is a lane. */
export const CANCELLATION_KIND = 'editor-cancellation';

/** From the editor's deadline until its request is repeated, seconds. */
export const AFTER_DEADLINE_SECONDS = 5;

/**
 * Somebody wants it cancelled: its editor is asked by the outbox until it has answered. Of several who do, it is
 * the doing of whoever would be warned of it.
 *
 * @param by whose doing it is, once it is cancelled; null where another appointment takes its place.
 */
export async function askCancellation(sql: Sql, id: string, by: string | null): Promise<void> {
  const rows = await sql.query<{ editor: string; deadlineMs: number | null }>(
    `update appointment a set cancellation = 'asked', changed_at = sas_now(),
       cancel_asked_at = case a.cancellation when 'asked' then a.cancel_asked_at else sas_now() end,
       cancel_asked_by = case when a.cancellation = 'asked' and a.cancel_asked_by = (select o.made_by
           from orientation o where o.appointment_id = a.id and o.withdrawn_at is null)
         then a.cancel_asked_by else coalesce($2, a.cancel_asked_by) end
     where a.id = $1 and a.asked_slot is not null
     returning a.editor, (select e.deadline_ms from editor e where e.id = a.editor) as "deadlineMs"`,
    [id, by],
  );
  const [asked] = rows;
  if (asked === undefined) return;
  const waiting = await sql.query(
    `select 1 as one from outbox where kind = $1 and subject = $2 and state = 'waiting'`,
    [CANCELLATION_KIND, id],
  );
  if (waiting.length > 0) return;
  await enqueue(sql, {
    ...{ kind: CANCELLATION_KIND, lane: asked.editor, subject: id, payload: { appointment: id } },
    afterSeconds: (asked.deadlineMs ?? 0) / 1_000 + AFTER_DEADLINE_SECONDS,
  });
}

/**
 * An appointment is booked that takes the place of another: that one is cancelled now, unless somebody has
 * given up the new one meanwhile.
 */
export async function cancelReplaced(sql: Sql, id: string): Promise<void> {
  const rows = await sql.query<{ id: string }>(
    `select former.id from appointment a join appointment former on former.id = a.replaces
     where a.id = $1 and a.status = 'booked' and a.cancellation is null
       and former.status = 'booked' and former.cancellation is null`,
    [id],
  );
  for (const former of rows) await askCancellation(sql, former.id, null);
}

/** What the rest of this transaction does to it is the doing of whoever wants it cancelled, if anybody. */
export async function actAsAsked(sql: Sql, id: string): Promise<void> {
  const rows = await sql.query<{ by: string }>(
    `select cancel_asked_by as by from appointment
     where id = $1 and cancellation = 'asked' and cancel_asked_by is not null`,
    [id],
  );
  if (rows[0] !== undefined) await actAs(sql, rows[0].by);
}

/** Its editor says that it does not stand in its agenda, no more or never did: older words count no more. */
export function settleCancelled(database: Database, id: string): Promise<void> {
  return database.transaction(async (sql) => {
    await actAsAsked(sql, id);
    await askAgainAbout(sql, id);
    await sql.query(
      `update appointment set status = 'cancelled', cancellation = null, cancel_asked_at = null,
         cancel_asked_by = null, overdue_at = null, asked_until = null, digest = coalesce(digest, ''),
         written_at = greatest(written_at, sas_now()), changed_at = sas_now()
       where id = $1 and cancellation is not null`,
      [id],
    );
  });
}

/** Its editor does not cancel it: the practice does. */
export async function noteRefused(sql: Sql, id: string): Promise<void> {
  await sql.query(
    `update appointment set cancellation = 'refused', cancel_asked_by = null, changed_at = sas_now()
     where id = $1 and cancellation = 'asked'`,
    [id],
  );
}
