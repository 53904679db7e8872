import type { Database, Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { components } from '../generated/platform.ts';
import { createOnce, type IdempotentCreation, readMade } from '../http/idempotency.ts';
import { bodyProblem, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { Right } from '../identity/rights.ts';
import { territoriesWith } from '../identity/visibility.ts';
import { getProtocol, type Protocol } from './protocol-reader.ts';

type Schemas = components['schemas'];
type Request = Schemas['ProtocolRequest'];

/** Writes a draft. @throws {ProblemError} 403 for a territory that is not led, 422. */
export async function createProtocol(
  database: Database,
  caller: Caller,
  request: Request,
  creation: IdempotentCreation,
): Promise<Protocol> {
  checkRequest(request);
  if (!territoriesWith(caller, 'protocol:write').includes(request.territory)) {
    throw new ProblemError('forbidden', 'You do not lead this territory.');
  }
  const made = await createOnce(database, creation, (sql) => insertProtocol(sql, caller, request));
  return readMade(made, (id) => getProtocol(database, caller, id));
}

async function insertProtocol(sql: Sql, caller: Caller, request: Request): Promise<string> {
  const before =
    request.supersedes === undefined ? null : await lockLast(sql, request.supersedes, request);
  const rows = await sql.query<{ id: string }>(
    `with made as (select gen_random_uuid() as id)
     insert into protocol (id, family, version, territory_id, purpose, title, outcomes, roles, body,
       source, valid_from, valid_until, supersedes, created_by, created_at)
     select id, coalesce($1::uuid, id), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
       date_trunc('milliseconds', sas_now()) from made returning id`,
    [
      before?.family ?? null,
      (before?.version ?? 0) + 1,
      request.territory,
      request.purpose,
      request.title,
      request.outcomes,
      request.roles,
      request.text,
      request.source,
      request.validFrom,
      request.validUntil ?? null,
      request.supersedes ?? null,
      caller.identity.subject,
    ],
  );
  return rows[0]!.id;
}

/** The version before, with the number of the last one. @throws {ProblemError} 422 `invalid-value`. */
async function lockLast(
  sql: Sql,
  id: string,
  { territory, purpose }: Request,
): Promise<{ family: string; version: number }> {
  const rows = isId(id)
    ? await sql.query<{ family: string; version: number }>(
        `select p.family, (select max(version) from protocol each where each.family = p.family)::int
           as version from protocol p where p.id = $1 and p.territory_id = $2 and p.purpose = $3
         for no key update`,
        [id, territory, purpose],
      )
    : [];
  if (rows[0] !== undefined) return rows[0];
  throw bodyProblem('invalid-value', '/supersedes', 'No version of this territory and purpose.');
}

/** @throws {ProblemError} 422 with the member at fault. */
function checkRequest({ purpose, roles, validFrom, validUntil }: Request): void {
  if (
    (purpose === 'redirection') !== roles.includes('triage-nurse') ||
    (purpose === 'redirection' && roles.length > 1)
  ) {
    const detail = 'A redirection is for triage nurses and nobody else.';
    throw bodyProblem('invalid-value', '/roles', detail);
  }
  if (validUntil === undefined || validUntil >= validFrom) return;
  throw bodyProblem('end-before-start', '/validUntil', 'It would end before it begins.');
}

/** Takes a protocol for a change. @throws {ProblemError} 404. */
export async function lockProtocol(
  sql: Sql,
  caller: Caller,
  id: string,
  right: Right,
): Promise<Protocol> {
  const found = await getProtocol(sql, caller, id, right);
  await sql.query('select 1 from protocol where id = $1 for update', [id]);
  return found;
}

/**
 * Drops a draft, with the signature that it may have: whoever signed for the wrong holder begins anew.
 *
 * @throws {ProblemError} 404, 409 `protocol-signed` for one that both holders signed or that has a later version.
 */
export async function removeProtocol(
  database: Database,
  caller: Caller,
  id: string,
): Promise<void> {
  await database.transaction(async (sql) => {
    await lockProtocol(sql, caller, id, 'protocol:write');
    const { state } = await getProtocol(sql, caller, id, 'protocol:write');
    if (state !== 'draft') throw new ProblemError('protocol-signed');
    const later = await sql.query('select 1 from protocol where supersedes = $1', [id]);
    if (later.length > 0) {
      throw new ProblemError('protocol-signed', 'There is a later version of it.');
    }
    await sql.query('delete from protocol_signature where protocol_id = $1', [id]);
    await sql.query('delete from protocol where id = $1', [id]);
  });
}
