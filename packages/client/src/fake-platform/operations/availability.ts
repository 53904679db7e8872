import { isOffered } from '../booking.ts';
import type { Caller } from '../callers.ts';
import type { Schemas } from '../contract.ts';
import { distanceKm } from '../distance.ts';
import { type Call, type Handlers, ok } from '../handler.ts';
import { compareKeys, readCursor, type SortKey, writeCursor } from '../pages.ts';
import { isPublic, professionalSlot, publicSlot } from '../present.ts';
import { hashOf } from '../random.ts';
import { readSearch, type Search } from '../search.ts';
import { sees, showsSchedule } from '../visibility.ts';
import {
  FRANCE,
  instant,
  type Period,
  type ScheduleRecord,
  type SlotRecord,
  type World,
} from '../world.ts';

type Query = Call<'searchAvailability'>['query'];

/** An agenda that answers the question, its free slots by start, and its place in the order. */
interface FoundCard {
  readonly schedule: ScheduleRecord;
  readonly km: number;
  readonly slots: readonly SlotRecord[];
  readonly preferred: boolean;
  readonly key: SortKey;
}

/** What a cursor fixes besides the place in the order. */
interface Fixed {
  readonly window: Period;
  readonly seed: string;
  readonly radiusKm: number;
  readonly after: SortKey | null;
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

/** Cards with slots first; then the own doctor, participants for professionals, start, distance. */
function keyOf(caller: Caller, query: Query, seed: string, card: Omit<FoundCard, 'key'>): SortKey {
  const { schedule, km, slots, preferred } = card;
  const participants = caller.kind === 'professional' && schedule.participates ? 2 : 3;
  const group = query.order === undefined || query.order === 'recommended' ? participants : 0;
  const first = slots[0]?.start ?? Number.MAX_SAFE_INTEGER;
  const ring = Math.ceil(km);
  return [
    slots.length === 0 ? 1 : 0,
    preferred && group > 0 ? 0 : group,
    ...(query.order === 'nearest' ? [ring, first] : [first, ring]),
    hashOf(`${schedule.id}${seed}`),
    schedule.id,
  ];
}

function findCards(
  { world, caller, query }: Call<'searchAvailability'>,
  { place, specialties }: Search,
  { window, seed, radiusKm }: Omit<Fixed, 'after'>,
): FoundCard[] {
  const slots = slotsByAgenda(world);
  return [...world.schedules.values()]
    .map((schedule) => ({ schedule, km: distanceKm(place, schedule.location) }))
    .filter(
      ({ schedule, km }) =>
        km <= radiusKm &&
        showsSchedule(caller, schedule) &&
        (specialties === null ||
          (schedule.practitioner?.specialties ?? ['SM54']).some((code) =>
            specialties.includes(code),
          )),
    )
    .map(({ schedule, km }) => {
      const free = (slots.get(schedule.id) ?? []).filter(
        (slot) =>
          slot.start >= window.start &&
          slot.start < window.end &&
          answers(query, caller, slot) &&
          isOffered(world, caller, slot, schedule),
      );
      const wanted = query.preferredPractitioner;
      const preferred = wanted !== undefined && schedule.practitioner?.nationalId === wanted;
      const sorted = free.sort((one, other) => one.start - other.start);
      const card = { schedule, km, slots: sorted, preferred };
      return { ...card, key: keyOf(caller, query, seed, card) };
    })
    .sort((one, other) => compareKeys(one.key, other.key));
}

/** Whether the caller may know that the agenda offers anything at all. */
function isConnected(world: World, caller: Caller, schedule: ScheduleRecord): boolean {
  return [...world.slots.values()].some(
    (slot) => slot.scheduleId === schedule.id && sees(caller, slot, schedule),
  );
}

function stateOf(
  world: World,
  caller: Caller,
  schedule: ScheduleRecord,
  shown: readonly SlotRecord[],
): Schemas['CardState'] {
  if (shown.length > 0) return 'free';
  return isConnected(world, caller, schedule) ? 'none-free' : 'not-connected';
}

function cardOf(
  { world, caller, query }: Call<'searchAvailability'>,
  { schedule, km, slots, preferred }: FoundCard,
): Schemas['Card'] | Schemas['PublicCard'] {
  const { id, practitioner, structure, location, participates, overbooking } = schedule;
  const shown = slots.slice(0, query.slotsPerCard ?? 30);
  const common = {
    id,
    state: stateOf(world, caller, schedule, shown),
    practitioner,
    structure,
    location,
    distanceKm: Math.round(km * 10) / 10,
    preferred,
    moreSlots: slots.length - shown.length,
  };
  if (isPublic(caller)) {
    return { ...common, slots: shown.map((slot) => publicSlot(world, slot, schedule)) };
  }
  const seen = shown.map((slot) => professionalSlot(world, slot, schedule));
  return { ...common, slots: seen, participates, overbooking };
}

/** The first free slot after the window. */
function nextAvailable(
  call: Call<'searchAvailability'>,
  search: Search,
  fixed: Fixed,
): number | null {
  const later = { start: fixed.window.end, end: Infinity };
  const cards = findCards(call, search, { ...fixed, window: later });
  const starts = cards.flatMap(({ slots }) => slots[0]?.start ?? []);
  return starts.length === 0 ? null : Math.min(...starts);
}

function fixedBy(cursor: string, { fingerprint }: Search): Fixed {
  const [start, end, seed, radiusKm, ...after] = readCursor(
    `availability ${fingerprint}`,
    cursor,
  ) as [number, number, string, number, ...SortKey];
  return { window: { start, end }, seed, radiusKm, after };
}

export const availability: Pick<Handlers, 'searchAvailability'> = {
  searchAvailability(call) {
    const { world, caller, query } = call;
    const search = readSearch(world, query);
    const { place, fingerprint } = search;
    const radius = query.radiusKm ?? place.radiusKm;
    let fixed: Fixed =
      query.cursor === undefined
        ? { window: search.window, seed: search.seed, radiusKm: radius, after: null }
        : fixedBy(query.cursor, search);
    let cards = findCards(call, search, fixed);
    const firstPage = fixed.after === null;
    const hasFree = () => (cards[0]?.slots.length ?? 0) > 0;
    if (firstPage && !hasFree() && query.radiusKm === undefined) {
      fixed = { ...fixed, radiusKm: radius + place.enlargeKm };
      cards = findCards(call, search, fixed);
    }
    const next = firstPage && !hasFree() ? nextAvailable(call, search, fixed) : null;
    const { after, window, seed, radiusKm } = fixed;
    const rest = cards.filter(({ key }) => after === null || compareKeys(key, after) > 0);
    const limit = query.limit ?? 20;
    const last = rest.length > limit ? rest[limit - 1] : undefined;
    const written = [window.start, window.end, seed, radiusKm];
    const { label, insee, lat, lon } = place;
    const frame = {
      nextAvailable: next === null ? null : instant(next),
      radiusKm,
      enlargedFromKm: radiusKm === radius || !firstPage ? null : radius,
      seed,
      asOf: instant(world.now()),
      from: instant(window.start),
      to: instant(window.end),
      place: { label, insee, lat, lon, approximate: false, timeZone: FRANCE },
      next: last ? writeCursor(`availability ${fingerprint}`, [...written, ...last.key]) : null,
    };
    const items = rest.slice(0, limit).map((card) => cardOf(call, card));
    const answer = isPublic(caller)
      ? { items, ...frame }
      : { items: items as Schemas['Card'][], ...frame, sources: [] };
    return ok(answer);
  },
};
