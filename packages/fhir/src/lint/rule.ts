import type { Severity, Text } from '../finding.ts';
import type { Flow } from '../guide.ts';
import type { Subject } from './subject.ts';

/** What can be checked: the answers to the three searches, accounts (INT_R02), appointments (INT_R03). */
export type LintFlow = Flow | 'accounts' | 'appointments';

/** Says that a rule is broken at a place, with the value that breaks it. */
export type Report = (place: string, value?: unknown) => void;

/** One named rule. The documentation is made from these. */
export interface Rule {
  /** Stable, `slot-status`. */
  readonly id: string;
  readonly severity: Severity;
  readonly flows: readonly LintFlow[];
  /** What is wrong when it speaks. */
  readonly message: Text;
  readonly mend: Text;
  /** Clause of the guide, profile or number of the official test. */
  readonly source: string;
  readonly check: (subject: Subject, report: Report) => void;
}

/** The flows that answer searches. */
export const SEARCHES: readonly LintFlow[] = ['ps', 'cpts', 'sos'];
/** The flows whose slots belong to practitioners. */
export const PRACTITIONERS: readonly LintFlow[] = ['ps', 'cpts'];
/** All that can be checked. */
export const ALL_FLOWS: readonly LintFlow[] = [...SEARCHES, 'accounts', 'appointments'];
