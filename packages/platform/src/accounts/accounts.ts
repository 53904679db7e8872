import type { Database, Sql } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { checkVersion, requiredVersion, type Versioned } from '../http/etag.ts';
import { createOnce, type IdempotentCreation } from '../http/idempotency.ts';
import { bodyProblem, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { endSessionsOf } from '../identity/sessions/sessions.ts';
import { Bindings } from '../identity/visibility.ts';
import { type Account, getAccount, type LockedAccount, lockAccount } from './account-reader.ts';
import { accountFault, holderFault } from './account-rules.ts';
import { checkGrants, type Grant, grantChanges } from './grants.ts';
import { accountsWithin, checkHere } from './reach.ts';

type AccountRequest = components['schemas']['AccountRequest'];
type AccountUpdate = components['schemas']['AccountUpdate'];

/** What an account becomes. */
interface Wanted {
  roles?: readonly Grant[] | undefined;
  structures?: readonly string[] | undefined;
  communities?: readonly string[] | undefined;
  status?: Account['status'] | undefined;
  email?: string | null | undefined;
}

const toGrants = (roles: AccountRequest['roles']): Grant[] =>
  roles.map(({ role, territory, holder }) => ({
    role,
    territory: territory ?? null,
    holder: holder ?? null,
  }));

/** Makes and changes people's accounts, each time for somebody who may. */
export class Accounts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Gives a person its first roles here. One known in other territories only keeps what it has there.
   *
   * @throws {ProblemError} 409 `account-exists`, 403 `role-not-grantable`, 422 for what no account may be.
   */
  async create(
    caller: Caller,
    request: AccountRequest,
    creation: IdempotentCreation,
  ): Promise<Versioned<Account>> {
    const { id } = await createOnce(this.#database, creation, async (sql) => {
      const { id: known, made } = await findOrInsert(sql, request);
      if (!made && (await isKnownTo(sql, caller, known))) {
        throw new ProblemError('account-exists', 'This person has an account here.');
      }
      const account = await lockAccount(sql, caller, known, null);
      const roles = [...account.roles.filter((each) => each.reached), ...toGrants(request.roles)];
      await change(sql, caller, account, {
        roles,
        structures: [...new Set([...account.structures, ...(request.structures ?? [])])],
        communities: [...new Set([...account.communities, ...(request.communities ?? [])])],
        email: request.email,
      });
      return known;
    });
    return getAccount(this.#database, caller, id);
  }

  /** @throws {ProblemError} 403, 404, 412, 422, 428. */
  async update(
    caller: Caller,
    id: string,
    changes: AccountUpdate,
    ifMatch: string | undefined,
  ): Promise<Versioned<Account>> {
    requiredVersion(ifMatch);
    return this.#database.transaction(async (sql) => {
      const account = await lockAccount(sql, caller, id, 'account:write');
      checkVersion(ifMatch, account.version);
      const before = await getAccount(sql, caller, id);
      const { roles, ...others } = changes;
      await change(sql, caller, account, {
        ...others,
        ...(roles === undefined ? {} : { roles: toGrants(roles) }),
      });
      // Whoever takes the last role of its territory away still learns how it left the account.
      return getAccount(sql, caller, id).catch(() => ({
        resource: { ...before.resource, ...others, roles: [] },
        version: account.version + 1,
      }));
    });
  }
}

async function findOrInsert(
  sql: Sql,
  { nationalId, family, given }: AccountRequest,
): Promise<{ id: string; made: boolean }> {
  const made = await sql.query<{ id: string }>(
    `insert into account (national_id, family, given, created_at) values ($1, $2, $3, sas_now())
     on conflict (national_id) do nothing returning id`,
    [nationalId, family, given ?? null],
  );
  if (made[0] !== undefined) return { id: made[0].id, made: true };
  const found = await sql.query<{ id: string }>('select id from account where national_id = $1', [
    nationalId,
  ]);
  return { id: found[0]!.id, made: false };
}

async function isKnownTo(sql: Sql, caller: Caller, id: string): Promise<boolean> {
  const bind = new Bindings();
  const rows = await sql.query(
    `select from account a where a.id = ${bind.add(id)}
     and ${accountsWithin(caller, 'account:read', 'a', bind)}`,
    bind.values,
  );
  return rows.length > 0;
}

/** Nobody changes its own rights, nor what is not its to give, nor makes what no account may be. */
async function change(
  sql: Sql,
  caller: Caller,
  account: LockedAccount,
  wanted: Wanted,
): Promise<void> {
  if (caller.identity.account === account.id) {
    throw new ProblemError('forbidden', 'Nobody changes its own account.');
  }
  const { structures = account.structures, communities = account.communities } = wanted;
  await checkHere(sql, caller, [
    ...symmetricDifference(structures, account.structures),
    ...symmetricDifference(communities, account.communities),
  ]);
  const grants = await changeRoles(sql, caller, account, wanted.roles);
  if (wanted.roles !== undefined || wanted.structures !== undefined) {
    const fault = accountFault(grants, structures);
    if (fault !== null) throw fault;
  }
  const { status = account.status, email = account.email } = wanted;
  if (status !== account.status) {
    // It holds everywhere: only whoever could take every role may do it.
    checkGrants(caller, account.roles);
    await checkHere(sql, caller, [account.nationalId]);
    if (status === 'disabled') await endSessionsOf(sql, account.id);
  }
  await sql.query(
    `update account set structures = $2, communities = $3, status = $4, email = $5,
       version = version + 1
     where id = $1`,
    [account.id, structures, communities, status, email],
  );
}

/** @returns all roles of the account as they are then. */
async function changeRoles(
  sql: Sql,
  caller: Caller,
  account: LockedAccount,
  wanted: readonly Grant[] | undefined,
): Promise<Grant[]> {
  if (wanted === undefined) return account.roles;
  const fault = holderFault(wanted);
  if (fault !== null) throw fault;
  const present = account.roles.filter(({ reached }) => reached);
  const { added, removed } = grantChanges(present, wanted);
  checkGrants(caller, [...added, ...removed]);
  await checkTerritories(sql, wanted);
  for (const { role, territory } of removed) {
    await sql.query(
      `delete from account_role where account_id = $1 and role = $2
         and territory_id is not distinct from $3`,
      [account.id, role, territory],
    );
  }
  for (const { role, territory, holder } of added) {
    await sql.query(
      `insert into account_role (account_id, role, territory_id, holder) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [account.id, role, territory, holder],
    );
  }
  await sql.query('update account set roles_changed_at = sas_now() where id = $1', [account.id]);
  return [...wanted, ...account.roles.filter(({ reached }) => !reached)];
}

/** @throws {ProblemError} 422 `unknown-territory` */
async function checkTerritories(sql: Sql, grants: readonly Grant[]): Promise<void> {
  const known = await sql.query<{ id: string }>('select id from territory where id = any($1)', [
    grants.flatMap(({ territory }) => territory ?? []),
  ]);
  const index = grants.findIndex(
    ({ territory }) => territory !== null && !known.some(({ id }) => id === territory),
  );
  if (index < 0) return;
  throw bodyProblem('unknown-territory', `/roles/${index}/territory`, 'there is no such territory');
}

function symmetricDifference(some: readonly string[], others: readonly string[]): string[] {
  return [
    ...some.filter((each) => !others.includes(each)),
    ...others.filter((each) => !some.includes(each)),
  ];
}
