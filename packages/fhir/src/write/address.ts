import { isTimeZone } from '../instants.ts';
import type { Address } from '../model.ts';
import type { FhirAddress } from '../resources.ts';
import { mendPostalCode } from '../postal-codes.ts';
import { timeZoneOf } from '../time-zones.ts';
import type { Notes } from './notes.ts';
import { typed } from './typed.ts';

/**
 * An address as the profile wants it: one line, city, five digits.
 *
 * @returns null when one of them is missing and cannot be guessed.
 */
export function mendAddress(address: Address, notes: Notes, place: string): FhirAddress | null {
  const line = typed(address.line)
    .split(/\s*[\r\n]+\s*/)
    .join(', ');
  const city = typed(address.city);
  const postalCode = mendPostalCode(typed(address.postalCode));
  if (line === '' || city === '' || postalCode === null) {
    notes.add(
      'agenda-place-address',
      place,
      [address.line, address.postalCode, address.city].map(typed).join(', '),
    );
    return null;
  }
  if (postalCode !== address.postalCode) {
    notes.add('agenda-place-mended', `${place}.postalCode`, address.postalCode);
  }
  return { line: [line], city, postalCode };
}

/** Position, where both coordinates are believable. */
export function position(
  address: Address,
): { readonly longitude: number; readonly latitude: number } | null {
  const { lat, lon } = address;
  if (typeof lat !== 'number' || typeof lon !== 'number') return null;
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return null;
  return { longitude: lon, latitude: lat };
}

/** The zone whose clock hangs on the wall of a place. */
export function zoneOf(address: Address, notes: Notes, place: string): string {
  const timeZone = typed(address.timeZone);
  if (timeZone !== '') {
    if (isTimeZone(timeZone)) return timeZone;
    notes.add('agenda-time-zone', `${place}.timeZone`, timeZone);
  }
  return timeZoneOf(mendPostalCode(typed(address.postalCode)) ?? undefined);
}
