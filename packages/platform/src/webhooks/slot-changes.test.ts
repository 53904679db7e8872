import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coalesceChanges, type NotedChanges, type SlotGroup } from './slot-changes.ts';

const TABLE: { what: string; noted: NotedChanges; told: SlotGroup[] }[] = [
  { what: 'nothing', noted: [], told: [] },
  {
    what: 'a push: what it withdraws and what it publishes',
    noted: [
      ['a', 'withdrawn'],
      ['b', 'published'],
      ['c', 'published'],
    ],
    told: [
      { change: 'withdrawn', slots: ['a'] },
      { change: 'published', slots: ['b', 'c'] },
    ],
  },
  {
    what: 'a slot that moves is lifted out and put elsewhere',
    noted: [
      ['a', 'withdrawn'],
      ['a', 'published'],
    ],
    told: [{ change: 'published', slots: ['a'] }],
  },
  {
    what: 'an appointment that moves takes one slot and releases another',
    noted: [
      ['b', 'taken'],
      ['a', 'released'],
    ],
    told: [
      { change: 'released', slots: ['a'] },
      { change: 'taken', slots: ['b'] },
    ],
  },
  {
    what: 'what is taken and released again',
    noted: [
      ['a', 'taken'],
      ['a', 'released'],
    ],
    told: [],
  },
  {
    what: 'a slot that is taken and withdrawn is told twice',
    noted: [
      ['a', 'taken'],
      ['a', 'withdrawn'],
    ],
    told: [
      { change: 'withdrawn', slots: ['a'] },
      { change: 'taken', slots: ['a'] },
    ],
  },
];

for (const { what, noted, told } of TABLE) {
  test(`told of one transaction: ${what}`, () => {
    assert.deepEqual(coalesceChanges(noted), told);
  });
}

test('a thousand slots come a hundred an event, each once', () => {
  const noted = Array.from({ length: 1_001 }, (_, index) => [`s${index}`, 'published'] as const);
  const told = coalesceChanges(noted);
  assert.deepEqual(
    told.map(({ slots }) => slots.length),
    [...Array.from({ length: 10 }, () => 100), 1],
  );
  assert.equal(new Set(told.flatMap(({ slots }) => slots)).size, 1_001);
});
