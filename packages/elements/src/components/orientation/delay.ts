import type { Draft } from './draft.ts';

const hour = 3_600_000;

/**
 * Until when the doctor of a decision that waits wants the patient seen, ms since 1970; undefined where no
 * delay was said. The platform refuses a later beginning.
 */
export function deadlineOf({ kind, waiting }: Draft): number | undefined {
  if (kind !== 'orientation' || !waiting || waiting.withinHours === null) return undefined;
  const decided = waiting.decision.decidedAt ?? waiting.created;
  return Date.parse(decided) + waiting.withinHours * hour;
}

/** Whether a beginning comes too late for the doctor who decided. */
export function isTooLate(start: string, draft: Draft): boolean {
  const deadline = deadlineOf(draft);
  return deadline !== undefined && Date.parse(start) > deadline;
}
