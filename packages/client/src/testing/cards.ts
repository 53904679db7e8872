import type { AvailabilityEvent } from '../availability-stream.ts';
import type { PublicCard, PublicSlot } from '../types.ts';

type EventOf<E extends AvailabilityEvent['event']> = Extract<AvailabilityEvent, { event: E }>;

/** A free slot on the 23rd of November 2026. */
export function slotAt(id: string, time: string): PublicSlot {
  const start = `2026-11-23T${time}:00+01:00`;
  return {
    id,
    start,
    end: start,
    modalities: ['AMB'],
    visibility: ['PUBLIC'],
    booking: 'ROUTINE',
    communities: [],
    capacity: 1,
    remaining: 1,
    reasons: [],
    bookingUrl: null,
  };
}

/** A card of a fictional practice. */
export function cardOf(id: string, slots: readonly PublicSlot[] = []): PublicCard {
  return {
    id,
    state: slots.length > 0 ? 'free' : 'none-free',
    practitioner: null,
    structure: null,
    location: {
      id: `at-${id}`,
      name: null,
      line: '12 rue des Galets',
      postcode: '76600',
      city: 'Le Havre',
      insee: '76351',
      lat: 49.49,
      lon: 0.11,
      timeZone: 'Europe/Paris',
      phone: null,
    },
    distanceKm: 1,
    preferred: false,
    slots: [...slots],
    moreSlots: 0,
  };
}

/** A card comes, or takes the place of what was known. */
export function card(id: string, rank = id, slots: readonly PublicSlot[] = []): EventOf<'card'> {
  return { event: 'card', data: { id, rank, card: cardOf(id, slots) } };
}

/** A card goes. */
export function gone(id: string): EventOf<'card'> {
  return { event: 'card', data: { id, rank: null, card: null } };
}

/** Slots of a card change. */
export function slots(
  cardId: string,
  changed: readonly PublicSlot[],
  removed: readonly string[] = [],
  rank = cardId,
): EventOf<'slot'> {
  const data = { card: cardId, rank, state: 'free' as const, moreSlots: 0 };
  return { event: 'slot', data: { ...data, slots: [...changed], removed: [...removed] } };
}

/** A connected vendor has answered. */
export function source(editor: string): EventOf<'source'> {
  return { event: 'source', data: { editor, name: editor, state: 'complete', ms: 4, slots: 2 } };
}

/** Everything is told. */
export function done(seed = 'ab12'): EventOf<'done'> {
  return {
    event: 'done',
    data: {
      nextAvailable: null,
      radiusKm: 10,
      enlargedFromKm: null,
      seed,
      asOf: '2026-11-23T08:00:00+01:00',
      from: '2026-11-23T08:00:00+01:00',
      to: '2026-11-25T08:00:00+01:00',
      place: {
        label: 'Le Havre',
        insee: '76351',
        lat: 49.49,
        lon: 0.11,
        approximate: false,
        timeZone: 'Europe/Paris',
      },
      next: null,
    },
  };
}
