import { type Database, databaseNow, type Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { components } from '../generated/platform.ts';
import { createOnce, type IdempotentCreation } from '../http/idempotency.ts';
import { formatInstant, instantMember } from '../http/instants.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { bodyProblem, notFound, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { type Right, rolesWith } from '../identity/rights.ts';
import { Bindings } from '../identity/visibility.ts';

type Delegation = components['schemas']['Delegation'];
type Acceptance = components['schemas']['DelegationAcceptance'];

/** A delegation is between people, not of a place. */
const ZONE = 'Europe/Paris';
const DAY = 86_400_000;

export interface DelegationQuery {
  status?: Delegation['status'];
  limit: number;
  cursor?: string;
}

/** What is over by itself is told as such; nothing needs to write it. */
const STATUS = `case when d.status = 'accepted' and d.until <= sas_now() then 'expired' else d.status end`;

const SELECT = `select d.id, d.national_id as "nationalId", d.scopes, ${STATUS} as status,
  d.asked_at as asked, d.asked_at::text as "askedKey", d.until, jsonb_build_object(
    'nationalId', a.national_id, 'family', a.family, 'given', a.given) as delegate
  from delegation d join account a on a.id = d.account_id`;

interface DelegationRow extends Record<string, unknown> {
  id: string;
  nationalId: string;
  scopes: Delegation['scopes'];
  status: Delegation['status'];
  asked: Date;
  askedKey: string;
  until: Date | null;
  delegate: Delegation['delegate'];
}

function toDelegation({ askedKey: _key, asked, until, ...row }: DelegationRow): Delegation {
  return {
    ...row,
    asked: formatInstant(asked, ZONE),
    until: until === null ? null : formatInstant(until, ZONE),
  };
}

/** The SQL condition for the delegations that a right reaches. */
function delegationsWithin(caller: Caller, right: Right, bind: Bindings): string {
  if (rolesWith(caller, right, 'everything').length > 0) return 'true';
  const { account, nationalIds = [], structures = [] } = caller.identity;
  const roles = rolesWith(caller, right, 'own');
  const own = [
    ...(roles.includes('practitioner') ? nationalIds : []),
    ...(roles.includes('structure-manager') ? structures : []),
  ];
  const ways = ['false'];
  if (own.length > 0) ways.push(`d.national_id = any(${bind.add(own)}::text[])`);
  if (account !== undefined && rolesWith(caller, right, 'self').length > 0) {
    ways.push(`d.account_id = ${bind.add(account)}`);
  }
  return `(${ways.join(' or ')})`;
}

/** Who acts for whom: asked by the delegate, decided by the professional, ended by either. */
export class Delegations {
  readonly #database: Database;
  readonly #days: number;

  /** @param days that a delegation lives at most. */
  constructor(database: Database, days: number) {
    this.#database = database;
    this.#days = days;
  }

  /** Newest first. */
  async list(caller: Caller, query: DelegationQuery): Promise<Page<Delegation>> {
    const bind = new Bindings();
    const conditions = [delegationsWithin(caller, 'delegation:read', bind)];
    if (query.status !== undefined) conditions.push(`${STATUS} = ${bind.add(query.status)}`);
    if (query.cursor !== undefined) {
      const [asked, id] = decodeCursor(query.cursor, ['instant', 'string']);
      conditions.push(
        `(d.asked_at, d.id::text) < (${bind.add(asked)}::timestamptz, ${bind.add(id)})`,
      );
    }
    const rows = await this.#database.query<DelegationRow>(
      `${SELECT} where ${conditions.join(' and ')}
       order by d.asked_at desc, d.id::text desc limit ${bind.add(query.limit + 1)}`,
      bind.values,
    );
    return toPage(rows, query.limit, (row) => [row.askedKey, row.id], toDelegation);
  }

  /** @throws {ProblemError} 404 */
  async get(caller: Caller, id: string, sql: Sql = this.#database): Promise<Delegation> {
    return toDelegation(await read(sql, caller, id, 'delegation:read'));
  }

  /**
   * A delegate asks. Whether anybody has this identifier is not told.
   *
   * @throws {ProblemError} 409 `delegation-exists`, 403 for a token, which acts in nobody's name.
   */
  async ask(
    caller: Caller,
    request: components['schemas']['DelegationRequest'],
    creation: IdempotentCreation,
  ): Promise<Delegation> {
    const { account } = caller.identity;
    if (account === undefined) throw new ProblemError('forbidden', 'Sign in to ask.');
    const { nationalId, scopes = ['agenda', 'appointments'] } = request;
    const { id } = await createOnce(this.#database, creation, async (sql) => {
      await sql.query(
        `update delegation set status = 'ended'
         where account_id = $1 and national_id = $2 and status = 'accepted' and until <= sas_now()`,
        [account, nationalId],
      );
      const rows = await sql.query<{ id: string }>(
        `insert into delegation (account_id, national_id, scopes, asked_at)
         values ($1, $2, $3, sas_now())
         on conflict (account_id, national_id) where status in ('pending', 'accepted') do nothing
         returning id`,
        [account, nationalId, scopes],
      );
      if (rows[0] !== undefined) return rows[0].id;
      throw new ProblemError('delegation-exists', 'You have asked already.');
    });
    return this.get(caller, id);
  }

  /** @throws {ProblemError} 400 for more than was asked or too long, 404, 409. */
  async accept(caller: Caller, id: string, terms: Acceptance = {}): Promise<Delegation> {
    return this.#decide(caller, id, 'accepted', async (sql, asked) => {
      const now = await databaseNow(sql);
      const latest = new Date(now.getTime() + this.#days * DAY);
      const until = terms.until === undefined ? latest : instantMember('/until', terms.until);
      if (until <= now || until > latest) {
        const detail = `until lies within the next ${this.#days} days`;
        throw bodyProblem('out-of-range', '/until', detail);
      }
      const { scopes = asked.scopes } = terms;
      if (!scopes.every((scope) => asked.scopes.includes(scope))) {
        throw bodyProblem('invalid-value', '/scopes', 'more than was asked for');
      }
      return { scopes, until };
    });
  }

  /** @throws {ProblemError} 404, 409. */
  async refuse(caller: Caller, id: string): Promise<Delegation> {
    return this.#decide(caller, id, 'refused', async (_sql, { scopes }) => ({
      scopes,
      until: null,
    }));
  }

  /** Ends what is asked or accepted; what is over stays as it is. @throws {ProblemError} 404. */
  async end(caller: Caller, id: string): Promise<Delegation> {
    return this.#database.transaction(async (sql) => {
      const { status } = await read(sql, caller, id, 'delegation:end', 'for update of d');
      if (status === 'pending' || status === 'accepted') {
        await sql.query(
          `update delegation set status = 'ended', decided_at = sas_now() where id = $1`,
          [id],
        );
      }
      return toDelegation(await read(sql, caller, id, 'delegation:end'));
    });
  }

  async #decide(
    caller: Caller,
    id: string,
    to: 'accepted' | 'refused',
    decide: (
      sql: Sql,
      asked: DelegationRow,
    ) => Promise<{ scopes: Delegation['scopes']; until: Date | null }>,
  ): Promise<Delegation> {
    return this.#database.transaction(async (sql) => {
      const asked = await read(sql, caller, id, 'delegation:decide', 'for update of d');
      if (asked.status === to) return toDelegation(asked);
      if (asked.status !== 'pending') {
        throw new ProblemError('invalid-transition', `It is ${asked.status}.`);
      }
      const { scopes, until } = await decide(sql, asked);
      await sql.query(
        `update delegation set status = $2, scopes = $3, until = $4, decided_at = sas_now()
         where id = $1`,
        [id, to, scopes, until],
      );
      return toDelegation(await read(sql, caller, id, 'delegation:decide'));
    });
  }
}

async function read(
  sql: Sql,
  caller: Caller,
  id: string,
  right: Right,
  lock = '',
): Promise<DelegationRow> {
  const bind = new Bindings();
  const rows = isId(id)
    ? await sql.query<DelegationRow>(
        `${SELECT} where d.id = ${bind.add(id)} and ${delegationsWithin(caller, right, bind)} ${lock}`,
        bind.values,
      )
    : [];
  if (rows[0] === undefined) throw notFound('delegation');
  return rows[0];
}
