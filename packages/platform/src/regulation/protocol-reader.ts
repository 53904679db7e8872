import type { Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { components } from '../generated/platform.ts';
import { formatInstant } from '../http/instants.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { notFound } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { type Right, rolesWith } from '../identity/rights.ts';
import { Bindings, territoriesWith } from '../identity/visibility.ts';
import type { ProtocolFacts } from './decisions.ts';

type Schemas = components['schemas'];
export type Protocol = Schemas['Protocol'];

interface StoredSignature {
  holder: Schemas['HolderSide'];
  name: string;
  /** RFC 3339. */
  at: string;
}

interface ProtocolRow
  extends Record<string, unknown>, Omit<Protocol, 'created' | 'signatures' | 'ended'> {
  family: string;
  createdAt: Date;
  zone: string;
  signatures: StoredSignature[];
  ended: StoredSignature | null;
}

/** On the civil day of the territory. */
const TODAY = '(sas_now() at time zone t.time_zone)::date';
const SIGNED = (p: string) =>
  `(select count(*) from protocol_signature s where s.protocol_id = ${p}.id) = 2`;

/** A version gives way to a later one as soon as that one holds. */
const STATE = `case when not ${SIGNED('p')} then 'draft'
  when exists (select from protocol_end e where e.protocol_id = p.id)
    or p.valid_until < ${TODAY} or exists (select from protocol later where later.family = p.family
    and later.version > p.version and ${SIGNED('later')} and later.valid_from <= ${TODAY}) then 'ended'
  when p.valid_from > ${TODAY} then 'coming' else 'in-force' end`;

/** SQL: who ended protocol `p` before its day; null where nobody did. */
const ENDED = `(select jsonb_build_object('holder', e.holder, 'name', e.holder_name, 'at', e.ended_at)
  from protocol_end e where e.protocol_id = p.id)`;

const SELECT = `select p.id, p.family, p.territory_id as territory, p.purpose, p.title, p.version,
  ${STATE} as state, p.outcomes, p.roles, p.body as text, p.source, p.valid_from::text as "validFrom",
  p.valid_until::text as "validUntil", p.supersedes, p.created_at as "createdAt", t.time_zone as zone,
  (select coalesce(jsonb_agg(jsonb_build_object('holder', s.holder, 'name', s.holder_name,
    'at', s.signed_at) order by s.signed_at), '[]') from protocol_signature s
    where s.protocol_id = p.id) as signatures, ${ENDED} as ended
  from protocol p join territory t on t.id = p.territory_id`;

function toProtocol({
  family: _,
  createdAt,
  zone,
  signatures,
  ended,
  ...protocol
}: ProtocolRow): Protocol {
  const toSignature = ({ at, ...signature }: StoredSignature) => ({
    ...signature,
    at: formatInstant(new Date(at), zone),
  });
  return {
    ...protocol,
    signatures: signatures.map(toSignature),
    ...(ended !== null && { ended: toSignature(ended) }),
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
    const [created, id] = decodeCursor(cursor, ['instant', 'id']);
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
