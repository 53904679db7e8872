import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/min';

/**
 * A telephone number. `e164` is what FHIR carries (`+33261911020`); a `short` number (15, 116117, 3624)
 * has no international form, cannot be dialled from abroad and is never put into a resource.
 */
export interface Phone {
  readonly kind: 'e164' | 'short';
  readonly value: string;
}

/** Emergency and short numbers of France that have three to six digits but no E.164 form. */
const SHORT = /^(?:1[578]|11[0-9]|19[167]|116\d{3}|118\d{3}|10\d{2}|3\d{3})$/;

/** How numbers of the overseas departments begin when dialled as national ones, after the 0. */
const OVERSEAS: readonly (readonly [RegExp, string])[] = [
  [/^(?:26[239]|69[23])/, '262'],
  // 06 39 98 is a block for fiction on the mainland; the rest of 0639 is Mayotte.
  [/^639(?!98)/, '262'],
  [/^(?:590|69[01])/, '590'],
  [/^[56]94/, '594'],
  [/^(?:596|69[67])/, '596'],
];

/** Countries of libphonenumber by the first digits of the postal code. */
const REGIONS: Readonly<Record<string, CountryCode>> = {
  '971': 'GP',
  '972': 'MQ',
  '973': 'GF',
  '974': 'RE',
  '975': 'PM',
  '976': 'YT',
  '977': 'BL',
  '978': 'MF',
  '986': 'WF',
  '987': 'PF',
  '988': 'NC',
};

const FRENCH =
  /^\+(?:33[1-9]\d{8}|(?:262|590|594|596)\d{9}|508(?:\d{6}|\d{9})|68[17]\d{6}|689(?:\d{6}|\d{8}))$/;

/**
 * Whether a text is a French number as FHIR wants it, the mainland's (+33) or one of the overseas
 * codes +262, +590, +594, +596, +508, +687, +689, +681.
 *
 * Source: official test 4.6.05.
 */
export function isFrenchE164(text: string): boolean {
  return FRENCH.test(text);
}

/** Nine digits after the 0, with the country code of the place that they are of. */
function fromNational(digits: string): string {
  // Saint-Pierre-et-Miquelon: six digits behind 0508.
  if (digits.startsWith('508')) return `+508${digits.slice(3)}`;
  const code = OVERSEAS.find(([start]) => start.test(digits))?.[1] ?? '33';
  return `+${code}${digits}`;
}

function parseOne(text: string, region: CountryCode): Phone | null {
  const digits = text
    .replace(/\(0\)/g, '')
    .replace(/^tel:/i, '')
    .replace(/[^\d+]/g, '');
  const french = /^(?:0|(?:\+|00)?330?)([1-9]\d{8})$/.exec(digits);
  if (french !== null && (text.match(/[a-z]/gi)?.length ?? 0) <= 3) {
    return { kind: 'e164', value: fromNational(french[1]!) };
  }
  if (/[a-z]{4}/i.test(text)) return null;
  if (SHORT.test(digits)) return { kind: 'short', value: digits };
  const number = parsePhoneNumber(text, region);
  return number?.isPossible() === true ? { kind: 'e164', value: number.number } : null;
}

const known = new Map<string, Phone | null>();
const MOST_KNOWN = 20_000;

/**
 * Reads a number typed in any French form: `02 61 91 10 20`, `+33 (0)2.61.91.10.20`, `0262 12 34 56`,
 * `15`. Of several numbers the first one that is a number is taken; an extension is dropped.
 *
 * Source: guide, FAQ, error 2 (telephones in E.164); official test 4.6.05.
 *
 * @param postalCode Where the number is: needed for the six and eight digit numbers of the Pacific and
 *   of Saint-Pierre-et-Miquelon.
 * @returns null for what is no number (`n/a`, `voir secrétariat`, seven digits).
 *
 */
export function parsePhone(text: string, postalCode = ''): Phone | null {
  const region = REGIONS[postalCode.slice(0, 3)] ?? 'FR';
  const key = `${region} ${text}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const phone = parseAny(text, region);
  if (known.size >= MOST_KNOWN) known.clear();
  if (text.length <= 64) known.set(key, phone);
  return phone;
}

function parseAny(text: string, region: CountryCode): Phone | null {
  const parts = text.slice(0, 200).split(/[/;,|\n]|\s(?:ou|et|puis|poste|post|ext|p)\b\.?/i);
  for (const part of parts) {
    const phone = parseOne(part.trim(), region);
    if (phone !== null) return phone;
  }
  return null;
}

/**
 * A number as a French reader expects it: `02 61 91 10 20`, `0262 12 34 56`, `116 117`, `15`.
 *
 * Source: national numbering plan (Arcep).
 */
export function formatPhone(phone: Phone): string {
  const { kind, value } = phone;
  if (kind === 'short') return value.length === 6 ? value.replace(/(...)/, '$1 ') : value;
  const mainland = /^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(value);
  if (mainland !== null) return `0${mainland.slice(1).join(' ')}`;
  const overseas = /^\+(?:262|590|594|596)(\d{3})(\d\d)(\d\d)(\d\d)$/.exec(value);
  if (overseas !== null) return `0${overseas.slice(1).join(' ')}`;
  return parsePhoneNumber(value)?.formatInternational() ?? value;
}

/**
 * What a link dials: `tel:+33261911020`, `tel:15`.
 *
 * Source: RFC 3966.
 */
export function telUri(phone: Phone): string {
  return `tel:${phone.value}`;
}
