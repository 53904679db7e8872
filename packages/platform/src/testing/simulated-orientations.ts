import { createHash } from 'node:crypto';
import type { Sql } from '../database/database.ts';

/** Where simulated people are, and the practices that receive them. */
export interface SimulatedArea {
  territory: string;
  timeZone: string;
  communes: readonly string[];
  practices: readonly { schedule: string; lat: number; lon: number }[];
}

export interface SimulatedOrientation {
  id: string;
  territory: string;
  timeZone: string;
  insee: string;
  outcome: string;
  form: string | null;
  decision: 'own' | 'dispatch-case' | 'orientation';
  executes: string | null;
  decidedAt: string | null;
  createdAt: string;
  withdrawn: boolean;
  ownDoctor: 'none' | 'known' | null;
  appointment: SimulatedAppointment | null;
}

export interface SimulatedAppointment {
  id: string;
  schedule: string;
  lat: number;
  lon: number;
  status: 'booked' | 'fulfilled' | 'noshow' | 'cancelled';
  /** As it was made. */
  start: string;
  /** Where it was moved to since. */
  movedTo: string | null;
}

export interface SimulatedPracticeCall {
  id: string;
  territory: string;
  timeZone: string;
  schedule: string;
  purpose: 'overbooking' | 'own-doctor';
  result: 'accepted' | 'refused' | 'unreachable';
  at: string;
}

const STATES = ['booked', 'fulfilled', 'fulfilled', 'fulfilled', 'noshow', 'cancelled'] as const;
const OUTCOMES = [
  ...['advice', 'advice', 'advice', 'unscheduled-consultation', 'unscheduled-consultation'],
  ...['unscheduled-consultation', 'emergency-department', 'ambulance', 'smur'],
  'other-prehospital-team',
];
const HOUR = 3_600_000;

/** Decisions between two instants, some carried out by others, once or twice, and calls to practices. */
export function simulateOrientations(
  area: SimulatedArea,
  [from, to]: readonly [string, string],
  many: number,
  random: () => number,
): { orientations: SimulatedOrientation[]; calls: SimulatedPracticeCall[] } {
  const { territory, timeZone } = area;
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const instant = (ms: number) => new Date(Math.round(ms / 1000) * 1000).toISOString();
  let count = 0;
  const name = () => uuidOf(`${territory} ${count++}`);
  const appointment = (decided: number): SimulatedAppointment => {
    const { schedule, lat, lon } = one(area.practices);
    const start = decided + Math.floor(random() ** 2 * 72) * HOUR;
    const status = one(STATES);
    const movedTo = random() < 0.1 ? instant(start + 5 * HOUR) : null;
    return { id: name(), schedule, lat, lon, status, start: instant(start), movedTo };
  };
  const orientations: SimulatedOrientation[] = [];
  for (let number = 0; number < many; number++) {
    const at = first + random() * (last - first);
    const outcome = one(OUTCOMES);
    const consults = outcome === 'unscheduled-consultation';
    const inCase = consults && random() < 0.4;
    const decided = inCase ? at - random() * 2 * HOUR : at;
    const made: SimulatedOrientation = {
      ...{ id: name(), territory, timeZone, insee: one(area.communes), outcome },
      form: consults ? one([null, null, null, 'home-visit', 'teleconsultation']) : null,
      decision: inCase ? 'dispatch-case' : 'own',
      executes: null,
      decidedAt: instant(decided),
      createdAt: instant(at),
      withdrawn: random() < 0.05,
      ownDoctor: one(['none', 'known', 'known', null]),
      appointment: consults && (inCase || random() < 0.4) ? appointment(decided) : null,
    };
    orientations.push(made);
    if (!consults || made.appointment !== null) continue;
    for (let times = Math.floor(random() * 3), later = at; times > 0; times--) {
      later += random() * 20 * HOUR;
      orientations.push({
        ...{ ...made, id: name(), decision: 'orientation', executes: made.id },
        createdAt: instant(later),
        withdrawn: random() < 0.1,
        appointment: appointment(later),
      });
    }
  }
  const calls = Array.from({ length: many }, (): SimulatedPracticeCall => ({
    ...{ id: name(), territory, timeZone, schedule: one(area.practices).schedule },
    purpose: one(['overbooking', 'overbooking', 'own-doctor']),
    result: one(['accepted', 'refused', 'unreachable']),
    at: instant(first + random() * (last - first)),
  }));
  return { orientations, calls };
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Writes down what lies in the past, which nobody can record any more. */
export async function keepOrientations(
  sql: Sql,
  orientations: readonly SimulatedOrientation[],
  calls: readonly SimulatedPracticeCall[],
): Promise<void> {
  await sql.query(
    `insert into appointment (id, reference, schedule_id, starts_at, ends_at, status, overbooked, booked_by,
       role, created_at, changed_at)
     select id, substr(id::text, 1, 6), schedule, coalesce("movedTo", start),
       coalesce("movedTo", start) + interval '15 minutes', status, true, 'simulation', 'practitioner', start, start
     from jsonb_to_recordset($1::jsonb) as appointment (id uuid, schedule uuid, status text, start timestamptz,
       "movedTo" timestamptz)`,
    [JSON.stringify(orientations.flatMap(({ appointment }) => appointment ?? []))],
  );
  await sql.query(
    `insert into orientation (id, outcome, form, decision, executes, decided_at, decided_role, made_by, role,
       case_ref, insee, place_label, territory_id, time_zone, appointment_id, appointment_start, triggered_at,
       own_doctor, created_at, withdrawn_at)
     select id, outcome, form, decision, executes, "decidedAt", 'regulator', 'simulation', 'regulator', 'C',
       insee, insee, territory, "timeZone", (appointment ->> 'id')::uuid,
       (appointment ->> 'start')::timestamptz,
       case when outcome in ('ambulance', 'smur', 'other-prehospital-team') then "createdAt" end,
       "ownDoctor", "createdAt", case when withdrawn then "createdAt" end
     from jsonb_to_recordset($1::jsonb) as orientation (id uuid, outcome text, form text, decision text,
       executes uuid, "decidedAt" timestamptz, insee text, territory text, "timeZone" text, appointment jsonb,
       "ownDoctor" text, "createdAt" timestamptz, withdrawn boolean)`,
    [JSON.stringify(orientations)],
  );
  await sql.query(
    `insert into practice_call (id, schedule_id, territory_id, time_zone, purpose, result, called_by, role,
       created_at)
     select id, schedule, territory, "timeZone", purpose, result, 'simulation', 'regulator', at
     from jsonb_to_recordset($1::jsonb) as call (id uuid, schedule uuid, territory text, "timeZone" text,
       purpose text, result text, at timestamptz)`,
    [JSON.stringify(calls)],
  );
}
