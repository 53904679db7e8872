import { asList, asObject, asObjects, asText, codingsOf } from '../json.ts';

/** One issue as a server told it, whatever the element it used. */
export interface ReadIssue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information';
  /** `processing` when the server gave none. */
  readonly code: string;
  /** Details, else diagnostics, else the code. Never empty. */
  readonly text: string;
  readonly places: readonly string[];
}

const SEVERITIES = ['fatal', 'error', 'warning', 'information'] as const;

/**
 * Reads an OperationOutcome of any server.
 *
 * Source: FHIR R4, OperationOutcome.
 *
 * @returns the issues; null for what is no OperationOutcome. An outcome without issue gives one that
 *   says nothing but `processing`.
 */
export function readOperationOutcome(resource: unknown): readonly ReadIssue[] | null {
  const object = asObject(resource);
  if (object === null || object['resourceType'] !== 'OperationOutcome') return null;
  const issues = asObjects(object['issue']).map((issue): ReadIssue => {
    const details = asObject(issue['details']);
    const [coding] = codingsOf(details);
    const code = asText(issue['code']) || 'processing';
    const told = [details?.['text'], coding?.['display'], issue['diagnostics'], coding?.['code']];
    const places = [...asList(issue['expression']), ...asList(issue['location'])].map(asText);
    return {
      severity: SEVERITIES.find((each) => each === issue['severity']) ?? 'error',
      code,
      text: told.map(asText).find((each) => each !== '') ?? code,
      places: [...new Set(places)].filter((place) => place !== ''),
    };
  });
  if (issues.length > 0) return issues;
  return [{ severity: 'error', code: 'processing', text: 'processing', places: [] }];
}
