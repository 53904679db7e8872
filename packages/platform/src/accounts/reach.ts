import type { Sql } from '../database/database.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { Right } from '../identity/rights.ts';
import { type Bindings, territoriesWith } from '../identity/visibility.ts';
import { reachesEverybody } from './grants.ts';

/**
 * The SQL condition for the accounts that a right reaches: all, or those of people who work or
 * practise in the caller's territories. Part of every statement that returns accounts.
 */
export function accountsWithin(
  caller: Caller,
  right: Right,
  account: string,
  bind: Bindings,
): string {
  if (reachesEverybody(caller, right)) return 'true';
  const territories = territoriesWith(caller, right);
  if (territories.length === 0) return 'false';
  const here = `${bind.add(territories)}::text[]`;
  return `(exists (select from account_role near
      where near.account_id = ${account}.id and near.territory_id = any(${here}))
    or exists (select from practitioner p join schedule sch on sch.practitioner_id = p.id
      join location l on l.id = sch.location_id
      where p.national_id = ${account}.national_id and l.territory_id = any(${here})))`;
}

/** The SQL condition for the roles of an account that a caller may know of. */
export function rolesWithin(caller: Caller, right: Right, role: string, bind: Bindings): string {
  if (reachesEverybody(caller, right)) return 'true';
  return `${role}.territory_id = any(${bind.add(territoriesWith(caller, right))}::text[])`;
}

/**
 * Nobody hands out, or takes, what lies in another territory: a person or structure with agendas there.
 *
 * @throws {ProblemError} 403
 */
export async function checkHere(
  sql: Sql,
  caller: Caller,
  nationalIds: readonly string[],
): Promise<void> {
  if (reachesEverybody(caller, 'account:write') || nationalIds.length === 0) return;
  const elsewhere = await sql.query<{ id: string }>(
    `select coalesce(st.national_id, p.national_id) as id from schedule sch
     join location l on l.id = sch.location_id
     left join structure st on st.id = sch.structure_id and st.national_id = any($1)
     left join practitioner p on p.id = sch.practitioner_id and p.national_id = any($1)
     where (st.id is not null or p.id is not null)
       and (l.territory_id is null or l.territory_id <> all($2)) limit 1`,
    [nationalIds, territoriesWith(caller, 'account:write')],
  );
  const found = elsewhere[0];
  if (found === undefined) return;
  throw new ProblemError('forbidden', `${found.id} has agendas beyond your territories.`);
}
