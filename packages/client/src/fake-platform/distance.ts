interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Great-circle distance, km. */
export function distanceKm(one: Point, other: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const across =
    half(one.lat, other.lat) +
    Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * half(one.lon, other.lon);
  return 12742.0176 * Math.asin(Math.min(1, Math.sqrt(across)));
}
