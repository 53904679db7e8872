import type { Database } from '../database/database.ts';
import { materialise } from './agenda.ts';
import { LOCKED_COLUMNS, type LockedSchedule } from './schedules.ts';

/**
 * Moves every agenda's horizon to today + `horizonDays`. Each agenda is a transaction of its own;
 * agendas that another process is working on are left to it. One that fails is told, and the others go on.
 *
 * @param onFailure is told each failure.
 * @returns how many agendas were brought forward.
 */
export async function extendHorizons(
  database: Database,
  horizonDays: number,
  onFailure: (error: unknown) => void,
): Promise<number> {
  const now = await database.now();
  const due = await database.query<{ id: string }>(
    `select sch.id from schedule sch join location l on l.id = sch.location_id
     where coalesce(sch.materialised_until, '-infinity') < ($1 at time zone l.time_zone)::date + $2::int
       and exists (select from rule r where r.schedule_id = sch.id and not r.ended)`,
    [now, horizonDays],
  );
  let extended = 0;
  for (const { id } of due) {
    const extend = database.transaction(async (sql) => {
      const rows = await sql.query<LockedSchedule & Record<string, unknown>>(
        `select ${LOCKED_COLUMNS} from schedule sch
         join location l on l.id = sch.location_id where sch.id = $1 for no key update of sch skip locked`,
        [id],
      );
      if (rows[0] === undefined) return;
      await materialise(sql, rows[0], now, horizonDays);
      extended += 1;
    });
    await extend.catch(onFailure);
  }
  return extended;
}
