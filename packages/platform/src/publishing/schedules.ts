import type { Database, Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import {
  type Describer,
  entityColumns,
  saveLocation,
  savePractitioner,
  saveStructure,
} from '../directory/entities.ts';
import type { components } from '../generated/platform.ts';
import { checkVersion, requiredVersion, type Versioned } from '../http/etag.ts';
import { createOnce, type IdempotentCreation, readMade } from '../http/idempotency.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { bodyProblem, notFound, ProblemError } from '../http/problem.ts';
import { type Caller, hasRole } from '../identity/caller.ts';
import { applyParticipation } from '../participation/effects.ts';
import { practiceColumn } from './practice.ts';
import {
  Bindings,
  checkPublishes,
  delegatorsOf,
  publisherOf,
  schedulesWithin,
  throughVendor,
} from '../identity/visibility.ts';

type Schedule = components['schemas']['Schedule'];

interface ScheduleRow extends Record<string, unknown> {
  id: string;
  created: string;
  version: number;
  resource: Omit<Schedule, 'horizonDays'>;
}

const SELECT = `
  select sch.id, sch.created_at::text as created, sch.version, jsonb_build_object(
    'id', sch.id, 'ref', sch.ref, 'practitioner', ${entityColumns.practitioner('p')},
    'structure', ${entityColumns.structure('st')}, 'location', ${entityColumns.location('l')},
    'publicDisplay', sch.public_display, 'overbooking', sch.overbooking,
    'participates', sch.participates, 'practice', sch.practice) as resource
  from schedule sch
  join location l on l.id = sch.location_id
  left join practitioner p on p.id = sch.practitioner_id
  left join structure st on st.id = sch.structure_id`;

/** Agendas of practitioners and sites. */
export class Schedules {
  readonly #database: Database;
  readonly #horizonDays: number;

  constructor(database: Database, horizonDays: number) {
    this.#database = database;
    this.#horizonDays = horizonDays;
  }

  /** Schedules that the caller manages, oldest first. */
  async list(
    caller: Caller,
    query: { nationalId?: string; ref?: string; limit: number; cursor?: string },
  ): Promise<Page<Schedule>> {
    const bind = new Bindings();
    const conditions = [schedulesWithin(caller, 'agenda:read', 'sch', bind)];
    if (query.nationalId !== undefined)
      conditions.push(`p.national_id = ${bind.add(query.nationalId)}`);
    if (query.ref !== undefined) conditions.push(`sch.ref = ${bind.add(query.ref)}`);
    if (query.cursor !== undefined) {
      const [created, id] = decodeCursor(query.cursor, ['instant', 'string']);
      conditions.push(
        `(sch.created_at, sch.id::text) > (${bind.add(created)}::timestamptz, ${bind.add(id)})`,
      );
    }
    const rows = await this.#database.query<ScheduleRow>(
      `${SELECT} where ${conditions.join(' and ')}
       order by sch.created_at, sch.id::text limit ${bind.add(query.limit + 1)}`,
      bind.values,
    );
    return toPage(
      rows,
      query.limit,
      (row) => [row.created, row.id],
      (row) => this.#toSchedule(row),
    );
  }

  /** @throws {ProblemError} 404 for a schedule that does not exist or is not the caller's. */
  async get(caller: Caller, id: string, sql: Sql = this.#database): Promise<Versioned<Schedule>> {
    const bind = new Bindings();
    const rows = isId(id)
      ? await sql.query<ScheduleRow>(
          `${SELECT} where sch.id = ${bind.add(id)} and ${schedulesWithin(caller, 'agenda:read', 'sch', bind)}`,
          bind.values,
        )
      : [];
    if (rows[0] === undefined) throw notFound('schedule');
    return { resource: this.#toSchedule(rows[0]), version: rows[0].version };
  }

  /** @throws {ProblemError} 409 `schedule-exists`, 403 for somebody else's agenda, 422 for unknown codes. */
  async create(
    caller: Caller,
    request: components['schemas']['ScheduleRequest'],
    creation: IdempotentCreation,
  ): Promise<Versioned<Schedule>> {
    if (request.practitioner === undefined && request.structure === undefined) {
      throw bodyProblem(
        'missing-member',
        '/practitioner',
        'a practitioner or a structure is required',
      );
    }
    checkPublishes(caller, {
      practitioner: request.practitioner?.nationalId ?? null,
      structure: request.structure?.nationalId ?? null,
    });
    const made = await createOnce(this.#database, creation, (sql) => insert(sql, caller, request));
    return readMade(made, (id) => this.get(caller, id));
  }

  /** @throws {ProblemError} 404, 412, 428. */
  async update(
    caller: Caller,
    id: string,
    changes: components['schemas']['ScheduleUpdate'],
    ifMatch: string | undefined,
  ): Promise<Versioned<Schedule>> {
    requiredVersion(ifMatch);
    return this.#database.transaction(async (sql) => {
      await lockSchedule(sql, caller, id);
      checkVersion(ifMatch, (await this.get(caller, id, sql)).version);
      await sql.query(
        `update schedule set public_display = coalesce($2, public_display),
           overbooking = coalesce($3, overbooking), participates = coalesce($4, participates),
           practice = case when $5 then $6::jsonb else practice end, version = version + 1 where id = $1`,
        [
          id,
          changes.publicDisplay ?? null,
          changes.overbooking ?? null,
          changes.participates ?? null,
          changes.practice !== undefined,
          practiceColumn(changes.practice),
        ],
      );
      await applyParticipation(sql, { schedule: id });
      return this.get(caller, id, sql);
    });
  }

  #toSchedule(row: ScheduleRow): Schedule {
    return { ...row.resource, horizonDays: this.#horizonDays };
  }
}

