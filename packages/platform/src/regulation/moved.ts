import type { MovedTo } from '../booking/orientation-rules.ts';
import type { Sql } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { type Caller, hasRole } from '../identity/caller.ts';
import { Bindings, ownSchedules, territoriesOf } from '../identity/visibility.ts';
import { checkStart, DOCTORS } from './decisions.ts';
import { checkForm } from './outcomes.ts';

type Schemas = components['schemas'];

interface DecisionRow extends Record<string, unknown> {
  at: Date | null;
  withinHours: number | null;
  form: Schemas['OutcomeForm'] | null;
  /** Of the place and of the desk. */
  territories: (string | null)[];
  mine: boolean;
  /** It stands in an agenda of the caller's. */
  own: boolean;
}

/**
 * Whether the orientation of an appointment, where there is one, lets it be moved there. Locks it, after the
 * appointment and the slots.
 *
 * @throws {ProblemError} 403 `medical-decision` past the delay that was decided, but for a doctor of the desk and
 *   for the practice in its own agenda, of which the desk is told; 422 `form-not-allowed`.
 */
export async function checkMove(
  sql: Sql,
  caller: Caller,
  appointmentId: string,
  { startsAt, modalities }: MovedTo,
): Promise<void> {
  const bind = new Bindings();
  const rows = await sql.query<DecisionRow>(
    `select o.decided_at as at, o.within_hours as "withinHours", o.form,
       array[o.territory_id, o.desk_territory_id] as territories,
       o.made_by = ${bind.add(caller.identity.subject)} as mine,
       coalesce(${ownSchedules(caller, caller.identity.roles, 'sch', bind)}, false) as own
     from orientation o join appointment a on a.id = o.appointment_id
     left join schedule sch on sch.id = a.schedule_id
     where a.id = ${bind.add(appointmentId)} and o.withdrawn_at is null for update of o`,
    bind.values,
  );
  const [decided] = rows;
  if (decided === undefined) return;
  checkForm(decided.form, modalities, '/slotId');
  if (!decided.own && !isDoctorOf(caller, decided)) checkStart(decided, startsAt);
}

function isDoctorOf(caller: Caller, { territories, mine }: DecisionRow): boolean {
  return DOCTORS.some(
    (role: Schemas['DoctorRole']) =>
      hasRole(caller, [role]) &&
      (mine || territoriesOf(caller, role).some((each) => territories.includes(each))),
  );
}
