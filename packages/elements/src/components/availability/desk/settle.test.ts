import { expect } from '@open-wc/testing';
import * as fixtures from '../../../testing/fixtures.ts';
import { professional } from '../../../testing/live-search.ts';
import type { LiveCard } from '@sas-kit/client/watch';
import { nothingRead, settle, type Reading, type Shown } from './settle.ts';

const free = (id: string, ...times: string[]): LiveCard => ({
  ...professional(fixtures.ormelune),
  id,
  state: 'free',
  slots: times.map((time) => ({
    ...fixtures.slot(`2026-11-24T${time}:00+01:00`),
    source: { kind: 'platform', editor: null },
  })),
});
const preferred = (id: string): LiveCard => ({ ...other(id), preferred: true });
const other = (id: string): LiveCard => ({ ...free(id), state: 'none-free' });
const ids = ({ free, others }: Shown) => [
  free.map(({ id }) => id).join(' '),
  others.map(({ id }) => id).join(' '),
];
const reading = (pinned: string, open: Partial<Reading['open']> = {}): Reading => ({
  ...nothingRead,
  pinned: new Set(pinned.split(' ')),
  open: { free: true, others: true, ...open },
});

const shown: Shown = { free: [free('c', '09:00'), free('d', '10:00')], others: [other('y')] };

describe('settle', () => {
  for (const [what, cards, read, expected, held] of [
    [
      'puts everything in its place where nothing is read',
      'a c d b|y x',
      nothingRead,
      ['a c d b', 'y x'],
      '',
    ],
    ['holds back what ranks before a pinned card', 'a c d', reading('c'), ['c d', ''], 'a'],
    [
      'puts what ranks behind the pinned ones in its place',
      'c a d',
      reading('c'),
      ['c a d', ''],
      '',
    ],
    ['keeps pinned cards in their order', 'd c', reading('c d'), ['c d', ''], ''],
    ['orders the loose ones', 'd c', reading(''), ['d c', ''], ''],
    [
      'holds back where something stands below',
      'c d a|y',
      reading('c d y', { free: false }),
      ['c d', 'y'],
      'a',
    ],
    ['lets loose cards go', 'c', reading('c'), ['c', ''], ''],
    ['lets cards without slots come behind', 'c d|y x', reading('c d'), ['c d', 'y x'], ''],
    ['never tells of held cards without slots', 'c d|x y', reading('c d y'), ['c d', 'y'], ''],
  ] as const) {
    it(what, () => {
      const [first = '', second = ''] = cards.split('|');
      const times: Record<string, string> = { c: '09:00', d: '10:00' };
      const latest = [
        ...first.split(' ').map((id) => free(id, times[id] ?? '11:00')),
        ...second.split(' ').filter(Boolean).map(other),
      ];
      const settled = settle(shown, latest, read);
      expect(ids(settled.shown)).to.deep.equal(expected);
      expect(settled.held.join(' ')).to.equal(held);
    });
  }

  it('shows every card once, whatever comes', () => {
    const latest = [free('y', '08:00'), free('c', '09:00'), other('d')];
    for (const pinned of ['', 'c', 'c d', 'c d y']) {
      const settled = settle(shown, latest, reading(pinned));
      const all = ids(settled.shown).join(' ').trim().split(' ');
      expect(new Set(all).size, pinned).to.equal(all.length);
      const known = new Set([...all, ...settled.held]);
      expect([...known].sort().join(' '), pinned).to.equal('c d y');
    }
  });

  it('keeps a slot that is gone with nothing remaining, and holds a new one back', () => {
    const { shown: next, held } = settle(
      shown,
      [free('c', '09:30'), free('d', '10:00')],
      reading('c'),
    );
    const [card] = next.free;
    expect(
      card?.slots.map(({ start, remaining }) => [start.slice(11, 16), remaining]),
    ).to.deep.equal([['09:00', 0]]);
    expect(held).to.deep.equal(['c']);
  });

  it('says the latest of a pinned card without slots, and opens no grid in it', () => {
    const pinned = reading('c d y');
    const silent: LiveCard = { ...other('y'), state: 'not-asked' };
    expect(settle(shown, [silent], pinned).shown.others[0]?.state).to.equal('not-asked');
    const { shown: next, held } = settle(shown, [free('y', '08:00')], pinned);
    expect(next.others[0]?.state).to.equal('none-free');
    expect(held).to.deep.equal(['y']);
  });

  describe('takes a new slot of a pinned card', () => {
    const times = ['09:00', '09:15', '09:30', '09:45', '10:00', '10:15', '10:30'];
    const folded: Shown = { free: [free('c', ...times)], others: [] };
    const take = (time: string, change: Partial<Reading> = {}) => {
      const { shown: next, held } = settle(folded, [free('c', ...times, time)], {
        ...reading('c'),
        ...change,
      });
      return [next.free[0]?.slots.length, held.length];
    };

    it('where it lengthens what is folded', () => {
      expect(take('11:00')).to.deep.equal([8, 0]);
    });

    it('only when it is asked for, where it comes before a time that is shown', () => {
      expect(take('09:05')).to.deep.equal([7, 1]);
    });

    it('only when it is asked for, where all times are shown', () => {
      expect(take('11:00', { expanded: new Set(['c']) })).to.deep.equal([7, 1]);
    });

    it('wherever it comes, once further slots were asked for', () => {
      expect(take('09:05', { growing: true })).to.deep.equal([8, 0]);
    });

    it('only when it is asked for, where nothing is folded yet', () => {
      const few = free('c', ...times.slice(0, 6));
      const before: Shown = { free: [few], others: [] };
      const { held } = settle(before, [free('c', ...times)], reading('c'));
      expect(held).to.deep.equal(['c']);
    });
  });

  it('gives the latest facts of a card that keeps its place', () => {
    const moved = { ...free('c', '09:00'), distanceKm: 9 };
    const { shown: next, held } = settle(shown, [moved, free('d', '10:00')], reading('c d'));
    expect(next.free[0]?.distanceKm).to.equal(9);
    expect(held).to.deep.equal([]);
  });

  it('puts the own doctor before the cards with slots, though it has none', () => {
    const { shown: next } = settle(shown, [preferred('p'), ...shown.free, other('y')], nothingRead);
    expect(ids(next)).to.deep.equal(['p c d', 'y']);
  });

  it('shows at once what was held when nothing is read any more', () => {
    const latest = [free('a', '11:00'), free('c', '09:00'), free('d', '10:00')];
    const first = settle(shown, latest, reading('c d'));
    expect(first.held).to.deep.equal(['a']);
    expect(ids(settle(first.shown, latest, nothingRead).shown)).to.deep.equal(['a c d', '']);
  });
});
