import type { SEARCH_LINK_PARAMETERS } from './search-link.ts';

/** Why a link cannot be built. */
export type SearchLinkErrorCode =
  | 'base-invalid'
  | 'origin-missing'
  | 'address-missing'
  | 'street-number-without-name'
  | 'insee-code-invalid'
  | 'specialty-invalid'
  | 'practitioner-invalid';

/**
 * `buildSearchLink` refuses what the platform would not read. Holds no value: messages end in logs.
 */
export class SearchLinkError extends Error {
  override readonly name = 'SearchLinkError';
  readonly code: SearchLinkErrorCode;
  /** The parameter at fault; null for the address of the platform. */
  readonly parameter: (typeof SEARCH_LINK_PARAMETERS)[number] | null;

  constructor(code: SearchLinkErrorCode, parameter: SearchLinkError['parameter']) {
    super(`search link: ${code}`);
    this.code = code;
    this.parameter = parameter;
  }
}

/** Whether it is a {@link SearchLinkError}, also from another copy of this package. */
export function isSearchLinkError(error: unknown): error is SearchLinkError {
  return error instanceof Error && error.name === 'SearchLinkError' && 'code' in error;
}
