import { expect } from '@open-wc/testing';
import type { AgendaSlot } from '@sas-kit/client';
import { asOf, monday, slot, slots, zone } from './testing/agenda-fixtures.ts';
import {
  daysOfWeek,
  fixedBy,
  nearestSlot,
  stateOf,
  type Fixed,
  type SlotState,
} from './week-model.ts';

const now = Date.parse(asOf);

describe('a slot of the agenda', () => {
  const table: [what: string, slot: AgendaSlot, state: SlotState, fixed: Fixed | undefined][] = [
    ['free', slot('24', '09:20'), 'free', undefined],
    ['free of a rule', slot('24', '09:20', { origin: 'rule' }), 'free', undefined],
    ['free but pushed', slot('24', '09:20', { origin: 'push' }), 'free', 'push'],
    ['held', slot('24', '09:20', { held: 1 }), 'held', 'held'],
    ['booked in part', slot('24', '09:20', { capacity: 4, booked: 2 }), 'partly', 'booked'],
    ['booked', slot('24', '09:20', { booked: 1, status: 'full' }), 'full', 'booked'],
    ['in an absence', slot('24', '09:20', { status: 'withdrawn' }), 'withdrawn', 'withdrawn'],
    ['over', slot('23', '09:20'), 'past', 'past'],
    ['over and booked', slot('23', '09:20', { booked: 1, status: 'full' }), 'full', 'booked'],
    ['begun', slot('23', '14:15', { until: '14:30' }), 'free', 'past'],
  ];
  for (const [what, one, state, fixed] of table) {
    it(`${what}: ${state}, ${fixed ?? 'can be withdrawn'}`, () => {
      expect(stateOf(one, now)).to.equal(state);
      expect(fixedBy(one, now)).to.equal(fixed);
    });
  }

  it('stands on its day by the clocks of the place', () => {
    const days = daysOfWeek(monday, slots, zone);
    expect(days.map(({ date }) => date.slice(8))).to.deep.equal('23 24 25 26 27 28 29'.split(' '));
    expect(days.map((day) => day.slots.length)).to.deep.equal([5, 5, 2, 3, 3, 0, 0]);
    const late = slot('23', '23:30');
    expect(daysOfWeek(monday, [late], 'Indian/Reunion')[1]?.slots[0]?.minutes).to.equal(150);
  });

  it('has a nearest one', () => {
    expect(nearestSlot(slots, '2026-11-24T09:20:00+01:00', 's-24-0920')?.id).to.equal('s-24-0900');
    expect(nearestSlot(slots, '2026-11-30T09:20:00+01:00')?.id).to.equal('s-27-1500');
    expect(nearestSlot([], asOf)).to.equal(undefined);
  });
});
