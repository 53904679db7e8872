import type { Database } from '../database/database.ts';
import { addDays } from './occurrences.ts';
import { civilDate } from '../http/instants.ts';
import { materialise } from './agenda.ts';
import type { LockedSchedule } from './schedules.ts';

/**
 * Moves every agenda's horizon to today + `horizonDays`. Each agenda is a transaction of its own;
 * agendas that another process is working on are left to it.
 *
 * @returns how many agendas were brought forward.
 */
export async function extendHorizons(database: Database, horizonDays: number): Promise<number> {
  const now = await database.now();
  // The earliest civil date anywhere is that of UTC-12: no agenda is passed over.
  const oldest = addDays(civilDate(now, 'Etc/GMT+12'), horizonDays);
  const due = await database.query<{ id: string }>(
    `select sch.id from schedule sch
     where coalesce(sch.materialised_until, '-infinity') <= $1::date
       and exists (select from rule r where r.schedule_id = sch.id and not r.ended)`,
    [oldest],
  );
  let extended = 0;
  for (const { id } of due) {
    await database.transaction(async (sql) => {
      const rows = await sql.query<LockedSchedule & Record<string, unknown>>(
        `select sch.id, l.time_zone as "timeZone", sch.version from schedule sch
         join location l on l.id = sch.location_id where sch.id = $1 for no key update of sch skip locked`,
        [id],
      );
      if (rows[0] === undefined) return;
      await materialise(sql, rows[0], now, horizonDays);
      extended += 1;
    });
  }
  return extended;
}
