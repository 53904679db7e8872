import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Refusal } from './refusal.ts';
import { parseObject } from './safe-json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const nested = (depth: number): string => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;

const REFUSED: [string, Uint8Array][] = [
  ['nothing', bytes('')],
  ['no JSON', bytes('{"a":')],
  ['XML', bytes('<Practitioner/>')],
  ['a text', bytes('"Practitioner"')],
  ['a list', bytes('[]')],
  ['null', bytes('null')],
  ['deep nesting', bytes(nested(100))],
  ['nesting that would exhaust the stack', bytes(nested(1_000_000))],
  ['brackets that are never closed', bytes(`{"a":${'['.repeat(50_000)}`)],
  ['__proto__', bytes('{"__proto__":{"active":true}}')],
  ['an escaped __proto__', bytes(String.raw`{"__pr\u006fto__":{}}`)],
  ['constructor further in', bytes('{"a":[{"constructor":{"prototype":{}}}]}')],
  ['a NUL', bytes(String.raw`{"a":"x\u0000"}`)],
  ['a NUL in a key', bytes(String.raw`{"x\u0000":1}`)],
  ['half a surrogate pair', bytes(String.raw`{"a":"\ud83d"}`)],
  ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)],
];

suite('bodies that are refused with 400', () => {
  for (const [name, body] of REFUSED) {
    test(name, () => {
      assert.throws(
        () => parseObject(body),
        (error) => error instanceof Refusal && error.status === 400,
      );
    });
  }

  test('nothing reaches the prototype of all objects', () => {
    assert.equal(({} as { active?: boolean }).active, undefined);
  });
});

suite('bodies that are read', () => {
  test('an object, with a byte order mark too', () => {
    assert.deepEqual(parseObject(bytes('\ufeff{"a":1}')), { a: 1 });
  });

  test('brackets and braces inside texts do not count as nesting', () => {
    const text = `${'[{'.repeat(100)}\\"${'['.repeat(100)}`;
    assert.deepEqual(parseObject(bytes(JSON.stringify({ text }))), { text });
  });

  test('32 levels, whole surrogate pairs and accents', () => {
    parseObject(bytes(nested(31)));
    assert.deepEqual(parseObject(bytes('{"a":"é😀"}')), { a: 'é😀' });
  });
});
