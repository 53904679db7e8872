import { deleteInBatches } from '../database/batches.ts';
import type { Database } from '../database/database.ts';
import type { Job } from '../jobs.ts';
import { HUB_KIND } from './hub-kind.ts';
import { OVERDUE } from './prepare.ts';

/** @param keepDays days that the ids of answers are kept, by which one that comes again is known. */
export function hubJobs(database: Database, keepDays: number): Job[] {
  return [
    { name: 'hub-expiry', run: () => endOverdue(database) },
    {
      name: 'hub-answers',
      run: () =>
        deleteInBatches(
          database,
          'hub_received',
          't.received_at < sas_now() - make_interval(days => $1)',
          [keepDays],
        ),
    },
  ];
}

/** What could not be sent for a day, and tells of a time that is over, is given up. */
async function endOverdue(database: Database): Promise<number> {
  const rows = await database.query(
    `with ended as (
       update transmission t set state = 'expired', state_at = sas_now()
       where t.state in ('queued', 'sent') and ${OVERDUE} returning t.id::text as id),
     given_up as (
       update outbox set state = 'dead', ended_at = sas_now(), leased_until = null
       where kind = $1 and state = 'waiting' and payload ->> 'transmission' in (select id from ended))
     select id from ended`,
    [HUB_KIND],
  );
  return rows.length;
}
