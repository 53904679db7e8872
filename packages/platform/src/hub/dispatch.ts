import type { Database, Sql } from '../database/database.ts';
import { checkLeads } from '../directory/territory-changes.ts';
import type { components } from '../generated/platform.ts';
import { bodyProblem, notFound } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { HUB_KIND } from './hub-kind.ts';

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
 * Says which dispatch software it is from now on, and for what was never sent.
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
    const former = (await readDispatch(sql, caller, territory)).hubRecipient;
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
    if (former !== null && hubRecipient !== null && former !== hubRecipient) {
      await readdress(sql, former, hubRecipient);
    }
    return { hubRecipient, desk };
  });
}

/**
 * What was never sent to the dispatch software that a desk worked with goes to that of now: all of it where no
 * other desk works with the former, else what is this desk's of appointments of which the former was told nothing.
 */
async function readdress(sql: Sql, former: string, recipient: string): Promise<void> {
  await sql.query(
    `with readdressed as (
       update transmission t set recipient = $2 from appointment a
       where a.id = t.appointment_id and t.recipient = $1 and t.state = 'queued' and t.sent_at is null
         and (not exists (select from territory_dispatch where hub_recipient = $1)
           or (hub_recipient_of(a) = $2 and not exists (select from transmission told
             where told.appointment_id = a.id and told.recipient = $1 and told.sent_at is not null)))
       returning t.id::text)
     update outbox o set lane = $2 from readdressed r
     where o.kind = $3 and o.lane = $1 and o.state = 'waiting' and o.payload ->> 'transmission' = r.id`,
    [former, recipient, HUB_KIND],
  );
}
