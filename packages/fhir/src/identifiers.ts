import { hasLuhnDigit, hasSiretDigit } from './check-digit.ts';
import { IDENTIFIER_SYSTEMS } from './codes.ts';
import type { StructureIds } from './model.ts';

/** What is known of an identifier once it is understood. */
export interface ParsedId<Kind extends string> {
  readonly kind: Kind;
  /** As its register writes it, without the SAS prefix: `10999001000`, `760009001`. */
  readonly value: string;
  /** As the SAS wants it, with its prefix: `810999001000`, `1760009001`. */
  readonly sas: string;
  /** Check digit: `none` where the identifier has none. A wrong one is a warning, not a refusal. */
  readonly checkDigit: 'right' | 'wrong' | 'none';
}

/** Kinds of identifiers of a person. */
export type PractitionerIdKind = 'rpps' | 'adeli' | 'hospital' | 'technical';
/** Kinds of identifiers of a structure. */
export type StructureIdKind = 'finess' | 'siret' | 'rpps-rang' | 'adeli-rang';

/** RPPS, ADELI, hospital staff number, or the technical identifier that SAS gives a regulator. */
export interface PractitionerId extends ParsedId<PractitionerIdKind> {
  /** System of the identifier in FHIR. */
  readonly system: string;
  /** Type code of the identifier in FHIR. */
  readonly type: 'IDNPS' | 'INTRN';
}

/** FINESS, SIRET, RPPS rang or ADELI rang. Their FHIR system and type are always IDNST's. */
export type StructureId = ParsedId<StructureIdKind>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ADELI = /^(?:\d{2}|2[AB])\d{7}$/;
const FINESS = /^(?:\d{2}|2[AB])\d{7}$/;
const LONGEST = 100;

/** The value behind `system|value`, without the spaces, dots and dashes that people type. */
function bare(text: string): string {
  const value = text.slice(0, LONGEST).split('|').at(-1) ?? '';
  return value.replace(/[\s.·_\u2010-\u2015-]/g, '').toUpperCase();
}

const checked = (right: boolean) => (right ? 'right' : 'wrong');

function national(
  kind: PractitionerIdKind,
  value: string,
  sas: string,
  checkDigit: PractitionerId['checkDigit'] = 'none',
): PractitionerId {
  return { kind, value, sas, checkDigit, system: IDENTIFIER_SYSTEMS.practitioner, type: 'IDNPS' };
}

/**
 * Reads an identifier of a person in any form that a practice types: `10 999 001 000`,
 * `810999001000`, `urn:oid:1.2.250.1.71.4.2.1|810999001000`, an ADELI number with or without its 0,
 * `3620100057/70326SR` with or without its 3, a UUID.
 *
 * Source: guide, FAQ, "Gestion des préfixes des ID".
 *
 * @returns null when it is none of these.
 */
export function parsePractitionerId(text: string): PractitionerId | null {
  const last = text.slice(0, LONGEST).split('|').at(-1)?.trim() ?? '';
  if (UUID.test(last)) {
    const value = last.toLowerCase();
    const system = IDENTIFIER_SYSTEMS.sas;
    return { kind: 'technical', value, sas: value, checkDigit: 'none', system, type: 'INTRN' };
  }
  if (last.includes('/')) return parseHospitalId(last);
  const value = bare(text);
  if (/^8\d{11}$/.test(value) || /^\d{11}$/.test(value)) {
    const rpps = value.slice(-11);
    return national('rpps', rpps, `8${rpps}`, checked(hasLuhnDigit(rpps)));
  }
  if (ADELI.test(value)) return national('adeli', value, `0${value}`);
  if (value.startsWith('0') && ADELI.test(value.slice(1))) {
    return national('adeli', value.slice(1), value);
  }
  return null;
}

/** Staff of a hospital: `3` + FINESS + `/` + the number that the hospital gave. */
function parseHospitalId(text: string): PractitionerId | null {
  const slash = text.indexOf('/');
  const house = bare(text.slice(0, slash));
  const staff = text.slice(slash + 1).trim();
  const finess = house.length === 10 && house.startsWith('3') ? house.slice(1) : house;
  if (!FINESS.test(finess) || !/^[\w.-]{1,40}$/.test(staff)) return null;
  const value = `3${finess}/${staff}`;
  return national('hospital', value, value);
}

/**
 * A FINESS number, with or without its prefix 1. Corsican ones hold a letter and have no check.
 *
 * Source: guide, FAQ, "Gestion des préfixes des ID".
 */
