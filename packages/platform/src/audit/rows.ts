import type { Sql } from '../database/database.ts';
import { ENTRY_COLUMNS, type StoredEntry } from './entry.ts';
import type { SegmentHeader } from './segment.ts';

/** Entries read at once. */
const BATCH = 5_000;

/** A header as it stands in the database. */
export interface StoredSegment extends SegmentHeader {
  /** When its entries were erased. */
  purgedAt: Date | null;
}

export const SEGMENT_COLUMNS = `number, last_id as "lastId", first_at as "firstAt", last_at as "lastAt",
  entries, content, previous, hash, purged_at as "purgedAt"`;

/** Entries with `after < id <= upTo`, in order, a batch at a time. */
export async function* readEntries(
  sql: Sql,
  after: number,
  upTo: number,
): AsyncGenerator<StoredEntry> {
  for (let from = after; ;) {
    const rows = await sql.query<StoredEntry & Record<string, unknown>>(
      `select ${ENTRY_COLUMNS} from audit_entry where id > $1 and id <= $2 order by id limit ${BATCH}`,
      [from, upTo],
    );
    yield* rows;
    if (rows.length < BATCH) return;
    from = rows.at(-1)!.id;
  }
}

/** The newest segment; null before the first. */
export async function readHead(sql: Sql): Promise<StoredSegment | null> {
  const rows = await sql.query<StoredSegment & Record<string, unknown>>(
    `select ${SEGMENT_COLUMNS} from audit_segment order by number desc limit 1`,
  );
  return rows[0] ?? null;
}
