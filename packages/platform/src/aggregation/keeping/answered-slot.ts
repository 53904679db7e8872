import type { PlaceFacts } from './match-place.ts';

/** A place as an editor describes it. */
export interface DescribedPlace extends PlaceFacts {
  name: string | null;
  phone: string | null;
}

/** A slot of an answer, with whose it is and where. */
export interface AnsweredSlot {
  nationalId: string;
  /** The editor's own id of it; null where nothing can refer to it. */
  ownId: string | null;
  /** Null where the answer does not say. */
  place: DescribedPlace | null;
  startsAt: Date;
  endsAt: Date;
  modalities: string[];
  visibility: string[];
  booking: string;
  communities: string[];
  reasons: string[];
  publicDisplay: boolean;
  bookingUrl: string | null;
}
