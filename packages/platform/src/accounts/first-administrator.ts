import type { Database } from '../database/database.ts';

/**
 * Makes this person an administrator where there is none: somebody must grant the first role. Later
 * starts change nothing, and the name follows at the first sign-in.
 *
 * @param nationalId as Pro Santé Connect names the person.
 */
export async function ensureAdministrator(database: Database, nationalId: string): Promise<void> {
  await database.transaction(async (sql) => {
    const standing = await sql.query(
      `select from account_role r join account a on a.id = r.account_id
       where r.role = 'administrator' and a.status = 'active' limit 1`,
    );
    if (standing.length > 0) return;
    await sql.query(
      `insert into account (national_id, family, created_at, roles_changed_at)
       values ($1, $1, sas_now(), sas_now())
       on conflict (national_id) do update set status = 'active', roles_changed_at = sas_now()`,
      [nationalId],
    );
    await sql.query(
      `insert into account_role (account_id, role) select id, 'administrator' from account
       where national_id = $1 on conflict do nothing`,
      [nationalId],
    );
  });
}
