import { IDENTIFIER_SYSTEMS } from '../codes.ts';
import { cityOfArrondissement, cityWithArrondissements } from './arrondissements.ts';
import type { PractitionerErrorCode } from './practitioner-error.ts';
import { decodeQuery } from './query.ts';
import {
  DEFAULT_SPECIALTY,
  isInseeCode,
  linkText,
  streetNumberDigits,
  type CodedPractitioner,
  type CodedSpecialty,
} from './search-link.ts';

/** Where to search, as a link tells it. */
export interface SearchedAddress {
  /** Digits only; null when not given. */
  readonly streetNumber: string | null;
  readonly streetName: string | null;
  /** INSEE code of the city: the code of Paris where the link gives an arrondissement of Paris. */
  readonly inseeCode: string | null;
  /** The arrondissement's own code, as given; null when the link gives none. */
  readonly arrondissement: string | null;
  /** Name of the city. Null when only an INSEE code is given: the caller looks its name up. */
  readonly city: string | null;
}

/** How a parameter came, in the words that the platform counts its calls with. */
export type ParameterForm = 'notTransmitted' | 'fullText' | 'normed';

/** What a search link asks for. */
export interface ParsedSearchLink {
  /**
   * Key of the dispatch program, to check against those that are allowed; null: not a contextual
   * call.
   */
  readonly origin: string | null;
  /** Null where it cannot be used: the platform then opens its home page. */
  readonly address: SearchedAddress | null;
  /** Why there is no address. */
  readonly addressFault: 'address-missing' | 'street-number-without-name' | null;
  /** What to search: {@link DEFAULT_SPECIALTY} when the link does not say. */
  readonly specialty: string | CodedSpecialty;
  readonly specialtyForm: ParameterForm;
  /** The own doctor; null when not given or not readable. */
  readonly practitioner: string | CodedPractitioner | null;
  readonly practitionerForm: ParameterForm;
  /**
   * To show with the results, see `PRACTITIONER_ERRORS`; null too for a call that is not
   * contextual.
   */
  readonly practitionerError: PractitionerErrorCode | null;
}

/**
 * Reads a contextual call of a dispatch program (INT_L01). Never throws: whatever cannot be read
 * counts as not given.
 *
 * Source: INT_L01 (contextual call from the dispatch software).
 *
 * @param url An absolute address, a path with a query, or a query alone. The path is not looked at.
 *   Parameters other than the seven are ignored; of a repeated one the first counts.
 *
 * Rules, with their source INT_L01: `origin` makes the call contextual; a street number keeps its
 * digits and is refused without a street name; a city is needed, by INSEE code or by name, the
 * arrondissements of Paris, Lyon and Marseille standing for their city; `specialty` and
 * `practitioner` are free text or `urn:oid:<oid>|<code>`; a practitioner that is neither a name nor
 * `8` + RPPS gives sas_pf_001, none gives sas_pf_002.
 */
export function parseSearchLink(url: string): ParsedSearchLink {
  const query = decodeQuery(url);
  const read = (name: string) => linkText(query.get(name) ?? '');
  const origin = read('origin') || null;
  const { practitioner, practitionerForm, practitionerError } = parsePractitioner(
    read('practitioner'),
  );
  return {
    origin,
    ...parseAddress(read),
    ...parseSpecialty(read('specialty')),
    practitioner,
    practitionerForm,
    practitionerError: origin === null ? null : practitionerError,
  };
}

function parseAddress(
  read: (name: string) => string,
): Pick<ParsedSearchLink, 'address' | 'addressFault'> {
  const streetNumber = streetNumberDigits(read('streetnumber')) || null;
  const streetName = read('streetname') || null;
  const given = read('inseecode').toUpperCase();
  const code = isInseeCode(given) ? given : null;
  const whole = code === null ? null : cityOfArrondissement(code);
  const named = whole ?? (code === null ? null : cityWithArrondissements(code));
  const city = named?.name ?? (read('city') || null);
  if (code === null && city === null) return { address: null, addressFault: 'address-missing' };
  if (streetNumber !== null && streetName === null)
    return { address: null, addressFault: 'street-number-without-name' };
  return {
    address: {
      streetNumber,
      streetName,
      inseeCode: whole?.inseeCode ?? code,
      arrondissement: whole === null ? null : code,
      city,
    },
    addressFault: null,
  };
}

function parseSpecialty(value: string): Pick<ParsedSearchLink, 'specialty' | 'specialtyForm'> {
  if (value === '') return { specialty: DEFAULT_SPECIALTY, specialtyForm: 'notTransmitted' };
  const [, oid, code] = /^urn:oid:(\d+(?:\.\d+)+)\|([A-Za-z0-9]+)$/.exec(value) ?? [];
  if (oid === undefined || code === undefined)
    return { specialty: value, specialtyForm: 'fullText' };
  return { specialty: { oid, code }, specialtyForm: 'normed' };
}

type ParsedPractitioner = Pick<
  ParsedSearchLink,
  'practitioner' | 'practitionerForm' | 'practitionerError'
>;

function parsePractitioner(value: string): ParsedPractitioner {
  if (value === '')
    return {
      practitioner: null,
      practitionerForm: 'notTransmitted',
      practitionerError: 'sas_pf_002',
    };
  const prefix = `${IDENTIFIER_SYSTEMS.practitioner}|8`;
  const rpps = value.startsWith(prefix) ? value.slice(prefix.length) : '';
  if (/^\d{11}$/.test(rpps))
    return { practitioner: { rpps }, practitionerForm: 'normed', practitionerError: null };
  if (looksLikeCode(value))
    return {
      practitioner: null,
      practitionerForm: value.startsWith(IDENTIFIER_SYSTEMS.practitioner) ? 'normed' : 'fullText',
      practitionerError: 'sas_pf_001',
    };
  return { practitioner: value, practitionerForm: 'fullText', practitionerError: null };
}

/** `urn` and `oid` as words: a Dr Fournier or a Dr Oidel is a name. */
function looksLikeCode(value: string): boolean {
  return value.includes(':') || /(?<!\p{L})(?:urn|oid)(?!\p{L})/u.test(value);
}
