import { allPlaces, type PlaceRecord } from './places.ts';

/** Farther away a point is in no commune that is known, km. */
const FARTHEST_KM = 60;
const KM_PER_DEGREE = 111.2;

let cells: ReadonlyMap<string, readonly PlaceRecord[]> | null = null;

/** Communes by the square degree of their centre. */
function communesByCell(): ReadonlyMap<string, readonly PlaceRecord[]> {
  if (cells !== null) return cells;
  const byCell = new Map<string, PlaceRecord[]>();
  for (const place of allPlaces()) {
    if (place.kind !== 'commune') continue;
    const cell = `${Math.floor(place.lat)} ${Math.floor(place.lon)}`;
    const others = byCell.get(cell);
    if (others === undefined) byCell.set(cell, [place]);
    else others.push(place);
  }
  cells = byCell;
  return byCell;
}

/** The commune whose centre is nearest to a point, degrees; null out at sea and abroad. */
export function nearestCommune(lat: number, lon: number): PlaceRecord | null {
  const widths = Math.cos((lat * Math.PI) / 180);
  let nearest: PlaceRecord | null = null;
  let least = FARTHEST_KM;
  for (const north of [-1, 0, 1]) {
    for (const east of [-1, 0, 1]) {
      const cell = `${Math.floor(lat) + north} ${Math.floor(lon) + east}`;
      for (const place of communesByCell().get(cell) ?? []) {
        const km = Math.hypot(place.lat - lat, (place.lon - lon) * widths) * KM_PER_DEGREE;
        if (km < least) [nearest, least] = [place, km];
      }
    }
  }
  return nearest;
}
