import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BoundedMap } from './bounded-map.ts';

const held = (map: BoundedMap<string, number>, keys: readonly string[]): string[] =>
  keys.filter((key) => map.get(key) !== undefined);

test('forgets what came in first, beyond its bound', () => {
  const keys = Array.from({ length: 25 }, (_, index) => `k${index}`);
  const map = new BoundedMap<string, number>(10);
  for (const [index, key] of keys.entries()) map.set(key, index);
  assert.deepEqual(held(map, keys), keys.slice(-10));
});

test('a new value takes no room', () => {
  const map = new BoundedMap<string, number>(2);
  map.set('a', 0);
  map.set('b', 0);
  for (let value = 0; value < 20; value += 1) map.set('b', value);
  assert.deepEqual([map.get('a'), map.get('b')], [0, 19]);
});

test('what was forgotten can come again', () => {
  const map = new BoundedMap<string, number>(1);
  for (const key of ['a', 'b', 'a']) map.set(key, 1);
  assert.deepEqual(held(map, ['a', 'b']), ['a']);
});
