import type { Flow } from '@sas-kit/fhir';

/** What a search asks, read and checked. */
export interface Search {
  readonly flow: Flow;
  /**
   * Whom it asks for: practitioners in their SAS form (`810999001000`), or SIRET numbers of
   * associations (14 digits) in the SOS flow. Distinct; may be empty when none can exist here.
   */
  readonly identifiers: readonly string[];
  /** First and last instant at which a slot may start, inclusive, in ms since 1970. */
  readonly from: number;
  readonly to: number;
  /** `_count`, when given. */
  readonly count: number | null;
  /** The query of the self link: the parameters that were understood, as they came. */
  readonly self: string;
}

/** Names of the parameters of one flow. */
export interface SearchForm {
  readonly identifier: string;
  readonly start: string;
  readonly status: string;
  /** Includes that the answer honours, in lower case, `_include=slot:schedule`. */
  readonly includes: ReadonlySet<string>;
}

/** Most identifiers in one search (guide, table of criteria). */
export const MOST_IDENTIFIERS = 25;
