/** What the practices of the demonstration had published on a day that is over, and who came. */
import { createHash } from 'node:crypto';
import { type DemonstrationAgenda, type Hours, offerOf } from '../publishing/agenda.ts';
import { EVERY_DAY, localInstant, startsBetween, weekdayOf } from '../publishing/calendar.ts';
import { numbersOf } from '../publishing/calls.ts';

const MINUTE = 60_000;
/** Of the hours that an agenda offers in the coming weeks, what it had published of them. */
const PUBLISHED = 0.3;
const NO_SHOW = 0.07;

/** A place of a slot that somebody took, or an appointment beside the slots. */
export interface SimulatedVisit {
  id: string;
  /** Of the agenda. */
  ref: string;
  /** Null beside the slots. */
  slotId: string | null;
  start: string;
  end: string;
  status: 'fulfilled' | 'noshow';
  /** As the slot says it: `AMB`, `HH`, `VR`. */
  modality: string;
  /** Whether the slot was for desks rather than for everybody. */
  forDesks: boolean;
}

/** A slot of which at least one place was taken. */
export interface SimulatedSlot {
  id: string;
  ref: string;
  start: string;
  end: string;
  modalities: string[];
  visibility: string[];
  booking: string;
  capacity: number;
  booked: number;
}

/** Slots of an agenda that nobody took, as the platform keeps them when it erases them. */
export interface SimulatedFree {
  ref: string;
  day: string;
  published: number;
  minutes: number;
}

/** One day of all agendas. */
export interface SimulatedVisits {
  slots: SimulatedSlot[];
  free: SimulatedFree[];
  visits: SimulatedVisit[];
}

/** The same id for the same text. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The slots of a civil day and what came of them: the same at every start. */
export function visitsOf(date: string, agendas: readonly DemonstrationAgenda[]): SimulatedVisits {
  const day: SimulatedVisits = { slots: [], free: [], visits: [] };
  for (const { ref, weekly = [], pushed = [] } of agendas) {
    const free: SimulatedFree = { ref, day: date, published: 0, minutes: 0 };
    for (const hours of [...weekly, ...pushed]) addHours(day, free, hours, date);
    if (free.published > 0) day.free.push(free);
  }
  return day;
}

function addHours(day: SimulatedVisits, free: SimulatedFree, hours: Hours, date: string): void {
  const { from, to, days = EVERY_DAY, minutes = 20 } = hours;
  if (!days.includes(weekdayOf(date))) return;
  const { modalities, visibility, booking, capacity } = offerOf(hours);
  // Each agenda is used as much as its doctor is known.
  const [known = 0] = numbersOf(free.ref);
  for (const time of startsBetween(from, to, minutes)) {
    const name = `visit ${free.ref} ${date} ${time}`;
    const [published = 0, taken = 0, ...others] = numbersOf(name);
    if (published >= PUBLISHED) continue;
    if (taken > 0.45 + 0.4 * known) {
      free.published += capacity;
      free.minutes += capacity * minutes;
      continue;
    }
    const start = localInstant(date, time);
    const end = new Date(Date.parse(start) + minutes * MINUTE).toISOString();
    const booked = Math.max(1, Math.round(capacity * others[0]!));
    const id = uuidOf(name);
    day.slots.push({
      ...{ id, ref: free.ref, start, end, modalities, visibility, booking, capacity, booked },
    });
    for (let place = 0; place < booked; place++) {
      const [came = 0] = place === 0 ? others.slice(1) : numbersOf(`${name} ${place}`);
      day.visits.push({
        ...{ id: uuidOf(`${name} ${place}`), ref: free.ref, slotId: id, start, end },
        status: came < NO_SHOW ? 'noshow' : 'fulfilled',
        modality: modalities[0]!,
        forDesks: !visibility.includes('PUBLIC'),
      });
    }
  }
}
