import { getAccount } from '../../accounts/account-reader.ts';
import type { Database } from '../../database/database.ts';
import type { components } from '../../generated/platform.ts';
import { formatPlaceless } from '../../http/instants.ts';
import type { Caller } from '../../identity/caller.ts';

type AccountEditor = components['schemas']['AccountEditor'];

interface Row extends Record<string, unknown>, Omit<AccountEditor, 'since'> {
  since: Date;
}

/**
 * How an account stands with each editor that was to know of it, by the editor's name.
 *
 * @throws {ProblemError} 404 for an account that does not exist or is beyond the caller's reach.
 */
export async function listAccountEditors(
  database: Database,
  caller: Caller,
  accountId: string,
): Promise<AccountEditor[]> {
  await getAccount(database, caller, accountId);
  const rows = await database.query<Row>(
    `select e.id as editor, e.name, case
         when a.taken = a.wanted then case when a.wanted @> '{"active": true}' then 'registered' else 'removed' end
         when not (e.enabled and e.takes_regulators) then 'editor-off'
         when o.state = 'waiting' then 'waiting' else 'failed' end as state,
       case when a.taken = a.wanted then null else a.failure end as reason, a.since
     from editor_account a join editor e on e.id = a.editor_id
     left join outbox o on o.id = a.outbox_id
     where a.account_id = $1 order by e.name, e.id`,
    [accountId],
  );
  return rows.map((row) => ({ ...row, since: formatPlaceless(row.since) }));
}
