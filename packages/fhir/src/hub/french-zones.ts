import { offsetAt } from '../instants.ts';

/** Every zone where France has practices: one name for each set of rules. */
const FRENCH_ZONES = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Cayenne',
  'America/Miquelon',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Indian/Kerguelen',
  'Pacific/Noumea',
  'Pacific/Wallis',
  'Pacific/Tahiti',
  'Pacific/Marquesas',
  'Pacific/Gambier',
] as const;

/**
 * Whether some French place has this offset at this instant. `+01:00` in July is nowhere: the
 * writer added a fixed offset, and the hour shown to the patient may be an hour wrong. UTC counts
 * as true, it is meant.
 *
 * @param offsetMinutes Minutes east of UTC.
 */
export function isFrenchOffset(epochMs: number, offsetMinutes: number): boolean {
  return (
    offsetMinutes === 0 || FRENCH_ZONES.some((zone) => offsetAt(zone, epochMs) === offsetMinutes)
  );
}
