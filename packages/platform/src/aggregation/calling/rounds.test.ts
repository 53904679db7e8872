import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Person, roundOf } from './rounds.ts';

const person = (nationalId: string, ...toAsk: string[]): Person => ({
  kind: 'practitioner',
  nationalId,
  toAsk,
});
const asked = (people: readonly Person[], size: number) =>
  [...roundOf(people, size).values()].map(({ editorId, ids }) => [editorId, ...ids].join(' '));

test('the first people decide which editors are called', () => {
  const people = [person('1', 'a'), person('2', 'b'), person('3', 'c')];
  assert.deepEqual(asked(people, 2), ['a 1', 'b 2']);
});

test('people further down come along where an editor is called anyway', () => {
  const people = [person('1', 'a'), person('2', 'b'), person('3', 'c'), person('4', 'a')];
  assert.deepEqual(asked(people, 2), ['a 1 4', 'b 2']);
});

test('further down somebody is asked about at all editors or at none', () => {
  const people = [person('1', 'a'), person('2', 'a', 'b'), person('3', 'a')];
  assert.deepEqual(asked(people, 1), ['a 1 3']);
});

test('nobody is asked about whose answers are fresh', () => {
  assert.deepEqual(asked([person('1'), person('2', 'a')], 2), ['a 2']);
  assert.deepEqual(asked([person('1')], 25), []);
});

test('no call carries more than 25', () => {
  const people = Array.from({ length: 60 }, (_, index) => person(String(index), 'a'));
  const [call] = roundOf(people).values();
  assert.equal(call!.ids.length, 25);
});

test('practitioners and sites of one editor are different questions', () => {
  const site: Person = { kind: 'structure', nationalId: '3', toAsk: ['a'] };
  assert.equal(roundOf([person('1', 'a'), site]).size, 2);
});
