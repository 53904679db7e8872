import type {
  CallResult,
  Decision,
  Orientation,
  OrientationRequest,
  Outcome,
  OutcomeForm,
  Protocol,
} from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import { civilTime } from '../../format/civil.ts';
import { localToInstant } from '../../format/instants.ts';
import { addDays } from '../../format/week.ts';

/** Who decided: `own`, `orientation`, `dispatch-case` or `protocol`. */
export type DecisionKind = Decision['kind'];

/** A doctor who decides. */
export type DoctorRole = NonNullable<Decision['role']>;

/** Who assessed somebody before a redirection. */
export type Assessor = NonNullable<Decision['assessedBy']>;

/** The commune where the person is. */
export interface DraftPlace {
  readonly insee: string;
  readonly label: string;
  readonly timeZone: string;
}

interface Said {
  readonly kind: DecisionKind;
  /** Who decided in the dispatch program. */
  readonly role: DoctorRole;
  /** When, on the clock of the place: `14:05`. */
  readonly decidedAt: string;
  /** The decision that waits. */
  readonly waiting: Orientation;
  readonly protocol: Protocol;
  readonly outcome: Outcome;
  readonly form: OutcomeForm | null;
  /** When the ambulance, the SMUR or the team was triggered in the dispatch program: `14:05`. */
  readonly triggeredAt: string;
  readonly place: DraftPlace;
  /** Of a redirection. */
  readonly assessedBy: Assessor;
  /** Of a redirection, whether the written instructions were given. */
  readonly instructionsGiven: boolean;
  readonly ownDoctor: 'none' | 'known';
  readonly ownDoctorCall: CallResult;
  /** Whose appointment another one takes the place of. */
  readonly replaces: Orientation;
}

/** What is known of an orientation before it is recorded. Nothing of it is filled in beforehand. */
export type Draft = { readonly [Name in keyof Said]?: Said[Name] | undefined };

/** What the reader is, and what its program tells of the case. */
export interface Desk {
  readonly roles: readonly string[];
  /** Told to the platform: only where the page says so. */
  readonly caseRef: string | undefined;
  /** Of an emergency department, whose nurse redirects under a protocol and does nothing else. */
  readonly redirects?: boolean;
}

const doctors: readonly string[] = ['regulator', 'emergency-regulator'];
const operators: readonly string[] = ['unscheduled-care-operator', 'call-taker'];
const nurse = 'triage-nurse';

/** What is sent by the dispatch program, and only recorded here. */
export const triggered: readonly Outcome[] = ['ambulance', 'smur', 'other-prehospital-team'];

/** Who may have decided what this reader records; `docs/orientation.md` has the table. */
export function kindsOf({ roles, caseRef, redirects }: Desk): readonly DecisionKind[] {
  const has = (some: readonly string[]) => roles.some((role) => some.includes(role));
  if (redirects) return has([nurse]) ? ['protocol'] : [];
  return [
    ...(has(doctors) ? (['own'] as const) : []),
    ...(has([...doctors, ...operators, nurse]) ? (['orientation'] as const) : []),
    ...(has([...doctors, ...operators]) && caseRef !== undefined
      ? (['dispatch-case'] as const)
      : []),
    ...(has(operators) ? (['protocol'] as const) : []),
  ];
}

/** An outcome and its form, as they are chosen together. */
export type Choice = readonly [outcome: Outcome, form: OutcomeForm | null];

const consultations: readonly Choice[] = [
  ['unscheduled-consultation', null],
  ['unscheduled-consultation', 'home-visit'],
  ['unscheduled-consultation', 'teleconsultation'],
];

/** What may be decided so; of a decision that waits, nothing is left to choose. */
export function choicesOf(
  { kind, protocol }: Draft,
  { caseRef, redirects }: Desk,
): readonly Choice[] {
  switch (kind) {
    case 'own':
      return [
        ...consultations,
        ['advice', null],
        ['advice', 'phone-prescription'],
        ['emergency-department', null],
        ...(caseRef === undefined ? [] : triggered.map((outcome): Choice => [outcome, null])),
      ];
    case 'dispatch-case':
      return consultations;
    case 'protocol':
      return (protocol?.outcomes ?? []).flatMap((outcome): readonly Choice[] => {
        if (outcome === 'unscheduled-consultation') return consultations;
        // Whoever is not redirected stays where they are.
        return redirects ? [] : [[outcome, null]];
      });
    default:
      return [];
  }
}

/** The orientation in which it was decided before: one that waits, or one that is booked anew. */
export const recordedOf = ({ kind, waiting, replaces }: Draft): Orientation | undefined =>
  replaces ?? (kind === 'orientation' ? waiting : undefined);

