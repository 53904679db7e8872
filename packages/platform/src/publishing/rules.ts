import { type Database, databaseNow, type Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { components } from '../generated/platform.ts';
import { checkVersion, requiredVersion, type Versioned } from '../http/etag.ts';
import { createOnce, type IdempotentCreation, readMade } from '../http/idempotency.ts';
import { civilDate } from '../http/instants.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { bodyProblem, notFound, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { materialise, OFFER_COLUMNS, RULE_COLUMNS } from './agenda.ts';
import { type LockedSchedule, lockSchedule, scheduleZone } from './schedules.ts';

type Rule = components['schemas']['Rule'];
type RuleRequest = components['schemas']['RuleRequest'];
type RuleRow = Rule & { version: number; createdAt: string };

const SELECT = `select id, ${RULE_COLUMNS}, ${OFFER_COLUMNS}, version,
  created_at::text as "createdAt" from rule`;

function toVersioned({ version, createdAt: _createdAt, ...resource }: RuleRow): Versioned<Rule> {
  return { resource, version };
}

/** More than anybody needs, few enough to plan at once. */
const MAX_RULES = 60;

/** Weekly rules of an agenda. */
export class Rules {
  readonly #database: Database;
  readonly #horizonDays: number;

  constructor(database: Database, horizonDays: number) {
    this.#database = database;
    this.#horizonDays = horizonDays;
  }

  /** Rules in force, oldest first. @throws {ProblemError} 404. */
  async list(
    caller: Caller,
    scheduleId: string,
    query: { limit: number; cursor?: string },
  ): Promise<Page<Rule>> {
    await scheduleZone(this.#database, caller, scheduleId);
    const after =
      query.cursor === undefined ? null : decodeCursor(query.cursor, ['instant', 'string']);
    const rows = await this.#database.query<RuleRow>(
      `${SELECT} where schedule_id = $1 and not ended
         and ($2::timestamptz is null or (created_at, id::text) > ($2, $3::text))
       order by created_at, id::text limit $4`,
      [scheduleId, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    );
    return toPage(
      rows,
      query.limit,
      (row) => [row.createdAt, row.id],
      (row) => toVersioned(row).resource,
    );
  }

  /** @throws {ProblemError} 404. */
  async get(caller: Caller, scheduleId: string, ruleId: string): Promise<Versioned<Rule>> {
    await scheduleZone(this.#database, caller, scheduleId);
    return read(this.#database, scheduleId, ruleId);
  }

  /** Adds a rule and its slots up to the horizon. @throws {ProblemError} 404, 422. */
  async create(
    caller: Caller,
    scheduleId: string,
    request: RuleRequest,
    creation: IdempotentCreation,
  ): Promise<Versioned<Rule>> {
    checkTimes(request);
    const made = await createOnce(this.#database, creation, async (sql) => {
      const schedule = await lockSchedule(sql, caller, scheduleId);
      await checkRoom(sql, scheduleId);
      const rows = await sql.query<{ id: string }>(
        `insert into rule (schedule_id, days, start_time, end_time, slot_minutes, valid_from, valid_until,
           interval_weeks, except_dates, skip_holidays, modalities, visibility, booking, capacity,
           communities, public_display)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning id`,
        [scheduleId, ...columns(request, civilDate(await databaseNow(sql), schedule.timeZone))],
      );
      await this.#materialise(sql, schedule);
      return rows[0]!.id;
    });
    return readMade(made, (id) => read(this.#database, scheduleId, id));
  }

  /** Free occurrences follow the rule, booked ones stay where they are. @throws {ProblemError} 404, 412, 422, 428. */
  async replace(
    caller: Caller,
    scheduleId: string,
    ruleId: string,
    request: RuleRequest,
    ifMatch: string | undefined,
  ): Promise<Versioned<Rule>> {
    requiredVersion(ifMatch);
    return this.#database.transaction(async (sql) => {
      const schedule = await lockSchedule(sql, caller, scheduleId);
      const before = await read(sql, scheduleId, ruleId);
      checkVersion(ifMatch, before.version);
      checkTimes({ ...request, validFrom: request.validFrom ?? before.resource.validFrom });
      await sql.query(
        `update rule set days = $2, start_time = $3, end_time = $4, slot_minutes = $5, valid_from = $6,
           valid_until = $7, interval_weeks = $8, except_dates = $9, skip_holidays = $10, modalities = $11,
           visibility = $12, booking = $13, capacity = $14, communities = $15, public_display = $16,
           version = version + 1 where id = $1`,
        [ruleId, ...columns(request, before.resource.validFrom)],
      );
      await this.#materialise(sql, schedule);
      return read(sql, scheduleId, ruleId);
    });
  }

  /** Its free slots are withdrawn, booked ones stay. @throws {ProblemError} 404, 412, 428. */
  async remove(
    caller: Caller,
    scheduleId: string,
    ruleId: string,
    ifMatch: string | undefined,
  ): Promise<void> {
    requiredVersion(ifMatch);
    await this.#database.transaction(async (sql) => {
      const schedule = await lockSchedule(sql, caller, scheduleId);
      checkVersion(ifMatch, (await read(sql, scheduleId, ruleId)).version);
      await sql.query('update rule set ended = true, version = version + 1 where id = $1', [
        ruleId,
      ]);
      await this.#materialise(sql, schedule);
    });
  }

  async #materialise(sql: Sql, schedule: LockedSchedule): Promise<void> {
    await materialise(sql, schedule, await databaseNow(sql), this.#horizonDays);
  }
}

/** Values of a rule's columns. Left out, the weeks are counted from what they were counted from. */
function columns(request: RuleRequest, validFrom: string): unknown[] {
  return [
    [...new Set(request.days)],
    request.startTime,
    request.endTime,
    request.slotMinutes,
    request.validFrom ?? validFrom,
    request.validUntil ?? null,
    request.intervalWeeks ?? 1,
    [...(request.exceptDates ?? [])].sort(),
    request.skipHolidays ?? false,
    [...new Set(request.modalities)],
    [...new Set(request.visibility)],
    request.booking ?? 'ROUTINE',
    request.capacity ?? 1,
    request.communities ?? [],
    request.publicDisplay ?? false,
  ];
}

async function read(sql: Sql, scheduleId: string, ruleId: string): Promise<Versioned<Rule>> {
  const rows = isId(ruleId)
    ? await sql.query<RuleRow>(`${SELECT} where schedule_id = $1 and id = $2 and not ended`, [
        scheduleId,
        ruleId,
      ])
    : [];
  if (rows[0] === undefined) throw notFound('rule');
  return toVersioned(rows[0]);
}

/** Each edit plans all rules of the agenda together. */
async function checkRoom(sql: Sql, scheduleId: string): Promise<void> {
  const rows = await sql.query<{ count: number }>(
    'select count(*)::int as count from rule where schedule_id = $1 and not ended',
    [scheduleId],
  );
  if (rows[0]!.count < MAX_RULES) return;
  throw new ProblemError('out-of-range', `An agenda has at most ${MAX_RULES} weekly rules.`);
}

function checkTimes({ startTime, endTime, slotMinutes, validFrom, validUntil }: RuleRequest): void {
  if (endTime <= startTime) {
    throw bodyProblem('end-before-start', '/endTime', 'endTime is not after startTime');
  }
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  if (minutes(endTime) - minutes(startTime) < slotMinutes) {
    throw bodyProblem(
      'out-of-range',
      '/slotMinutes',
      'no slot of this length fits between the two times',
    );
  }
  if (validFrom !== undefined && validUntil != null && validUntil < validFrom) {
    throw bodyProblem('end-before-start', '/validUntil', 'validUntil is before validFrom');
  }
}
