import { leadsOfHolders } from '../accounts/leads.ts';
import { type Database, type Sql, sqlFailure } from '../database/database.ts';
import { getTerritory } from '../directory/territories.ts';
import type { components } from '../generated/platform.ts';
import { bodyProblem, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { getProtocol, type Protocol } from './protocol-reader.ts';
import { lockProtocol } from './protocols.ts';

type HolderSide = components['schemas']['HolderSide'];

/**
 * Signs for a holder of the territory.
 *
 * @throws {ProblemError} 403 `forbidden` where others are named for this holder, or the account for the other one,
 * 404, 409 `protocol-signed` where the holder or the account has signed already, or an account that nobody named for
 * the other holder of this territory, 422 `unknown-holder`.
 */
export async function signProtocol(
  database: Database,
  caller: Caller,
  id: string,
  holder: HolderSide,
): Promise<Protocol> {
  const { subject, account } = caller.identity;
  const write = database.transaction(async (sql) => {
    const protocol = await lockProtocol(sql, caller, id, 'protocol:sign');
    const same = await sql.query(
      `select 1 from protocol_signature where protocol_id = $1 and holder = $2 and signed_by = $3`,
      [id, holder, subject],
    );
    if (same.length > 0) return;
    const name = await holderName(sql, protocol.territory, holder);
    if (!(await isNamed(sql, account, protocol.territory, holder))) {
      await checkSide(sql, subject, protocol.territory, holder);
    }
    await sql.query(
      `insert into protocol_signature (protocol_id, holder, holder_name, signed_by, signed_at)
       values ($1, $2, $3, $4, sas_now())`,
      [id, holder, name, subject],
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

/**
 * Ends a signed protocol at once, for a holder of the territory, whichever its caller has signed for before. An
 * ended one is answered unchanged.
 *
 * @throws {ProblemError} 404, 409 `invalid-transition` for a draft, 422 `unknown-holder`.
 */
export async function endProtocol(
  database: Database,
  caller: Caller,
  id: string,
  holder: HolderSide,
): Promise<Protocol> {
  const { subject } = caller.identity;
  await database.transaction(async (sql) => {
    await lockProtocol(sql, caller, id, 'protocol:sign');
    const { state, territory } = await getProtocol(sql, caller, id, 'protocol:sign');
    if (state === 'draft') {
      throw new ProblemError('invalid-transition', 'It is a draft: it is dropped.');
    }
    if (state === 'ended') return;
    const name = await holderName(sql, territory, holder);
    await sql.query(
      `insert into protocol_end (protocol_id, holder, holder_name, ended_by, ended_at)
       values ($1, $2, $3, $4, sas_now())`,
      [id, holder, name, subject],
    );
  });
  return getProtocol(database, caller, id);
}

/** @throws {ProblemError} 422 `unknown-holder`. */
async function holderName(sql: Sql, territory: string, holder: HolderSide): Promise<string> {
  const { territory: found } = await getTerritory(sql, territory);
  const named = found.holders.find(({ side }) => side === holder);
  if (named !== undefined) return named.name;
  throw bodyProblem('unknown-holder', '/holder', 'The territory names no holder of this side.');
}

/**
 * Whether the account is named for this holder; false where nobody is, and it for no other.
 *
 * @throws {ProblemError} 403 `forbidden`.
 */
async function isNamed(
  sql: Sql,
  account: string | undefined,
  territory: string,
  holder: HolderSide,
): Promise<boolean> {
  const named = await leadsOfHolders(sql, territory);
  const own = named.find((lead) => lead.account === account);
  if (own?.holder === holder) return true;
  if (own === undefined && !named.some((lead) => lead.holder === holder)) return false;
  throw new ProblemError('forbidden', 'Other leads sign for this holder of the territory.');
}

/**
 * Where no account says to which holder a lead belongs, the one for which it signs first in a territory is its own.
 *
 * @throws {ProblemError} 409 `protocol-signed`.
 */
async function checkSide(
  sql: Sql,
  subject: string,
  territory: string,
  holder: HolderSide,
): Promise<void> {
  const others = await sql.query(
    `select 1 from protocol_signature s join protocol p on p.id = s.protocol_id
     where s.signed_by = $1 and p.territory_id = $2 and s.holder <> $3 limit 1`,
    [subject, territory, holder],
  );
  if (others.length === 0) return;
  throw new ProblemError('protocol-signed', 'You sign for the other holder of this territory.');
}
