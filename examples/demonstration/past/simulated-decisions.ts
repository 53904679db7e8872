/** What a desk decided on a day that is over, whom it telephoned, and how often slots were searched. */
import type { DemonstrationAgenda } from '../publishing/agenda.ts';
import { localInstant, weekdayOf } from '../publishing/calendar.ts';
import { numbersOf } from '../publishing/calls.ts';
import { type SimulatedVisit, uuidOf } from './simulated-visits.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Communes in which callers are, and how many of twenty. */
const COMMUNES = [
  ...Array.from({ length: 9 }, () => ({ insee: '76351', label: 'Le Havre' })),
  ...Array.from({ length: 3 }, () => ({ insee: '76259', label: 'Fécamp' })),
  ...Array.from({ length: 2 }, () => ({ insee: '76447', label: 'Montivilliers' })),
  ...Array.from({ length: 2 }, () => ({ insee: '76341', label: 'Harfleur' })),
  { insee: '76305', label: "Gonfreville-l'Orcher" },
  { insee: '76481', label: 'Octeville-sur-Mer' },
  { insee: '76552', label: 'Sainte-Adresse' },
  { insee: '76254', label: 'Étretat' },
];

/** Decisions without an appointment, of a hundred as far as so many; whoever needs a consultation is given to SOS Médecins. */
const OTHERS = [
  ['advice', 52],
  ['unscheduled-consultation', 70],
  ['emergency-department', 86],
  ['ambulance', 95],
  ['smur', 98],
  ['other-prehospital-team', 100],
] as const;

/** One orientation. */
export interface SimulatedDecision {
  id: string;
  outcome: (typeof OTHERS)[number][0];
  form: 'home-visit' | 'teleconsultation' | null;
  decision: 'own' | 'dispatch-case';
  decidedAt: string;
  createdAt: string;
  insee: string;
  label: string;
  ownDoctor: 'known' | 'none' | null;
  /** The visit that was booked, by id. */
  visit: string | null;
  start: string | null;
  /** The call to a practice that it was agreed in. */
  call: string | null;
}

/** A call to a practice for a time beside its slots. */
export interface SimulatedPracticeCall {
  id: string;
  ref: string;
  result: 'accepted' | 'refused' | 'unreachable';
  at: string;
}

/** Searches of an hour. */
export interface SimulatedSearches {
  hour: string;
  audience: 'professional' | 'public';
  searches: number;
  empty: number;
}

const instant = (ms: number) => new Date(Math.round(ms / 1000) * 1000).toISOString();
const isWeekend = (date: string) => ['sat', 'sun'].includes(weekdayOf(date));
const FORMS: Readonly<Record<string, SimulatedDecision['form']>> = {
  HH: 'home-visit',
  VR: 'teleconsultation',
};

/** A decision recorded at an instant, of somebody somewhere. */
function decided(
  name: string,
  createdMs: number,
): Omit<SimulatedDecision, 'outcome' | 'form' | 'visit' | 'start' | 'call'> {
  const [where = 0, doctor = 0, how = 0, before = 0] = numbersOf(`decision ${name}`);
  const inCase = how < 0.35;
  return {
    id: uuidOf(`decision ${name}`),
    decision: inCase ? 'dispatch-case' : 'own',
    decidedAt: instant(createdMs - (inCase ? (4 + 25 * before) * MINUTE : 0)),
    createdAt: instant(createdMs),
    ...COMMUNES[Math.floor(where * COMMUNES.length)]!,
    ownDoctor: doctor < 0.2 ? 'none' : doctor < 0.9 ? 'known' : null,
  };
}

