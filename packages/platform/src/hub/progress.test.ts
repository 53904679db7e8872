import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HUB_ERRORS } from '@sas-kit/fhir/hub';
import { type Progress, progressOfError, progressOfReference, supersedes } from './progress.ts';

const QUEUED: Progress = { state: 'queued', step: null, code: null };
const ACCEPTED: Progress = { state: 'accepted', step: null, code: null };

/** Every order of some words. */
function orders<Word>(words: readonly Word[]): Word[][] {
  if (words.length <= 1) return [[...words]];
  return words.flatMap((word, index) =>
    orders(words.toSpliced(index, 1)).map((rest) => [word, ...rest]),
  );
}

const after = (words: readonly Progress[]): Progress =>
  words.reduce((known, word) => (supersedes(word, known) ? word : known), QUEUED);

const received = progressOfReference({ step: 'RECU' });
const kept = progressOfReference({ step: 'INTEGRE' });
const read = progressOfReference({ step: 'CONSULTE' });
const refused = progressOfReference({ step: 'RECU', refused: true });
const insufficient = progressOfError(704);

for (const [what, words, end] of [
  ['received, then kept', [ACCEPTED, received, kept], kept],
  ['kept, then read by a person', [ACCEPTED, received, kept, read], read],
  [
    'refused with a reason after it was received',
    [ACCEPTED, received, refused, insufficient],
    insufficient,
  ],
  ['over before it was read, and kept all the same', [ACCEPTED, progressOfError(500), kept], kept],
  ['nobody has said anything', [ACCEPTED], ACCEPTED],
] as const)
  test(`${what}: the same in whatever order it is told, and told twice`, () => {
    for (const order of orders(words)) assert.deepEqual(after([...order, ...order]), end);
  });

test('an error of the Hub or of dispatch software is a refusal; one about time is an end', () => {
  for (const code of Object.keys(HUB_ERRORS).map(Number)) {
    const { state, code: told } = progressOfError(code);
    assert.equal(state, [400, 500].includes(code) ? 'expired' : 'refused', String(code));
    assert.equal(told, code);
  }
});

test('dispatch software that fails or refuses has not acknowledged', () => {
  assert.equal(progressOfReference({ step: 'ERREUR' }).state, 'refused');
  assert.equal(refused.state, 'refused');
  assert.equal(progressOfReference({}).state, 'acknowledged');
});
