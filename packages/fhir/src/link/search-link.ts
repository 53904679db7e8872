/** Path of the search page, below the address of the platform. */
export const SEARCH_LINK_PATH = '/sas/recherche';

/** The seven parameters of INT_L01, in the order in which they are written. */
export const SEARCH_LINK_PARAMETERS = [
  'origin',
  'streetnumber',
  'streetname',
  'inseecode',
  'city',
  'specialty',
  'practitioner',
] as const;

/** What is searched when a link names no specialty. */
export const DEFAULT_SPECIALTY = 'Consultation de médecine générale';

/** Longest value that is read or written, in UTF-16 units. What is beyond is cut. */
export const LONGEST_LINK_VALUE = 200;

/** A specialty as a code, `{ oid: '1.2.250.1.213.2.28', code: 'SM54' }`. */
export interface CodedSpecialty {
  readonly oid: string;
  /** Letters and digits. */
  readonly code: string;
}

/** The own doctor by national number. */
export interface CodedPractitioner {
  /** RPPS, 11 digits; the builder also takes the prefixed form of 12. */
  readonly rpps: string;
}

/** Where the patient is. Without an INSEE code and a city there is nothing to search around. */
export interface LinkAddress {
  /** Only the first run of digits travels: `12 bis` is sent as `12`. Needs a street name. */
  readonly streetNumber?: string;
  readonly streetName?: string;
  /** INSEE code of the city, or of an arrondissement of Paris, Lyon or Marseille. */
  readonly inseeCode?: string;
  readonly city?: string;
}

/** What a dispatch program asks for with a link. No identity of the patient can be told. */
export interface LinkSearch {
  /**
   * Key of the dispatch program, agreed with the platform; it is what makes the call contextual.
   */
  readonly origin: string;
  readonly address: LinkAddress;
  /** Free text or a code; {@link DEFAULT_SPECIALTY} without. */
  readonly specialty?: string | CodedSpecialty;
  /** The patient's own doctor, free text or RPPS. */
  readonly practitioner?: string | CodedPractitioner;
}

/**
 * A text as it travels: one line, single spaces, no lone surrogate, at most {@link
 * LONGEST_LINK_VALUE}.
 */
export function linkText(value: string): string {
  return value
    .replace(/[\p{Cc}\p{Cs}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_LINK_VALUE)
    .replace(/\p{Cs}$/u, '')
    .trimEnd();
}

/**
 * The number alone: `12 bis` and `n° 12` give `12`, `bis` gives an empty string. Of `12-14` the
 * first is kept; gluing all digits together would send to number 1214.
 */
export function streetNumberDigits(value: string): string {
  return /\d+/.exec(value)?.[0].slice(0, LONGEST_LINK_VALUE) ?? '';
}

/** Whether the text has the form of an INSEE code of a commune, `76351` or `2A004`. */
export function isInseeCode(value: string): boolean {
  return /^(?:\d{2}|2[AB])\d{3}$/.test(value);
}
