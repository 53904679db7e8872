import { haversine } from '../availability/search.ts';
import type { Sql } from '../database/database.ts';
import { communeOf } from '../directory/places.ts';
import { DECIDED } from './decided-cases.ts';
import {
  BOUNDS,
  BY_SPAN,
  IS_WHOLE,
  KEY,
  OF_SPAN,
  periodsOf,
  type Span,
  SPANS,
  WITHIN,
} from './periods.ts';
import type { Window } from './window.ts';

/** What decisions of one period came to; whole numbers. */
export interface OrientationCounts {
  orientations: number;
  advice: number;
  unscheduledConsultation: number;
  emergencyDepartment: number;
  ambulance: number;
  smur: number;
  otherPrehospitalTeam: number;
  booked: number;
  bookedWithin48h: number;
  honoured: number;
  noShows: number;
  ownDoctorAsked: number;
  withoutOwnDoctor: number;
  overbookingCalls: number;
  overbookingAccepted: number;
}

export interface CountedOrientations extends OrientationCounts, Span, Record<string, unknown> {
  /** Minutes from decision to appointment, of all that were booked. */
  medianDelay: number | null;
  /** Of those `placed`: whose practice is known, and to which the person went. */
  medianKm: number | null;
  placed: number;
}

/**
 * The appointment of a decision is that which was made with it, else by whoever carried it out last; one that
 * was cancelled only where no other was made. It began when it was to begin as it was made.
 */
const SQL = (step: string) => `
with ${DECIDED}, made as (
  select d.id as case_id, o.* from decided d join orientation o on o.id = d.id
  union all select d.id, o.* from decided d join orientation o on o.executes = d.id
), booking as (
  select distinct on (m.case_id) m.case_id, m.appointment_start as starts_at, m.form, a.status, a.schedule_id
  from made m left join appointment a on a.id = m.appointment_id
  where m.withdrawn_at is null and m.appointment_start is not null
  order by m.case_id, a.status is distinct from 'cancelled' desc, m.created_at desc, m.id
), fact as (
  select d.key, d.outcome, d.own_doctor, b.starts_at, b.status,
    b.starts_at <= d.decided_at + interval '48 hours' as soon,
    extract(epoch from b.starts_at - d.decided_at) / 60 as delay,
    case when coalesce(b.form, d.form) is null and sch.id is not null and c.insee is not null
      then ${haversine('sch', 'c.lat', 'c.lon')} end as km
  from decided d left join booking b on b.case_id = d.id left join schedule sch on sch.id = b.schedule_id
  left join unnest($6::text[], $7::float8[], $8::float8[]) as c (insee, lat, lon) on c.insee = d.insee
), counted as (
  select key, ${IS_WHOLE}, count(*) as orientations,
    count(*) filter (where outcome = 'advice') as advice,
    count(*) filter (where outcome = 'unscheduled-consultation') as consultation,
    count(*) filter (where outcome = 'emergency-department') as department,
    count(*) filter (where outcome = 'ambulance') as ambulance,
    count(*) filter (where outcome = 'smur') as smur,
    count(*) filter (where outcome = 'other-prehospital-team') as team,
    count(starts_at) as booked, count(*) filter (where soon) as soon,
    count(*) filter (where status = 'fulfilled') as honoured,
    count(*) filter (where status = 'noshow') as missed,
    count(own_doctor) as asked, count(*) filter (where own_doctor = 'none') as without,
    percentile_cont(0.5) within group (order by delay) as delay,
    percentile_cont(0.5) within group (order by km) as km, count(km) as placed
  from fact ${BY_SPAN}
), called as (
  select key, ${IS_WHOLE}, count(*) as calls, count(*) filter (where accepted) as accepted
  from (select ${KEY('created_at')} as key, result = 'accepted' as accepted from bounds, practice_call
    where territory_id = any($1::text[]) and purpose = 'overbooking' and ${WITHIN('created_at')}) as call
  ${BY_SPAN}
), ${periodsOf(step)}, ${SPANS}
select span."from", span."to", span.whole, coalesce(n.orientations, 0)::int as orientations,
  coalesce(n.advice, 0)::int as advice,
  coalesce(n.consultation, 0)::int as "unscheduledConsultation",
  coalesce(n.department, 0)::int as "emergencyDepartment",
  coalesce(n.ambulance, 0)::int as ambulance, coalesce(n.smur, 0)::int as smur,
  coalesce(n.team, 0)::int as "otherPrehospitalTeam",
  coalesce(n.booked, 0)::int as booked, coalesce(n.soon, 0)::int as "bookedWithin48h",
  coalesce(n.honoured, 0)::int as honoured, coalesce(n.missed, 0)::int as "noShows",
  coalesce(n.asked, 0)::int as "ownDoctorAsked", coalesce(n.without, 0)::int as "withoutOwnDoctor",
  coalesce(c.calls, 0)::int as "overbookingCalls", coalesce(c.accepted, 0)::int as "overbookingAccepted",
  n.delay::float8 as "medianDelay", n.km::float8 as "medianKm", coalesce(n.placed, 0)::int as placed
from span left join counted n on ${OF_SPAN('n')} left join called c on ${OF_SPAN('c')}
order by span.whole, span."from"`;

const COMMUNES = `with ${BOUNDS} select distinct o.insee from bounds, orientation o
  where o.territory_id = any($1::text[]) and ${WITHIN('o.created_at')}`;

/** Counts decisions by period, and of the whole window. */
export async function countOrientations(
  sql: Sql,
  territories: readonly string[],
  { from, to, step }: Window,
  timeZone: string,
): Promise<{ periods: CountedOrientations[]; whole: CountedOrientations }> {
  const window = [territories, from, to, timeZone, step];
  const found = await sql.query<{ insee: string }>(COMMUNES, window);
  const communes = found.flatMap(({ insee }) => communeOf(insee) ?? []);
  const centres = (['insee', 'lat', 'lon'] as const).map((name) =>
    communes.map((each) => each[name]),
  );
  const rows = await sql.query<CountedOrientations>(SQL(step), [...window, ...centres]);
  return { periods: rows.slice(0, -1), whole: rows.at(-1)! };
}