export function parseFiness(text: string): StructureId | null {
  const typed = bare(text);
  const value = typed.length === 10 && typed.startsWith('1') ? typed.slice(1) : typed;
  if (!FINESS.test(value)) return null;
  const checkDigit = /^\d+$/.test(value) ? checked(hasLuhnDigit(value)) : 'none';
  return { kind: 'finess', value, sas: `1${value}`, checkDigit };
}

/**
 * A SIRET number, with or without its prefix 3.
 *
 * Source: guide, FAQ, "Gestion des préfixes des ID"; key after ISO/IEC 7812 (Luhn).
 */
export function parseSiret(text: string): StructureId | null {
  const typed = bare(text);
  const value = typed.length === 15 && typed.startsWith('3') ? typed.slice(1) : typed;
  if (!/^\d{14}$/.test(value)) return null;
  return { kind: 'siret', value, sas: `3${value}`, checkDigit: checked(hasSiretDigit(value)) };
}

/**
 * The identifier of a practice without FINESS nor SIRET: RPPS rang (4 + RPPS + 3 digits) or ADELI
 * rang (0 + ADELI + 1 to 3 digits), "ancien identifiant de la structure" of the national directory.
 * An RPPS rang may lack its 4.
 *
 * Source: guide, FAQ, "Gestion des préfixes des ID".
 */
export function parsePracticeId(text: string): StructureId | null {
  const typed = bare(text);
  if (/^4\d{14}$/.test(typed)) {
    return { kind: 'rpps-rang', value: typed.slice(1), sas: typed, checkDigit: 'none' };
  }
  if (/^\d{14}$/.test(typed)) {
    return { kind: 'rpps-rang', value: typed, sas: `4${typed}`, checkDigit: 'none' };
  }
  if (
    typed.startsWith('0') &&
    ADELI.test(typed.slice(1, 10)) &&
    /^\d{1,3}$/.test(typed.slice(10))
  ) {
    return { kind: 'adeli-rang', value: typed.slice(1), sas: typed, checkDigit: 'none' };
  }
  return null;
}

/**
 * Reads an identifier of a structure whose kind is not told. 14 digits alone are taken for a SIRET.
 *
 * Source: guide, FAQ, "ID nationaux de structure".
 *
 * @returns null when it is none of the four.
 */
export function parseStructureId(text: string): StructureId | null {
  const typed = bare(text);
  if (/^4\d{14}$/.test(typed)) return parsePracticeId(typed);
  return parseFiness(typed) ?? parseSiret(typed) ?? parsePracticeId(typed);
}

/**
 * The identifier by which a structure is sent: FINESS, else SIRET, else RPPS rang (guide, FAQ). A
 * value in the wrong field is still understood. An ADELI rang is passed over unless asked for: the
 * profile and the official test 4.6.06 refuse it.
 *
 * Source: guide, FAQ, "ID nationaux de structure".
 *
 * @returns null when the structure has no identifier that may be sent.
 */
export function pickStructureIdentifier(
  ids: StructureIds | undefined,
  options: { readonly adeliRang?: boolean } = {},
): StructureId | null {
  if (ids === undefined) return null;
  const { finess, siret, practiceId } = ids;
  const found = [
    finess === undefined ? null : (parseFiness(finess) ?? parseStructureId(finess)),
    siret === undefined ? null : (parseSiret(siret) ?? parseStructureId(siret)),
    practiceId === undefined ? null : (parsePracticeId(practiceId) ?? parseStructureId(practiceId)),
  ];
  const order: StructureIdKind[] = ['finess', 'siret', 'rpps-rang'];
  if (options.adeliRang === true) order.push('adeli-rang');
  for (const kind of order) {
    const id = found.find((each) => each?.kind === kind);
    if (id !== undefined && id !== null) return id;
  }
  return null;
}

/** What the SAS accepts for a person: `8` + RPPS or `0` + ADELI. Test 4.3.03 wants the first. */
export const SAS_PRACTITIONER_ID = /^(?:8\d{11}|0(?:\d{2}|2[AB])\d{7})$/;

/** What the SAS accepts for a structure. Test 4.6.06. */
export const SAS_STRUCTURE_ID = /^(?:1(?:\d{2}|2[AB])\d{7}|[34]\d{14})$/;

/**
 * Whether a text is a UUID.
 *
 * Source: RFC 9562.
 */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
