import { replacePushed } from '../agenda.ts';
import type { Schemas } from '../contract.ts';
import { created, type Handlers, noContent, ok } from '../handler.ts';
import { createOnce } from '../idempotency.ts';
import { readPeriod, readWindow } from '../instants.ts';
import type { WantedSlot } from '../occurrences.ts';
import { offerOf } from '../offer.ts';
import { pageOf } from '../pages.ts';
import { agendaSlot } from '../present.ts';
import { bodyRefusal, notFound, Refusal } from '../problem.ts';
import { checkMatch, requireMatch, tagged } from '../versions.ts';
import { scheduleOf } from '../visibility.ts';
import {
  heldOf,
  overlap,
  type Period,
  type ScheduleRecord,
  type SlotRecord,
  type World,
} from '../world.ts';

const DAY = 86_400_000;
const LONGEST_WINDOW_DAYS = 62;

/** Whether a slot is still told of: one that its owner or its source took away is not. */
const isTold = ({ withdrawnBy, booked }: SlotRecord) =>
  withdrawnBy === null || withdrawnBy === 'absence' || booked > 0;

/** @throws {Refusal} 404. */
function slotOf({ slots }: World, { id }: ScheduleRecord, slotId: string): SlotRecord {
  const slot = slots.get(slotId);
  if (slot?.scheduleId === id && isTold(slot)) return slot;
  throw notFound('slot');
}

function checkFree(world: World, slot: SlotRecord): void {
  if (slot.booked + heldOf(world, slot.id) === 0) return;
  const detail = 'Somebody has booked it or is booking it: cancel first.';
  throw new Refusal('slot-booked', detail);
}

/** @throws {Refusal} 400 `out-of-range`, 409 `slot-overlap`, 422 `slot-in-past`, `absence-overlap`. */
function checkOffered(
  world: World,
  { id }: ScheduleRecord,
  period: Period,
  own: SlotRecord | null,
): void {
  if (period.end - period.start > DAY) {
    throw bodyRefusal('out-of-range', '/end', 'a slot is no longer than 24 h');
  }
  if (period.start <= world.now()) {
    throw bodyRefusal('slot-in-past', '/start', 'the slot starts in the past');
  }
  const covers = (each: Period & { scheduleId: string }) =>
    each.scheduleId === id && overlap(each, period);
  if ([...world.absences.values()].some(covers)) {
    throw bodyRefusal('absence-overlap', '/start', 'an absence covers this time');
  }
  const others = [...world.slots.values()].filter(
    (slot) => slot !== own && slot.withdrawnBy === null,
  );
  if (!others.some(covers)) return;
  throw new Refusal('slot-overlap', 'Another slot of this agenda stands at this time.');
}

function readPush(pushed: readonly Schemas['PushedSlot'][], window: Period): WantedSlot[] {
  const seen = new Set<string>();
  return pushed.map((slot, index) => {
    const place = `/slots/${index}`;
    const period = readPeriod(slot.start, slot.end, [`${place}/start`, `${place}/end`]);
    if (seen.has(slot.ref)) {
      throw bodyRefusal('duplicate-ref', `${place}/ref`, `${slot.ref} stands twice`);
    }
    seen.add(slot.ref);
    if (period.start < window.start || period.start >= window.end) {
      throw bodyRefusal('out-of-range', `${place}/start`, 'the slot starts outside the window');
    }
    if (period.end - period.start > DAY) {
      throw bodyRefusal('out-of-range', `${place}/end`, 'the slot is longer than 24 h');
    }
    return { key: slot.ref, ruleId: null, ...period, ...offerOf(slot) };
  });
}

const periodOf = ({ start, end }: Schemas['SlotRequest']) =>
  readPeriod(start, end, ['/start', '/end']);

type Operations =
  'listSlots' | 'createSlot' | 'getSlot' | 'updateSlot' | 'deleteSlot' | 'replaceSlots';

export const slots: Pick<Handlers, Operations> = {
  listSlots({ world, caller, path, query }) {
    const schedule = scheduleOf(world, caller, path.scheduleId);
    const { start, end } = readWindow(query, world.now(), 7, LONGEST_WINDOW_DAYS);
    const found = [...world.slots.values()].filter(
      (slot) =>
        slot.scheduleId === schedule.id && slot.start >= start && slot.start < end && isTold(slot),
    );
    const keyOf = (slot: SlotRecord) => [slot.start, slot.id];
    const page = { ...query, limit: query.limit ?? 100 };
    return ok(pageOf('slots', found, page, keyOf, (slot) => agendaSlot(world, slot, schedule)));
  },

  createSlot({ world, caller, path, body, header }) {
    const period = periodOf(body);
    const schedule = scheduleOf(world, caller, path.scheduleId, 'agenda:write');
    const create = (): string => {
      checkOffered(world, schedule, period, null);
      const id = world.newId();
      world.slots.set(id, {
        id,
        scheduleId: schedule.id,
        origin: 'one-off',
        key: null,
        ruleId: null,
        ...period,
        ...offerOf(body),
        booked: 0,
        withdrawnBy: null,
        version: 1,
      });
      return id;
    };
    const key = header['Idempotency-Key'];
    const request = ['createSlot', path, body];
    const read = (id: string) => {
      const slot = world.slots.get(id);
      return slot && isTold(slot) ? slot : undefined;
    };
    const slot = createOnce(world, caller, key, request, create, read);
    const location = `/v1/schedules/${schedule.id}/slots/${slot.id}`;
    return created(location, agendaSlot(world, slot, schedule), tagged(slot));
  },

  getSlot({ world, caller, path }) {
    const schedule = scheduleOf(world, caller, path.scheduleId);
    const slot = slotOf(world, schedule, path.slotId);
    return ok(agendaSlot(world, slot, schedule), tagged(slot));
  },

  updateSlot({ world, caller, path, body, header }) {
    requireMatch(header['If-Match']);
    const period = periodOf(body);
    const schedule = scheduleOf(world, caller, path.scheduleId, 'agenda:write');
    const slot = slotOf(world, schedule, path.slotId);
    checkMatch(header['If-Match'], slot);
    checkFree(world, slot);
    if (slot.origin !== 'one-off') {
      throw new Refusal('invalid-transition', 'Only a one-off slot is edited by itself.');
    }
    checkOffered(world, schedule, period, slot);
    Object.assign(slot, period, offerOf(body), { version: slot.version + 1 });
    return ok(agendaSlot(world, slot, schedule), tagged(slot));
  },

  deleteSlot({ world, caller, path, header }) {
    requireMatch(header['If-Match']);
    const schedule = scheduleOf(world, caller, path.scheduleId, 'agenda:write');
    const slot = slotOf(world, schedule, path.slotId);
    checkMatch(header['If-Match'], slot);
    checkFree(world, slot);
    if (slot.origin === 'push') {
      const detail = 'Withdraw it in the software that publishes it.';
      throw new Refusal('invalid-transition', detail);
    }
    slot.withdrawnBy = 'owner';
    slot.version += 1;
    return noContent;
  },

  replaceSlots({ world, caller, path, query, body }) {
    const window = readWindow(query, world.now(), 0, LONGEST_WINDOW_DAYS);
    const wanted = readPush(body.slots, window);
    const schedule = scheduleOf(world, caller, path.scheduleId, 'agenda:write');
    return ok(replacePushed(world, schedule, window, wanted));
  },
};
