import { type Finding, toFinding } from '../finding.ts';
import { asObject } from '../json.ts';
import type { LintFlow } from './rule.ts';
import { RULES } from './rules.ts';
import { type LintOptions, Subject } from './subject.ts';

/** Most findings of one rule in one run; the last one says how many there were. */
const MOST_PER_RULE = 50;

/**
 * Checks a Bundle, or one resource alone, against the rules of the guide, the recurring errors of its
 * FAQ and what the official test kit wants. Takes anything that JSON can hold; throws nothing.
 *
 * Source: guide 1.1.0 and 1.2.0, its FAQ, official test kit 0.3.0; each rule names its own.
 *
 * @param flow `ps` (INT_R01), `cpts` (INT_R04), `sos`, `accounts` (INT_R02) or `appointments` (INT_R03).
 * @returns findings with rule, severity, place, message, mend and source. No `error` means that the
 *   answer conforms as far as these rules see. Of one resource alone nothing is said about references to
 *   others.
 */
export function lint(resource: unknown, flow: LintFlow, options: LintOptions = {}): Finding[] {
  const subject = new Subject(asObject(resource) ?? {}, flow, options);
  const findings: Finding[] = [];
  for (const rule of RULES) {
    if (!rule.flows.includes(flow)) continue;
    let count = 0;
    rule.check(subject, (place, value) => {
      count += 1;
      if (count <= MOST_PER_RULE) findings.push(toFinding(rule.id, rule, place, value));
    });
    if (count > MOST_PER_RULE) {
      findings.push(toFinding(rule.id, rule, '…', `${count - MOST_PER_RULE} × …`));
    }
  }
  return findings;
}
