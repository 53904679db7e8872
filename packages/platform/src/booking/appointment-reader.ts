import { regulatorUrl } from '../aggregation/slots/booking-url.ts';
import { noteRead } from '../audit/trail.ts';
import type { Database, Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import { presentPublicSlot } from '../availability/present.ts';
import { type FreeSlot, REMAINING } from '../availability/search.ts';
import {
  entityColumns,
  type Location,
  type Practitioner,
  type Structure,
} from '../directory/entities.ts';
import type { components } from '../generated/platform.ts';
import { presentTransmission, type TransmissionRow, transmissionOf } from '../hub/told.ts';
import { formatInstant, instantParameter } from '../http/instants.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { notFound, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { type Right, rolesWith } from '../identity/rights.ts';
import {
  Bindings,
  schedulesOfTerritories,
  schedulesWithin,
  throughVendor,
} from '../identity/visibility.ts';
import { CANCELLATION_OVERDUE, OVERDUE_MINUTES } from './editor/waiting.ts';
import type { AppointmentStatus } from './policy.ts';
import { capabilityHash, type Secrets } from './secrets.ts';

type Appointment = components['schemas']['Appointment'];

/** An appointment taken for a change. */
export interface ManagedAppointment {
  id: string;
  status: AppointmentStatus;
  scheduleId: string;
  /** Null where it stands in an editor's agenda. */
  slotId: string | null;
  startsAt: Date;
  /** Its editor has told of it: nobody but the editor changes it. */
  told: boolean;
  /** It stands beside the slots of its agenda. */
  overbooked: boolean;
}

export interface AppointmentQuery {
  scheduleId?: string;
  status?: readonly AppointmentStatus[];
  from?: string;
  to?: string;
  overdue?: boolean;
  limit: number;
  cursor?: string;
}

/** An editor's appointment has no slot here; one of no agenda that is known here is nobody's to see. */
const JOINS = `left join slot s on s.id = a.slot_id
  join schedule sch on sch.id = a.schedule_id join location l on l.id = sch.location_id
  left join practitioner p on p.id = sch.practitioner_id
  left join structure st on st.id = sch.structure_id`;

/** Left for, and nobody has said in time what came of it. */
const OVERDUE = `(a.status = 'pending' and a.overdue_at <= sas_now())`;

/** A person is to find out: what came of it, or of its cancellation. */
const NEEDS_SOMEBODY = `(${OVERDUE} or coalesce(${CANCELLATION_OVERDUE}, false))`;

/** How far it is to cancel it at its editor, where somebody wants that. */
const CANCELLATION = `case when a.cancellation = 'asked'
    and a.cancel_asked_at <= sas_now() - interval '${OVERDUE_MINUTES} minutes' then 'overdue'
  else a.cancellation end`;

const COLUMNS = `a.id, a.reference, a.status, a.created_at as "createdAt", a.editor,
  coalesce(s.id, a.vendor_slot_id, a.id) as "slotId", a.starts_at as "startsAt", a.ends_at as "endsAt",
  coalesce(s.modalities, '{}') as modalities, coalesce(s.visibility, '{}') as visibility,
  coalesce(s.booking, 'ROUTINE') as booking, coalesce(s.communities, '{}') as communities,
  coalesce(s.capacity, 1) as capacity, greatest(0, coalesce(${REMAINING('s')}, 0)) as remaining,
  a.booking_url as "bookingUrl", a.overbooked,
  case when a.overdue_at is not null then ${OVERDUE} end as overdue,
  ${CANCELLATION} as cancellation, a.replaces,
  a.regulator_kind as "regulatorKind", a.regulator_id as "regulatorId", a.category,
  ${transmissionOf('a.id')} as transmission,
  ${entityColumns.practitioner('p')} as practitioner, ${entityColumns.structure('st')} as structure,
  ${entityColumns.location('l')} as location`;

const SELECT = `select ${COLUMNS} from appointment a ${JOINS}`;

interface AppointmentRow extends Omit<FreeSlot, 'id' | 'editor'>, Record<string, unknown> {
  id: string;
  reference: string;
  status: AppointmentStatus;
  createdAt: Date;
  slotId: string;
  practitioner: Practitioner | null;
  structure: Structure | null;
  location: Location;
  editor: string | null;
  bookingUrl: string | null;
  overbooked: boolean;
  overdue: boolean | null;
  cancellation: Appointment['cancellation'] | null;
  replaces: string | null;
  regulatorKind: 'national' | 'technical' | null;
  regulatorId: string | null;
  category: Appointment['category'] | null;
  transmission: TransmissionRow | null;
}

function toAppointment(row: AppointmentRow): Appointment {
  const { editor, regulatorKind, regulatorId, category, overdue, cancellation, replaces } = row;
  const bookingUrl = regulatorUrl(row.bookingUrl);
  const zone = row.location.timeZone;
  return {
    id: row.id,
    reference: row.reference,
    status: row.status,
    slot: { ...presentPublicSlot({ ...row, id: row.slotId, editor: null }, zone), bookingUrl },
    practitioner: row.practitioner,
    structure: row.structure,
    location: row.location,
    created: formatInstant(row.createdAt, zone),
    ...(editor !== null && { source: { kind: 'editor', editor } }),
    ...(row.overbooked && { overbooked: true }),
    ...(overdue !== null && { overdue }),
    ...(cancellation != null && { cancellation }),
    ...(replaces !== null && { replaces }),
    ...(regulatorId !== null && {
      regulator: { kind: regulatorKind ?? 'technical', value: regulatorId },
    }),
    ...(category != null && { category }),
    ...(row.transmission !== null && { transmission: presentTransmission(row.transmission, zone) }),
  };
}

/**
 * The SQL conditions, any of which lets a caller reach an appointment by a right: of its own agendas,
 * booked by itself, of its territory. With a publishable key, only the one whose manage token it holds.
 * Each is about `appointment` alone, so that a list can follow an index for each.
 */
function waysToAppointments(
  caller: Caller,
  right: Right,
  manageToken: string | undefined,
  bind: Bindings,
): string[] {
  if (caller.kind !== 'professional') {
    if (manageToken === undefined) throw new ProblemError('manage-token-required');
    return [`a.manage_token_hash = ${bind.add(capabilityHash(manageToken))}`];
  }
  const reached = [
    schedulesWithin(caller, right, 'near', bind),
    schedulesOfTerritories(caller, right, 'near', bind),
  ];
  if (reached[0] === 'true') return ['true'];
  const ways = reached
    .filter((condition) => condition !== 'false')
    .map((condition) => `a.schedule_id in (select near.id from schedule near where ${condition})`);
  if (rolesWith(caller, right, 'self').length > 0) {
    ways.push(`a.booked_by = ${bind.add(caller.identity.subject)}`);
    const { nationalIds = [] } = caller.identity;
    // What an editor says that this regulator took. A vendor's page speaks for nobody who regulates.
    if (nationalIds.length > 0 && !throughVendor(caller)) {
      ways.push(`a.regulator_id = any(${bind.add(nationalIds)}::text[])`);
    }
  }
  return ways.length === 0 ? ['false'] : ways;
}

const anyOf = (ways: readonly string[]) => `(${ways.join(' or ')})`;

/** Reads appointments, each time for somebody. */
export class AppointmentReader {
  readonly #database: Database;
  readonly #secrets: Secrets;

  constructor(database: Database, secrets: Secrets) {
    this.#database = database;
    this.#secrets = secrets;
  }

  /** One appointment; its contact only for the practice itself. @throws {ProblemError} 403, 404. */
  async get(caller: Caller, id: string, manageToken: string | undefined): Promise<Appointment> {
    const bind = new Bindings();
    const condition = anyOf(waysToAppointments(caller, 'appointment:read', manageToken, bind));
    const rows = isId(id)
      ? await this.#database.query<AppointmentRow>(
          `${SELECT} where a.id = ${bind.add(id)} and ${condition}`,
          bind.values,
        )
      : [];
    if (rows[0] === undefined) throw notFound('appointment');
    const contact = await this.#contact(caller, id);
    return { ...toAppointment(rows[0]), ...(contact === null ? {} : { contact }) };
  }

  /** What a change has just been made of, for whoever made it. */
  async readById(id: string): Promise<Appointment> {
    const rows = await this.#database.query<AppointmentRow>(`${SELECT} where a.id = $1`, [id]);
    if (rows[0] === undefined) throw notFound('appointment');
    return toAppointment(rows[0]);
  }

  /** Those of these ids that are there, by id, for whoever has reached what they belong to. */
  async readByIds(ids: readonly string[]): Promise<ReadonlyMap<string, Appointment>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#database.query<AppointmentRow>(
      `${SELECT} where a.id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, toAppointment(row)]));
  }

  /** By start. Each way to an appointment follows its own index; the details are read for one page. */
  async list(caller: Caller, query: AppointmentQuery): Promise<Page<Appointment>> {
    const bind = new Bindings();
    const filters: string[] = [];
    if (query.scheduleId !== undefined) {
      filters.push(
        isId(query.scheduleId) ? `a.schedule_id = ${bind.add(query.scheduleId)}` : 'false',
      );
    }
    if (query.status !== undefined)
      filters.push(`a.status = any(${bind.add(query.status)}::text[])`);
    if (query.from !== undefined) {
      filters.push(`a.starts_at >= ${bind.add(instantParameter('from', query.from))}`);
    }
    if (query.to !== undefined) {
      filters.push(`a.starts_at < ${bind.add(instantParameter('to', query.to))}`);
    }
    if (query.overdue !== undefined) {
      filters.push(query.overdue ? NEEDS_SOMEBODY : `not coalesce(${NEEDS_SOMEBODY}, false)`);
    }
    if (query.cursor !== undefined) {
      const [start, id] = decodeCursor(query.cursor, ['instant', 'id']);
      filters.push(
        `(a.starts_at, a.id) > (${bind.add(start)}::timestamptz, ${bind.add(id)}::uuid)`,
      );
    }
    const limit = bind.add(query.limit + 1);
    const pages = waysToAppointments(caller, 'appointment:list', undefined, bind).map(
      (
        way,
      ) => `(select a.id, a.starts_at from appointment a where ${[way, ...filters].join(' and ')}
         order by a.starts_at, a.id limit ${limit})`,
    );
    const rows = await this.#database.query<AppointmentRow>(
      `with page as (select id from (${pages.join(' union ')}) found order by starts_at, id limit ${limit})
       select ${COLUMNS} from page join appointment a on a.id = page.id ${JOINS}
       order by a.starts_at, a.id`,
      bind.values,
    );
    return toPage(rows, query.limit, (row) => [row.startsAt.toISOString(), row.id], toAppointment);
  }

  /**
   * Takes an appointment for a change: its row first, then what it says. In one statement, a slot that
   * changes during the wait would make the row disappear.
   *
   * @throws {ProblemError} 403, 404.
   */
  async lock(
    sql: Sql,
    caller: Caller,
    id: string,
    manageToken: string | undefined,
    right: Right = 'appointment:change',
  ): Promise<ManagedAppointment> {
    const bind = new Bindings();
    const ways = waysToAppointments(caller, right, manageToken, bind);
    if (!isId(id)) throw notFound('appointment');
    await sql.query('select 1 from appointment where id = $1 for update', [id]);
    const rows = await sql.query<ManagedAppointment & Record<string, unknown>>(
      `select a.id, a.status, a.schedule_id as "scheduleId", a.slot_id as "slotId", a.starts_at as "startsAt",
         a.identifier_value is not null as told, a.overbooked from appointment a
       where a.id = ${bind.add(id)} and ${anyOf(ways)}`,
      bind.values,
    );
    if (rows[0] === undefined) throw notFound('appointment');
    return rows[0];
  }

  async #contact(caller: Caller, id: string): Promise<components['schemas']['Contact'] | null> {
    const bind = new Bindings();
    const rows = await this.#database.query<{ sealed: Buffer }>(
      `select c.sealed from contact c join appointment a on a.id = c.appointment_id
       join schedule sch on sch.id = a.schedule_id
       where a.id = ${bind.add(id)} and c.erase_after > sas_now() and ${schedulesWithin(caller, 'contact:read', 'sch', bind)}`,
      bind.values,
    );
    if (rows[0] === undefined) return null;
    await noteRead(this.#database, 'contact', id);
    const sealed = Buffer.from(rows[0].sealed);
    return JSON.parse(this.#secrets.open(sealed, id)) as components['schemas']['Contact'];
  }
}
