import type { Caller } from './callers.ts';
import type { Schemas } from './contract.ts';
import type { FoundCard, SearchCall } from './found-cards.ts';
import { isPublic, professionalSlot, publicSlot } from './present.ts';
import { sees } from './visibility.ts';
import type { ScheduleRecord, SlotRecord, World } from './world.ts';

/** A card as its caller gets it. */
export type ShownCard = Schemas['Card'] | Schemas['PublicCard'];

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

/** The card of an agenda. */
export function cardOf(
  { world, caller, query }: SearchCall,
  { schedule, km, slots, preferred }: FoundCard,
): ShownCard {
  const { id, practitioner, structure, location, participates, overbooking, practice } = schedule;
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
  return { ...common, slots: seen, participates, overbooking, practice };
}
