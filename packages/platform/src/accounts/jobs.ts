import type { Config } from '../config.ts';
import { deleteInBatches } from '../database/batches.ts';
import type { Database } from '../database/database.ts';
import type { Job } from '../jobs.ts';
import { removeIdleRoles } from './inactivity.ts';

const SESSION_DUE = `t.expires_at <= sas_now()
  or t.seen_at <= sas_now() - make_interval(mins => $1)`;

/** Sessions that are over, sign-ins that nobody finished, roles of people who no longer come. */
export function peopleJobs(
  database: Database,
  { sessions, accounts }: Pick<Config, 'sessions' | 'accounts'>,
): Job[] {
  return [
    {
      name: 'sessions',
      run: () => deleteInBatches(database, 'session', SESSION_DUE, [sessions.idleMinutes]),
    },
    {
      name: 'sign-in-attempts',
      run: () => deleteInBatches(database, 'sign_in_attempt', 't.expires_at <= sas_now()', []),
    },
    { name: 'inactive-accounts', run: () => removeIdleRoles(database, accounts.inactiveDays) },
  ];
}
