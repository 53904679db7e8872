import { OVERDUE_MINUTES } from '../booking/editor/waiting.ts';
import type { Database } from '../database/database.ts';
import { LONGEST_HOURS } from './decisions.ts';
import { STATE } from './orientation-row.ts';

/** What waits for nobody else: an alarm takes no other's place. */
const IS_FREE = `o.withdrawn_at is null and (o.attention is null or o.acknowledged_at is not null)`;

/** Nobody has said whether the appointment `a` of `o` was booked, and that has not been told yet. */
const TO_TELL = `${IS_FREE} and (o.attention is distinct from 'overdue'
  or o.attention_at < date_trunc('second', a.overdue_at))`;

/** Appointments first, as whoever changes them has them; one that is being changed is looked at again. */
const UNCONFIRMED = `with late as (
    select a.id, a.overdue_at from appointment a
    where a.status = 'pending' and a.overdue_at <= sas_now() and a.starts_at > sas_now() - interval '1 day'
      and exists (select from orientation o where o.appointment_id = a.id and ${TO_TELL})
    for no key update of a skip locked)
  update orientation o set attention = 'overdue', attention_at = attention_time(o), acknowledged_at = null
  from late a where o.appointment_id = a.id and ${TO_TELL} returning 1 as one`;

const OVERDUE_MINUTE = `date_trunc('second', a.cancel_asked_at + interval '${OVERDUE_MINUTES} minutes')`;

const UNCANCELLED = `with late as (
    select a.id, a.cancel_asked_at from appointment a
    where a.cancellation = 'asked' and a.starts_at > sas_now() and ${OVERDUE_MINUTE} <= sas_now()
    for no key update of a skip locked)
  update orientation o set not_cancelled_at = attention_time(o), not_cancelled_acknowledged_at = null
  from late a where o.appointment_id in (select appointments_since(a.id))
    and (o.not_cancelled_at is null or o.not_cancelled_at < ${OVERDUE_MINUTE}) returning 1 as one`;

/**
 * Raises an alarm where an editor is silent: nobody has said in ten minutes whether an appointment was booked
 * (`overdue`), or whether it is cancelled (`not-cancelled`).
 *
 * @returns orientations that ask for attention since.
 */
export async function raiseUnanswered(database: Database): Promise<number> {
  const unconfirmed = await database.query(UNCONFIRMED);
  const uncancelled = await database.query(UNCANCELLED);
  return unconfirmed.length + uncancelled.length;
}

/**
 * Raises an alarm where nobody has carried out in time what a doctor decided (`not-executed`): nobody can any
 * more, and it would leave the desk's day unseen.
 *
 * @returns orientations that ask for attention since.
 */
export async function raiseUnexecuted(database: Database): Promise<number> {
  const rows = await database.query(
    `update orientation o set attention = 'not-executed', attention_at = attention_time(o), acknowledged_at = null
     where o.created_at > sas_now() - interval '7 days' and ${IS_FREE} and o.attention is distinct from 'not-executed'
       and o.decided_at + make_interval(hours => least(o.within_hours, $1)) <= sas_now()
       and ${STATE} = 'to-execute' returning 1 as one`,
    [LONGEST_HOURS],
  );
  return rows.length;
}
