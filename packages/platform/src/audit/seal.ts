import type { Database, Sql } from '../database/database.ts';
import { readEntries, readHead } from './rows.ts';
import { GENESIS, hashContent, segmentHash } from './segment.ts';

/** Shared by whoever writes an entry (migration 0006). */
const WRITING = 7_150_016;
/** One process seals at a time. */
const SEALING = 7_150_017;

/**
 * Seals the entries up to the last full hour into one segment. Entries of the running hour wait.
 *
 * @returns entries sealed; 0 where there is nothing to seal or another process does it.
 */
export async function sealAudit(database: Database): Promise<number> {
  const upTo = await database.transaction(lastOfHour);
  return upTo === null ? 0 : database.transaction((sql) => seal(sql, upTo));
}

/** The last entry before the running hour, once every entry that was being written then is there. */
async function lastOfHour(sql: Sql): Promise<number | null> {
  await sql.query('select pg_advisory_xact_lock($1)', [WRITING]);
  const rows = await sql.query<{ id: number | null }>(
    `select max(id) as id from audit_entry
     where id > (select coalesce(max(last_id), 0) from audit_segment)
       and at < date_trunc('hour', sas_now())`,
  );
  return rows[0]!.id;
}

async function seal(sql: Sql, upTo: number): Promise<number> {
  const locked = await sql.query<{ mine: boolean }>(
    'select pg_try_advisory_xact_lock($1) as mine',
    [SEALING],
  );
  const head = await readHead(sql);
  if (!locked[0]!.mine || (head !== null && head.lastId >= upTo)) return 0;
  const hash = hashContent();
  for await (const entry of readEntries(sql, head?.lastId ?? 0, upTo)) hash.add(entry);
  const { firstAt, lastAt, entries, content } = hash.end();
  const header = {
    number: (head?.number ?? 0) + 1,
    lastId: upTo,
    firstAt: firstAt!,
    lastAt: lastAt!,
    entries,
    content,
    previous: head?.hash ?? GENESIS,
  };
  await sql.query(
    `insert into audit_segment (number, last_id, first_at, last_at, entries, content, previous, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      header.number,
      header.lastId,
      header.firstAt,
      header.lastAt,
      header.entries,
      header.content,
      header.previous,
      segmentHash(header),
    ],
  );
  return entries;
}
