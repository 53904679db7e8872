import type { Sql } from '../database/database.ts';
import type { components } from '../generated/platform.ts';

/** An account that leads a territory for one of its holders. */
export interface LeadOfHolder {
  /** Id of the account. */
  account: string;
  holder: components['schemas']['HolderSide'];
}

/** Leads of a territory of whom somebody has said for which holder they sign; disabled ones, too. */
export function leadsOfHolders(sql: Sql, territory: string): Promise<LeadOfHolder[]> {
  return sql.query<LeadOfHolder & Record<string, unknown>>(
    `select account_id as account, holder from account_role
     where territory_id = $1 and holder is not null`,
    [territory],
  );
}
