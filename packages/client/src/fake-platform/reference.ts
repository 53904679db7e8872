import { specialties } from '../generated/specialties.ts';
import type { Schemas } from './contract.ts';
import { distanceKm } from './distance.ts';
import { FRANCE, type PlaceRecord, type World } from './world.ts';

/** Letters and digits only, without accents: `Saint-Étienne` and `st etienne` read the same. */
export function searchForm(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(/\bst(e?)s?\b(?= )/g, 'saint$1');
}

/** The commune with this INSEE code. */
export function communeOf({ places }: World, insee: string): PlaceRecord | undefined {
  return places.find((place) => place.insee === insee);
}

/** The commune whose centre is nearest to a point; undefined where that is farther than 60 km. */
export function nearestCommune(
  { places }: World,
  point: { readonly lat: number; readonly lon: number },
): PlaceRecord | undefined {
  return places
    .filter(({ kind }) => kind === 'commune')
    .map((place) => ({ place, km: distanceKm(point, place) }))
    .filter(({ km }) => km < 60)
    .sort((one, other) => one.km - other.km)[0]?.place;
}

/** The territory that lists the commune, else that which holds its department. */
export function territoryOf(world: World, insee: string): string | null {
  const all = [...world.territories.values()].map(({ territory }) => territory);
  const department = communeOf(world, insee)?.department ?? '';
  const found =
    all.find(({ communes }) => communes.includes(insee)) ??
    all.find(({ departments }) => departments.includes(department));
  return found?.id ?? null;
}

function rankOf({ label, postcodes }: PlaceRecord, wanted: string): number {
  const name = searchForm(label);
  if (postcodes.includes(wanted) || name === wanted) return 0;
  if (name.replace(/^(le|la|les|l) /, '') === wanted) return 0;
  const begins = name.startsWith(wanted) || postcodes.some((code) => code.startsWith(wanted));
  if (begins) return 1;
  return name.includes(` ${wanted}`) ? 2 : 3;
}

/** Places that a text may mean, best first. */
export function findPlaces({ places }: World, text: string): PlaceRecord[] {
  const wanted = searchForm(text);
  return places
    .map((place) => ({ place, rank: rankOf(place, wanted) }))
    .filter(({ rank }) => rank < 3 && wanted !== '')
    .sort((one, other) => one.rank - other.rank)
    .map(({ place }) => place);
}

/** The place as the API answers it. */
export function toPlace(place: PlaceRecord): Schemas['Place'] {
  const { kind, label, insee, department, lat, lon, radiusKm } = place;
  return {
    id: `${kind}-${insee ?? department}`,
    kind,
    label,
    insee,
    department,
    postcode: place.postcodes[0] ?? null,
    lat,
    lon,
    approximate: false,
    radiusKm,
    timeZone: FRANCE,
  };
}

/** Whether a code is one of a specialty. */
export function isSpecialty(code: string): boolean {
  return specialties.some((each) => each.code === code);
}

/** The codes that mean the same to a person who searches; none for an unknown code. */
export function equivalentSpecialties(code: string): string[] {
  const group = specialties.find((each) => each.code === code)?.group;
  return specialties.filter((each) => each.group === group).map((each) => each.code);
}

/** Specialties whose code, labels or synonyms hold every word of a text. */
export function findSpecialties(text: string): Schemas['Specialty'][] {
  const words = searchForm(text).split(' ');
  return specialties
    .filter(({ code, label, labelEn, words: synonyms }) => {
      const all = searchForm([code, label, labelEn, synonyms].join(' '));
      return words.every((word) => all.includes(word));
    })
    .map(({ code, label, labelEn }) => ({ code, label, labelEn }));
}
