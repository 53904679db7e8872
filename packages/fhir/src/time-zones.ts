const BY_PREFIX: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '984': 'Indian/Kerguelen',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
};

/** Saint-Barthélemy and Saint-Martin kept codes of Guadeloupe; French Polynesia keeps three times. */
const BY_CODE: Readonly<Record<string, string>> = {
  '97133': 'America/St_Barthelemy',
  '97150': 'America/Marigot',
  '98740': 'Pacific/Marquesas',
  '98741': 'Pacific/Marquesas',
  '98742': 'Pacific/Marquesas',
  '98743': 'Pacific/Marquesas',
  '98744': 'Pacific/Marquesas',
  '98745': 'Pacific/Marquesas',
  '98755': 'Pacific/Gambier',
  '98796': 'Pacific/Marquesas',
};

/** The zone of the mainland, and of whatever has no better one. */
export const DEFAULT_TIME_ZONE = 'Europe/Paris';

/**
 * IANA zone of a French postal code; `Europe/Paris` when there is none or it says nothing.
 *
 * Source: IANA time zone database; postal codes of the overseas departments and territories.
 */
export function timeZoneOf(postalCode: string | undefined): string {
  if (postalCode === undefined || !postalCode.startsWith('9')) return DEFAULT_TIME_ZONE;
  const code = postalCode.replace(/\s/g, '');
  return BY_CODE[code] ?? BY_PREFIX[code.slice(0, 3)] ?? DEFAULT_TIME_ZONE;
}

/** Every zone where French time is kept. */
export const FRENCH_TIME_ZONES: readonly string[] = [
  ...new Set([DEFAULT_TIME_ZONE, ...Object.values(BY_PREFIX), ...Object.values(BY_CODE)]),
];
