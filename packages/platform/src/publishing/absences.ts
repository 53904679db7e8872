import { type Database, databaseNow, type Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { components } from '../generated/platform.ts';
import { checkVersion, requiredVersion, type Versioned } from '../http/etag.ts';
import { createOnce, type IdempotentCreation, readMade } from '../http/idempotency.ts';
import { formatInstant } from '../http/instants.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { notFound } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { materialise, shelveAbsent } from './agenda.ts';
import { type LockedSchedule, lockSchedule, scheduleZone } from './schedules.ts';
import { readPeriod } from './windows.ts';

type Absence = components['schemas']['Absence'];
type AbsenceRequest = components['schemas']['AbsenceRequest'];

interface AbsenceRow extends Record<string, unknown> {
  id: string;
  startsAt: Date;
  endsAt: Date;
  bookedSlots: number;
  version: number;
}

const SELECT = `select a.id, a.starts_at as "startsAt", a.ends_at as "endsAt", a.version,
  (select count(*)::int from slot s where s.schedule_id = a.schedule_id and s.booked > 0
     and s.starts_at < a.ends_at and s.ends_at > a.starts_at) as "bookedSlots" from absence a`;

function toAbsence(row: AbsenceRow, zone: string): Absence {
  return {
    id: row.id,
    from: formatInstant(row.startsAt, zone),
    to: formatInstant(row.endsAt, zone),
    bookedSlots: row.bookedSlots,
  };
}

/** Periods in which an agenda offers nothing. */
export class Absences {
  readonly #database: Database;
  readonly #horizonDays: number;

  constructor(database: Database, horizonDays: number) {
    this.#database = database;
    this.#horizonDays = horizonDays;
  }

  /** Absences that are not over, by start. */
  async list(
    caller: Caller,
    scheduleId: string,
    query: { limit: number; cursor?: string },
  ): Promise<Page<Absence>> {
    const zone = await scheduleZone(this.#database, caller, scheduleId);
    const after =
      query.cursor === undefined ? null : decodeCursor(query.cursor, ['instant', 'string']);
    const rows = await this.#database.query<AbsenceRow>(
      `${SELECT} where a.schedule_id = $1 and a.ends_at > sas_now()
         and ($2::timestamptz is null or (a.starts_at, a.id::text) > ($2, $3::text))
       order by a.starts_at, a.id::text limit $4`,
      [scheduleId, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    );
    return toPage(
      rows,
      query.limit,
      (row) => [row.startsAt.toISOString(), row.id],
      (row) => toAbsence(row, zone),
    );
  }

  /** @throws {ProblemError} 404. */
  async get(caller: Caller, scheduleId: string, absenceId: string): Promise<Versioned<Absence>> {
    const zone = await scheduleZone(this.#database, caller, scheduleId);
    return read(this.#database, scheduleId, absenceId, zone);
  }

  /** Free slots of the period are withdrawn; booked ones stay and are counted in the answer. */
  async create(
    caller: Caller,
    scheduleId: string,
    request: AbsenceRequest,
    creation: IdempotentCreation,
  ): Promise<Versioned<Absence>> {
    const period = readPeriod(request, ['from', 'to']);
    const made = await createOnce(this.#database, creation, async (sql) => {
      const schedule = await lockSchedule(sql, caller, scheduleId);
      const rows = await sql.query<{ id: string }>(
        'insert into absence (schedule_id, starts_at, ends_at) values ($1, $2, $3) returning id',
        [scheduleId, period.startsAt, period.endsAt],
      );
      await this.#replan(sql, schedule);
      return rows[0]!.id;
    });
    return readMade(made, (id) => this.get(caller, scheduleId, id));
  }

  /** @throws {ProblemError} 404, 412, 428. */
  async replace(
    caller: Caller,
    scheduleId: string,
    absenceId: string,
    request: AbsenceRequest,
    ifMatch: string | undefined,
  ): Promise<Versioned<Absence>> {
    requiredVersion(ifMatch);
    const period = readPeriod(request, ['from', 'to']);
    return this.#database.transaction(async (sql) => {
      const schedule = await lockSchedule(sql, caller, scheduleId);
      checkVersion(ifMatch, (await read(sql, scheduleId, absenceId, schedule.timeZone)).version);
      await sql.query(
        'update absence set starts_at = $2, ends_at = $3, version = version + 1 where id = $1',
        [absenceId, period.startsAt, period.endsAt],
      );
      await this.#replan(sql, schedule);
      return read(sql, scheduleId, absenceId, schedule.timeZone);
    });
  }

  /** Its slots come back with the same ids. @throws {ProblemError} 404, 412, 428. */
  async remove(
    caller: Caller,
    scheduleId: string,
    absenceId: string,
    ifMatch: string | undefined,
  ): Promise<void> {
    requiredVersion(ifMatch);
    await this.#database.transaction(async (sql) => {
      const schedule = await lockSchedule(sql, caller, scheduleId);
      checkVersion(ifMatch, (await read(sql, scheduleId, absenceId, schedule.timeZone)).version);
      await sql.query('delete from absence where id = $1', [absenceId]);
      await this.#replan(sql, schedule);
    });
  }

  async #replan(sql: Sql, schedule: LockedSchedule): Promise<void> {
    const now = await databaseNow(sql);
    await shelveAbsent(sql, schedule, now);
    await materialise(sql, schedule, now, this.#horizonDays);
  }
}

async function read(
  sql: Sql,
  scheduleId: string,
  absenceId: string,
  zone: string,
): Promise<Versioned<Absence>> {
  const rows = isId(absenceId)
    ? await sql.query<AbsenceRow>(`${SELECT} where a.schedule_id = $1 and a.id = $2`, [
        scheduleId,
        absenceId,
      ])
    : [];
  if (rows[0] === undefined) throw notFound('absence');
  return { resource: toAbsence(rows[0], zone), version: rows[0].version };
}
