import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AvailabilityEvent } from './availability-stream.ts';
import { noCards, withEvent, type LiveCards } from './live-cards.ts';
import { card, done, gone, slotAt, slots } from './testing/cards.ts';

const nine = slotAt('s9', '09:00');
const ten = slotAt('s10', '10:00');

/** Ids of cards, each with those of its slots. */
function shape({ cards }: LiveCards): string[] {
  return cards.map(({ id, slots }) => [id, ...slots.map((slot) => slot.id)].join(' '));
}

const table: [string, AvailabilityEvent[], string[]][] = [
  [
    'cards in order of their rank',
    [card('a', '2'), card('b', '1'), card('c', '3')],
    ['b', 'a', 'c'],
  ],
  [
    'a card that comes again, elsewhere',
    [card('a', '1'), card('b', '2'), card('a', '3')],
    ['b', 'a'],
  ],
  ['a card that goes', [card('a'), card('b'), gone('a')], ['b']],
  ['a card that goes and was never there', [card('a'), gone('x')], ['a']],
  ['a slot that comes, by its start', [card('a', 'a', [ten]), slots('a', [nine])], ['a s9 s10']],
  ['a slot that goes', [card('a', 'a', [nine, ten]), slots('a', [], ['s9'])], ['a s10']],
  ['a slot of a card that is not known', [card('a'), slots('x', [nine])], ['a']],
  [
    'slots that move their card',
    [card('a', '1', [nine]), card('b', '2', [ten]), slots('a', [], ['s9'], '3')],
    ['b s10', 'a'],
  ],
];

describe('a list of cards', () => {
  for (const [what, events, expected] of table) {
    it(`follows ${what}`, () => {
      assert.deepEqual(shape(events.reduce(withEvent, noCards)), expected);
    });
  }

  it('takes a slot that changed in place of the one it had', () => {
    const before = [card('a', 'a', [nine])].reduce<LiveCards>(withEvent, noCards);
    const after = withEvent(before, slots('a', [{ ...nine, remaining: 0 }]));
    assert.deepEqual(
      after.cards[0]?.slots.map(({ remaining }) => remaining),
      [0],
    );
    assert.deepEqual(
      before.cards[0]?.slots.map(({ remaining }) => remaining),
      [1],
    );
  });

  it('keeps every card that did not change', () => {
    const before = [card('a', '1', [nine]), card('b', '2')].reduce<LiveCards>(withEvent, noCards);
    const after = withEvent(before, slots('a', [ten], [], '1'));
    assert.notEqual(after.cards[0], before.cards[0]);
    assert.equal(after.cards[1], before.cards[1]);
  });

  it('knows its frame and each vendor once, by name', () => {
    const source = (editor: string, ms: number) => ({
      event: 'source' as const,
      data: { editor, name: editor, state: 'complete' as const, ms, slots: 1 },
    });
    const events = [source('b', 1), source('a', 1), done(), source('b', 2)];
    const { sources, frame } = events.reduce<LiveCards>(withEvent, noCards);
    assert.deepEqual(
      sources.map(({ editor, ms }) => [editor, ms]),
      [
        ['a', 1],
        ['b', 2],
      ],
    );
    assert.equal(frame?.radiusKm, 10);
  });

  it('ignores what a newer platform tells besides', () => {
    const strange = { event: 'weather', data: {} } as unknown as AvailabilityEvent;
    assert.equal(withEvent(noCards, strange), noCards);
  });
});
