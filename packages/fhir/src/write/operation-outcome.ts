import type { Finding } from '../finding.ts';
import type { FhirOperationOutcome, IssueCode, OutcomeIssue } from '../resources.ts';

/** One thing that went wrong, in the words of FHIR. */
export interface Issue {
  readonly code: IssueCode;
  /** For people. Never a stack trace, never what the caller sent of a person. */
  readonly text: string;
  /** Default `error`. */
  readonly severity?: OutcomeIssue['severity'];
  /** FHIRPath-like places, `Practitioner.name`, `start`. */
  readonly places?: readonly string[];
}

function toIssue({ code, text, severity = 'error', places = [] }: Issue): OutcomeIssue {
  const told = text.trim();
  const expression = places.filter((place) => place.trim() !== '');
  return {
    severity,
    code,
    ...(told !== '' && { details: { text: told } }),
    ...(expression.length > 0 && { expression }),
  };
}

/**
 * The body of every refused request: at least one issue that says why (guide, "Réponse – Échec").
 *
 * Source: FHIR R4, OperationOutcome.
 */
export function writeOperationOutcome(issue: Issue, ...more: Issue[]): FhirOperationOutcome {
  return { resourceType: 'OperationOutcome', issue: [toIssue(issue), ...more.map(toIssue)] };
}

/**
 * The outcome of a resource that a reader refused, one issue for each finding; null when there is none.
 *
 * Source: guide, "Réponse – Échec".
 */
export function outcomeOfFindings(
  findings: readonly Finding[],
  language: 'fr' | 'en' = 'fr',
): FhirOperationOutcome | null {
  const issues = findings.map((finding): Issue => {
    const { severity, place } = finding;
    const code: IssueCode = severity === 'error' ? 'invariant' : 'informational';
    return { severity, code, text: finding.message[language], places: [place] };
  });
  const [first, ...more] = issues;
  return first === undefined ? null : writeOperationOutcome(first, ...more);
}
