import { findPlaces, type PlaceRecord } from './places.ts';
import { searchForm } from './reference-data.ts';

/** A commune, with its code. */
export type Commune = PlaceRecord & { insee: string };

/**
 * The commune of a postal address: that of the name among those of the postcode, else the largest of the
 * postcode. Null where nobody knows the postcode.
 */
export function communeOfAddress(postcode: string, city: string): Commune | null {
  if (!/^\d{5}$/.test(postcode)) return null;
  const named = searchForm(city) === '' ? [] : findPlaces(`${postcode} ${city}`, 1, 'commune');
  const [found] = named.length > 0 ? named : findPlaces(postcode, 1, 'commune');
  return found === undefined || found.insee === null ? null : { ...found, insee: found.insee };
}
