import { createHash } from 'node:crypto';
import type { components } from '../generated/platform.ts';
import { communeOf, type PlaceRecord, toPlace } from './places.ts';

/** An address in a commune that is known here. */
export interface Address {
  /** `12 Rue des Galets 76600 Le Havre` */
  label: string;
  postcode: string | null;
  lat: number;
  lon: number;
  /** The coordinates are those of a locality, not of a house or street. */
  approximate: boolean;
  commune: PlaceRecord;
}

/** What is looked for. */
export interface AddressQuestion {
  text: string;
  /** At most so many addresses. */
  limit: number;
  /** Only in this commune. */
  insee?: string;
}

/** Knows where addresses are. */
export interface Geocoder {
  /** Addresses that a text may mean, best first; null where it could not be asked. Never throws. */
  search(question: AddressQuestion): Promise<readonly Address[] | null>;
}

/** The address as the API answers it; searched with what its commune is searched with. */
export function toAddressPlace(address: Address): components['schemas']['Place'] {
  const { label, postcode, lat, lon, approximate, commune } = address;
  const hash = createHash('sha256').update(`${label} ${lat} ${lon}`).digest('base64url');
  return {
    ...toPlace(commune),
    ...{ id: `address-${hash.slice(0, 22)}`, kind: 'address', label },
    ...{ postcode: postcode ?? commune.postcodes[0] ?? null, lat, lon, approximate },
  };
}

/** The commune of a code that a geocoder gives, if it is one of ours. */
export function knownCommune(insee: unknown): PlaceRecord | null {
  return typeof insee === 'string' ? communeOf(insee) : null;
}
