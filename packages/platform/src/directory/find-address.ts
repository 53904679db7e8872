import { type Address, type Geocoder } from './geocoder.ts';
import { findPlaces, type PlaceRecord } from './places.ts';
import { searchForm } from './reference-data.ts';

/** Shorter texts are the beginning of a name. */
const LEAST_LETTERS = 5;

/** Whether a text that names no place here may be an address. */
export function mayBeAddress(text: string): boolean {
  const form = searchForm(text);
  return form.length >= LEAST_LETTERS && /[a-z]/.test(form) && form.includes(' ');
}

/** Addresses that a text may mean; none where there is no geocoder or it does not answer. */
export async function findAddresses(
  geocoder: Geocoder | null,
  text: string,
  limit: number,
): Promise<readonly Address[]> {
  if (geocoder === null || !mayBeAddress(text)) return [];
  return (await geocoder.search({ text, limit })) ?? [];
}

/** A commune, with its code. */
export type Commune = PlaceRecord & { insee: string };

/**
 * The commune of a postal address: that of the name among those of the postcode, else the largest of the
 * postcode. Null where nobody knows the postcode.
 */
export function communeOfAddress(postcode: string, city: string): Commune | null {
  if (!/^\d{5}$/.test(postcode)) return null;
  const [named] = findPlaces(`${postcode} ${city}`, 1, 'commune');
  const found = named ?? findPlaces(postcode, 1, 'commune')[0];
  return found === undefined || found.insee === null ? null : { ...found, insee: found.insee };
}

/**
 * The commune that stands in a postal address: behind its postcode, or behind its last comma. A street is
 * often named after a town: without either mark none is told.
 */
export function communeInAddress(text: string): PlaceRecord | null {
  const coded = /\b(\d{5})\b(.*)$/.exec(text);
  if (coded !== null) {
    const [, postcode = '', name = ''] = coded;
    return communeOfAddress(postcode, name);
  }
  const name = text.slice(text.lastIndexOf(',') + 1);
  if (!text.includes(',')) return null;
  const [found] = findPlaces(name, 1, 'commune');
  return found !== undefined && searchForm(found.label) === searchForm(name) ? found : null;
}

/** Where an address is, as well as it is known: itself, or its commune with an approximate centre. */
export type LocatedAddress = Address | (PlaceRecord & { approximate: true });

/**
 * Where a text is that names no place here: the address, else the centre of the commune that stands in it.
 * Null where neither is known.
 */
export async function locateAddress(
  geocoder: Geocoder | null,
  text: string,
): Promise<LocatedAddress | null> {
  const [address] = await findAddresses(geocoder, text, 1);
  if (address !== undefined) return address;
  const commune = communeInAddress(text);
  return commune === null ? null : { ...commune, approximate: true };
}

/** Where a street and number of a commune are: the address, else the centre of the commune. */
export async function locateInCommune(
  geocoder: Geocoder | null,
  street: string,
  commune: PlaceRecord,
): Promise<LocatedAddress> {
  const { insee } = commune;
  const found =
    geocoder === null || insee === null
      ? null
      : await geocoder.search({ text: `${street} ${commune.label}`, limit: 1, insee });
  return found?.[0] ?? { ...commune, approximate: true };
}
