import type { Sql } from '../../database/database.ts';
import { enqueue } from '../../outbox/rows.ts';

/** The kind of outbox rows that cancel what editors booked in one step; each editor is a lane. */
export const CANCELLATION_KIND = 'editor-cancellation';

/** From the editor's deadline until its request is repeated, seconds. */
export const AFTER_DEADLINE_SECONDS = 5;

/** Somebody wants it cancelled: its editor is asked by the outbox until it has answered. */
export async function askCancellation(sql: Sql, id: string): Promise<void> {
  const rows = await sql.query<{ editor: string; deadlineMs: number | null }>(
    `update appointment a set cancellation = 'asked', changed_at = sas_now(),
       cancel_asked_at = case a.cancellation when 'asked' then a.cancel_asked_at else sas_now() end
     where a.id = $1 and a.asked_slot is not null
     returning a.editor, (select e.deadline_ms from editor e where e.id = a.editor) as "deadlineMs"`,
    [id],
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
  for (const former of rows) await askCancellation(sql, former.id);
}

/** Its editor says that it does not stand in its agenda, no more or never did: older words count no more. */
export async function settleCancelled(sql: Sql, id: string): Promise<void> {
  await sql.query(
    `update appointment set status = 'cancelled', cancellation = null, cancel_asked_at = null,
       overdue_at = null, asked_until = null, digest = coalesce(digest, ''),
       written_at = greatest(written_at, sas_now()), changed_at = sas_now()
     where id = $1 and cancellation is not null`,
    [id],
  );
}

/** Its editor does not cancel it: the practice does. */
export async function noteRefused(sql: Sql, id: string): Promise<void> {
  await sql.query(
    `update appointment set cancellation = 'refused', changed_at = sas_now()
     where id = $1 and cancellation = 'asked'`,
    [id],
  );
}
