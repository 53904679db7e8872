import type { components } from '../generated/platform.ts';
import { bodyProblem, ProblemError } from '../http/problem.ts';
import { tellsWho } from '../http/personal-numbers.ts';
import type { Role } from '../identity/caller.ts';
import { type Outcome, OUTCOMES } from './outcomes.ts';

type Schemas = components['schemas'];
type Request = Schemas['OrientationRequest'];
type DoctorRole = Schemas['DoctorRole'];

/** Who decides. */
export const DOCTORS = ['regulator', 'emergency-regulator'] as const satisfies readonly Role[];

/** What a decision of somebody else leaves to be done, and who does it. */
const EXECUTORS: Readonly<Record<'orientation' | 'dispatch-case' | 'protocol', readonly Role[]>> = {
  orientation: ['unscheduled-care-operator', 'call-taker', 'triage-nurse', ...DOCTORS],
  'dispatch-case': ['unscheduled-care-operator', 'call-taker', 'dispatch-software', ...DOCTORS],
  protocol: ['unscheduled-care-operator', 'call-taker', 'triage-nurse'],
};

/** What is said of a decision, besides its kind. */
const MEMBERS: Readonly<
  Record<Schemas['DecisionKind'], readonly (keyof Schemas['DecisionRequest'])[]>
> = {
  own: [],
  orientation: ['id'],
  'dispatch-case': ['role', 'decidedAt'],
  protocol: ['id', 'version', 'assessedBy'],
};

/** A protocol, as far as deciding under it goes. */
export interface ProtocolFacts {
  id: string;
  version: number;
  territory: string;
  purpose: Schemas['ProtocolPurpose'];
  state: Schemas['ProtocolState'];
  outcomes: readonly Outcome[];
  roles: readonly Role[];
}

const refused = (detail: string) => new ProblemError('medical-decision', detail);

const ALLOWED =
  'Carry out a decision recorded here (`orientation`), one of the dispatch program (`dispatch-case`), or a signed protocol (`protocol`).';

/**
 * The role in which the caller decides or carries out. Doctors decide; others carry out.
 *
 * @throws {ProblemError} 403 `medical-decision`, which says what would be allowed.
 */
export function actingRole(
  roles: readonly Role[],
  { decision: { kind }, outcome, form }: Pick<Request, 'decision' | 'outcome' | 'form'>,
): Role {
  const may: readonly Role[] = kind === 'own' ? DOCTORS : EXECUTORS[kind];
  const role = roles.find((each) => may.includes(each));
  if (role === undefined) {
    throw refused(kind === 'own' ? ALLOWED : `None of your roles carries out by ${kind}.`);
  }
  if (kind !== 'own' && form === 'phone-prescription') {
    throw refused('A doctor prescribes: neither a protocol nor a decision carries that over.');
  }
  if (kind === 'own' || kind === 'protocol' || OUTCOMES[outcome].booked) return role;
  throw refused(`By ${kind} only an unscheduled consultation is carried out, and its forms.`);
}

/** The doctor who decides for the caller's own orientation; null where somebody else did. */
export function doctorOf(kind: Request['decision']['kind'], role: Role): DoctorRole | null {
  return kind === 'own' ? (role as DoctorRole) : null;
}

/**
 * What a doctor decided in the dispatch program, as the caller states it.
 *
 * @param now nobody decides after it, or so long before that the person has been seen since.
 * @throws {ProblemError} 422 `case-ref-required`; 400 for a member that is missing or an instant that cannot be.
 */
export function statedDecision(
  { decision: { role, decidedAt }, caseRef }: Pick<Request, 'decision' | 'caseRef'>,
  read: (pointer: string, text: string) => Date,
  now: Date,
): { role: DoctorRole; decidedAt: Date } {
  if (caseRef === undefined) throw caseRequired();
  if (role === undefined) throw missing('/decision/role');
  if (decidedAt === undefined) throw missing('/decision/decidedAt');
  const at = read('/decision/decidedAt', decidedAt);
  checkRecent('/decision/decidedAt', at, now);
  return { role, decidedAt: at };
}

/** What was recorded on a clock of another machine may seem to be a little ahead, ms. */
const CLOCKS_DIFFER_MS = 5 * 60_000;
/** A day and two nights: what is carried out within 48 hours was decided since. */
export const LONGEST_HOURS = 48;
const RECENT_MS = LONGEST_HOURS * 3_600_000;

/** @throws {ProblemError} 400 `out-of-range`. */
export function checkRecent(pointer: string, at: Date, now: Date): void {
  const ago = now.getTime() - at.getTime();
  if (ago >= -CLOCKS_DIFFER_MS && ago <= RECENT_MS) return;
  throw bodyProblem('out-of-range', pointer, 'Neither in the future nor more than 48 h ago.');
}

/**
 * Whether a decision that was recorded here is new enough, and its delay stays what the doctor said.
 *
 * @throws {ProblemError} 409 `invalid-transition`, 403 `medical-decision`.
 */
