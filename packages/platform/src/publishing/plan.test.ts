import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planSlots, type StandingSlot, type WantedSlot } from './plan.ts';

const at = (time: string) => new Date(`2026-11-23T${time}:00+01:00`);
const NOW = at('08:00');

const wanted = (key: string, start: string, end: string, capacity = 1): WantedSlot => ({
  key,
  startsAt: at(start),
  endsAt: at(end),
  capacity,
});
const standing = (
  key: string,
  start: string,
  end: string,
  overrides: Partial<StandingSlot> = {},
): StandingSlot => ({
  id: `id-${key}`,
  key,
  startsAt: at(start),
  endsAt: at(end),
  state: 'live',
  withdrawnBy: null,
  booked: 0,
  held: 0,
  capacity: 1,
  ...overrides,
});
const keys = (slots: readonly { key: string | null }[]) => slots.map(({ key }) => key);

test('what is new is created, what stands is kept, what is not wanted any more is withdrawn', () => {
  const plan = planSlots(
    'push',
    [wanted('a', '09:00', '09:20'), wanted('c', '10:00', '10:20')],
    [standing('a', '09:00', '09:20'), standing('b', '09:20', '09:40')],
    [],
    [],
    NOW,
  );
  assert.deepEqual(keys(plan.create), ['c']);
  assert.deepEqual(
    plan.keep.map((each) => each.standing.key),
    ['a'],
  );
  assert.deepEqual(keys(plan.withdraw), ['b']);
  assert.deepEqual(plan.conflicts, []);
});

test('a booked slot is never moved', () => {
  const booked = standing('a', '09:00', '09:20', { booked: 1 });
  const plan = planSlots('push', [wanted('a', '09:20', '09:40')], [booked], [], [], NOW);
  assert.deepEqual(plan.conflicts, [{ key: 'a', reason: 'booked' }]);
  assert.deepEqual([plan.keep, plan.withdraw, plan.create], [[], [], []]);
});

test('a full slot that a vendor no longer sends stays; one whose rule ended leaves the offer', () => {
  const full = standing('a', '09:00', '09:20', { booked: 1 });
  assert.deepEqual(planSlots('push', [], [full], [], [], NOW).withdraw, []);
  assert.deepEqual(planSlots('rule', [], [full], [], [], NOW).withdraw, [full]);
});

test('the rest of a half-booked range is withdrawn when the vendor no longer sends it', () => {
  const range = standing('a', '14:00', '17:00', { booked: 1, capacity: 3 });
  assert.deepEqual(planSlots('push', [], [range], [], [], NOW).withdraw, [range]);
});

test('what covers another slot is refused, whoever offers that one', () => {
  const other = { startsAt: at('09:10'), endsAt: at('09:30') };
  const plan = planSlots(
    'push',
    [wanted('a', '09:00', '09:20'), wanted('b', '10:00', '10:20'), wanted('c', '10:10', '10:30')],
    [],
    [other],
    [],
    NOW,
  );
  assert.deepEqual(keys(plan.create), ['b']);
  assert.deepEqual(plan.conflicts, [
    { key: 'a', reason: 'overlap' },
    { key: 'c', reason: 'overlap' },
  ]);
});

test('slots that follow one another do not overlap', () => {
  const plan = planSlots(
    'push',
    [wanted('a', '09:00', '09:20'), wanted('b', '09:20', '09:40')],
    [],
    [{ startsAt: at('09:40'), endsAt: at('10:00') }],
    [],
    NOW,
  );
  assert.equal(plan.create.length, 2);
});

test('an absence shelves what stands and refuses what is new; after it the same slot comes back', () => {
  const absence = { startsAt: at('09:00'), endsAt: at('12:00') };
  const slots = [wanted('a', '09:00', '09:20'), wanted('b', '11:50', '12:10')];
  const during = planSlots('rule', slots, [standing('a', '09:00', '09:20')], [], [absence], NOW);
  assert.deepEqual(
    during.shelve.map((each) => each.standing.id),
    ['id-a'],
  );
  assert.deepEqual(during.create, []);
  const shelved = standing('a', '09:00', '09:20', { state: 'withdrawn', withdrawnBy: 'absence' });
  const later = planSlots('rule', slots, [shelved], [], [], NOW);
  assert.deepEqual(
    later.keep.map((each) => each.standing.id),
    ['id-a'],
  );
  assert.deepEqual(keys(later.create), ['b']);
});

test('what its owner took out stays out', () => {
  const removed = standing('a', '09:00', '09:20', { state: 'withdrawn', withdrawnBy: 'owner' });
  const plan = planSlots('rule', [wanted('a', '09:00', '09:20')], [removed], [], [], NOW);
  assert.deepEqual([plan.create, plan.keep], [[], []]);
});

test('a slot under a hold is not moved, and is withdrawn when its vendor no longer has it', () => {
  const held = standing('a', '09:00', '09:20', { held: 1 });
  const moved = planSlots('push', [wanted('a', '09:20', '09:40')], [held], [], [], NOW);
  assert.deepEqual(moved.conflicts, [{ key: 'a', reason: 'booked' }]);
  assert.deepEqual(planSlots('push', [], [held], [], [], NOW).withdraw, [held]);
});

test('a range keeps room for whom it has booked', () => {
  const range = standing('a', '14:00', '17:00', { booked: 2, capacity: 3 });
  const plan = planSlots('push', [wanted('a', '14:00', '17:00', 1)], [range], [], [], NOW);
  assert.deepEqual(
    plan.keep.map((each) => each.wanted.capacity),
    [2],
  );
});

test('a slot that would move into the past gives its place back', () => {
  const plan = planSlots(
    'push',
    [wanted('a', '07:00', '07:20'), wanted('b', '10:00', '10:20')],
    [standing('a', '10:00', '10:20')],
    [],
    [],
    NOW,
  );
  assert.deepEqual(keys(plan.withdraw), ['a']);
  assert.deepEqual(keys(plan.create), ['b']);
});

test('nothing is added in the past', () => {
  const plan = planSlots('push', [wanted('a', '07:00', '07:20')], [], [], [], NOW);
  assert.deepEqual(plan.conflicts, [{ key: 'a', reason: 'past' }]);
});

test('the same plan twice changes nothing the second time', () => {
  const slots = [wanted('a', '09:00', '09:20'), wanted('b', '09:20', '09:40')];
  const after = [standing('a', '09:00', '09:20'), standing('b', '09:20', '09:40')];
  const plan = planSlots('push', slots, after, [], [], NOW);
  assert.equal(plan.keep.length, 2);
  assert.deepEqual([plan.create, plan.withdraw, plan.conflicts], [[], [], []]);
});
