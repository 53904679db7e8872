import { createHash } from 'node:crypto';
import { noteRecord } from '../audit/trail.ts';
import type { Database, Sql } from '../database/database.ts';
import { ProblemError } from './problem.ts';

/** A creation that a caller may repeat safely. */
export interface IdempotentCreation {
  /** The caller's scope, the operation included. */
  scope: string;
  key: string | undefined;
  /** Whatever makes two requests the same: operation, path, body. */
  request: unknown;
}

/** What a creation answered. */
export interface Made {
  id: string;
  /** False where the same key had made it before. */
  created: boolean;
}

/** Two bodies with the same members in another order are the same request. */
function sortMembers(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function hash(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}

/**
 * Creates once. The key is written in the transaction that creates, as hashes with the resource's id;
 * the same key and request answer that id again for 24 h.
 *
 * @param create makes the resource and answers its id.
 * @returns the id, and whether it was made now.
 * @throws {ProblemError} 422 for another request under the same key, 409 while the first still runs.
 */
export async function createOnce(
  database: Database,
  creation: IdempotentCreation,
  create: (sql: Sql) => Promise<string>,
): Promise<Made> {
  return database.transaction(async (sql) => {
    if (creation.key === undefined) return made(await create(sql));
    const keyHash = hash(creation.key);
    const requestHash = hash(JSON.stringify(creation.request, sortMembers));
    const before = await claim(sql, creation.scope, keyHash);
    if (before !== null) {
      if (before.request !== requestHash) throw new ProblemError('idempotency-key-reused');
      noteRecord(before.resource, 'replayed');
      return { id: before.resource, created: false };
    }
    const id = await create(sql);
    await sql.query(
      `insert into idempotency (caller, key_hash, request_hash, resource_id, created_at)
       values ($1, $2, $3, $4, sas_now())
       on conflict (caller, key_hash) do update
         set request_hash = excluded.request_hash, resource_id = excluded.resource_id,
             created_at = excluded.created_at`,
      [creation.scope, keyHash, requestHash, id],
    );
    return made(id);
  });
}

/** What was made came to nothing: the same request may be made again under its key. */
export async function forgetMade(sql: Sql, { scope, key }: IdempotentCreation): Promise<void> {
  if (key === undefined) return;
  await sql.query('delete from idempotency where caller = $1 and key_hash = $2', [
    scope,
    hash(key),
  ]);
}

function made(id: string): Made {
  noteRecord(id);
  return { id, created: true };
}

/**
 * Reads what a creation made, for the answer.
 *
 * @throws {ProblemError} 410 `gone` where the key made it earlier and it has been deleted since.
 */
export async function readMade<T>(
  { id, created }: Made,
  read: (id: string) => Promise<T>,
): Promise<T> {
  try {
    return await read(id);
  } catch (error) {
    const missing = error instanceof ProblemError && error.code === 'not-found';
    if (!missing || created) throw error;
    throw new ProblemError('gone', 'This key made it earlier; it has been deleted since.');
  }
}

/** Takes the key for this transaction; answers what it made before, if anything. */
async function claim(sql: Sql, caller: string, keyHash: string) {
  const locked = await sql.query<{ free: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free',
    [`${caller} ${keyHash}`],
  );
  if (!locked[0]!.free) throw new ProblemError('idempotency-key-in-use');
  const rows = await sql.query<{ request: string; resource: string }>(
    `select request_hash as request, resource_id as resource from idempotency
     where caller = $1 and key_hash = $2 and created_at > sas_now() - interval '24 hours'`,
    [caller, keyHash],
  );
  return rows[0] ?? null;
}
