import type { AgendaSlot } from '@sas-kit/client';
import { civilTime } from '../../format/civil.ts';
import { datesOfWeek } from '../../format/week.ts';

/** What a slot is for its owner. */
export type SlotState = 'free' | 'held' | 'partly' | 'full' | 'withdrawn' | 'past';

/** A slot with its place in the civil day. */
export interface DaySlot {
  id: string;
  /** Since midnight. */
  minutes: number;
  slot: AgendaSlot;
}

/** A civil day of the week, with or without slots. */
export interface Day {
  /** `2026-11-23` */
  date: string;
  slots: DaySlot[];
}

/** `now` in milliseconds. A booked slot stays booked when it is over. */
export function stateOf(slot: AgendaSlot, now: number): SlotState {
  if (slot.status === 'withdrawn') return 'withdrawn';
  if (slot.booked >= slot.capacity) return 'full';
  if (slot.booked > 0) return 'partly';
  if (Date.parse(slot.end) <= now) return 'past';
  return slot.held > 0 ? 'held' : 'free';
}

/** Why a slot cannot be withdrawn here, undefined where it can. */
export type Fixed = 'push' | 'booked' | 'held' | 'withdrawn' | 'past';

export function fixedBy(slot: AgendaSlot, now: number): Fixed | undefined {
  if (slot.origin === 'push') return 'push';
  if (slot.status === 'withdrawn') return 'withdrawn';
  if (slot.booked > 0) return 'booked';
  if (slot.held > 0) return 'held';
  return Date.parse(slot.start) <= now ? 'past' : undefined;
}

/** The seven days of a week with their slots, by start. A slot belongs to the day it starts on. */
export function daysOfWeek(monday: string, slots: readonly AgendaSlot[], zone: string): Day[] {
  const days = datesOfWeek(monday).map((date): Day => ({ date, slots: [] }));
  const inOrder = [...slots].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  for (const slot of inOrder) {
    const { date, hour, minute } = civilTime(slot.start, zone);
    const day = days.find((other) => other.date === date);
    day?.slots.push({ id: slot.id, minutes: hour * 60 + minute, slot });
  }
  return days;
}

/** The slot whose start is nearest to an instant, the later of two; undefined in an empty week. */
export function nearestSlot(
  slots: readonly AgendaSlot[],
  instant: string,
  except = '',
): AgendaSlot | undefined {
  const away = ({ start }: AgendaSlot) => Math.abs(Date.parse(start) - Date.parse(instant));
  return slots
    .filter(({ id }) => id !== except)
    .reduce<AgendaSlot | undefined>(
      (best, slot) => (best && away(best) < away(slot) ? best : slot),
      undefined,
    );
}
