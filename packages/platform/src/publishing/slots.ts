import { type Database, databaseNow, type Sql, sqlFailure } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { components } from '../generated/platform.ts';
import { checkVersion, requiredVersion, type Versioned } from '../http/etag.ts';
import { createOnce, type IdempotentCreation, readMade } from '../http/idempotency.ts';
import { formatInstant } from '../http/instants.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { bodyProblem, notFound, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { OFFER_COLUMNS, type OfferedSlot, replacePushed } from './agenda.ts';
import { lockSchedule, scheduleZone } from './schedules.ts';
import { readPeriod, readWindow } from './windows.ts';

type AgendaSlot = components['schemas']['AgendaSlot'];
type SlotRequest = components['schemas']['SlotRequest'];

interface SlotRow extends Record<string, unknown> {
  id: string;
  startsAt: Date;
  endsAt: Date;
  modalities: AgendaSlot['modalities'];
  visibility: AgendaSlot['visibility'];
  booking: AgendaSlot['booking'];
  capacity: number;
  communities: string[];
  publicDisplay: boolean;
  state: 'live' | 'withdrawn';
  withdrawnBy: string | null;
  booked: number;
  held: number;
  origin: AgendaSlot['origin'];
  ruleId: string | null;
  ref: string | null;
  version: number;
}

const MAX_WINDOW_DAYS = 62;

const SELECT = `select s.id, s.starts_at as "startsAt", s.ends_at as "endsAt", ${OFFER_COLUMNS}, s.state,
  s.withdrawn_by as "withdrawnBy", s.booked, s.origin, s.rule_id as "ruleId", s.ref, s.version,
  (select count(*)::int from hold h where h.slot_id = s.id and h.state = 'live' and h.expires_at > sas_now())
    as held from slot s`;

function toAgendaSlot(row: SlotRow, zone: string): AgendaSlot {
  const { startsAt, endsAt, state, version: _version, withdrawnBy: _withdrawnBy, ...same } = row;
  const full = row.booked >= row.capacity ? 'full' : 'free';
  return {
    ...same,
    start: formatInstant(startsAt, zone),
    end: formatInstant(endsAt, zone),
    status: state === 'withdrawn' ? 'withdrawn' : full,
  };
}

/** Slots of one agenda by id, as its owner sees them, by start; those that are not kept any more are missing. */
export async function readAgendaSlots(
  sql: Sql,
  ids: readonly string[],
  zone: string,
): Promise<AgendaSlot[]> {
  const rows = await sql.query<SlotRow>(
    `${SELECT} where s.id = any($1::uuid[]) order by s.starts_at, s.id::text`,
    [ids],
  );
  return rows.map((row) => toAgendaSlot(row, zone));
}

