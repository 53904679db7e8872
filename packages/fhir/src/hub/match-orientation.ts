import type { Text } from '../finding.ts';
import type { ReceivedAppointment } from './appointment.ts';
import { hubRppsId } from './identifiers.ts';
import { epochOf } from './instants.ts';
import { MATCH_REASONS, type MatchReason } from './match-reasons.ts';

/** A case of the dispatch software that waits for an appointment, or has one. */
export interface DispatchCase {
  readonly caseId: string;
  /** When a doctor decided that the patient needs a consultation. */
  readonly decidedAt: Date | string;
  /** E-mails of whoever decided, searched or booked, as they sign in to the SAS platform. */
  readonly regulatorEmails?: readonly string[];
  /** The patient's own doctor. */
  readonly ownDoctor?: { readonly rpps?: string; readonly lastName?: string };
  /** Where the patient is. */
  readonly place?: CasePlace;
  /** Appointments that people attached to it. */
  readonly appointmentIds?: readonly string[];
}

/** A place as far as it is known. */
export interface CasePlace {
  /** INSEE code of the commune. */
  readonly inseeCode?: string;
  readonly city?: string;
}

/** One reason for or against a case. */
export interface MatchedReason {
  readonly reason: MatchReason;
  /** Added to the score; negative against. */
  readonly points: number;
  readonly message: Text;
}

/** A case to propose. */
export interface MatchProposal {
  readonly caseId: string;
  /**
   * Sum of the points. Good for putting cases in order and for nothing else: it is no probability.
   */
  readonly score: number;
  /** Strongest first. */
  readonly reasons: readonly MatchedReason[];
  /** Minutes from the decision to the creation of the appointment; negative when it came before. */
  readonly minutesFromDecision: number;
  /** As good as the best one, or too close to it to tell. */
  readonly tied: boolean;
}

/** Cases to propose for an appointment. A person chooses; nothing here decides. */
export interface OrientationMatch {
  /** Best first; cases with no reason of weight are left out. */
  readonly proposals: readonly MatchProposal[];
  /** The one to show first; null when there is none, and when several are tied. */
  readonly best: MatchProposal | null;
  /** Ids of the cases between which a person has to choose; empty, or at least two. */
  readonly tied: readonly string[];
}

/** Options of {@link matchOrientation}. */
export interface MatchOptions {
  /** Where the appointment is, if a directory knows it: messages carry no place. */
  readonly appointmentPlace?: CasePlace;
}

/**
 * Below this a case is not proposed: the time alone or the place alone is met by half of the open
 * cases.
 */
const LEAST_SCORE = 40;
/** Scores this close say nothing about which is right. */
const TIE_MARGIN = 5;
const MINUTE_MS = 60_000;

/**
 * Proposes the cases that an appointment may belong to: messages of the SAS platform carry neither
 * patient nor case. Compares who booked, the time between decision and booking, the own doctor and
 * the place; an appointment that a person attached stays where it is.
 *
 * @param cases The open cases; those with an unreadable `decidedAt` are left out. Their order has
 *   no effect.
 *
 * Source: guide, INT_L02: the association with the regulation file is made by the regulator.
 */
export function matchOrientation(
  appointment: ReceivedAppointment,
  cases: readonly DispatchCase[],
  options: MatchOptions = {},
): OrientationMatch {
  const createdMs = epochOf(appointment.created);
  if (createdMs === null) return { proposals: [], best: null, tied: [] };
  const scored = cases
    .flatMap((one) => {
      const decidedMs = epochOf(one.decidedAt);
      if (decidedMs === null) return [];
      const minutesFromDecision = Math.round((createdMs - decidedMs) / MINUTE_MS);
      const names = reasonsFor(appointment, one, minutesFromDecision, options);
      const reasons = names
        .map((reason) => ({ reason, ...MATCH_REASONS[reason] }))
        .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
      const score = reasons.reduce((sum, { points }) => sum + points, 0);
      return [{ caseId: one.caseId, score, reasons, minutesFromDecision }];
    })
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort(byScoreThenTime);
  const highest = scored[0]?.score ?? 0;
  const close = scored.filter(({ score }) => score >= highest - TIE_MARGIN);
  const isTie = close.length > 1;
  const proposals = scored.map((one) => ({ ...one, tied: isTie && close.includes(one) }));
  return {
    proposals,
    best: isTie ? null : (proposals[0] ?? null),
    tied: isTie ? close.map(({ caseId }) => caseId) : [],
  };
}

type Scored = Omit<MatchProposal, 'tied'>;

