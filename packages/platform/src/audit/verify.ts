import type { Database, Sql } from '../database/database.ts';
import { readEntries, SEGMENT_COLUMNS, type StoredSegment } from './rows.ts';
import { GENESIS, hashContent, segmentHash } from './segment.ts';

/** A seal that somebody noted elsewhere: the trail must still hold it. */
export interface Anchor {
  number: number;
  hash: string;
}

/** What a check of the whole trail found. */
export interface AuditVerdict {
  intact: boolean;
  segments: number;
  /** Sealed entries that are still there. */
  entries: number;
  /** Entries of the running hour, which no seal protects yet. */
  unsealed: number;
  /** The newest seal: note it elsewhere, and give it as the anchor of a later check. */
  head: Anchor | null;
  /**
   * The first segment that is not what it was: `missing` from the sequence, its `header` changed, its
   * `previous` not the seal before, its `entries` changed, or not the `anchor`.
   */
  broken: {
    number: number;
    fault: 'missing' | 'header' | 'previous' | 'entries' | 'anchor';
  } | null;
}

/**
 * Proves the chain of seals, and every entry that has not been purged against its seal. Reads one
 * unchanging view of the database. Whoever may rewrite the database may rewrite the whole chain: only
 * an anchor kept elsewhere shows that.
 */
export async function verifyAudit(database: Database, anchor?: Anchor): Promise<AuditVerdict> {
  return database.transaction(async (sql) => {
    await sql.query('set transaction isolation level repeatable read, read only');
    const segments = await sql.query<StoredSegment & Record<string, unknown>>(
      `select ${SEGMENT_COLUMNS} from audit_segment order by number`,
    );
    let broken: AuditVerdict['broken'] = null;
    let entries = 0;
    for (const [index, segment] of segments.entries()) {
      const before = segments[index - 1];
      const fault = await faultOf(sql, segment, before, anchor);
      if (fault !== null) {
        broken = { number: before === undefined ? 1 : before.number + 1, fault };
        break;
      }
      if (segment.purgedAt === null) entries += segment.entries;
    }
    const head = segments.at(-1);
    if (broken === null && anchor !== undefined && anchor.number > (head?.number ?? 0))
      broken = { number: (head?.number ?? 0) + 1, fault: 'missing' };
    const rest = await sql.query<{ count: number }>(
      'select count(*)::int as count from audit_entry where id > $1',
      [head?.lastId ?? 0],
    );
    return {
      intact: broken === null,
      segments: segments.length,
      entries,
      unsealed: rest[0]!.count,
      head: head === undefined ? null : { number: head.number, hash: head.hash },
      broken,
    };
  });
}

type Fault = NonNullable<AuditVerdict['broken']>['fault'];

async function faultOf(
  sql: Sql,
  segment: StoredSegment,
  before: StoredSegment | undefined,
  anchor: Anchor | undefined,
): Promise<Fault | null> {
  if (segment.number !== (before?.number ?? 0) + 1) return 'missing';
  if (segment.hash !== segmentHash(segment)) return 'header';
  if (segment.previous !== (before?.hash ?? GENESIS)) return 'previous';
  if (anchor?.number === segment.number && anchor.hash !== segment.hash) return 'anchor';
  if (segment.purgedAt !== null) return null;
  const hash = hashContent();
  for await (const entry of readEntries(sql, before?.lastId ?? 0, segment.lastId)) hash.add(entry);
  const { entries, content } = hash.end();
  return entries === segment.entries && content === segment.content ? null : 'entries';
}
