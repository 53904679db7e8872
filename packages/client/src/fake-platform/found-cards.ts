import { isOffered } from './booking.ts';
import type { Caller } from './callers.ts';
import { distanceKm } from './distance.ts';
import type { Call } from './handler.ts';
import { compareKeys, type SortKey } from './pages.ts';
import { saysAll } from './practice.ts';
import { isPublic } from './present.ts';
import { hashOf } from './random.ts';
import type { Search } from './search.ts';
import { showsSchedule } from './visibility.ts';
import type { Period, ScheduleRecord, SlotRecord, World } from './world.ts';

/** A search as its caller asks it. */
export type SearchCall = Pick<Call<'searchAvailability'>, 'world' | 'caller' | 'query'>;
type Query = SearchCall['query'];

/** An agenda that answers the question, its free slots by start, and its place in the order. */
export interface FoundCard {
  readonly schedule: ScheduleRecord;
  readonly km: number;
  readonly slots: readonly SlotRecord[];
  readonly preferred: boolean;
  readonly key: SortKey;
}

/** Where and when agendas are looked for. */
export interface Bounds {
  readonly window: Period;
  readonly seed: string;
  readonly radiusKm: number;
}

function slotsByAgenda({ slots }: World): Map<string, SlotRecord[]> {
  const byAgenda = new Map<string, SlotRecord[]>();
  for (const slot of slots.values()) {
    const before = byAgenda.get(slot.scheduleId);
    if (before) before.push(slot);
    else byAgenda.set(slot.scheduleId, [slot]);
  }
  return byAgenda;
}

function answers(query: Query, caller: Caller, slot: SlotRecord): boolean {
  const { modality, booking, visibility } = query;
  const narrowed = isPublic(caller)
    ? visibility?.includes('PUBLIC') !== false
    : visibility?.some((code) => slot.visibility.includes(code)) !== false;
  return (
    narrowed &&
    modality?.some((each) => slot.modalities.includes(each)) !== false &&
    booking?.includes(slot.booking) !== false
  );
}

/** The own doctor first; then cards with slots, participants for professionals, start, distance. */
function keyOf(caller: Caller, query: Query, seed: string, card: Omit<FoundCard, 'key'>): SortKey {
  const { schedule, km, slots, preferred } = card;
  const recommended = query.order === undefined || query.order === 'recommended';
  const participant = recommended && caller.kind === 'professional' && schedule.participates;
  const first = slots[0]?.start ?? Number.MAX_SAFE_INTEGER;
  const ring = Math.ceil(km);
  return [
    slots.length === 0 && !preferred ? 1 : 0,
    preferred ? 0 : participant ? 2 : 3,
    ...(query.order === 'nearest' ? [ring, first] : [first, ring]),
    hashOf(`${schedule.id}${seed}`),
    schedule.id,
  ];
}

function hasSpecialty({ practitioner }: ScheduleRecord, wanted: Search['specialties']): boolean {
  return (
    wanted === null || (practitioner?.specialties ?? ['SM54']).some((code) => wanted.includes(code))
  );
}

/** Cards in their order: around the place, and the own doctor's wherever they are. */
export function findCards(
  { world, caller, query }: SearchCall,
  { place, specialties }: Search,
  { window, seed, radiusKm }: Bounds,
): FoundCard[] {
  const slots = slotsByAgenda(world);
  return [...world.schedules.values()]
    .map((schedule) => ({
      schedule,
      km: distanceKm(place, schedule.location),
      preferred:
        query.preferredPractitioner !== undefined &&
        schedule.practitioner?.nationalId === query.preferredPractitioner,
    }))
    .filter(
      ({ schedule, km, preferred }) =>
        showsSchedule(caller, schedule) &&
        (preferred ||
          (km <= radiusKm &&
            hasSpecialty(schedule, specialties) &&
            saysAll(query, schedule, world.now()))),
    )
    .map(({ schedule, km, preferred }) => {
      const free = (slots.get(schedule.id) ?? []).filter(
        (slot) =>
          slot.start >= window.start &&
          slot.start < window.end &&
          answers(query, caller, slot) &&
          isOffered(world, caller, slot, schedule),
      );
      const sorted = free.sort((one, other) => one.start - other.start);
      const card = { schedule, km, slots: sorted, preferred };
      return { ...card, key: keyOf(caller, query, seed, card) };
    })
    .sort((one, other) => compareKeys(one.key, other.key));
}
