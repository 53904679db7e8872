import type { Database, Sql } from '../database/database.ts';
import { presentPublicSlot } from '../availability/present.ts';
import { type FreeSlot, REMAINING } from '../availability/search.ts';
import {
  entityColumns,
  type Location,
  type Practitioner,
  type Structure,
} from '../directory/entities.ts';
import type { components } from '../generated/platform.ts';
import { formatInstant, instantParameter } from '../http/instants.ts';
import { decodeCursor, type Page, toPage } from '../http/paging.ts';
import { notFound, ProblemError } from '../http/problem.ts';
import { type Caller, hasRole, type Role } from '../identity/caller.ts';
import { Bindings, ownSchedules } from '../identity/visibility.ts';
import { isId } from '../publishing/schedules.ts';
import type { AppointmentStatus } from './policy.ts';
import { capabilityHash, type Secrets } from './secrets.ts';

type Appointment = components['schemas']['Appointment'];

/** An appointment taken for a change. */
export interface ManagedAppointment {
  id: string;
  status: AppointmentStatus;
  slotId: string;
  startsAt: Date;
}

export interface AppointmentQuery {
  scheduleId?: string;
  status?: readonly AppointmentStatus[];
  from?: string;
  to?: string;
  limit: number;
  cursor?: string;
}

/** Roles that work for a territory and see its appointments. */
const TERRITORY_ROLES: readonly Role[] = [
  'unscheduled-care-operator',
  'regulator',
  'emergency-regulator',
  'call-taker',
  'dispatch-software',
];

const FROM = `from appointment a join slot s on s.id = a.slot_id
  join schedule sch on sch.id = a.schedule_id join location l on l.id = sch.location_id
  left join practitioner p on p.id = sch.practitioner_id
  left join structure st on st.id = sch.structure_id`;

const SELECT = `select a.id, a.reference, a.status, a.created_at as "createdAt", s.id as "slotId",
  s.starts_at as "startsAt", s.ends_at as "endsAt", s.modalities, s.visibility, s.booking, s.communities,
  s.capacity, greatest(0, ${REMAINING('s')}) as remaining, ${entityColumns.practitioner('p')} as practitioner,
  ${entityColumns.structure('st')} as structure, ${entityColumns.location('l')} as location ${FROM}`;

interface AppointmentRow extends Omit<FreeSlot, 'id' | 'editor'>, Record<string, unknown> {
  id: string;
  reference: string;
  status: AppointmentStatus;
  createdAt: Date;
  slotId: string;
  practitioner: Practitioner | null;
  structure: Structure | null;
  location: Location;
}

function toAppointment(row: AppointmentRow): Appointment {
  const zone = row.location.timeZone;
  return {
    id: row.id,
    reference: row.reference,
    status: row.status,
    slot: presentPublicSlot({ ...row, id: row.slotId, editor: null }, zone),
    practitioner: row.practitioner,
    structure: row.structure,
    location: row.location,
    created: formatInstant(row.createdAt, zone),
  };
}

/**
 * The SQL condition for the appointments that a caller may read and change: those of its own agendas,
 * those it booked itself, those of its territory for operators. With a publishable key, only the one
 * whose manage token it holds.
 */
function visibleAppointments(
  caller: Caller,
  manageToken: string | undefined,
  bind: Bindings,
): string {
  if (caller.kind !== 'professional') {
    if (manageToken === undefined) throw new ProblemError('manage-token-required');
    return `a.manage_token_hash = ${bind.add(capabilityHash(manageToken))}`;
  }
  if (hasRole(caller, ['administrator'])) return 'true';
  const ways = [
    ownSchedules(caller, 'sch', bind),
    `a.booked_by = ${bind.add(caller.identity.subject)}`,
  ];
  const territories = caller.identity.territories ?? [];
  if (territories.length > 0 && hasRole(caller, TERRITORY_ROLES)) {
    ways.push(`l.territory_id = any(${bind.add(territories)}::text[])`);
  }
  return `(${ways.join(' or ')})`;
}

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
    const condition = visibleAppointments(caller, manageToken, bind);
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
    return toAppointment(rows[0]!);
  }

  /** By start. */
  async list(caller: Caller, query: AppointmentQuery): Promise<Page<Appointment>> {
    const bind = new Bindings();
    const conditions = [visibleAppointments(caller, undefined, bind)];
    if (query.scheduleId !== undefined)
      conditions.push(`sch.id::text = ${bind.add(query.scheduleId)}`);
    if (query.status !== undefined)
      conditions.push(`a.status = any(${bind.add(query.status)}::text[])`);
    if (query.from !== undefined) {
      conditions.push(`s.starts_at >= ${bind.add(instantParameter('from', query.from))}`);
    }
    if (query.to !== undefined) {
      conditions.push(`s.starts_at < ${bind.add(instantParameter('to', query.to))}`);
    }
    if (query.cursor !== undefined) {
      const [start, id] = decodeCursor(query.cursor, ['instant', 'string']);
      conditions.push(
        `(s.starts_at, a.id::text) > (${bind.add(start)}::timestamptz, ${bind.add(id)})`,
      );
    }
    const rows = await this.#database.query<AppointmentRow>(
      `${SELECT} where ${conditions.join(' and ')}
       order by s.starts_at, a.id::text limit ${bind.add(query.limit + 1)}`,
      bind.values,
    );
    return toPage(rows, query.limit, (row) => [row.startsAt.toISOString(), row.id], toAppointment);
  }

  /** Takes an appointment for a change. @throws {ProblemError} 403, 404. */
  async lock(
    sql: Sql,
    caller: Caller,
    id: string,
    manageToken: string | undefined,
  ): Promise<ManagedAppointment> {
    const bind = new Bindings();
    const condition = visibleAppointments(caller, manageToken, bind);
    const rows = isId(id)
      ? await sql.query<ManagedAppointment & Record<string, unknown>>(
          `select a.id, a.status, a.slot_id as "slotId", s.starts_at as "startsAt" ${FROM}
           where a.id = ${bind.add(id)} and ${condition} for update of a`,
          bind.values,
        )
      : [];
    if (rows[0] === undefined) throw notFound('appointment');
    return rows[0];
  }

  async #contact(caller: Caller, id: string): Promise<components['schemas']['Contact'] | null> {
    const bind = new Bindings();
    const rows = await this.#database.query<{ sealed: Buffer }>(
      `select c.sealed from contact c join appointment a on a.id = c.appointment_id
       join schedule sch on sch.id = a.schedule_id
       where a.id = ${bind.add(id)} and c.erase_after > sas_now() and ${ownSchedules(caller, 'sch', bind)}`,
      bind.values,
    );
    if (rows[0] === undefined || hasRole(caller, ['editor'])) return null;
    const sealed = Buffer.from(rows[0].sealed);
    return JSON.parse(this.#secrets.open(sealed, id)) as components['schemas']['Contact'];
  }
}
