import type { Database, Sql } from '../database/database.ts';
import type { OutboxRow } from './kind.ts';

/** A row to write. */
export interface NewRow {
  kind: string;
  lane: string;
  subject?: string;
  payload: unknown;
  /** Until the first attempt; none by default. */
  afterSeconds?: number;
}

/** How a row stands. */
export interface RowState {
  state: 'waiting' | 'delivered' | 'dead';
  /** Next attempt; null where none will be made. */
  dueAt: Date | null;
}

/** Writes a row, in the transaction of the change that it tells of. @returns its id. */
export async function enqueue(
  sql: Sql,
  { kind, lane, subject, payload, afterSeconds = 0 }: NewRow,
): Promise<number> {
  const rows = await sql.query<{ id: number }>(
    `insert into outbox (kind, lane, subject, payload, due_at)
     values ($1, $2, $3, $4, sas_now() + make_interval(secs => $5)) returning id`,
    [kind, lane, subject ?? null, JSON.stringify(payload), afterSeconds],
  );
  return rows[0]!.id;
}

/** Makes a waiting row due at once. @returns whether it was still waiting. */
export async function hasten(sql: Sql, id: number): Promise<boolean> {
  const rows = await sql.query(
    `update outbox set due_at = sas_now() where id = $1 and state = 'waiting' returning 1 as one`,
    [id],
  );
  return rows.length > 0;
}

/** How rows stand, by id; those that are not kept any more are missing. */
export async function readStates(sql: Sql, ids: readonly number[]): Promise<Map<number, RowState>> {
  const rows = await sql.query<RowState & { id: number } & Record<string, unknown>>(
    `select id, state, case when state = 'waiting' then due_at end as "dueAt"
     from outbox where id = any($1::bigint[])`,
    [ids],
  );
  return new Map(rows.map(({ id, state, dueAt }) => [id, { state, dueAt }]));
}

const DUE = `state = 'waiting' and due_at <= sas_now()
  and (leased_until is null or leased_until <= sas_now())`;

/** Lanes of these kinds in which something is due. */
export async function dueLanes(
  database: Database,
  kinds: readonly string[],
): Promise<{ kind: string; lane: string }[]> {
  return database.query<{ kind: string; lane: string }>(
    `select distinct kind, lane from outbox where kind = any($1::text[]) and ${DUE}`,
    [kinds],
  );
}

/**
 * Takes due rows of a lane for this process, oldest first, at most one of a subject: the next comes once
 * it has ended. Rows that another process is taking are left to it.
 */
export async function claim(
  database: Database,
  kind: string,
  lane: string,
  most: number,
  leaseSeconds: number,
): Promise<OutboxRow[]> {
  return database.query<OutboxRow & Record<string, unknown>>(
    `with taken as (
       update outbox set attempts = attempts + 1,
         leased_until = sas_now() + make_interval(secs => $4)
       where id in (select id from outbox o
         where kind = $1 and lane = $2 and ${DUE}
           and not exists (select from outbox e where e.kind = o.kind and e.lane = o.lane
             and e.subject = o.subject and e.state = 'waiting' and e.id < o.id)
         order by id limit $3 for update skip locked)
       returning id, lane, subject, payload, attempts as attempt, created_at as "createdAt")
     select * from taken order by id`,
    [kind, lane, most, leaseSeconds],
  );
}

/** Whoever took a row reports on it; a lease that ran out and was taken by another counts no more. */
async function report(database: Database, row: OutboxRow, set: string, ...values: unknown[]) {
  await database.query(
    `update outbox set leased_until = null, ${set}
     where id = $1 and attempts = $2 and state = 'waiting'`,
    [row.id, row.attempt, ...values],
  );
}

/** It has arrived. */
export function noteDelivered(database: Database, row: OutboxRow): Promise<void> {
  return report(database, row, `state = 'delivered', ended_at = sas_now()`);
}

/** It is tried again after some seconds. */
export function noteFailed(database: Database, row: OutboxRow, waitSeconds: number): Promise<void> {
  return report(database, row, 'due_at = sas_now() + make_interval(secs => $3)', waitSeconds);
}

/** It is given up. */
export function noteDead(database: Database, row: OutboxRow): Promise<void> {
  return report(database, row, `state = 'dead', ended_at = sas_now()`);
}

/** The platform stops: another process may have it at once, and the attempt did not count. */
export function giveBack(database: Database, row: OutboxRow): Promise<void> {
  return report(database, row, 'attempts = attempts - 1');
}
