import type { OfferedSlot, PractitionerQuery } from '@sas-kit/connector';
import { formatInstant, fromWallClock, timeZoneOf } from '@sas-kit/fhir';
import { chance } from './chance.ts';
import type { SimulatedPractitioner } from './practitioners.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Wall times at which a slot may start: every quarter of an hour from 8 h to 18 h 45. */
const FIRST_QUARTER = 8 * 4;
const QUARTERS = 11 * 4;
const MOST_EACH_DAY = 6;

/** How full the agendas are. */
export interface SlotOptions {
  readonly seed: number;
  /** Share of the days of a practitioner on which something is free, from 0 to 1. */
  readonly freeRate: number;
}

/** The free slots of a practitioner that start inside a window, by their start. */
export function freeSlots(
  { index, practitioner, place }: SimulatedPractitioner,
  { from, to }: Pick<PractitionerQuery, 'from' | 'to'>,
  options: SlotOptions,
  bookingBase: string,
): OfferedSlot[] {
  const zone = timeZoneOf(place.postalCode);
  const slots: OfferedSlot[] = [];
  // Days of the wall clock, written as if they were UTC: none has 23 or 25 hours.
  const lastDay = Math.floor(to.getTime() / DAY) + 1;
  for (let day = Math.floor(from.getTime() / DAY) - 1; day <= lastDay; day += 1) {
    for (const quarter of quartersOf(index, day, options)) {
      const start = fromWallClock(day * DAY + quarter * 15 * MINUTE, zone);
      if (start < from.getTime() || start > to.getTime()) continue;
      const id = `s-${index}-${day}-${quarter}`;
      const video = chance(options.seed, 'video', id) < 0.2;
      slots.push({
        id,
        practitioner: practitioner.id,
        place: place.id,
        start: formatInstant(start, zone),
        end: formatInstant(start + 15 * MINUTE, zone),
        visibility: chance(options.seed, 'public', id) < 0.6 ? ['PUBLIC'] : ['PRO'],
        modalities: video ? ['AMB', 'VR'] : ['AMB'],
        booking: 'ROUTINE',
        url: `${bookingBase}/rdv?creneau=${id}`,
      });
    }
  }
  return slots;
}

/** The quarters of a day that are free, ascending; none on most days of a full agenda. */
function quartersOf(index: number, day: number, { seed, freeRate }: SlotOptions): number[] {
  if (chance(seed, 'day', index, day) >= freeRate) return [];
  const count = 1 + Math.floor(chance(seed, 'count', index, day) * MOST_EACH_DAY);
  const quarters = Array.from(
    { length: count },
    (_, each) => FIRST_QUARTER + Math.floor(chance(seed, 'at', index, day, each) * QUARTERS),
  );
  return [...new Set(quarters)].sort((one, other) => one - other);
}