function byScoreThenTime(a: Scored, b: Scored): number {
  return (
    b.score - a.score ||
    Math.abs(a.minutesFromDecision) - Math.abs(b.minutesFromDecision) ||
    (a.caseId < b.caseId ? -1 : 1)
  );
}

function reasonsFor(
  appointment: ReceivedAppointment,
  one: DispatchCase,
  minutesFromDecision: number,
  options: MatchOptions,
): MatchReason[] {
  return [
    attachment(appointment, one),
    regulator(appointment, one),
    time(minutesFromDecision),
    ownDoctor(appointment, one),
    place(appointment, one, options),
  ].filter((reason) => reason !== null);
}

function attachment(appointment: ReceivedAppointment, one: DispatchCase): MatchReason | null {
  const attached = one.appointmentIds ?? [];
  if (attached.includes(appointment.appointmentId)) return 'already-attached';
  return attached.length > 0 ? 'has-another-appointment' : null;
}

function regulator(appointment: ReceivedAppointment, one: DispatchCase): MatchReason | null {
  const email = appointment.regulator?.regulatorEmail;
  if (email === undefined || one.regulatorEmails === undefined) return null;
  const wanted = email.trim().toLowerCase();
  const isSame = one.regulatorEmails.some((known) => known.trim().toLowerCase() === wanted);
  if (isSame) return 'regulator-email';
  return one.regulatorEmails.length > 0 ? 'other-regulator' : null;
}

function time(minutesFromDecision: number): MatchReason {
  // Two clocks are never the same, and some book before they close the file.
  if (minutesFromDecision < -15) return 'booked-before-decision';
  if (minutesFromDecision <= 15) return 'within-15-minutes';
  if (minutesFromDecision <= 60) return 'within-1-hour';
  if (minutesFromDecision <= 4 * 60) return 'within-4-hours';
  return minutesFromDecision <= 48 * 60 ? 'within-48-hours' : 'long-after-decision';
}

function ownDoctor(appointment: ReceivedAppointment, one: DispatchCase): MatchReason | null {
  const { rppsId, lastName } = appointment.practitioner ?? {};
  const { rpps, lastName: ownName } = one.ownDoctor ?? {};
  if (rppsId !== undefined && rpps !== undefined && hubRppsId(rpps) !== null)
    return hubRppsId(rpps) === rppsId ? 'own-doctor' : null;
  if (lastName === undefined || ownName === undefined) return null;
  return hasWords(ownName, lastName) ? 'own-doctor-name' : null;
}

function place(
  appointment: ReceivedAppointment,
  one: DispatchCase,
  options: MatchOptions,
): MatchReason | null {
  const where = one.place;
  if (where === undefined) return null;
  const known = options.appointmentPlace;
  if (known?.inseeCode !== undefined && known.inseeCode === where.inseeCode) return 'same-commune';
  const city = where.city ?? '';
  if (plainWords(city) !== '' && plainWords(city) === plainWords(known?.city ?? ''))
    return 'same-commune';
  // 'SOS Médecins de Rennes' is all that says where an association is.
  if (hasWords(appointment.organization?.name ?? '', city)) return 'same-commune';
  const department = departmentOf(known?.inseeCode) ?? departmentOfFiness(appointment);
  const own = departmentOf(where.inseeCode);
  if (department === null || own === null) return null;
  return department === own ? 'same-department' : 'other-department';
}

/** `76259` gives `76`, `97411` gives `974`. */
function departmentOf(inseeCode: string | undefined): string | null {
  const code = inseeCode?.toUpperCase() ?? '';
  if (!/^(?:\d{2}|2[AB])\d{3}$/.test(code)) return null;
  return code.startsWith('97') || code.startsWith('98') ? code.slice(0, 3) : code.slice(0, 2);
}

/**
 * A FINESS starts with the department, `1760780726`; with `970` and the last digit of it overseas.
 */
function departmentOfFiness(appointment: ReceivedAppointment): string | null {
  const id = appointment.organization?.organizationId ?? '';
  const finess = /^1((?:\d{2}|2[AB])\d{7})$/.exec(id)?.[1];
  if (finess === undefined) return null;
  const overseas = /^970([1-4])/.exec(finess)?.[1];
  if (overseas !== undefined) return `97${overseas}`;
  return /^9[78]/.test(finess) ? null : finess.slice(0, 2);
}

/** Whether `words` stand in the text, one after the other: `Dr Didier MOREL` has `morel`. */
function hasWords(text: string, words: string): boolean {
  const wanted = plainWords(words);
  return wanted !== '' && ` ${plainWords(text)} `.includes(` ${wanted} `);
}

/** Lower case, no accents, single blanks: `Saint-Étienne` gives `saint etienne`. */
function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
