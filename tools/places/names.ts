/** A point on the map, WGS 84, decimal degrees. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/**
 * One spelling for the many a French place name has: no accents, no capitals, no hyphens or
 * apostrophes, `St` and `Ste` in full, `lès` and `lez` (near) as `les`.
 */
export function normaliseName(name: string): string {
  return name
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint')
    .replace(/\blez\b/g, 'les');
}

/** GeoNames writes `Gros-Morne` where the official code writes `Le Gros-Morne`, and the reverse. */
export function withoutArticle(normalised: string): string {
  return normalised.replace(/^(?:le|la|les|l) /, '');
}

const EARTH_RADIUS_KM = 6371;

/** Distance as the crow flies, in km (haversine). */
export function distanceKm(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const halfLat = ((b.lat - a.lat) * radians) / 2;
  const halfLon = ((b.lon - a.lon) * radians) / 2;
  const h =
    Math.sin(halfLat) ** 2 +
    Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(halfLon) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h));
}

/** Mean of points close to each other, weighted by `weight`; null when there is none. */
export function meanPoint<T extends Point>(
  points: readonly T[],
  weight: (point: T) => number = () => 1,
): Point | null {
  let total = 0;
  let lat = 0;
  let lon = 0;
  for (const point of points) {
    const w = weight(point);
    total += w;
    lat += point.lat * w;
    lon += point.lon * w;
  }
  return total > 0 ? { lat: lat / total, lon: lon / total } : null;
}
