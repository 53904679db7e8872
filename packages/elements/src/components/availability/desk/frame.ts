import type { AvailabilityFrame } from '@sas-kit/client';
import type { AvailabilityQuery } from '@sas-kit/client/availability';
import type { LiveCard } from '@sas-kit/client/watch';
import { clock } from '../../../base/clock.ts';

/** What was asked. */
export type Question = Pick<AvailabilityQuery, 'from' | 'to' | 'radiusKm'>;

/** The window that a search has where none is asked for. */
const hours48 = 48 * 3_600_000;
const metropolitan = 'Europe/Paris';

/** What an answer says besides its cards, before the platform has said it: only what follows from the question. */
export function frameOf({ from, to, radiusKm = 0 }: Question, [card]: readonly LiveCard[]) {
  const asOf = new Date(clock.today()).toISOString();
  const start = from ?? asOf;
  const frame: AvailabilityFrame = {
    nextAvailable: null,
    radiusKm,
    enlargedFromKm: null,
    seed: '',
    asOf,
    from: start,
    to: to ?? new Date(Date.parse(start) + hours48).toISOString(),
    place: {
      label: null,
      insee: null,
      lat: 0,
      lon: 0,
      approximate: false,
      timeZone: card?.location.timeZone ?? metropolitan,
    },
    next: null,
  };
  return frame;
}
