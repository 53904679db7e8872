import type { Caller } from './callers.ts';
import type { Schemas } from './contract.ts';
import {
  type AppointmentRecord,
  heldOf,
  instant,
  type ScheduleRecord,
  type SlotRecord,
  type World,
} from './world.ts';

/** Whether the answer is the narrow one of a publishable key. */
export function isPublic({ kind, identity }: Caller): boolean {
  return kind !== 'professional' || identity.roles.includes('public');
}

/** Places left for the next person: booked ones and live holds are gone. */
export function remainingOf(world: World, slot: SlotRecord): number {
  return slot.capacity - slot.booked - heldOf(world, slot.id);
}

/** A slot without its vendor, and without the codes that are not the public's business. */
export function publicSlot(
  world: World,
  slot: SlotRecord,
  { location: { timeZone } }: ScheduleRecord,
): Schemas['PublicSlot'] {
  return {
    id: slot.id,
    start: instant(slot.start, timeZone),
    end: instant(slot.end, timeZone),
    modalities: slot.modalities,
    visibility: ['PUBLIC'],
    booking: slot.booking,
    communities: [],
    capacity: slot.capacity,
    remaining: Math.max(0, remainingOf(world, slot)),
    reasons: [],
    bookingUrl: null,
  };
}

/** A slot as a professional gets it. */
export function professionalSlot(
  world: World,
  slot: SlotRecord,
  schedule: ScheduleRecord,
): Schemas['Slot'] {
  return {
    ...publicSlot(world, slot, schedule),
    visibility: slot.visibility,
    communities: slot.communities,
    source: { kind: 'platform', editor: schedule.editor },
  };
}

/** A free slot instead of one that was taken. */
export function alternative(
  world: World,
  caller: Caller,
  slot: SlotRecord,
  schedule: ScheduleRecord,
): Schemas['Alternative'] {
  const present = isPublic(caller) ? publicSlot : professionalSlot;
  const { practitioner, location } = schedule;
  return { ...present(world, slot, schedule), practitioner, location };
}

/** A slot as the owner of its agenda gets it. */
export function agendaSlot(
  world: World,
  slot: SlotRecord,
  { location: { timeZone } }: ScheduleRecord,
): Schemas['AgendaSlot'] {
  const { id, modalities, visibility, booking, capacity, communities, publicDisplay } = slot;
  const full = slot.booked >= capacity ? 'full' : 'free';
  return {
    id,
    start: instant(slot.start, timeZone),
    end: instant(slot.end, timeZone),
    modalities,
    visibility,
    booking,
    capacity,
    communities,
    publicDisplay,
    status: slot.withdrawnBy === null ? full : 'withdrawn',
    booked: slot.booked,
    held: heldOf(world, id),
    origin: slot.origin,
    ruleId: slot.ruleId,
    ref: slot.origin === 'push' ? slot.key : null,
  };
}

/** An appointment, without who comes. */
export function appointmentOf(world: World, record: AppointmentRecord): Schemas['Appointment'] {
  const schedule = world.schedules.get(record.scheduleId)!;
  const slot = world.slots.get(record.slotId)!;
  const { practitioner, structure, location } = schedule;
  const { timeZone } = location;
  return {
    id: record.id,
    reference: record.reference,
    status: record.status,
    slot: {
      ...publicSlot(world, slot, schedule),
      start: instant(record.start, timeZone),
      end: instant(record.end, timeZone),
    },
    practitioner,
    structure,
    location,
    created: instant(record.created, timeZone),
  };
}
