import type { Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { components } from '../generated/platform.ts';
import type { Versioned } from '../http/etag.ts';
import { formatInstant } from '../http/instants.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { notFound } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { Right } from '../identity/rights.ts';
import { Bindings } from '../identity/visibility.ts';
import type { Grant, GrantableRole } from './grants.ts';
import { accountsWithin, rolesWithin } from './reach.ts';

export type Account = components['schemas']['Account'];

/** An account is of a person, not of a place. */
const ZONE = 'Europe/Paris';

export interface AccountQuery {
  role?: GrantableRole;
  territory?: string;
  status?: Account['status'];
  limit: number;
  cursor?: string;
}

interface AccountRow extends Record<string, unknown> {
  id: string;
  nationalId: string;
  family: string;
  given: string | null;
  email: string | null;
  status: Account['status'];
  roles: Account['roles'];
  structures: string[];
  communities: string[];
  created: Date;
  signedIn: Date | null;
  version: number;
}

function selectAccounts(caller: Caller, bind: Bindings): string {
  return `select a.id, a.national_id as "nationalId", a.family, a.given, a.email, a.status,
    a.structures, a.communities, a.created_at as created, a.signed_in_at as "signedIn", a.version,
    coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'territory', r.territory_id)
        || case when r.holder is null then '{}' else jsonb_build_object('holder', r.holder) end
      order by r.role, r.territory_id) from account_role r
      where r.account_id = a.id and ${rolesWithin(caller, 'account:read', 'r', bind)}), '[]') as roles
    from account a`;
}

function toAccount({ version: _version, created, signedIn, ...row }: AccountRow): Account {
  return {
    ...row,
    created: formatInstant(created, ZONE),
    lastSignIn: signedIn === null ? null : formatInstant(signedIn, ZONE),
  };
}

/** Accounts that the caller may know of, by name. */
export async function listAccounts(
  sql: Sql,
  caller: Caller,
  query: AccountQuery,
): Promise<Page<Account>> {
  const bind = new Bindings();
  const select = selectAccounts(caller, bind);
  const conditions = [accountsWithin(caller, 'account:read', 'a', bind)];
  if (query.status !== undefined) conditions.push(`a.status = ${bind.add(query.status)}`);
  if (query.role !== undefined || query.territory !== undefined) {
    const [role, territory] = [bind.add(query.role ?? null), bind.add(query.territory ?? null)];
    conditions.push(`exists (select from account_role r where r.account_id = a.id
      and (${role}::text is null or r.role = ${role})
      and (${territory}::text is null or r.territory_id = ${territory})
      and ${rolesWithin(caller, 'account:read', 'r', bind)})`);
  }
  if (query.cursor !== undefined) {
    const [family, id] = decodeCursor(query.cursor, ['string', 'string']);
    conditions.push(`(a.family, a.id::text) > (${bind.add(family)}, ${bind.add(id)})`);
  }
  const rows = await sql.query<AccountRow>(
    `${select} where ${conditions.join(' and ')}
     order by a.family, a.id::text limit ${bind.add(query.limit + 1)}`,
    bind.values,
  );
  return toPage(rows, query.limit, (row) => [row.family, row.id], toAccount);
}

/** @throws {ProblemError} 404 for an account that does not exist or is beyond the caller's reach. */
export async function getAccount(
  sql: Sql,
  caller: Caller,
  id: string,
): Promise<Versioned<Account>> {
  const bind = new Bindings();
  const select = selectAccounts(caller, bind);
  const rows = isId(id)
    ? await sql.query<AccountRow>(
        `${select} where a.id = ${bind.add(id)} and ${accountsWithin(caller, 'account:read', 'a', bind)}`,
        bind.values,
      )
    : [];
  if (rows[0] === undefined) throw notFound('account');
  return { resource: toAccount(rows[0]), version: rows[0].version };
}

/** An account taken for a change, with all its roles. */
export interface LockedAccount {
  id: string;
  nationalId: string;
  email: string | null;
  status: Account['status'];
  version: number;
  structures: string[];
  communities: string[];
  /** `reached`: the caller knows of it. */
  roles: (Grant & { reached: boolean })[];
}

/**
 * Takes an account for this transaction.
 *
 * @param reach the right that must reach it; null takes it whoever asks.
 * @throws {ProblemError} 404
 */
export async function lockAccount(
  sql: Sql,
  caller: Caller,
  id: string,
  reach: Right | null,
): Promise<LockedAccount> {
  const bind = new Bindings();
  const condition = reach === null ? 'true' : accountsWithin(caller, reach, 'a', bind);
  const rows = isId(id)
    ? await sql.query<Omit<LockedAccount, 'roles'> & Record<string, unknown>>(
        `select a.id, a.national_id as "nationalId", a.email, a.status, a.version, a.structures,
           a.communities
         from account a where a.id = ${bind.add(id)} and ${condition} for update`,
        bind.values,
      )
    : [];
  if (rows[0] === undefined) throw notFound('account');
  const roleBind = new Bindings();
  const account = roleBind.add(rows[0].id);
  const roles = await sql.query<LockedAccount['roles'][number] & Record<string, unknown>>(
    `select r.role, r.territory_id as territory, r.holder,
       ${rolesWithin(caller, 'account:write', 'r', roleBind)} is true as reached
     from account_role r where r.account_id = ${account} order by r.role, r.territory_id`,
    roleBind.values,
  );
  return { ...rows[0], roles };
}
