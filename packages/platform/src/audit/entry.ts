import type { Sql } from '../database/database.ts';

/** What is written of one act. No health data, no contact, no token, no address. */
export interface AuditEntry {
  /** Stable name of the person or machine; `public` for visitors. */
  subject: string;
  roles: readonly string[];
  /** Operation of the contract, or a command's name. */
  operation: string;
  /** The right under which it was done, `resource:action`; null where none is needed. */
  right: string | null;
  /** Kind of the record: `appointment`, `contact`, `schedule` … */
  kind: string;
  /** Id of the record; null where there is not one. */
  record: string | null;
  /** `replayed`: the same request again, by its idempotency key; nothing was made. */
  result: 'done' | 'replayed';
}

/** An entry as it stands in the database, which gave it number and time. */
export interface StoredEntry extends AuditEntry {
  id: number;
  /** Whole seconds. */
  at: Date;
}

/** Appends one entry, in the transaction of the act where there is one. */
export async function writeEntry(sql: Sql, entry: AuditEntry): Promise<void> {
  const { subject, roles, operation, right, kind, record, result } = entry;
  await sql.query(
    `insert into audit_entry (subject, roles, operation, right_held, kind, record, result)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [subject, roles, operation, right, kind, record, result],
  );
}

/** The columns of a stored entry. */
export const ENTRY_COLUMNS =
  'id, at, subject, roles, operation, right_held as "right", kind, record, result';

/** An entry as one line that depends on nothing but its content: what seals are made over. */
export function canonicalEntry(entry: StoredEntry): string {
  const { id, at, subject, roles, operation, right, kind, record, result } = entry;
  const seconds = `${at.toISOString().slice(0, 19)}Z`;
  return JSON.stringify([id, seconds, subject, roles, operation, right, kind, record, result]);
}
