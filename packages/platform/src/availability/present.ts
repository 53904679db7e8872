import { regulatorUrl } from '../aggregation/slots/booking-url.ts';
import type { Location } from '../directory/entities.ts';
import type { components } from '../generated/platform.ts';
import { formatInstant } from '../http/instants.ts';
import type { Caller } from '../identity/caller.ts';
import { type FoundAlternative, type FoundCard, type FreeSlot, isPublic } from './search.ts';
import type { VendorOffer } from './vendor-offer.ts';

type Schemas = components['schemas'];

/** A slot for the public: without its vendor, and without the codes that are not the public's business. */
export function presentPublicSlot(slot: FreeSlot, zone: string): Schemas['PublicSlot'] {
  return {
    id: slot.id,
    start: formatInstant(slot.startsAt, zone),
    end: formatInstant(slot.endsAt, zone),
    modalities: slot.modalities,
    visibility: ['PUBLIC'],
    booking: slot.booking,
    communities: [],
    capacity: slot.capacity,
    remaining: slot.remaining,
    reasons: [],
    bookingUrl: slot.vendor?.bookingUrl ?? null,
  };
}

/** What a professional gets of a vendor's slot: the vendor is told who comes. */
function ofVendor({ bookingUrl, reasons }: VendorOffer) {
  return { reasons, bookingUrl: regulatorUrl(bookingUrl) };
}

/** A slot for a professional. */
export function presentSlot(slot: FreeSlot, zone: string): Schemas['Slot'] {
  return {
    ...presentPublicSlot(slot, zone),
    visibility: slot.visibility,
    communities: slot.communities,
    ...(slot.vendor != null && ofVendor(slot.vendor)),
    source: {
      kind: slot.vendor == null ? 'platform' : 'editor',
      editor: slot.editor,
      ...(slot.vendor?.bookableHere === true && { bookableHere: true }),
    },
  };
}

/** A free slot instead of one that was taken. */
export function presentAlternative(slot: FoundAlternative, caller: Caller): Schemas['Alternative'] {
  const zone = slot.location.timeZone;
  const shown = isPublic(caller) ? presentPublicSlot(slot, zone) : presentSlot(slot, zone);
  return { ...shown, practitioner: slot.practitioner, location: slot.location };
}

function stateOf(card: FoundCard): Schemas['CardState'] {
  if (card.slots.length > 0) return 'free';
  if (card.vendors === 'unanswered') return 'not-asked';
  return card.connected || card.vendors === 'answered' ? 'none-free' : 'not-connected';
}

function common(card: FoundCard, location: Location) {
  return {
    id: card.key.id,
    state: stateOf(card),
    practitioner: card.practitioner,
    structure: card.structure,
    location,
    distanceKm: Math.round(card.distanceKm * 10) / 10,
    preferred: card.preferred,
    moreSlots: Math.max(0, card.freeSlots - card.slots.length),
  };
}

/** A card as a publishable key gets it. */
export function presentPublicCard(card: FoundCard): Schemas['PublicCard'] {
  const zone = card.location.timeZone;
  return {
    ...common(card, card.location),
    slots: card.slots.map((slot) => ({
      ...presentPublicSlot(slot, zone),
      // One that is no public slot is shown to whose agenda it is.
      ...(!slot.visibility.includes('PUBLIC') && { visibility: slot.visibility }),
    })),
  };
}

/** A card as a professional gets it. */
export function presentCard(card: FoundCard): Schemas['Card'] {
  const zone = card.location.timeZone;
  return {
    ...common(card, card.location),
    slots: card.slots.map((slot) => presentSlot(slot, zone)),
    participates: card.participates,
    overbooking: card.overbooking,
    practice: card.practice,
  };
}
