import type { Database, Sql } from '../database/database.ts';
import { checkLeads } from '../directory/territory-changes.ts';
import type { components } from '../generated/platform.ts';
import { bodyProblem, notFound } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';

type TerritoryDispatch = components['schemas']['TerritoryDispatch'];

/** Whether an id at the Hub is one of exercises. */
export const isTestHubId = (id: string): boolean => id.startsWith('fr.health.test.');

/** The dispatch software of a territory's desk, for whoever leads it. @throws {ProblemError} 403, 404. */
export async function readDispatch(
  sql: Sql,
  caller: Caller,
  territory: string,
): Promise<TerritoryDispatch> {
  const rows = await sql.query<TerritoryDispatch & Record<string, unknown>>(
    `select d.hub_recipient as "hubRecipient", d.desk from territory t
     left join territory_dispatch d on d.territory_id = t.id where t.id = $1`,
    [territory],
  );
  if (rows[0] === undefined) throw notFound('territory');
  checkLeads(caller, territory);
  return rows[0];
}

/**
 * Says which dispatch software it is from now on.
 *
 * @param production there no real appointment goes to dispatch software of exercises.
 * @throws {ProblemError} 400, 403, 404.
 */
export function replaceDispatch(
  database: Database,
  caller: Caller,
  territory: string,
  { hubRecipient, desk }: TerritoryDispatch,
  production: boolean,
): Promise<TerritoryDispatch> {
  return database.transaction(async (sql) => {
    await readDispatch(sql, caller, territory);
    if ((hubRecipient === null) !== (desk === null)) {
      throw bodyProblem('invalid-value', '/desk', '`hubRecipient` and `desk` go together');
    }
    if (production && hubRecipient !== null && isTestHubId(hubRecipient)) {
      const detail = 'In production: fr.health.samu…, not one of exercises.';
      throw bodyProblem('invalid-value', '/hubRecipient', detail);
    }
    await (hubRecipient === null
      ? sql.query('delete from territory_dispatch where territory_id = $1', [territory])
      : sql.query(
          `insert into territory_dispatch (territory_id, hub_recipient, desk) values ($1, $2, $3)
           on conflict (territory_id) do update set hub_recipient = excluded.hub_recipient,
             desk = excluded.desk, changed_at = sas_now()`,
          [territory, hubRecipient, JSON.stringify(desk)],
        ));
    return { hubRecipient, desk };
  });
}
