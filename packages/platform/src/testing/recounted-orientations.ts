import { communeOf } from '../directory/places.ts';
import { localDay, periodOf } from './recounted-calls.ts';
import type { SimulatedOrientation, SimulatedPracticeCall } from './simulated-orientations.ts';

export interface RecountWindow {
  from: string;
  to: string;
  step: string;
  timeZone: string;
}

const NAME_OF_OUTCOME: Record<string, string> = {
  advice: 'advice',
  'unscheduled-consultation': 'unscheduledConsultation',
  'emergency-department': 'emergencyDepartment',
  ambulance: 'ambulance',
  smur: 'smur',
  'other-prehospital-team': 'otherPrehospitalTeam',
};

/** Figures of one period, counted by loops, without the platform's statements. */
export function recountOrientations(
  orientations: readonly SimulatedOrientation[],
  calls: readonly SimulatedPracticeCall[],
): Record<string, number | null> {
  const figures: Record<string, number> = {
    ...{ orientations: 0, advice: 0, unscheduledConsultation: 0, emergencyDepartment: 0 },
    ...{ ambulance: 0, smur: 0, otherPrehospitalTeam: 0, booked: 0, bookedWithin48h: 0 },
    ...{ honoured: 0, noShows: 0, ownDoctorAsked: 0, withoutOwnDoctor: 0 },
    ...{ overbookingCalls: 0, overbookingAccepted: 0 },
  };
  const count = (name: string) => {
    figures[name] = figures[name]! + 1;
  };
  const [delays, distances]: [number[], number[]] = [[], []];
  const byDecision = new Map<string, SimulatedOrientation[]>();
  for (const each of orientations) {
    const name = each.executes ?? each.id;
    byDecision.set(name, [...(byDecision.get(name) ?? []), each]);
  }
  for (const each of decisionsOf(orientations)) {
    count('orientations');
    count(NAME_OF_OUTCOME[each.outcome]!);
    if (each.ownDoctor !== null) count('ownDoctorAsked');
    if (each.ownDoctor === 'none') count('withoutOwnDoctor');
    const appointment = appointmentOf(byDecision.get(each.id)!);
    if (appointment === null) continue;
    const minutes = (Date.parse(appointment.start) - Date.parse(each.decidedAt!)) / 60_000;
    count('booked');
    delays.push(minutes);
    if (minutes <= 48 * 60) count('bookedWithin48h');
    if (appointment.status === 'fulfilled') count('honoured');
    if (appointment.status === 'noshow') count('noShows');
    const centre = communeOf(each.insee)!;
    if (each.form === null) distances.push(kilometres(centre, appointment));
  }
  for (const call of calls) {
    if (call.purpose !== 'overbooking') continue;
    count('overbookingCalls');
    if (call.result === 'accepted') count('overbookingAccepted');
  }
  const [delay, km] = [median(delays), median(distances)];
  return {
    ...figures,
    medianDelayMinutes: delay === null ? null : Math.round(delay),
    medianDistanceKm: km === null ? null : Number(km.toFixed(1)),
  };
}

/** What counts: no decision twice, none that was taken back. */
export function decisionsOf(all: readonly SimulatedOrientation[]): SimulatedOrientation[] {
  return all.filter(({ withdrawn, executes }) => !withdrawn && executes === null);
}

/** Those of the window, by the name of their period. */
export function byPeriod<T>(
  list: readonly T[],
  { from, to, step, timeZone }: RecountWindow,
  instantOf: (each: T) => string,
): Map<string, T[]> {
  const periods = new Map<string, T[]>();
  for (const each of list) {
    const ms = Date.parse(instantOf(each));
    const day = localDay(ms, timeZone);
    if (day < from || day > to) continue;
    const name = periodOf(ms, step, timeZone);
    const known = periods.get(name);
    if (known === undefined) periods.set(name, [each]);
    else known.push(each);
  }
  return periods;
}

/** Of a decision, and of those that carried it out. */
function appointmentOf(all: readonly SimulatedOrientation[]) {
  const own = all
    .filter(({ withdrawn, appointment }) => !withdrawn && appointment !== null)
    .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  const kept = own.find(({ appointment }) => appointment!.status !== 'cancelled');
  return (kept ?? own[0])?.appointment ?? null;
}

interface Point {
  lat: number;
  lon: number;
}

/** By the law of cosines. */
function kilometres(a: Point, b: Point): number {
  const [latA, latB, lon] = [a.lat, b.lat, b.lon - a.lon].map((each) => (each * Math.PI) / 180);
  const cosine =
    Math.sin(latA!) * Math.sin(latB!) + Math.cos(latA!) * Math.cos(latB!) * Math.cos(lon!);
  return 6371.0088 * Math.acos(Math.min(1, cosine));
}

/** The middle, or between the two in the middle. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle)
    ? (sorted[middle - 1]! + sorted[middle]!) / 2
    : sorted[Math.floor(middle)]!;
}
