import type { AppointmentReader } from '../booking/appointment-reader.ts';
import { OVERDUE_MINUTES } from '../booking/editor/waiting.ts';
import type { Database } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { notFound } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { Bindings } from '../identity/visibility.ts';
import {
  deskOrientations,
  type Orientation,
  type OrientationRow,
  practiceOrientations,
  selectOrientations,
  STATE,
  toOrientation,
  WAITING,
} from './orientation-row.ts';

export interface OrientationFilters {
  mine?: boolean;
  day?: string;
  caseRef?: string;
  attention?: boolean;
  state?: Orientation['state'];
}

/** Nobody has said whether its appointment was booked, which is not over yet or only just. */
const UNCONFIRMED = `o.appointment_id = any(array(select p.id from appointment p
  where p.status = 'pending' and p.starts_at > sas_now() - interval '${OVERDUE_MINUTES} minutes'))`;

/** The instant, asked for once and not for each of a year's orientations. */
const NOW = '(select sas_now())';

/** Of a stream without a day: today's where each one is, and whatever waits for somebody. */
const CURRENT = `((o.created_at > ${NOW} - interval '2 days'
    and (o.created_at at time zone o.time_zone)::date = (${NOW} at time zone o.time_zone)::date)
  or ${WAITING} or ${UNCONFIRMED} or (o.created_at > ${NOW} - interval '3 days' and ${STATE} = 'to-execute'))`;

/** Reads orientations, each time for somebody. */
export class OrientationReader {
  readonly #database: Database;
  readonly #appointments: AppointmentReader;

  constructor(database: Database, appointments: AppointmentReader) {
    this.#database = database;
    this.#appointments = appointments;
  }

  /** @throws {ProblemError} 404. */
  async get(caller: Caller, id: string): Promise<Orientation> {
    const [found] = await this.some(caller, isId(id) ? [id] : [], {});
    if (found === undefined) throw notFound('orientation');
    return found;
  }

  /** Newest first. */
  async list(
    caller: Caller,
    { limit, cursor, ...filters }: OrientationFilters & { limit: number; cursor?: string },
  ): Promise<Page<Orientation>> {
    const bind = new Bindings();
    const conditions = filterConditions(caller, filters, bind);
    if (cursor !== undefined) {
      const [created, id] = decodeCursor(cursor, ['instant', 'id']);
      conditions.push(
        `(o.created_at, o.id) < (${bind.add(created)}::timestamptz, ${bind.add(id)}::uuid)`,
      );
    }
    const rows = await this.#read(caller, conditions, bind, limit + 1);
    const page = toPage(
      rows,
      limit,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => row,
    );
    return { ...page, items: await this.#present(page.items) };
  }

  /** Those of these ids that the caller may see and that fit. */
  async some(
    caller: Caller,
    ids: readonly string[],
    filters: OrientationFilters,
  ): Promise<Orientation[]> {
    if (ids.length === 0) return [];
    const bind = new Bindings();
    const conditions = filterConditions(caller, filters, bind);
    conditions.push(`o.id = any(${bind.add(ids)}::uuid[])`);
    return this.#present(await this.#read(caller, conditions, bind, ids.length));
  }

  /** What a stream begins with. */
  async current(
    caller: Caller,
    filters: Pick<OrientationFilters, 'mine' | 'day'>,
    most: number,
  ): Promise<Orientation[]> {
    const bind = new Bindings();
    const conditions = filterConditions(caller, filters, bind);
    if (filters.day === undefined) conditions.push(CURRENT);
    return this.#present(await this.#read(caller, conditions, bind, most));
  }

  #read(
    caller: Caller,
    conditions: readonly string[],
    bind: Bindings,
    limit: number,
  ): Promise<OrientationRow[]> {
    const desk = deskOrientations(caller, 'orientation:read', bind);
    const reached = `(${desk} or ${practiceOrientations(caller, bind)})`;
    return this.#database.query<OrientationRow>(
      `${selectOrientations(caller, desk, bind)} where ${[reached, ...conditions].join(' and ')}
       order by o.created_at desc, o.id desc limit ${bind.add(limit)}`,
      bind.values,
    );
  }

  async #present(rows: readonly OrientationRow[]): Promise<Orientation[]> {
    const ids = rows.flatMap(({ appointmentId }) => appointmentId ?? []);
    const appointments = await this.#appointments.readByIds(ids);
    return rows.map((row) => toOrientation(row, appointments.get(row.appointmentId ?? '') ?? null));
  }
}

function filterConditions(
  caller: Caller,
  { mine, day, caseRef, attention, state }: OrientationFilters,
  bind: Bindings,
): string[] {
  const conditions: string[] = [];
  if (mine !== undefined) {
    conditions.push(`o.made_by ${mine ? '=' : '<>'} ${bind.add(caller.identity.subject)}`);
  }
  if (day !== undefined) {
    const date = `${bind.add(day)}::date`;
    // First in whatever zone, by an index; then in its own.
    conditions.push(
      `o.created_at between ${date} - interval '1 day' and ${date} + interval '2 days'`,
      `(o.created_at at time zone o.time_zone)::date = ${date}`,
    );
  }
  if (caseRef !== undefined) {
    // Whoever may not read the case does not find by it.
    const desk = deskOrientations(caller, 'orientation:read', bind);
    conditions.push(`${desk} and o.case_ref = ${bind.add(caseRef)}`);
  }
  if (attention !== undefined) conditions.push(attention ? WAITING : `not ${WAITING}`);
  if (state !== undefined) conditions.push(`${STATE} = ${bind.add(state)}`);
  return conditions;
}
