import type { PublicCard, PublicSlot } from '@sas-kit/client';
import { civilTime, datesOf } from '../../format/civil.ts';

/** A slot with its place in the civil day. */
export interface DaySlot {
  id: string;
  minutes: number;
  slot: PublicSlot;
}

/** A civil day of the window, with or without slots. */
export interface Day {
  /** `2026-11-23` */
  date: string;
  slots: DaySlot[];
  /** The window ends inside this day. */
  cut: boolean;
}

/** The window that was searched. */
export interface SearchWindow {
  from: string;
  to: string;
}

const known = new WeakMap<PublicCard, { window: SearchWindow; days: Day[] }>();

/**
 * A card's slots by civil date of its place, every day of the window included. Made once for the cards
 * of an answer: every render of the element asks for them.
 */
export function daysOf(card: PublicCard, window: SearchWindow): Day[] {
  let made = known.get(card);
  if (made?.window !== window) known.set(card, (made = { window, days: makeDays(card, window) }));
  return made.days;
}

function makeDays(card: PublicCard, { from, to }: SearchWindow): Day[] {
  const zone = card.location.timeZone;
  const end = civilTime(to, zone);
  const days = new Map<string, Day>(
    datesOf(from, to, zone).map((date) => [date, { date, slots: [], cut: date === end.date }]),
  );
  const slots = [...card.slots].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  for (const slot of slots) {
    const { date, hour, minute } = civilTime(slot.start, zone);
    let day = days.get(date);
    if (!day) days.set(date, (day = { date, slots: [], cut: false }));
    day.slots.push({ id: slot.id, minutes: hour * 60 + minute, slot });
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Practitioner, or the site's structure where it has none. */
export function nameOf(
  card: Pick<PublicCard, 'practitioner' | 'location'> & Partial<PublicCard>,
): string {
  const { practitioner, structure, location } = card;
  if (practitioner) return [practitioner.given, practitioner.family].filter(Boolean).join(' ');
  return structure?.name ?? location.name ?? location.line;
}
