import type { Finding } from '@sas-kit/fhir';

/** Most findings remembered before they may be told again. */
const MOST = 10_000;

/**
 * Tells each fault of the agenda once, not once per search: searches come thousands an hour. What is
 * decided so (`information`: no consent, booked) is not told at all; `explain` answers that.
 */
export class FindingLog {
  readonly #tell: (finding: Finding) => void;
  readonly #told = new Set<string>();

  constructor(tell: (finding: Finding) => void) {
    this.#tell = tell;
  }

  add(finding: Finding): void {
    if (finding.severity === 'information') return;
    const key = `${finding.rule} ${finding.place} ${finding.message.en}`;
    if (this.#told.has(key)) return;
    if (this.#told.size >= MOST) this.#told.clear();
    this.#told.add(key);
    this.#tell(finding);
  }
}
