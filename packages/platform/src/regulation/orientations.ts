import type { ActingDesk } from '../booking/appointments.ts';
import { deskTerritory } from '../booking/desk.ts';
import type { Booking } from '../booking/routes.ts';
import type { Database, Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { components } from '../generated/platform.ts';
import { createOnce, type IdempotentCreation, readMade } from '../http/idempotency.ts';
import { instantMember } from '../http/instants.ts';
import { notFound, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { rolesWith } from '../identity/rights.ts';
import { Bindings, rolesNearest } from '../identity/visibility.ts';
import { book } from './booked.ts';
import { type Decided, decide, territoryInQuestion } from './decided.ts';
import { actingRole, checkOutcome, checkStart } from './decisions.ts';
import { deskOrientations, type Orientation, STATE, WAITING } from './orientation-row.ts';
import type { OrientationReader } from './orientation-reader.ts';

type Schemas = components['schemas'];
type Request = Schemas['OrientationRequest'];

/** Time in which somebody takes back what they recorded, s. */
const UNDO_SECONDS = 60;

/** Records orientations, takes them back, and notes that somebody has seen what happened to them. */
export class Orientations {
  readonly #database: Database;
  readonly #booking: Booking;
  readonly #reader: OrientationReader;

  constructor(database: Database, booking: Booking, reader: OrientationReader) {
    this.#database = database;
    this.#booking = booking;
    this.#reader = reader;
  }

  /**
   * Records an orientation, and books where it names a slot or a time: both stand, or neither.
   *
   * @throws {ProblemError} 403 `medical-decision`, `outside-scheme`, 404, 409 as a booking does, 422.
   */
  async create(
    caller: Caller,
    request: Request,
    creation: IdempotentCreation,
  ): Promise<Orientation> {
    const roles = rolesWith(caller, 'orientation:create', 'self');
    const territory = await territoryInQuestion(this.#database, caller, roles, request);
    const role = actingRole(rolesNearest(caller, roles, territory), request);
    checkOutcome(request);
    const made = await this.#booking.appointments.explain(caller, () =>
      createOnce(this.#database, creation, async (sql) => {
        const decided = await decide(sql, caller, role, request);
        const desk = deskTerritory(caller, role, decided.place.territory, decided.desk);
        const acting = { role, territory: desk };
        const booked = await book(sql, this.#booking, caller, acting, request, decided.form);
        if (request.decision.kind !== 'own') checkStart(decided, booked.startsAt);
        return insert(sql, caller, acting, request, decided, booked);
      }),
    );
    return readMade(made, (id) => this.#reader.get(caller, id));
  }

  /**
   * Takes back what the caller has just recorded, with its appointment. A withdrawn one is answered unchanged.
   *
   * @throws {ProblemError} 404 for somebody else's, 409 `invalid-transition` later, where it was carried out, and on
   *   another page than the one that recorded it where several share the caller.
   */
  async withdraw(caller: Caller, id: string): Promise<Orientation> {
    const before = await lookAt(this.#database, caller, id);
    if (before.withdrawn) return this.#reader.get(caller, id);
    checkWithdrawable(before);
    const { appointmentId } = before;
    const atEditor =
      appointmentId === null ? null : await this.#booking.cancelAtEditor(caller, appointmentId);
    await this.#database.transaction(async (sql) => {
      // Appointment first, as whoever cancels it has it.
      const locked = appointmentId === null || atEditor !== null ? null : appointmentId;
      if (locked !== null) await this.#booking.reader.lock(sql, caller, locked, undefined);
      await sql.query('select 1 from orientation where id = $1 for update', [id]);
      const now = await lookAt(sql, caller, id);
      if (now.withdrawn) return;
      checkWithdrawable(now);
      await sql.query('update orientation set withdrawn_at = sas_now() where id = $1', [id]);
      if (locked !== null) await this.#booking.appointments.cancelWithin(sql, caller, locked);
    });
    return this.#reader.get(caller, id);
  }

  /**
   * Somebody has seen what happened and looks after it. What waits besides is told next.
   *
   * @param seen what they saw: of what has happened since, nobody has.
   * @throws {ProblemError} 404, 409 `invalid-transition` where something else has happened.
   */
  async acknowledge(
    caller: Caller,
    id: string,
    seen: Schemas['AttentionSeen'],
  ): Promise<Orientation> {
    const at = instantMember('/at', seen.at);
    const bind = new Bindings();
    const desk = deskOrientations(caller, 'orientation:acknowledge', bind);
    if (!isId(id)) throw notFound('orientation');
    const noted = await this.#database.query(
      `${acknowledging(seen.reason, at, bind)} and o.id = ${bind.add(id)} and ${desk} and ${WAITING}
       returning 1 as one`,
      bind.values,
    );
    const orientation = await this.#reader.get(caller, id);
    const { attention } = orientation;
    if (noted.length === 0 && attention !== null && attention.acknowledgedAt === null) {
      const detail = `Something else has happened: ${attention.reason}, ${attention.at}.`;
      throw new ProblemError('invalid-transition', detail);
    }
    return orientation;
  }
}

/** SQL that notes one of the two things that may wait of an orientation `o`, where it is what was seen. */
function acknowledging(reason: Schemas['AttentionReason'], at: Date, bind: Bindings): string {
  return reason === 'not-cancelled'
    ? `update orientation o set not_cancelled_acknowledged_at = sas_now()
       where o.not_cancelled_acknowledged_at is null and o.not_cancelled_at = ${bind.add(at)}`
    : `update orientation o set acknowledged_at = sas_now()
       where o.acknowledged_at is null and o.attention_at = ${bind.add(at)}
         and o.attention = ${bind.add(reason)}`;
}

async function insert(
  sql: Sql,
  caller: Caller,
  { role, territory }: ActingDesk,
  request: Request,
  decided: Decided,
  booked: Awaited<ReturnType<typeof book>>,
): Promise<string> {
  const { place } = decided;
  const values: Readonly<Record<string, unknown>> = {
    outcome: request.outcome,
    form: decided.form,
    category: booked.category,
    decision: request.decision.kind,
    decided_role: decided.role,
    decided_at: decided.at,
    executes: decided.executes,
    protocol_id: decided.protocolId,
    assessed_by:
      request.decision.kind === 'protocol' ? (request.decision.assessedBy ?? null) : null,
    made_by: caller.identity.subject,
    made_with: caller.page ?? null,
    role,
    case_ref: decided.caseRef,
    insee: place.insee,
    place_label: place.label,
    territory_id: place.territory,
    desk_territory_id: territory === place.territory ? null : territory,
    time_zone: place.zone,
    appointment_id: booked.appointmentId,
    appointment_start: booked.startsAt,
    structure_id: booked.structureId,
    call_id: booked.callId,
    triggered_at: decided.triggeredAt,
    own_doctor: decided.ownDoctor?.said ?? null,
    own_doctor_call: decided.ownDoctor?.call ?? null,
    instructions_given: request.instructionsGiven ?? null,
    within_hours: decided.withinHours,
  };
  const names = Object.keys(values);
  const rows = await sql.query<{ id: string }>(
    `insert into orientation (${names.join(', ')}, created_at)
     values (${names.map((_, index) => `$${index + 1}`).join(', ')},
       date_trunc('milliseconds', sas_now())) returning id`,
    Object.values(values),
  );
  return rows[0]!.id;
}

interface Withdrawable extends Record<string, unknown> {
  appointmentId: string | null;
  withdrawn: boolean;
  late: boolean;
  /** Recorded by a subject that several share, on another page: perhaps by somebody else. */
  elsewhere: boolean;
  state: Orientation['state'];
}

/** The caller's own orientation. @throws {ProblemError} 404. */
async function lookAt(sql: Sql, caller: Caller, id: string): Promise<Withdrawable> {
  const rows = isId(id)
    ? await sql.query<Withdrawable>(
        `select o.appointment_id as "appointmentId", o.withdrawn_at is not null as withdrawn,
           o.created_at < sas_now() - make_interval(secs => $3) as late,
           subject_of_several(o.made_by) and o.made_with is distinct from $4 as elsewhere, ${STATE} as state
         from orientation o where o.id = $1 and o.made_by = $2`,
        [id, caller.identity.subject, UNDO_SECONDS, caller.page ?? null],
      )
    : [];
  if (rows[0] === undefined) throw notFound('orientation');
  return rows[0];
}

/** @throws {ProblemError} 409 `invalid-transition`. */
function checkWithdrawable({ late, elsewhere, state }: Withdrawable): void {
  if (state === 'executed') {
    throw new ProblemError('invalid-transition', 'Somebody has carried it out.');
  }
  if (elsewhere) {
    const detail =
      'Several share this caller, and it was recorded on another page: cancel its appointment.';
    throw new ProblemError('invalid-transition', detail);
  }
  if (!late) return;
  const detail = `It was recorded more than ${UNDO_SECONDS} s ago: cancel its appointment.`;
  throw new ProblemError('invalid-transition', detail);
}
