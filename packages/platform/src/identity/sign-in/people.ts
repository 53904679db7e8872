import type { Sql } from '../../database/database.ts';
import { type Professional, SignInRefused } from './professional.ts';

/**
 * Notes that a person signs in; answers its account. A practitioner gets one at its first sign-in,
 * everybody else from an account manager. Names follow the register.
 *
 * @throws {SignInRefused} `no-account`, `no-role`, `account-disabled`
 */
export async function admit(sql: Sql, person: Professional): Promise<string> {
  const { nationalId, family, given, practitioner } = person;
  if (practitioner) {
    await sql.query(
      `insert into account (national_id, family, given, created_at) values ($1, $2, $3, sas_now())
       on conflict (national_id) do nothing`,
      [nationalId, family, given],
    );
  }
  const rows = await sql.query<{ id: string; status: string; hasRole: boolean }>(
    `select a.id, a.status, exists (select from account_role r where r.account_id = a.id) as "hasRole"
     from account a where a.national_id = $1 for update`,
    [nationalId],
  );
  const account = rows[0];
  if (account === undefined) throw new SignInRefused('no-account');
  if (account.status !== 'active') throw new SignInRefused('account-disabled');
  if (!practitioner && !account.hasRole) throw new SignInRefused('no-role');
  await sql.query(
    'update account set family = $2, given = $3, signed_in_at = sas_now() where id = $1',
    [account.id, family, given],
  );
  return account.id;
}
