import type { Database } from '../database/database.ts';

/**
 * Takes the roles of people who have not signed in for too long, counted from their last sign-in or
 * from the day that somebody last gave them a role. The account stays, without rights.
 *
 * @returns accounts whose roles were taken.
 */
export async function removeIdleRoles(database: Database, days: number): Promise<number> {
  const rows = await database.query(
    `with removed as (
       delete from account_role r using account a
       where a.id = r.account_id
         and greatest(a.signed_in_at, a.roles_changed_at, a.created_at)
           <= sas_now() - make_interval(days => $1)
       returning r.account_id)
     update account set version = version + 1
     where id in (select account_id from removed) returning id`,
    [days],
  );
  return rows.length;
}