/** For whom the caller speaks when it names people, structures and places. */
function describerOf(caller: Caller): Describer {
  const { nationalIds = [], structures = [] } = caller.identity;
  return {
    publisher: publisherOf(caller),
    everything: hasRole(caller, ['administrator']),
    // A vendor's word for somebody is the vendor's, not that person's.
    self: throughVendor(caller)
      ? []
      : [...nationalIds, ...structures, ...delegatorsOf(caller, 'agenda:write')],
  };
}

async function insert(
  sql: Sql,
  caller: Caller,
  request: components['schemas']['ScheduleRequest'],
): Promise<string> {
  const by = describerOf(caller);
  const practitioner =
    request.practitioner === undefined
      ? null
      : await savePractitioner(sql, by, request.practitioner, '/practitioner');
  const structure =
    request.structure === undefined ? null : await saveStructure(sql, by, request.structure);
  const location = await saveLocation(sql, by, request.location, '/location');
  const rows = await sql.query<{ id: string }>(
    `insert into schedule (publisher, ref, practitioner_id, structure_id, location_id, editor,
       public_display, overbooking, participates, specialties, position, practice)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, point($11, $12), $13)
     on conflict do nothing returning id`,
    [
      publisherOf(caller),
      request.ref ?? null,
      practitioner?.id ?? null,
      structure,
      location.id,
      caller.identity.editor ?? null,
      request.publicDisplay ?? false,
      request.overbooking ?? false,
      request.participates ?? false,
      practitioner?.specialties ?? ['SM54'],
      location.lon,
      location.lat,
      practiceColumn(request.practice),
    ],
  );
  if (rows[0] !== undefined) {
    await applyParticipation(sql, { schedule: rows[0].id });
    return rows[0].id;
  }
  throw await scheduleExists(
    sql,
    caller,
    request.ref ?? null,
    practitioner?.id ?? null,
    structure,
    location.id,
  );
}

/** The id of the schedule in the way is told to those who manage it, and to nobody else. */
async function scheduleExists(
  sql: Sql,
  caller: Caller,
  ref: string | null,
  practitioner: string | null,
  structure: string | null,
  location: string,
): Promise<ProblemError> {
  const bind = new Bindings();
  const [publisher, reference] = [bind.add(publisherOf(caller)), bind.add(ref)];
  const [who, where, site] = [bind.add(practitioner), bind.add(location), bind.add(structure)];
  const rows = await sql.query<{ id: string }>(
    `select sch.id from schedule sch
     where ((sch.publisher = ${publisher} and sch.ref = ${reference}::text)
        or (sch.location_id = ${where} and (sch.practitioner_id = ${who}::uuid
        or (${who}::uuid is null and sch.practitioner_id is null and sch.structure_id = ${site}::uuid))))
       and ${schedulesWithin(caller, 'agenda:write', 'sch', bind)} limit 1`,
    bind.values,
  );
  const detail = 'This practitioner already has an agenda at this place.';
  const found = rows[0];
  return new ProblemError(
    'schedule-exists',
    detail,
    found === undefined ? {} : { extension: { scheduleId: found.id } },
  );
}

/** What writers of an agenda need to know of it. */
export interface LockedSchedule {
  id: string;
  timeZone: string;
  /** Commune of the place, whose public holidays count. */
  insee: string;
  version: number;
}

/** Columns of a `LockedSchedule`, of `schedule sch` and `location l`. */
export const LOCKED_COLUMNS = 'sch.id, l.time_zone as "timeZone", l.insee, sch.version';

/**
 * Takes the agenda for this transaction: whoever plans its slots does so alone.
 *
 * @throws {ProblemError} 404 for a schedule that does not exist or is not the caller's.
 */
export async function lockSchedule(sql: Sql, caller: Caller, id: string): Promise<LockedSchedule> {
  const bind = new Bindings();
  const rows = isId(id)
    ? await sql.query<LockedSchedule & Record<string, unknown>>(
        `select ${LOCKED_COLUMNS} from schedule sch
         join location l on l.id = sch.location_id
         where sch.id = ${bind.add(id)} and ${schedulesWithin(caller, 'agenda:write', 'sch', bind)}
         for no key update of sch`,
        bind.values,
      )
    : [];
  if (rows[0] === undefined) throw notFound('schedule');
  return rows[0];
}

/** The zone of a schedule that the caller manages, without taking it. @throws {ProblemError} 404. */
export async function scheduleZone(sql: Sql, caller: Caller, id: string): Promise<string> {
  const bind = new Bindings();
  const rows = isId(id)
    ? await sql.query<{ zone: string }>(
        `select l.time_zone as zone from schedule sch join location l on l.id = sch.location_id
         where sch.id = ${bind.add(id)} and ${schedulesWithin(caller, 'agenda:read', 'sch', bind)}`,
        bind.values,
      )
    : [];
  if (rows[0] === undefined) throw notFound('schedule');
  return rows[0].zone;
}
