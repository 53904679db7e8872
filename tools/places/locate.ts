import { distanceKm, meanPoint, normaliseName, withoutArticle, type Point } from './names.ts';
import {
  push,
  type Commune,
  type Gazetteer,
  type GazetteerEntry,
  type HandPlace,
  type Sources,
} from './sources.ts';

/** How a commune got its coordinates; the first five are exact, the others approximate. */
export type Method =
  | 'by-hand'
  | 'name'
  | 'seat-name'
  | 'insee-code'
  | 'beginning-of-name'
  | 'by-hand-approximate'
  | 'former-communes'
  | 'shared-postcode'
  | 'intercommunality'
  | 'district'
  | 'department';

export interface Located extends Point {
  readonly insee: string;
  readonly population: number;
  readonly method: Method;
  readonly approximate: boolean;
}

/** Further than this from its postcode and from its intercommunality, a namesake was matched. */
const NAMESAKE_KM = 25;
/** `Évry` is taken for Évry-Courcouronnes only where its neighbours put Évry-Courcouronnes. */
const SHORTENED_NAME_KM = 15;

/** Located communes by the groups they belong to. */
export class Neighbours {
  readonly #groups = new Map<string, Located[]>();

  constructor(communes: readonly Commune[], located: ReadonlyMap<string, Located>) {
    for (const commune of communes) {
      const point = located.get(commune.insee);
      if (!point || point.approximate || commune.arrondissementOf) continue;
      for (const { key } of groupsOf(commune)) push(this.#groups, key, point);
    }
  }

  /** Mean of the group's other members; null without any. */
  mean(key: string, except: string): Point | null {
    return meanPoint((this.#groups.get(key) ?? []).filter((point) => point.insee !== except));
  }

  /** The narrowest group with a located member gives the estimate. */
  estimate(commune: Commune): (Point & { method: Method }) | null {
    for (const { method, key } of groupsOf(commune)) {
      const point = this.mean(key, commune.insee);
      if (point) return { ...point, method };
    }
    return null;
  }

  /** How far a point lies from each group that has another member, narrowest group first. */
  distances(commune: Commune, point: Point): number[] {
    return groupsOf(commune)
      .filter(({ method }) => method !== 'district' && method !== 'department')
      .map(({ key }) => this.mean(key, commune.insee))
      .filter((mean) => mean !== null)
      .map((mean) => distanceKm(mean, point));
  }
}

function groupsOf(commune: Commune): { method: Method; key: string }[] {
  const { postcodes, intercommunality, district, department } = commune;
  return [
    ...postcodes.map((code) => ({ method: 'shared-postcode' as const, key: `postcode ${code}` })),
    ...(intercommunality
      ? [{ method: 'intercommunality' as const, key: `${intercommunality} ${department}` }]
      : []),
    ...(district ? [{ method: 'district' as const, key: `district ${district}` }] : []),
    { method: 'department', key: `department ${department}` },
  ];
}

/** Coordinates for every commune and arrondissement, by INSEE code. */
export function locate(sources: Sources): Map<string, Located> {
  const { communes, byHand } = sources;
  const located = new Map<string, Located>();
  const hand = new Map(byHand.map((place) => [place.insee, place]));
  const ambiguous: { commune: Commune; candidates: readonly GazetteerEntry[]; method: Method }[] =
    [];
  for (const commune of communes) {
    const set = hand.get(commune.insee);
    if (set) {
      located.set(commune.insee, fromHand(commune, set));
      continue;
    }
    if (commune.arrondissementOf) continue;
    const match = matchByName(commune, sources);
    const [first] = match.candidates;
    if (!first) continue;
    if (match.candidates.length > 1) ambiguous.push({ commune, ...match });
    else located.set(commune.insee, exact(commune, first, match.method));
  }
  settleNamesakes(communes, ambiguous, located);
  dropNamesakes(communes, located);
  matchShortenedNames(sources, located);
  estimateTheRest(sources, located);
  return located;
}

function fromHand(commune: Commune, place: HandPlace): Located {
  const method = place.approximate ? 'by-hand-approximate' : 'by-hand';
  return { ...exact(commune, place, method), approximate: place.approximate ?? false };
}

function exact(commune: Commune, point: Point, method: Method): Located {
  const { insee, population } = commune;
  return { insee, population, lat: point.lat, lon: point.lon, method, approximate: false };
}

/** By the name GeoNames is known to use, the name itself, the seat's former name, or the code. */
function matchByName(
  commune: Commune,
  { gazetteer, aliases }: Pick<Sources, 'gazetteer' | 'aliases'>,
): { candidates: readonly GazetteerEntry[]; method: Method } {
  const { insee, department, label, formerNames } = commune;
  const alias = aliases[insee];
  const named = gazetteer.named(department, alias ?? label);
  if (named.length > 0) return { candidates: named, method: 'name' };
  const seat = formerNames.find((former) => former.insee === insee);
  const seats = seat ? gazetteer.named(department, seat.label) : [];
  if (seats.length > 0) return { candidates: seats, method: 'seat-name' };
  // Several villages carry the code: none is known to be the main one.
  const coded = gazetteer.coded(insee);
  return { candidates: coded.length === 1 ? coded : [], method: 'insee-code' };
}

/** Two places of one department have the name: the one near the neighbours is meant. */
function settleNamesakes(
  communes: readonly Commune[],
  ambiguous: readonly {
    commune: Commune;
    candidates: readonly GazetteerEntry[];
    method: Method;
  }[],
  located: Map<string, Located>,
): void {
  const neighbours = new Neighbours(communes, located);
  for (const { commune, candidates, method } of ambiguous) {
    const expected = neighbours.estimate(commune);
    if (!expected) continue;
    const [nearest] = candidates.toSorted(
      (a, b) => distanceKm(a, expected) - distanceKm(b, expected),
    );
    if (nearest) located.set(commune.insee, exact(commune, nearest, method));
  }
}

/** A hamlet elsewhere in the department may have the commune's name: drop it. */
function dropNamesakes(communes: readonly Commune[], located: Map<string, Located>): void {
  const neighbours = new Neighbours(communes, located);
  const wrong = communes.filter((commune) => {
    const point = located.get(commune.insee);
    if (!point || point.method === 'by-hand') return false;
    const distances = neighbours.distances(commune, point);
    return distances.length > 1 && distances.every((km) => km > NAMESAKE_KM);
  });
  for (const commune of wrong) located.delete(commune.insee);
}

/** GeoNames keeps short or older names: `Cherbourg`, `Évry`, `Theix`. */
function matchShortenedNames(sources: Sources, located: Map<string, Located>): void {
  const { communes, gazetteer } = sources;
  const neighbours = new Neighbours(communes, located);
  const labels = new Map<string, { commune: Commune; words: string }[]>();
  for (const commune of communes) {
    if (commune.arrondissementOf) continue;
    push(labels, commune.department, { commune, words: bareWords(commune.label) });
  }
  for (const entry of gazetteer.entries) {
    const words = bareWords(entry.name);
    const [only, ...others] = (labels.get(entry.department) ?? []).filter((label) =>
      label.words.startsWith(words),
    );
    if (!only || others.length > 0 || located.has(only.commune.insee)) continue;
    const expected = neighbours.estimate(only.commune);
    if (!expected || distanceKm(expected, entry) > SHORTENED_NAME_KM) continue;
    located.set(only.commune.insee, exact(only.commune, entry, 'beginning-of-name'));
  }
}

/** Whole words only: `Saint-Jean` must not begin `Saint-Jeannet`. */
function bareWords(name: string): string {
  return `${withoutArticle(normaliseName(name))} `;
}

function estimateTheRest(sources: Sources, located: Map<string, Located>): void {
  const { communes, gazetteer } = sources;
  const neighbours = new Neighbours(communes, located);
  for (const commune of communes) {
    if (located.has(commune.insee)) continue;
    const point = formerCommunes(commune, gazetteer, neighbours) ?? neighbours.estimate(commune);
    if (!point) throw new Error(`No coordinates for ${commune.insee} ${commune.label}`);
    const { insee, population } = commune;
    located.set(insee, { insee, population, ...point, approximate: true });
  }
}

/** A merged commune whose seat is unknown: the mean of the former communes that are known. */
function formerCommunes(
  commune: Commune,
  gazetteer: Gazetteer,
  neighbours: Neighbours,
): (Point & { method: Method }) | null {
  const expected = neighbours.estimate(commune);
  const known = commune.formerNames
    .flatMap((former) => gazetteer.named(commune.department, former.label))
    .filter((entry) => !expected || distanceKm(entry, expected) <= NAMESAKE_KM);
  const point = meanPoint(known);
  return point && { ...point, method: 'former-communes' };
}
