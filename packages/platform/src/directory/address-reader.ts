import { asObject, member } from '@sas-kit/fhir/json';
import { type Address, knownCommune } from './geocoder.ts';

/** From 0 to 1: what is less alike is another address. */
const LEAST_SCORE = 0.5;
/** Communes are known here already. */
const KINDS = ['housenumber', 'street', 'locality'];
const MAX_LABEL = 200;

function isDegrees(value: unknown, most: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= most;
}

/** One feature; null for what is no address of a commune that is known, or not alike enough. */
function readAddress(feature: unknown): Address | null {
  const { coordinates } = asObject(member(feature, 'geometry')) ?? {};
  const properties = asObject(member(feature, 'properties')) ?? {};
  const { label, score, type, citycode, postcode } = properties;
  const [lon, lat] = Array.isArray(coordinates) ? (coordinates as unknown[]) : [];
  if (!isDegrees(lat, 90) || !isDegrees(lon, 180)) return null;
  if (typeof label !== 'string' || label.trim() === '' || label.length > MAX_LABEL) return null;
  if (typeof score !== 'number' || score < LEAST_SCORE) return null;
  if (typeof type !== 'string' || !KINDS.includes(type)) return null;
  const commune = knownCommune(citycode);
  if (commune === null) return null;
  return {
    ...{ label, lat, lon, commune, approximate: type === 'locality' },
    postcode: typeof postcode === 'string' && /^\d{5}$/.test(postcode) ? postcode : null,
  };
}

/**
 * Addresses of a GeoJSON collection as the national address base gives it; what cannot be read is left out.
 *
 * @throws {TypeError} for what is no such collection.
 */
export function readAddresses(answer: unknown): Address[] {
  const features = member(answer, 'features');
  if (!Array.isArray(features)) throw new TypeError('no collection of features');
  return (features as unknown[]).slice(0, 100).flatMap((each) => readAddress(each) ?? []);
}
