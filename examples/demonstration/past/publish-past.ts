/**
 * The past five weeks of the demonstration, simulated: nobody can record through the API what is over, so it is
 * written down beside it.
 */
import type { Database } from '@sas-kit/platform';
import type { DemonstrationAgenda } from '../publishing/agenda.ts';
import { addDays } from '../publishing/calendar.ts';
import {
  decisionOf,
  otherDecisionsOf,
  practiceCallsOf,
  searchesOf,
} from './simulated-decisions.ts';
import { visitsOf } from './simulated-visits.ts';

const TERRITORY = 'le-havre-fecamp';
const ZONE = 'Europe/Paris';
/** Who is said to have made it. */
const MAKER = 'simulation';
/** The last four weeks begin within so many days. */
const DAYS = 35;

/** What was written down. */
export interface PublishedPast {
  days: number;
  visits: number;
  decisions: number;
}

/**
 * Writes down the days before today that nothing was simulated of yet: a second start adds those that went by.
 * What stands in an agenda stays, and takes the place of what would be simulated.
 *
 * @param today civil day of Le Havre.
 */
export async function publishPast(
  database: Database,
  agendas: readonly DemonstrationAgenda[],
  today: string,
): Promise<PublishedPast> {
  return database.transaction(async (sql) => {
    const known = await sql.query<{ day: string }>(
      `select distinct (created_at at time zone '${ZONE}')::date::text as day from orientation
       where made_by = $1 and appointment_id is null`,
      [MAKER],
    );
    const dates = Array.from({ length: DAYS }, (_, at) => addDays(today, at - DAYS)).filter(
      (date) => known.every(({ day }) => day !== date),
    );
    const days = dates.map((date) => dayOf(date, agendas));
    const all = <T>(of: (day: Day) => readonly T[]) => JSON.stringify(days.flatMap(of));
    await sql.query(FREE, [all(({ free }) => free)]);
    await sql.query(SLOTS, [all(({ slots }) => slots)]);
    await sql.query(VISITS, [all(({ visits }) => visits), MAKER]);
    await sql.query(CALLS, [all(({ calls }) => calls), MAKER]);
    await sql.query(DECISIONS, [all(({ decisions }) => decisions), MAKER]);
    await sql.query(SEARCHES, [all(({ searches }) => searches)]);
    const count = (of: (day: Day) => readonly unknown[]) => days.flatMap(of).length;
    return {
      days: days.length,
      visits: count(({ visits }) => visits),
      decisions: count(({ decisions }) => decisions),
    };
  });
}

type Day = ReturnType<typeof dayOf>;

/** Everything of one civil day. */
export function dayOf(date: string, agendas: readonly DemonstrationAgenda[]) {
  const { slots, free, visits } = visitsOf(date, agendas);
  const agreed = practiceCallsOf(date, agendas);
  const decisions = [
    ...visits.flatMap((visit) => decisionOf(visit) ?? []),
    ...agreed.visits.flatMap(([visit, call]) => decisionOf(visit, call) ?? []),
    ...otherDecisionsOf(date),
  ];
  return {
    ...{ slots, free, decisions, calls: agreed.calls, searches: searchesOf(date) },
    visits: [...visits, ...agreed.visits.map(([visit]) => visit)],
  };
}

/** Before the slots: a day of which an agenda has slots of its own keeps these. */
const FREE = `
insert into slot_day (schedule_id, day, published, used, minutes)
select s.id, f.day, f.published, 0, f.minutes
from jsonb_to_recordset($1::jsonb) as f (ref text, day date, published int, minutes int)
join schedule s on s.ref = f.ref
where not exists (select from slot o where o.schedule_id = s.id
  and (o.starts_at at time zone '${ZONE}')::date = f.day)
on conflict do nothing`;

const SLOTS = `
insert into slot (id, schedule_id, origin, starts_at, ends_at, modalities, visibility, booking, capacity, booked)
select f.id, s.id, 'one-off', f.start, f."end", array(select jsonb_array_elements_text(f.modalities)),
  array(select jsonb_array_elements_text(f.visibility)), f.booking, f.capacity, f.booked
from jsonb_to_recordset($1::jsonb) as f (id uuid, ref text, start timestamptz, "end" timestamptz,
  modalities jsonb, visibility jsonb, booking text, capacity int, booked int)
join schedule s on s.ref = f.ref
on conflict do nothing`;

const VISITS = `
insert into appointment (id, reference, schedule_id, slot_id, starts_at, ends_at, status, overbooked, booked_by,
  role, created_at, changed_at)
select f.id, upper(left(f.id::text, 5)), s.id, f."slotId", f.start, f."end", f.status, f."slotId" is null, $2,
  'practitioner', f.start - interval '1 hour', f."end"
from jsonb_to_recordset($1::jsonb) as f (id uuid, ref text, "slotId" uuid, start timestamptz,
  "end" timestamptz, status text)
join schedule s on s.ref = f.ref
where f."slotId" is null or exists (select from slot o where o.id = f."slotId")
on conflict do nothing`;

const CALLS = `
insert into practice_call (id, schedule_id, territory_id, time_zone, purpose, result, called_by, role, created_at)
select f.id, s.id, '${TERRITORY}', '${ZONE}', 'overbooking', f.result, $2, 'regulator', f.at
from jsonb_to_recordset($1::jsonb) as f (id uuid, ref text, result text, at timestamptz)
join schedule s on s.ref = f.ref
on conflict do nothing`;

/** Nobody waits: whoever has no appointment was given to SOS Médecins. */
const DECISIONS = `
insert into orientation (id, outcome, form, decision, decided_at, decided_role, made_by, role, case_ref, insee,
  place_label, territory_id, time_zone, category, appointment_id, appointment_start, structure_id, call_id,
  triggered_at, own_doctor, created_at)
select f.id, f.outcome, f.form, f.decision, f."decidedAt", 'regulator', $2, 'regulator',
  'SIMULATION-' || left(f.id::text, 8), f.insee, f.label, '${TERRITORY}', '${ZONE}',
  case when f.outcome = 'unscheduled-consultation' then case when a.id is null then 'SOS' else 'PS' end end,
  a.id, case when a.id is not null then f.start end,
  case when f.outcome = 'unscheduled-consultation' and a.id is null then sos.structure_id end, c.id,
  case when f.outcome in ('ambulance', 'smur', 'other-prehospital-team') then f."createdAt" end,
  f."ownDoctor", f."createdAt"
from jsonb_to_recordset($1::jsonb) as f (id uuid, outcome text, form text, decision text,
  "decidedAt" timestamptz, "createdAt" timestamptz, insee text, label text, "ownDoctor" text, visit uuid,
  start timestamptz, call uuid)
left join appointment a on a.id = f.visit left join practice_call c on c.id = f.call
left join schedule sos on sos.ref = 'sos'
where f.visit is null or a.id is not null
on conflict do nothing`;

const SEARCHES = `
insert into search_hour (territory_id, hour, audience, searches, empty)
select '${TERRITORY}', f.hour, f.audience, f.searches, f.empty
from jsonb_to_recordset($1::jsonb) as f (hour timestamptz, audience text, searches int, empty int)
on conflict do nothing`;
