import { type Database, type Sql, sqlFailure } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import { getTerritory } from '../directory/territories.ts';
import type { components } from '../generated/platform.ts';
import { createOnce, type IdempotentCreation, readMade } from '../http/idempotency.ts';
import { formatInstant } from '../http/instants.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { bodyProblem, notFound, parameterProblem, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { type Right, rolesWith } from '../identity/rights.ts';
import { Bindings, territoriesWith } from '../identity/visibility.ts';
import type { ProtocolFacts } from './decisions.ts';

type Schemas = components['schemas'];
export type Protocol = Schemas['Protocol'];
type Request = Schemas['ProtocolRequest'];

interface ProtocolRow extends Record<string, unknown>, Omit<Protocol, 'created' | 'signatures'> {
  family: string;
  createdAt: Date;
  zone: string;
  signatures: { holder: Schemas['HolderSide']; name: string; at: string }[];
}

/** On the civil day of the territory. */
const TODAY = '(sas_now() at time zone t.time_zone)::date';
const SIGNED = (p: string) =>
  `(select count(*) from protocol_signature s where s.protocol_id = ${p}.id) = 2`;

/** A version gives way to a later one as soon as that one holds. */
const STATE = `case when not ${SIGNED('p')} then 'draft'
  when p.valid_until < ${TODAY} or exists (select from protocol later where later.family = p.family
    and later.version > p.version and ${SIGNED('later')} and later.valid_from <= ${TODAY}) then 'ended'
  when p.valid_from > ${TODAY} then 'coming' else 'in-force' end`;

const SELECT = `select p.id, p.family, p.territory_id as territory, p.purpose, p.title, p.version,
  ${STATE} as state, p.outcomes, p.roles, p.body as text, p.source, p.valid_from::text as "validFrom",
  p.valid_until::text as "validUntil", p.supersedes, p.created_at as "createdAt", t.time_zone as zone,
  (select coalesce(jsonb_agg(jsonb_build_object('holder', s.holder, 'name', s.holder_name,
    'at', s.signed_at) order by s.signed_at), '[]') from protocol_signature s
    where s.protocol_id = p.id) as signatures
  from protocol p join territory t on t.id = p.territory_id`;

function toProtocol({
  family: _,
  createdAt,
  zone,
  signatures,
  ...protocol
}: ProtocolRow): Protocol {
  return {
    ...protocol,
    signatures: signatures.map(({ at, ...signature }) => ({
      ...signature,
      at: formatInstant(new Date(at), zone),
    })),
    created: formatInstant(createdAt, zone),
  };
}

/** The SQL condition for the protocols that a right reaches. */
function protocolsWithin(caller: Caller, right: Right, bind: Bindings): string {
  if (rolesWith(caller, right, 'everything').length > 0) return 'true';
  return `p.territory_id = any(${bind.add(territoriesWith(caller, right))}::text[])`;
}

export interface ProtocolQuery {
  territory?: string;
  purpose?: Protocol['purpose'];
  state?: Protocol['state'];
  limit: number;
  cursor?: string;
}

/** Newest first. */
export async function listProtocols(
  sql: Sql,
  caller: Caller,
  { territory, purpose, state, limit, cursor }: ProtocolQuery,
): Promise<Page<Protocol>> {
  const bind = new Bindings();
  const conditions = [protocolsWithin(caller, 'protocol:read', bind)];
  if (territory !== undefined) conditions.push(`p.territory_id = ${bind.add(territory)}`);
  if (purpose !== undefined) conditions.push(`p.purpose = ${bind.add(purpose)}`);
  if (state !== undefined) conditions.push(`${STATE} = ${bind.add(state)}`);
  if (cursor !== undefined) {
    const [created, id] = decodeCursor(cursor, ['instant', 'string']);
    if (!isId(String(id)))
      throw parameterProblem('invalid-cursor', 'cursor', 'cursor is not one of this list');
    conditions.push(
      `(p.created_at, p.id) < (${bind.add(created)}::timestamptz, ${bind.add(id)}::uuid)`,
    );
  }
  const rows = await sql.query<ProtocolRow>(
    `${SELECT} where ${conditions.join(' and ')} order by p.created_at desc, p.id desc
     limit ${bind.add(limit + 1)}`,
    bind.values,
  );
  return toPage(rows, limit, (row) => [row.createdAt.toISOString(), row.id], toProtocol);
}