/** The decision that a visit came of, within three days before it; null where the person booked alone. */
export function decisionOf(
  { id, start, modality, forDesks }: SimulatedVisit,
  call: SimulatedPracticeCall | null = null,
): SimulatedDecision | null {
  const [desk = 0, delay = 0] = numbersOf(`desk ${id}`);
  if (call === null && desk > (forDesks ? 0.9 : 0.3)) return null;
  const at = call?.at ?? instant(Date.parse(start) - 25 * MINUTE - 60 * HOUR * delay ** 3);
  return {
    ...decided(id, Date.parse(at)),
    outcome: 'unscheduled-consultation',
    form: FORMS[modality] ?? null,
    ...{ visit: id, start, call: call?.id ?? null },
  };
}

/** The decisions of a civil day without an appointment: more at the weekend. */
export function otherDecisionsOf(date: string): SimulatedDecision[] {
  const [mood = 0] = numbersOf(`decisions ${date}`);
  const many = Math.round((isWeekend(date) ? 46 : 30) * (0.8 + 0.4 * mood));
  return Array.from({ length: many }, (_, at) => {
    const name = `${date} ${at}`;
    const [when = 0, what = 0] = numbersOf(`other ${name}`);
    const created = Date.parse(localInstant(date, '06:00')) + 17.9 * HOUR * when;
    const [outcome] = OTHERS.find(([, upTo]) => what * 100 < upTo)!;
    return { ...decided(name, created), outcome, form: null, visit: null, start: null, call: null };
  });
}

/** Calls of a civil day to practices that take people beside their slots, and the visits agreed in them. */
export function practiceCallsOf(
  date: string,
  agendas: readonly DemonstrationAgenda[],
): { calls: SimulatedPracticeCall[]; visits: [SimulatedVisit, SimulatedPracticeCall][] } {
  const asked = agendas.filter(({ overbooking }) => overbooking === true);
  const calls = Array.from({ length: isWeekend(date) ? 0 : 5 }, (_, at): SimulatedPracticeCall => {
    const name = `practice call ${date} ${at}`;
    const [who = 0, result = 0, when = 0] = numbersOf(name);
    return {
      id: uuidOf(name),
      ref: asked[Math.floor(who * asked.length)]!.ref,
      result: result < 0.5 ? 'accepted' : result < 0.8 ? 'refused' : 'unreachable',
      at: instant(Date.parse(localInstant(date, '09:00')) + 6 * HOUR * when),
    };
  });
  const visits = calls.flatMap((call): [SimulatedVisit, SimulatedPracticeCall][] => {
    if (call.result !== 'accepted') return [];
    const [wait = 0, came = 0] = numbersOf(`agreed ${call.id}`);
    const quarter = 15 * MINUTE;
    const start = Math.ceil((Date.parse(call.at) + HOUR * (1 + 2 * wait)) / quarter) * quarter;
    const visit: SimulatedVisit = {
      ...{ id: uuidOf(`agreed ${call.id}`), ref: call.ref, slotId: null, modality: 'AMB' },
      ...{ start: instant(start), end: instant(start + quarter), forDesks: true },
      status: came < 0.07 ? 'noshow' : 'fulfilled',
    };
    return [[visit, call]];
  });
  return { calls, visits };
}

/** How often slots were searched in each hour of a civil day, and found none. */
export function searchesOf(date: string): SimulatedSearches[] {
  const weekend = isWeekend(date);
  const first = Date.parse(localInstant(date, '06:00'));
  return Array.from({ length: 18 }, (_, at) => at).flatMap((at) =>
    (['professional', 'public'] as const).map((audience): SimulatedSearches => {
      const [much = 0, without = 0] = numbersOf(`searches ${date} ${at} ${audience}`);
      const evening = at >= 11 && at <= 16 ? 1.6 : 1;
      const usual = (audience === 'public' ? 14 : 6) * evening * (weekend ? 1.4 : 1);
      const searches = Math.round(usual * (0.5 + much));
      // In the evening and at the weekend fewer practices are open.
      const empty = Math.round(searches * 0.12 * evening * (weekend ? 1.8 : 1) * without);
      return { hour: instant(first + at * HOUR), audience, searches, empty };
    }),
  );
}
