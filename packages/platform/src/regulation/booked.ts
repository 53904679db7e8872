import type { ActingDesk, Appointments } from '../booking/appointments.ts';
import type { AppointmentReader } from '../booking/appointment-reader.ts';
import { checkScheme } from '../booking/redirection.ts';
import { freeReference } from '../booking/reference.ts';
import { databaseNow, type Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { Structure } from '../directory/entities.ts';
import type { components } from '../generated/platform.ts';
import { instantMember } from '../http/instants.ts';
import { bodyProblem, notFound, ProblemError } from '../http/problem.ts';
import type { Caller, Role } from '../identity/caller.ts';
import { type Category, categoryOf, checkForm } from './outcomes.ts';
import type { Decided } from './decided.ts';
import { acceptedCall } from './practice-calls.ts';

type Schemas = components['schemas'];
type Request = Schemas['OrientationRequest'];

/** To whom an orientation goes. */
export interface Booked {
  appointmentId: string | null;
  startsAt: Date | null;
  structureId: string | null;
  callId: string | null;
  category: Category | null;
}

const NOBODY: Booked = {
  appointmentId: null,
  startsAt: null,
  structureId: null,
  callId: null,
  category: null,
};

/** What books, of the module that does. */
export interface BookingDoor {
  readonly appointments: Pick<Appointments, 'bookWithin'>;
  readonly reader: Pick<AppointmentReader, 'lock'>;
}

/**
 * Books, links or names what the request says, in the transaction that records it.
 *
 * @param form as it was decided.
 * @param acting the role in which the caller acts, a triage nurse only towards the redirection scheme, and the
 *   territory of the desk.
 * @throws {ProblemError} 403 `outside-scheme`, 404, 409 as a booking does, 422 with the member at fault, `form-not-allowed` for the slot.
 */
export async function book(
  sql: Sql,
  door: BookingDoor,
  caller: Caller,
  acting: ActingDesk,
  request: Request,
  form: Decided['form'],
): Promise<Booked> {
  const { role } = acting;
  const { appointmentId, slotId, holdId, overbooking, recipient } = request;
  if (recipient !== undefined) {
    if (role === 'triage-nurse') await checkScheme(sql, null);
    return call(sql, caller, recipient);
  }
  if (overbooking !== undefined) return overbook(sql, caller, acting, overbooking);
  if (slotId !== undefined) {
    const wanted = { slotId, ...(holdId !== undefined && { holdId }) };
    const id = await door.appointments.bookWithin(sql, caller, acting, wanted);
    return linked(sql, id, role, { form, pointer: '/slotId' });
  }
  if (appointmentId === undefined) return NOBODY;
  await checkLinkable(sql, door, caller, appointmentId);
  await sql.query(
    'update appointment set desk_territory_id = coalesce($2, desk_territory_id) where id = $1',
    [appointmentId, acting.territory],
  );
  await sql.query('select hub_transfer(a) from appointment a where a.id = $1', [appointmentId]);
  return linked(sql, appointmentId, role, { form, pointer: '/appointmentId' });
}

interface LinkedRow extends Record<string, unknown> {
  startsAt: Date;
  scheduleId: string | null;
  category: Category | null;
  practitioner: string | null;
  kind: Structure['kind'] | null;
  /** Of its slot, where that is known. */
  modalities: string[] | null;
}

/**
 * What an appointment says of whom it goes to.
 *
 * @param asked what its slot has to be for, and what names it in the body; null beside the slots.
 */
async function linked(
  sql: Sql,
  id: string,
  role: Role,
  asked: { form: Schemas['OutcomeForm'] | null; pointer: string } | null,
): Promise<Booked> {
  const rows = await sql.query<LinkedRow>(
    `select a.starts_at as "startsAt", a.schedule_id as "scheduleId", a.category,
       sch.practitioner_id as practitioner, st.kind,
       coalesce(s.modalities, v.modalities) as modalities from appointment a
     left join slot s on s.id = a.slot_id left join vendor_slot v on v.id = a.vendor_slot_id
     left join schedule sch on sch.id = a.schedule_id
     left join structure st on st.id = sch.structure_id where a.id = $1`,
    [id],
  );
  const { startsAt, scheduleId, category, practitioner, kind, modalities } = rows[0]!;
  if (role === 'triage-nurse') await checkScheme(sql, scheduleId);
  if (asked !== null && modalities !== null) checkForm(asked.form, modalities, asked.pointer);
  const known = practitioner === null && kind !== null ? categoryOf(kind) : 'PS';
  return { ...NOBODY, appointmentId: id, startsAt, category: category ?? known };
}

/** @throws {ProblemError} 404, 422 `appointment-not-linkable`. */
async function checkLinkable(
  sql: Sql,
  { reader }: BookingDoor,
  caller: Caller,
  id: string,
): Promise<void> {
  const { status } = await reader.lock(sql, caller, id, undefined);
  const { subject, nationalIds = [] } = caller.identity;
  const rows = await sql.query<{
    own: boolean;
    recent: boolean;
    linked: boolean;
    cancelling: boolean;
  }>(
    `select a.booked_by = $2 or coalesce(a.regulator_id = any($3::text[]), false) as own,
       a.created_at > sas_now() - interval '1 hour' as recent, a.cancellation is not null as cancelling,
       exists (select from orientation o where o.appointment_id in (a.id, a.replaces)
         and o.withdrawn_at is null) as linked
     from appointment a where a.id = $1`,
    [id, subject, nationalIds],
  );
  const { own, recent, linked: taken, cancelling } = rows[0]!;
  const refuse = (detail: string) =>
    bodyProblem('appointment-not-linkable', '/appointmentId', detail);
  if (!own) throw refuse('Somebody else booked it.');
  if (status !== 'booked' && status !== 'pending') throw refuse(`It is ${status}.`);
  if (cancelling) throw refuse('It is being cancelled.');
  if (taken) throw refuse('It belongs to another orientation.');
  if (!recent) throw refuse('It was booked more than an hour ago.');
}

/** Length of an appointment beside the slots, and the steps in which it is given, minutes. */
const STEP_MINUTES = 15;
/** How far ahead somebody is taken beside the slots, ms. */
const WINDOW_MS = 72 * 3_600_000;

/** A time beside the slots. @throws {ProblemError} 404, 422. */
async function overbook(
  sql: Sql,
  caller: Caller,
  { role, territory }: ActingDesk,
  { scheduleId, start, callId }: Schemas['OverbookingRequest'],
): Promise<Booked> {
  const rows = isId(scheduleId)
    ? await sql.query<{ overbooking: boolean }>(
        'select overbooking from schedule where id = $1 for no key update',
        [scheduleId],
      )
    : [];
  if (rows[0] === undefined) throw notFound('schedule');
  if (!rows[0].overbooking) throw new ProblemError('overbooking-off');
  const startsAt = instantMember('/overbooking/start', start);
  checkTime(startsAt, await databaseNow(sql));
  const used = await acceptedCall(sql, caller, '/overbooking/callId', callId, {
    purposes: ['overbooking', 'own-doctor'],
    scheduleId,
  });
  const made = await sql.query<{ id: string }>(
    `insert into appointment (reference, schedule_id, starts_at, ends_at, status, overbooked, booked_by,
       role, desk_territory_id, created_at, changed_at)
     values ($1, $2, $3, $3::timestamptz + make_interval(mins => $4), 'booked', true, $5, $6, $7, sas_now(),
       sas_now()) returning id`,
    [
      await freeReference(sql, scheduleId),
      scheduleId,
      startsAt,
      STEP_MINUTES,
      caller.identity.subject,
      role,
      territory,
    ],
  );
  return { ...(await linked(sql, made[0]!.id, role, null)), callId: used };
}

/** Every zone is whole quarters of an hour off: so is a quarter on its clock. @throws {ProblemError} 422. */
function checkTime(startsAt: Date, now: Date): void {
  const pointer = '/overbooking/start';
  if (startsAt.getTime() % (STEP_MINUTES * 60_000) !== 0) {
    throw bodyProblem('time-step', pointer, `In steps of ${STEP_MINUTES} minutes.`);
  }
  if (startsAt <= now) throw bodyProblem('slot-in-past', pointer, 'This time is over.');
  if (startsAt.getTime() - now.getTime() > WINDOW_MS) {
    throw bodyProblem('outside-window', pointer, 'More than 72 h ahead.');
  }
}

/** A structure that has said yes on the telephone. @throws {ProblemError} 422. */
async function call(
  sql: Sql,
  caller: Caller,
  { structureId, callId }: Schemas['RecipientRequest'],
): Promise<Booked> {
  const rows = isId(structureId)
    ? await sql.query<{ kind: Structure['kind'] }>('select kind from structure where id = $1', [
        structureId,
      ])
    : [];
  const category = rows[0] === undefined ? null : categoryOf(rows[0].kind);
  if (category === null) {
    const detail = 'Not SOS Médecins, a CPTS, an MSP or a health centre that is known here.';
    throw bodyProblem('unknown-structure', '/recipient/structureId', detail);
  }
  const used = await acceptedCall(sql, caller, '/recipient/callId', callId, {
    purposes: ['sos', 'structure'],
    structureId,
  });
  return { ...NOBODY, structureId, callId: used, category };
}
