import type { Agenda } from '@sas-kit/fhir';
import type { components } from '../../generated/platform.ts';
import type { Flow } from '../editors/editors.ts';

/** Identifiers that one question may carry, as the guide says. */
export const MOST_IDENTIFIERS = 25;

const DAY_MS = 86_400_000;

/**
 * Until when editors are asked, so that what somebody wants to know until `to` is among it: two days, or
 * the three that the guide allows. So few ends let questions of many be one.
 */
export function askedUntil(now: Date, to: Date): Date {
  const days = to.getTime() <= now.getTime() + 2 * DAY_MS ? 2 : 3;
  return new Date(now.getTime() + days * DAY_MS);
}

/** What an editor is asked. */
export interface EditorQuestion {
  flow: Flow;
  /** National ids of practitioners; SIRET numbers, with their prefix 3, in the flow `sos`. At most 25. */
  identifiers: readonly string[];
  from: Date;
  to: Date;
}

/** How asking ended. */
export type AnswerState = components['schemas']['Source']['state'];

/** What came of it. A fault of the editor is told here, never thrown. */
export interface EditorAnswer {
  state: AnswerState;
  /** From the question to the end of the answer, ms. */
  ms: number;
  /** What it said; null unless `complete`. */
  agenda: Required<Agenda> | null;
  /** Why it is not complete, in words for whoever runs the platform; null where it is. */
  reason: string | null;
  /** How often each rule was broken, by the rule's code. */
  findings: Readonly<Record<string, number>>;
}