/** Whether somebody has to be found, and something booked. */
export const isBooked = ({ outcome }: Draft): boolean => outcome === 'unscheduled-consultation';

/** What is still to be said, in the order in which it is asked. */
export type Missing =
  | 'kind'
  | 'role'
  | 'decided-at'
  | 'waiting'
  | 'protocol'
  | 'outcome'
  | 'triggered-at'
  | 'place'
  | 'assessed-by'
  | 'instructions';

/** The first thing that a decision lacks; undefined for one that is whole. */
export function missingOf(draft: Draft): Missing | undefined {
  const { kind, role, decidedAt, waiting, protocol, outcome, triggeredAt, place } = draft;
  if (!kind) return 'kind';
  if (kind === 'orientation') return waiting ? undefined : 'waiting';
  if (kind === 'dispatch-case' && !role) return 'role';
  if (kind === 'dispatch-case' && !decidedAt) return 'decided-at';
  if (kind === 'protocol' && !protocol) return 'protocol';
  if (!outcome) return 'outcome';
  if (triggered.includes(outcome) && !triggeredAt) return 'triggered-at';
  if (!place) return 'place';
  if (protocol?.purpose !== 'redirection') return undefined;
  if (!draft.assessedBy) return 'assessed-by';
  return draft.instructionsGiven === undefined ? 'instructions' : undefined;
}

/** The last time at which the clocks of a zone showed this: what is said happened, it did not yet begin. */
export function lastInstant(time: string, zone: string): string {
  const now = clock.today();
  const today = civilTime(now, zone).date;
  const instant = localToInstant(today, time, zone);
  if (Date.parse(instant) <= now) return instant;
  return localToInstant(addDays(today, -1), time, zone);
}

function decisionOf(draft: Draft, zone: string): OrientationRequest['decision'] {
  const { kind, role, decidedAt = '', waiting, protocol, assessedBy, replaces } = draft;
  if (kind === 'orientation' && waiting) return { kind, id: waiting.id };
  if (replaces) return decidedAgain(replaces.decision);
  if (kind === 'protocol' && protocol) {
    const { id, version } = protocol;
    return { kind, id, version, ...(assessedBy && { assessedBy }) };
  }
  if (kind === 'dispatch-case' && role) {
    return { kind, role, decidedAt: lastInstant(decidedAt, zone) };
  }
  return { kind: 'own' };
}

/** The same decision, of another orientation. */
function decidedAgain(decision: Decision): OrientationRequest['decision'] {
  const { kind, role, decidedAt, id, version, assessedBy } = decision;
  if (kind !== 'protocol')
    return { kind, ...(role && { role }), ...(decidedAt !== null && { decidedAt }) };
  return {
    kind,
    ...(id !== null && { id }),
    ...(version !== null && { version }),
    ...(assessedBy && { assessedBy }),
  };
}

/** What of a request says where somebody goes. */
export type Destination = Pick<
  OrientationRequest,
  'appointmentId' | 'slotId' | 'holdId' | 'overbooking' | 'recipient'
>;

/** The request that records it. */
export function requestOf(
  draft: Draft,
  { caseRef }: Desk,
  destination: Destination,
): OrientationRequest {
  const { kind, outcome, form, place, triggeredAt, ownDoctor, ownDoctorCall, waiting } = draft;
  const { replaces } = draft;
  const zone = place?.timeZone ?? clock.zone();
  const ofDoctor = kind === 'orientation' ? waiting : undefined;
  const decided = ofDoctor ? ofDoctor.form : form;
  return {
    outcome: ofDoctor?.outcome ?? outcome ?? 'unscheduled-consultation',
    ...(decided && { form: decided }),
    decision: decisionOf(draft, zone),
    ...(!ofDoctor && place && { insee: place.insee }),
    ...(replaces
      ? replaces.caseRef !== null && { caseRef: replaces.caseRef }
      : !ofDoctor?.caseRef && caseRef !== undefined && { caseRef }),
    ...(!ofDoctor && replaces?.withinHours && { withinHours: replaces.withinHours }),
    ...(triggeredAt &&
      outcome &&
      triggered.includes(outcome) && { triggeredAt: lastInstant(triggeredAt, zone) }),
    ...(ownDoctor && {
      ownDoctor: { said: ownDoctor, ...(ownDoctorCall && { call: ownDoctorCall }) },
    }),
    ...(draft.instructionsGiven !== undefined && { instructionsGiven: draft.instructionsGiven }),
    ...destination,
  };
}
