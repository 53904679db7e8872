/** One sentence in both languages. */
export interface Text {
  readonly fr: string;
  readonly en: string;
}

/**
 * - `error`: refused by the profile, by the official test kit or by the guide's FAQ; left out by a writer
 *   or a reader;
 * - `warning`: accepted but wrong or doubtful; mended by a writer or a reader;
 * - `information`: worth knowing.
 */
export type Severity = 'error' | 'warning' | 'information';

/** Something odd, and where. Writers, readers and lint all speak this way. */
export interface Finding {
  /** Stable name of the rule, `slot-status`. */
  readonly rule: string;
  readonly severity: Severity;
  /** FHIRPath-like: `Bundle.entry[3].resource.identifier[0].value`, `slots.where(id='s-1').start`. */
  readonly place: string;
  readonly message: Text;
  /** How to put it right. */
  readonly mend?: Text;
  /** Clause of the guide or number of the official test. */
  readonly source?: string;
}

/** A value as a message may quote it: one line, at most 80 characters. */
export function quoted(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  const line = String(value).slice(0, 200).replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** Whether nothing in a list is an error. */
export function isClean(findings: readonly Finding[]): boolean {
  return findings.every((finding) => finding.severity !== 'error');
}

/** What a rule says whenever it speaks. */
export interface RuleText {
  readonly severity: Severity;
  readonly message: Text;
  readonly mend?: Text;
  readonly source?: string;
}

/** A finding of a rule at a place, quoting the value that is wrong. */
export function toFinding(rule: string, text: RuleText, place: string, value?: unknown): Finding {
  const { severity, message, mend, source } = text;
  const said = value !== undefined && value !== '';
  const fr = said ? `${message.fr} : « ${quoted(value)} »` : message.fr;
  const en = said ? `${message.en}: “${quoted(value)}”` : message.en;
  return {
    rule,
    severity,
    place,
    message: { fr, en },
    ...(mend !== undefined && { mend }),
    ...(source !== undefined && { source }),
  };
}
