import { IDENTIFIER_SYSTEMS } from '../codes.ts';
import { parsePractitionerId } from '../identifiers.ts';
import { encodeQuery } from './query.ts';
import {
  isInseeCode,
  linkText,
  SEARCH_LINK_PATH,
  streetNumberDigits,
  type LinkAddress,
  type LinkSearch,
} from './search-link.ts';
import { SearchLinkError } from './search-link-error.ts';

/**
 * The address that opens the platform's search on a patient's place, specialty and own doctor
 * (INT_L01).
 *
 * @param base Where the platform is, `https://sas.example` or with a path below which it is
 *   mounted. `/sas/recherche` is appended unless it is there; a query or a fragment is dropped.
 * @returns An absolute address with at most seven parameters, in a fixed order. Absent or blank
 *   values are left out, so the platform applies its defaults.
 * @throws {SearchLinkError} what the platform would not read: `base-invalid` (not http or https, or
 *   with a password in it), `origin-missing`, `address-missing` (neither INSEE code nor city),
 *   `street-number-without-name`, `insee-code-invalid`, `specialty-invalid`,
 *   `practitioner-invalid`.
 *
 * The link carries a street and a doctor's name: open it, do not log it.
 *
 * Source: INT_L01 (contextual call from the dispatch software).
 */
export function buildSearchLink(base: string, search: LinkSearch): string {
  const page = searchPage(base);
  const origin = linkText(search.origin);
  if (origin === '') throw new SearchLinkError('origin-missing', 'origin');
  const query = encodeQuery([
    ['origin', origin],
    ...addressParameters(search.address),
    ['specialty', specialtyParameter(search.specialty)],
    ['practitioner', practitionerParameter(search.practitioner)],
  ]);
  return `${page}?${query}`;
}

function searchPage(base: string): string {
  const [, site, path = ''] =
    /^(https?:\/\/[^\s/?#@\\"'<>]+)(\/[^\s?#\\"'<>]*)?(?:[?#].*)?$/i.exec(base.trim()) ?? [];
  if (site === undefined) throw new SearchLinkError('base-invalid', null);
  const mounted = path.replace(/\/+$/, '');
  return site + (mounted.endsWith(SEARCH_LINK_PATH) ? mounted : mounted + SEARCH_LINK_PATH);
}

function addressParameters(address: LinkAddress): [name: string, value: string][] {
  const number = streetNumberDigits(address.streetNumber ?? '');
  const street = linkText(address.streetName ?? '');
  const inseeCode = linkText(address.inseeCode ?? '').toUpperCase();
  const city = linkText(address.city ?? '');
  if (inseeCode !== '' && !isInseeCode(inseeCode))
    throw new SearchLinkError('insee-code-invalid', 'inseecode');
  if (inseeCode === '' && city === '') throw new SearchLinkError('address-missing', 'city');
  if (number !== '' && street === '')
    throw new SearchLinkError('street-number-without-name', 'streetname');
  return [
    ['streetnumber', number],
    ['streetname', street],
    ['inseecode', inseeCode],
    ['city', city],
  ];
}

function specialtyParameter(specialty: LinkSearch['specialty']): string {
  if (specialty === undefined) return '';
  if (typeof specialty === 'string') return linkText(specialty);
  if (!/^\d+(?:\.\d+)+$/.test(specialty.oid) || !/^[A-Za-z0-9]+$/.test(specialty.code))
    throw new SearchLinkError('specialty-invalid', 'specialty');
  return `urn:oid:${specialty.oid}|${specialty.code}`;
}

function practitionerParameter(practitioner: LinkSearch['practitioner']): string {
  if (practitioner === undefined) return '';
  if (typeof practitioner === 'string') return practitionerText(practitioner);
  const id = parsePractitionerId(practitioner.rpps);
  if (id?.kind !== 'rpps') throw new SearchLinkError('practitioner-invalid', 'practitioner');
  return `${IDENTIFIER_SYSTEMS.practitioner}|${id.sas}`;
}

/**
 * The national platform takes any text that holds `urn`, `oid` or a colon for a broken code, and so
 * refuses Dr Fournier with sas_pf_001. It looks for lower case only: such a name is sent in
 * capitals.
 */
export function practitionerText(name: string): string {
  const text = linkText(name.replaceAll(':', ' '));
  return /urn|oid/.test(text) ? linkText(text.toLocaleUpperCase('fr')) : text;
}