export function checkDelay(
  decided: { at: Date; withinHours: number | null },
  asked: number | undefined,
  now: Date,
): void {
  if (now.getTime() - decided.at.getTime() > RECENT_MS) {
    throw new ProblemError(
      'invalid-transition',
      'It was decided more than 48 h ago: ask a doctor.',
    );
  }
  if (decided.withinHours === null || asked === undefined || asked <= decided.withinHours) return;
  throw refused(`The doctor decided: within ${decided.withinHours} h.`);
}

/**
 * Whether what is booked begins within the delay that was decided.
 *
 * @throws {ProblemError} 403 `medical-decision`: later is the doctor's to decide.
 */
export function checkStart(
  decided: { at: Date | null; withinHours: number | null },
  startsAt: Date | null,
): void {
  const { at, withinHours } = decided;
  if (at === null || withinHours === null || startsAt === null) return;
  if (startsAt.getTime() <= at.getTime() + withinHours * 3_600_000) return;
  throw refused(`The doctor decided: within ${withinHours} h. Give it back to the doctor.`);
}

/**
 * Whether this protocol lets somebody in this role decide so.
 *
 * @throws {ProblemError} 422 `protocol-not-signed`, `protocol-not-in-force`; 403 `medical-decision`.
 */
export function checkProtocol(
  protocol: ProtocolFacts | null,
  asked: { version: number | undefined; territory: string | null; role: Role; outcome: Outcome },
): asserts protocol is ProtocolFacts {
  const notInForce = (detail: string) =>
    bodyProblem('protocol-not-in-force', '/decision/id', detail);
  if (protocol === null || protocol.territory !== asked.territory) {
    throw notInForce('The territory of this place has no such protocol.');
  }
  if (protocol.state === 'draft') {
    throw bodyProblem('protocol-not-signed', '/decision/id', 'Both holders have to sign it first.');
  }
  if (protocol.state !== 'in-force') throw notInForce(`It is ${protocol.state}.`);
  if (protocol.version !== asked.version) {
    throw bodyProblem(
      'protocol-not-in-force',
      '/decision/version',
      `It is version ${protocol.version}.`,
    );
  }
  const allowed = protocol.outcomes.join(', ');
  if (!protocol.roles.includes(asked.role)) {
    throw refused(`This protocol is for ${protocol.roles.join(', ')}.`);
  }
  if ((protocol.purpose === 'redirection') !== (asked.role === 'triage-nurse')) {
    throw refused(
      'A triage nurse redirects under a protocol of redirection, and nobody else does.',
    );
  }
  if (protocol.outcomes.includes(asked.outcome)) return;
  throw refused(`This protocol allows: ${allowed}.`);
}

/**
 * Whether the members of an orientation fit its outcome.
 *
 * @throws {ProblemError} 422 with the member at fault.
 */
export function checkOutcome(request: Request): void {
  const { outcome, form, decision, triggeredAt, caseRef } = request;
  const rule = OUTCOMES[outcome];
  checkCase(caseRef);
  if (form !== undefined && !rule.forms.includes(form)) {
    const allowed = rule.forms.length === 0 ? 'no form' : rule.forms.join(', ');
    throw bodyProblem('form-not-allowed', '/form', `${outcome} has ${allowed}.`);
  }
  const stray = Object.keys(decision).find(
    (name) => name !== 'kind' && !MEMBERS[decision.kind].some((each) => each === name),
  );
  if (stray !== undefined) {
    throw bodyProblem('unknown-member', `/decision/${stray}`, `${decision.kind} has no ${stray}.`);
  }
  const named = (['appointmentId', 'slotId', 'overbooking', 'recipient'] as const).filter(
    (name) => request[name] !== undefined,
  );
  if (named.length > 0 && !rule.booked) {
    throw bodyProblem('booking-not-allowed', `/${named[0]!}`, `${outcome} has no appointment.`);
  }
  if (named.length > 1) {
    throw bodyProblem('booking-not-allowed', `/${named[1]!}`, 'One of them at most.');
  }
  if (request.holdId !== undefined && request.slotId === undefined) throw missing('/slotId');
  if (rule.booked && decision.kind !== 'own' && named.length === 0) {
    throw new ProblemError('booking-required');
  }
  if (rule.triggered !== (triggeredAt !== undefined)) {
    throw rule.triggered
      ? bodyProblem('triggered-at-required', '/triggeredAt', 'Say when it was triggered.')
      : bodyProblem('booking-not-allowed', '/triggeredAt', `${outcome} is not triggered.`);
  }
  if (rule.triggered && caseRef === undefined) throw caseRequired();
}

/** A case is named by a reference that tells of nobody. @throws {ProblemError} 422 `personal-number`. */
export function checkCase(caseRef: string | undefined): void {
  if (caseRef === undefined || !tellsWho(caseRef)) return;
  throw bodyProblem('personal-number', '/caseRef', 'It would tell who somebody is.');
}

/** @throws a problem, for whoever calls it: the member is not there. */
export function missing(pointer: string): ProblemError {
  return bodyProblem('missing-member', pointer, `${pointer} is required here`);
}

function caseRequired(): ProblemError {
  return bodyProblem('case-ref-required', '/caseRef', 'Name the case of the dispatch program.');
}
