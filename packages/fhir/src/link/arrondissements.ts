/** A city whose arrondissements have INSEE codes of their own. */
export interface CityOfArrondissements {
  /** INSEE code of the city, `75056`. */
  readonly inseeCode: string;
  readonly name: string;
}

const CITIES: readonly {
  readonly city: CityOfArrondissements;
  readonly first: number;
  readonly last: number;
}[] = [
  { city: { inseeCode: '75056', name: 'Paris' }, first: 75101, last: 75120 },
  { city: { inseeCode: '69123', name: 'Lyon' }, first: 69381, last: 69389 },
  { city: { inseeCode: '13055', name: 'Marseille' }, first: 13201, last: 13216 },
];

/**
 * The city of an arrondissement: `75115` gives Paris. Null for every other code, the city's own
 * included.
 *
 * Source: INT_L01, address parameters (the platform resolves the districts of the three cities
 * itself).
 */
export function cityOfArrondissement(inseeCode: string): CityOfArrondissements | null {
  if (!/^\d{5}$/.test(inseeCode)) return null;
  const code = Number(inseeCode);
  return CITIES.find(({ first, last }) => code >= first && code <= last)?.city ?? null;
}

/** The city that has this INSEE code, if it is Paris, Lyon or Marseille. */
export function cityWithArrondissements(inseeCode: string): CityOfArrondissements | null {
  return CITIES.find(({ city }) => city.inseeCode === inseeCode)?.city ?? null;
}
