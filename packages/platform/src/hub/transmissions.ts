import type { AppointmentReader } from '../booking/appointment-reader.ts';
import type { Database, Sql } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { hasten } from '../outbox/rows.ts';
import { HUB_KIND } from './hub-kind.ts';
import { presentTransmission, type TransmissionRow, transmissionOf } from './told.ts';

type Transmission = components['schemas']['Transmission'];

/** Tells dispatch software once more, when a person wants it. */
export class Transmissions {
  readonly #database: Database;
  readonly #reader: Pick<AppointmentReader, 'lock'>;

  constructor(database: Database, reader: Pick<AppointmentReader, 'lock'>) {
    this.#database = database;
    this.#reader = reader;
  }

  /**
   * As it stands now, in a message of its own. One that is on its way is left its time.
   *
   * @throws {ProblemError} 404, 409 `invalid-transition`.
   */
  retry(caller: Caller, appointment: string): Promise<Transmission> {
    return this.#database.transaction(async (sql) => {
      await this.#reader.lock(sql, caller, appointment, undefined, 'transmission:retry');
      const before = await readTold(sql, appointment);
      if (before?.row.state === 'acknowledged') {
        throw new ProblemError('invalid-transition', 'Dispatch software has it already.');
      }
      if (before?.onItsWay === true) {
        const detail = `The Hub has it: it is given ${ANSWER_MINUTES} minutes to be answered.`;
        throw new ProblemError('invalid-transition', detail);
      }
      if (before?.waiting != null) await hasten(sql, before.waiting);
      else await transmit(sql, appointment);
      const { row, zone } = (await readTold(sql, appointment))!;
      return presentTransmission(row, zone);
    });
  }
}

/** Time in which dispatch software answers what the Hub has accepted. */
const ANSWER_MINUTES = 10;

interface Told {
  row: TransmissionRow;
  /** The Hub has accepted it, a short time ago. */
  onItsWay: boolean;
  zone: string;
  /** The outbox row that will send it. */
  waiting: number | null;
}

async function readTold(sql: Sql, appointment: string): Promise<Told | null> {
  const rows = await sql.query<{
    row: TransmissionRow | null;
    onItsWay: boolean | null;
    zone: string;
    waiting: number | null;
  }>(
    `select ${transmissionOf('a.id')} as row,
       (select t.state = 'accepted' and t.state_at > sas_now() - make_interval(mins => $3)
        from transmission t where t.appointment_id = a.id order by t.number desc limit 1) as "onItsWay",
       coalesce(l.time_zone, 'Europe/Paris') as zone,
       (select o.id from outbox o where o.kind = $2 and o.subject = a.id::text
          and o.state = 'waiting' order by o.id limit 1) as waiting
     from appointment a left join schedule s on s.id = a.schedule_id
     left join location l on l.id = s.location_id where a.id = $1`,
    [appointment, HUB_KIND, ANSWER_MINUTES],
  );
  const { row = null, onItsWay, zone = '', waiting = null } = rows[0] ?? {};
  return row === null ? null : { row, onItsWay: onItsWay === true, zone, waiting };
}

/** @throws {ProblemError} 409 where there is nobody to tell. */
async function transmit(sql: Sql, appointment: string): Promise<void> {
  const rows = await sql.query<{ id: string | null }>(
    `select hub_transmit(a) as id from appointment a where a.id = $1 and a.role <> 'public'
       and (a.status in ('booked', 'fulfilled', 'noshow')
         or exists (select from transmission t where t.appointment_id = a.id))`,
    [appointment],
  );
  if (rows[0]?.id != null) return;
  throw new ProblemError('invalid-transition', 'There is no dispatch software to tell.');
}
