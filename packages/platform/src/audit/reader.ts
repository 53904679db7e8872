import type { Database } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { formatInstant, instantParameter } from '../http/instants.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { Bindings } from '../identity/visibility.ts';
import { ENTRY_COLUMNS, type StoredEntry } from './entry.ts';
import { SEGMENT_COLUMNS, type StoredSegment } from './rows.ts';

type AuditSegment = components['schemas']['AuditSegment'];
type AuditEntry = components['schemas']['AuditEntry'];

/** The trail is of the platform, not of a place. */
const ZONE = 'Europe/Paris';

export interface AuditQuery {
  from?: string;
  to?: string;
  subject?: string;
  record?: string;
  limit: number;
  cursor?: string;
}

/** Entries in the order of their numbers. @throws {ProblemError} 400. */
export async function listAudit(database: Database, query: AuditQuery): Promise<Page<AuditEntry>> {
  const bind = new Bindings();
  const conditions = ['true'];
  if (query.from !== undefined)
    conditions.push(`at >= ${bind.add(instantParameter('from', query.from))}`);
  if (query.to !== undefined) conditions.push(`at < ${bind.add(instantParameter('to', query.to))}`);
  if (query.subject !== undefined) conditions.push(`subject = ${bind.add(query.subject)}`);
  if (query.record !== undefined) conditions.push(`record = ${bind.add(query.record)}`);
  if (query.cursor !== undefined)
    conditions.push(`id > ${bind.add(decodeCursor(query.cursor, ['integer'])[0])}`);
  const rows = await database.query<StoredEntry & Record<string, unknown>>(
    `select ${ENTRY_COLUMNS} from audit_entry where ${conditions.join(' and ')}
     order by id limit ${bind.add(query.limit + 1)}`,
    bind.values,
  );
  const toItem = (row: StoredEntry): AuditEntry => ({
    ...row,
    roles: [...row.roles],
    at: formatInstant(row.at, ZONE),
  });
  return toPage(rows, query.limit, (row) => [row.id], toItem);
}

/** Seals in the order of their numbers. @throws {ProblemError} 400. */
export async function listSegments(
  database: Database,
  query: { limit: number; cursor?: string },
): Promise<Page<AuditSegment>> {
  const after = query.cursor === undefined ? 0 : decodeCursor(query.cursor, ['integer'])[0];
  const rows = await database.query<StoredSegment & Record<string, unknown>>(
    `select ${SEGMENT_COLUMNS} from audit_segment where number > $1 order by number limit $2`,
    [after, query.limit + 1],
  );
  const toItem = (row: StoredSegment): AuditSegment => ({
    ...row,
    firstAt: formatInstant(row.firstAt, ZONE),
    lastAt: formatInstant(row.lastAt, ZONE),
    purgedAt: row.purgedAt === null ? null : formatInstant(row.purgedAt, ZONE),
  });
  return toPage(rows, query.limit, (row) => [row.number], toItem);
}
