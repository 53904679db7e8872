import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAccepted, refusedLicences } from './licences.ts';
import { readLock } from './lock.ts';

const EXPRESSIONS: [string, boolean][] = [
  ['MIT', true],
  ['BlueOak-1.0.0', true],
  ['GPL-3.0-only', false],
  ['AGPL-3.0-or-later', false],
  ['MPL-2.0', false],
  ['UNLICENSED', false],
  ['SEE LICENSE IN LICENSE.md', false],
  ['(MIT OR GPL-3.0-only)', true],
  ['(MIT AND GPL-3.0-only)', false],
  ['MIT AND Apache-2.0', true],
  ['(GPL-2.0-only OR (MIT AND ISC))', false],
  ['((MIT OR ISC) AND GPL-3.0-only)', false],
];
for (const [expression, accepted] of EXPRESSIONS) {
  test(`${expression} is ${accepted ? 'accepted' : 'refused'}`, () => {
    assert.equal(isAccepted(expression), accepted);
  });
}

test('what is shipped under another licence, or none, is named; what serves development is not', () => {
  const refused = refusedLicences({
    'packages/x': { version: '1.0.0' },
    'node_modules/free': { version: '1.0.0', license: 'MIT' },
    'node_modules/strict': { version: '2.0.0', license: 'AGPL-3.0-only' },
    'node_modules/free/node_modules/@deep/silent': { version: '3.0.0' },
    'node_modules/tool': { version: '4.0.0', license: 'GPL-3.0-only', dev: true },
    'node_modules/@sas-kit/x': { version: '1.0.0', link: true },
  });
  assert.deepEqual(refused, ['@deep/silent 3.0.0: none told', 'strict 2.0.0: AGPL-3.0-only']);
});

test('everything that is shipped is accepted', async () => {
  assert.deepEqual(refusedLicences(await readLock()), []);
});