/** @throws {ProblemError} 404. */
export async function getProtocol(
  sql: Sql,
  caller: Caller,
  id: string,
  right: Right = 'protocol:read',
): Promise<Protocol> {
  const bind = new Bindings();
  const rows = isId(id)
    ? await sql.query<ProtocolRow>(
        `${SELECT} where p.id = ${bind.add(id)} and ${protocolsWithin(caller, right, bind)}`,
        bind.values,
      )
    : [];
  if (rows[0] === undefined) throw notFound('protocol');
  return toProtocol(rows[0]);
}

/** What deciding under a protocol looks at; null for one that is not there. */
export async function protocolFacts(
  sql: Sql,
  id: string | undefined,
): Promise<ProtocolFacts | null> {
  const rows = isId(id ?? '')
    ? await sql.query<ProtocolRow>(`${SELECT} where p.id = $1`, [id])
    : [];
  return rows[0] ?? null;
}

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
async function lockProtocol(sql: Sql, caller: Caller, id: string, right: Right): Promise<Protocol> {
  const found = await getProtocol(sql, caller, id, right);
  await sql.query('select 1 from protocol where id = $1 for update', [id]);
  return found;
}

/**
 * Signs for a holder of the territory.
 *
 * @throws {ProblemError} 404, 409 `protocol-signed` where the holder or the account has signed already,
 * 422 `unknown-holder`.
 */
export async function signProtocol(
  database: Database,
  caller: Caller,
  id: string,
  holder: Schemas['HolderSide'],
): Promise<Protocol> {
  const { subject } = caller.identity;
  const write = database.transaction(async (sql) => {
    const protocol = await lockProtocol(sql, caller, id, 'protocol:sign');
    const same = await sql.query(
      `select 1 from protocol_signature where protocol_id = $1 and holder = $2 and signed_by = $3`,
      [id, holder, subject],
    );
    if (same.length > 0) return;
    const { territory } = await getTerritory(sql, protocol.territory);
    const named = territory.holders.find(({ side }) => side === holder);
    if (named === undefined) {
      throw bodyProblem('unknown-holder', '/holder', 'The territory names no holder of this side.');
    }
    await sql.query(
      `insert into protocol_signature (protocol_id, holder, holder_name, signed_by, signed_at)
       values ($1, $2, $3, $4, sas_now())`,
      [id, holder, named.name, subject],
    );
  });
  await write.catch((error: unknown) => {
    const failed = sqlFailure(error)?.constraint;
    if (failed === 'protocol_signature_pkey') {
      throw new ProblemError('protocol-signed', 'Somebody has signed for this holder.');
    }
    if (failed === 'protocol_signed_by_two') {
      throw new ProblemError('protocol-signed', 'You have signed for the other holder.');
    }
    throw error;
  });
  return getProtocol(database, caller, id);
}

/** Drops a draft that nobody has signed. @throws {ProblemError} 404, 409 `protocol-signed`. */
export async function removeProtocol(
  database: Database,
  caller: Caller,
  id: string,
): Promise<void> {
  await database.transaction(async (sql) => {
    await lockProtocol(sql, caller, id, 'protocol:write');
    const signed = await sql.query('select 1 from protocol_signature where protocol_id = $1', [id]);
    if (signed.length > 0) throw new ProblemError('protocol-signed');
    const later = await sql.query('select 1 from protocol where supersedes = $1', [id]);
    if (later.length > 0) {
      throw new ProblemError('protocol-signed', 'There is a later version of it.');
    }
    await sql.query('delete from protocol where id = $1', [id]);
  });
}
