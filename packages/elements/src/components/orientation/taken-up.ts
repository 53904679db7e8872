import type { Orientation } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import { kindsOf, type Desk, type Draft } from './draft.ts';

/** Why an orientation is not taken up at this desk. */
export type NotTaken = 'not-yours' | 'not-waiting' | 'nothing-lost';

/** A decision that waits, with its place: whoever carries it out changes neither. */
export const carryOut = (waiting: Orientation) =>
  ({ kind: 'orientation', waiting, ...decidedIn(waiting) }) as const satisfies Draft;

/** What is said of a decision that waits, to carry it out here. */
export function toExecute(one: Orientation, desk: Desk): Draft | NotTaken {
  if (one.state !== 'to-execute') return 'not-waiting';
  return kindsOf(desk).includes('orientation') ? carryOut(one) : 'not-yours';
}

/**
 * What is said of an orientation that lost its appointment, or is about to: who decided, what, where and in
 * which case stay as they were.
 */
export function toReplace(lost: Orientation, desk: Desk): Draft | NotTaken {
  const { decision, appointment, state, followUp } = lost;
  const over = followUp === 'honoured' || followUp === 'noshow';
  if (!appointment || over || state === 'withdrawn' || state === 'executed') return 'nothing-lost';
  // What a doctor decided and booked at once waits like any other decision, once it is not booked.
  const kind = decision.kind === 'own' ? 'orientation' : decision.kind;
  const caseRef = lost.caseRef ?? undefined;
  if (!kindsOf({ ...desk, caseRef }).includes(kind)) return 'not-yours';
  const again = { kind, replaces: lost, ...decidedIn(lost) };
  if (kind !== 'orientation') return { ...again, ...saidOf(lost) };
  const waiting = decision.kind === 'own' ? lost : { ...lost, id: decision.id ?? lost.id };
  return { ...again, waiting };
}

const decidedIn = ({ outcome, form, place }: Orientation) => ({
  outcome,
  form,
  place: { ...place, timeZone: clock.zone() },
});

const saidOf = ({ decision, ownDoctor, instructionsGiven }: Orientation): Draft => ({
  ownDoctor: ownDoctor?.said,
  ownDoctorCall: ownDoctor?.call ?? undefined,
  assessedBy: decision.assessedBy ?? undefined,
  instructionsGiven: instructionsGiven ?? undefined,
});
