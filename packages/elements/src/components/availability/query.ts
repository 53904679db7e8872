import type { AvailabilityQuery } from '@sas-kit/client/availability';
import type { Modality, Place } from '@sas-kit/client';
import { modalities } from './search-form.ts';

/** A search as the form holds it. */
export interface SearchState {
  /** Chosen in the list. */
  place: Place | undefined;
  /** INSEE code, set by the page. */
  insee: string;
  /** Free text, where no place was chosen. */
  text: string;
  specialty: string;
  modalities: readonly Modality[];
  from: string | undefined;
  slotsPerCard: number;
}

type PlaceQuery = Pick<AvailabilityQuery, 'insee' | 'department' | 'lat' | 'lon' | 'q'>;

/** Exactly one place, as the contract wants it; undefined where none is known. */
export function placeQuery({
  place,
  insee,
  text,
}: Pick<SearchState, 'place' | 'insee' | 'text'>): PlaceQuery | undefined {
  if (place?.kind === 'department') return { department: place.department };
  if (place?.kind === 'commune' && place.insee !== null) return { insee: place.insee };
  if (place) return { lat: place.lat, lon: place.lon };
  if (insee !== '') return { insee };
  return text.trim() === '' ? undefined : { q: text.trim() };
}

/** The query of a search; undefined where no place is known. */
export function availabilityQuery(search: SearchState): AvailabilityQuery | undefined {
  const place = placeQuery(search);
  if (!place) return undefined;
  return {
    ...place,
    specialty: search.specialty,
    slotsPerCard: search.slotsPerCard,
    ...(search.modalities.length > 0 ? { modality: [...search.modalities] } : {}),
    ...(search.from === undefined ? {} : { from: search.from }),
  };
}

/** `AMB, VR` as codes; what is not a modality is left out. */
export function parseModalities(text: string): Modality[] {
  const words = text.split(/[\s,]+/);
  return modalities.filter((modality) => words.includes(modality));
}