/** Slots of one agenda as its owner sees them. */
export class AgendaSlots {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Every slot that starts in the window, by start; those withdrawn without a booking are left out when superseded. */
  async list(
    caller: Caller,
    scheduleId: string,
    query: { from?: string; to?: string; limit: number; cursor?: string },
  ): Promise<Page<AgendaSlot>> {
    const zone = await scheduleZone(this.#database, caller, scheduleId);
    const { from, to } = readWindow(
      query,
      { from: await this.#database.now(), days: 7 },
      MAX_WINDOW_DAYS,
    );
    const after =
      query.cursor === undefined ? null : decodeCursor(query.cursor, ['instant', 'string']);
    const rows = await this.#database.query<SlotRow>(
      `${SELECT} where s.schedule_id = $1 and s.starts_at >= $2 and s.starts_at < $3
         and (s.state = 'live' or s.booked > 0 or s.withdrawn_by = 'absence')
         and ($4::timestamptz is null or (s.starts_at, s.id::text) > ($4, $5::text))
       order by s.starts_at, s.id::text limit $6`,
      [scheduleId, from, to, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    );
    return toPage(
      rows,
      query.limit,
      (row) => [row.startsAt.toISOString(), row.id],
      (row) => toAgendaSlot(row, zone),
    );
  }

  /** @throws {ProblemError} 404. */
  async get(caller: Caller, scheduleId: string, slotId: string): Promise<Versioned<AgendaSlot>> {
    const zone = await scheduleZone(this.#database, caller, scheduleId);
    return read(this.#database, scheduleId, slotId, zone);
  }

  /** @throws {ProblemError} 409 `slot-overlap`, 422 `slot-in-past`, `absence-overlap`. */
  async create(
    caller: Caller,
    scheduleId: string,
    request: SlotRequest,
    creation: IdempotentCreation,
  ): Promise<Versioned<AgendaSlot>> {
    const period = readPeriod(request, ['start', 'end']);
    const made = await createOnce(this.#database, creation, async (sql) => {
      await lockSchedule(sql, caller, scheduleId);
      await checkOffered(sql, scheduleId, period);
      const rows = await orOverlap(
        sql.query<{ id: string }>(
          `insert into slot (schedule_id, origin, starts_at, ends_at, modalities, visibility, booking,
             capacity, communities, public_display)
           values ($1, 'one-off', $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
          [scheduleId, ...columns(request, period)],
        ),
      );
      return rows[0]!.id;
    });
    return readMade(made, (id) => this.get(caller, scheduleId, id));
  }

  /** @throws {ProblemError} 404, 409 where it is booked or is no one-off slot, 412, 422, 428. */
  async replace(
    caller: Caller,
    scheduleId: string,
    slotId: string,
    request: SlotRequest,
    ifMatch: string | undefined,
  ): Promise<Versioned<AgendaSlot>> {
    requiredVersion(ifMatch);
    const period = readPeriod(request, ['start', 'end']);
    return this.#database.transaction(async (sql) => {
      const { timeZone } = await lockSchedule(sql, caller, scheduleId);
      const before = await take(sql, scheduleId, slotId, timeZone);
      checkVersion(ifMatch, before.version);
      checkFree(before.resource);
      if (before.resource.origin !== 'one-off') {
        throw new ProblemError('invalid-transition', 'Only a one-off slot is edited by itself.');
      }
      await checkOffered(sql, scheduleId, period);
      await orOverlap(
        sql.query(
          `update slot set starts_at = $2, ends_at = $3, modalities = $4, visibility = $5, booking = $6,
             capacity = $7, communities = $8, public_display = $9, version = version + 1 where id = $1`,
          [slotId, ...columns(request, period)],
        ),
      );
      return read(sql, scheduleId, slotId, timeZone);
    });
  }

  /** @throws {ProblemError} 404, 409 where it is booked, held or pushed by a vendor, 412, 428. */
  async remove(
    caller: Caller,
    scheduleId: string,
    slotId: string,
    ifMatch: string | undefined,
  ): Promise<void> {
    requiredVersion(ifMatch);
    await this.#database.transaction(async (sql) => {
      const { timeZone } = await lockSchedule(sql, caller, scheduleId);
      const before = await take(sql, scheduleId, slotId, timeZone);
      checkVersion(ifMatch, before.version);
      checkFree(before.resource);
      if (before.resource.origin === 'push') {
        throw new ProblemError(
          'invalid-transition',
          'Withdraw it in the software that publishes it.',
        );
      }
      await sql.query(
        `update slot set state = 'withdrawn', withdrawn_by = 'owner', version = version + 1 where id = $1`,
        [slotId],
      );
    });
  }

  /**
   * Takes a vendor's push of a window.
   *
   * @throws {ProblemError} 422 `duplicate-ref` or `out-of-range` with the slot's place; nothing is then stored.
   */
  async push(
    caller: Caller,
    scheduleId: string,
    query: { from: string; to: string },
    pushed: readonly components['schemas']['PushedSlot'][],
  ): Promise<components['schemas']['SlotReplacementResult']> {
    const window = readWindow(query, { from: new Date(0), days: 0 }, MAX_WINDOW_DAYS);
    const wanted = readPush(pushed, window);
    const plan = await this.#database.transaction(async (sql) => {
      const schedule = await lockSchedule(sql, caller, scheduleId);
      return replacePushed(sql, schedule, window, wanted, await databaseNow(sql));
    });
    return {
      created: plan.create.length,
      kept: plan.keep.length,
      removed: plan.withdraw.length,
      conflicts: plan.conflicts.map(({ key, reason }) => ({ ref: key, reason })),
    };
  }
}

function readPush(
  pushed: readonly components['schemas']['PushedSlot'][],
  window: { from: Date; to: Date },
): OfferedSlot[] {
  const seen = new Set<string>();
  return pushed.map((slot, index) => {
    const pointer = `/slots/${index}`;
    const period = readPeriod(slot, ['start', 'end'], pointer);
    if (seen.has(slot.ref)) {
      throw bodyProblem('duplicate-ref', `${pointer}/ref`, `${slot.ref} stands twice`);
    }
    seen.add(slot.ref);
    if (period.startsAt < window.from || period.startsAt >= window.to) {
      throw bodyProblem('out-of-range', `${pointer}/start`, 'the slot starts outside the window');
    }
    if (period.endsAt.getTime() - period.startsAt.getTime() > 24 * 3_600_000) {
      throw bodyProblem('out-of-range', `${pointer}/end`, 'the slot is longer than 24 h');
    }
    return {
      key: slot.ref,
      ref: slot.ref,
      ...period,
      modalities: [...new Set(slot.modalities)],
      visibility: [...new Set(slot.visibility)],
      booking: slot.booking ?? 'ROUTINE',
      capacity: slot.capacity ?? 1,
      communities: slot.communities ?? [],
      publicDisplay: slot.publicDisplay ?? false,
    };
  });
}

function columns(request: SlotRequest, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  return [
    startsAt,
    endsAt,
    [...new Set(request.modalities)],
    [...new Set(request.visibility)],
    request.booking ?? 'ROUTINE',
    request.capacity ?? 1,
    request.communities ?? [],
    request.publicDisplay ?? false,
  ];
}

async function read(
  sql: Sql,
  scheduleId: string,
  slotId: string,
  zone: string,
): Promise<Versioned<AgendaSlot>> {
  const rows = isId(slotId)
    ? await sql.query<SlotRow>(`${SELECT} where s.schedule_id = $1 and s.id = $2`, [
        scheduleId,
        slotId,
      ])
    : [];
  const row = rows[0];
  const gone = row?.state === 'withdrawn' && row.booked === 0 && row.withdrawnBy !== 'absence';
  if (row === undefined || gone) throw notFound('slot');
  return { resource: toAgendaSlot(row, zone), version: row.version };
}

/** Reads a slot after taking its row, so that the holds of whoever had it before are counted. */
async function take(sql: Sql, scheduleId: string, slotId: string, zone: string) {
  if (!isId(slotId)) throw notFound('slot');
  await sql.query('select 1 from slot where schedule_id = $1 and id = $2 for update', [
    scheduleId,
    slotId,
  ]);
  return read(sql, scheduleId, slotId, zone);
}

function checkFree(slot: AgendaSlot): void {
  if (slot.booked > 0 || slot.held > 0) {
    throw new ProblemError('slot-booked', 'Somebody has booked it or is booking it: cancel first.');
  }
}

async function checkOffered(
  sql: Sql,
  scheduleId: string,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Promise<void> {
  if (endsAt.getTime() - startsAt.getTime() > 24 * 3_600_000) {
    throw bodyProblem('out-of-range', '/end', 'a slot is no longer than 24 h');
  }
  if (startsAt <= (await databaseNow(sql))) {
    throw bodyProblem('slot-in-past', '/start', 'the slot starts in the past');
  }
  const absences = await sql.query(
    'select 1 from absence where schedule_id = $1 and starts_at < $3 and ends_at > $2 limit 1',
    [scheduleId, startsAt, endsAt],
  );
  if (absences.length > 0)
    throw bodyProblem('absence-overlap', '/start', 'an absence covers this time');
}

async function orOverlap<T>(statement: Promise<T>): Promise<T> {
  try {
    return await statement;
  } catch (error) {
    if (sqlFailure(error)?.constraint === 'slot_no_overlap') {
      throw new ProblemError('slot-overlap', 'Another slot of this agenda stands at this time.');
    }
    throw error;
  }
}
