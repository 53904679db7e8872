import { expect } from '@open-wc/testing';
import type { Orientation } from '@sas-kit/client';
import { settleDay, type Day, type Show } from './day.ts';
import { orientation, struck } from './testing/fake-orientations.ts';

const at = (id: string, minute: number, change: Partial<Orientation> = {}) =>
  orientation(id, {
    created: `2026-11-23T14:${String(minute).padStart(2, '0')}:00+01:00`,
    ...change,
  });
const decided = (id: string, minute: number) =>
  at(id, minute, { state: 'to-execute', mine: false });

const [a, b, c] = [at('a', 1), at('b', 2), at('c', 3, { mine: false })];
const settle = (all: Orientation[], before?: Day, reading = false, show: Show = 'desk') =>
  settleDay(before, all, show, reading);
const ids = ({ alarms, waiting, others }: Day) => [alarms.map(({ id }) => id), waiting, others];

describe('a day', () => {
  it('begins with alarms, the latest first, then decisions, the oldest first, then the rest', () => {
    const day = settle([
      a,
      c,
      struck(b, 'moved', '2026-11-23T14:20:00+01:00'),
      decided('e', 9),
      decided('d', 8),
      struck(at('f', 4), 'cancelled', '2026-11-23T14:30:00+01:00'),
    ]);
    expect(ids(day)).to.deep.equal([
      ['f', 'b'],
      ['d', 'e'],
      ['c', 'a'],
    ]);
  });

  it('has the reader’s own, and every decision that waits', () => {
    const theirs = struck(c, 'cancelled');
    const day = settle([a, theirs, decided('d', 8)], undefined, false, 'mine');
    expect(ids(day)).to.deep.equal([[], ['d'], ['a']]);
    expect(day.elsewhere).to.equal(1);
  });

  it('has nothing but alarms and decisions where these are asked for', () => {
    const day = settle([a, c, decided('d', 8)], undefined, false, 'to-execute');
    expect(ids(day)).to.deep.equal([[], ['d'], []]);
  });

  it('lets an alarm come to the top, whatever is read', () => {
    const before = settle([a, b]);
    const day = settle([struck(a, 'cancelled'), b], before, true);
    expect(ids(day)).to.deep.equal([['a'], [], ['b']]);
  });

  it('lets what happens again to an appointment come to the top again', () => {
    const first = struck(a, 'moved', '2026-11-23T14:20:00+01:00');
    const other = struck(b, 'cancelled', '2026-11-23T14:25:00+01:00');
    const before = settle([first, other]);
    const day = settle([struck(a, 'cancelled', '2026-11-23T14:30:00+01:00'), other], before, true);
    expect(ids(day)[0]).to.deep.equal(['a', 'b']);
  });

  it('keeps everything else in its place', () => {
    const before = settle([struck(a, 'cancelled'), b, decided('d', 8)]);
    const seen = { ...struck(a, 'cancelled') };
    seen.attention = { ...seen.attention!, acknowledgedAt: '2026-11-23T14:40:00+01:00' };
    const done = { ...decided('d', 8), state: 'executed' as const };
    expect(ids(settle([seen, b, done], before, true))).to.deep.equal(ids(before));
    expect(ids(settle([seen, b, done], before))).to.deep.equal(ids(before));
    expect(ids(settle([seen, b]))).to.deep.equal([[], [], ['b', 'a']]);
  });

  it('holds back what is new while it is read, and what colleagues made at any time', () => {
    const before = settle([a]);
    const all = [a, b, c, decided('d', 8)];
    expect(ids(settle(all, before, true))).to.deep.equal(ids(before));
    expect(settle(all, before, true).held).to.deep.equal({ waiting: 1, others: 2 });
    const day = settle(all, before);
    expect(ids(day)).to.deep.equal([[], ['d'], ['b', 'a']]);
    expect(day.held).to.deep.equal({ waiting: 0, others: 1 });
  });

  it('drops what is told no more', () => {
    expect(ids(settle([b], settle([a, b]), true))).to.deep.equal([[], [], ['b']]);
  });

  it('raises no alarm of what was taken back, but that its appointment stands', () => {
    const back = { ...struck(a, 'cancelled'), withdrawnAt: '2026-11-23T14:21:00+01:00' };
    expect(ids(settle([back]))).to.deep.equal([[], [], ['a']]);
    const stands = { ...struck(a, 'not-cancelled'), withdrawnAt: back.withdrawnAt };
    expect(ids(settle([stands]))).to.deep.equal([['a'], [], []]);
  });
});
