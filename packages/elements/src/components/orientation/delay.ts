import { recordedOf, type Draft } from './draft.ts';

const hour = 3_600_000;

/**
 * Until when the doctor of a decision that was recorded wants the patient seen, ms since 1970; undefined where
 * no delay was said, or no doctor decided. The platform refuses a later beginning.
 */
export function deadlineOf(draft: Draft): number | undefined {
  const { decision, created, withinHours } = recordedOf(draft) ?? {};
  if (!decision || !created || withinHours == null || decision.kind === 'protocol')
    return undefined;
  return Date.parse(decision.decidedAt ?? created) + withinHours * hour;
}

/** Whether a beginning comes too late for the doctor who decided. */
export function isTooLate(start: string, draft: Draft): boolean {
  const deadline = deadlineOf(draft);
  return deadline !== undefined && Date.parse(start) > deadline;
}
