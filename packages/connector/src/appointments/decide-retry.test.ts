import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { decideRetry, type Attempt } from './decide-retry.ts';

const RULES = { firstDelayMs: 1_000, longestDelayMs: 60_000, longestAgeMs: 3_600_000 };
const attempt = (changes: Partial<Attempt>): Attempt => ({
  status: 201,
  retryAfter: null,
  method: 'POST',
  attempts: 1,
  ageMs: 0,
  ...changes,
});

const VERDICTS: [Partial<Attempt>, string][] = [
  [{ status: 200 }, 'arrived'],
  [{ status: 201 }, 'arrived'],
  [{ status: null }, 'again PUT'],
  [{ status: 500 }, 'again PUT'],
  [{ status: 503, method: 'PUT' }, 'again PUT'],
  [{ status: 401 }, 'again PUT'],
  [{ status: 403 }, 'again PUT'],
  [{ status: 429 }, 'again PUT'],
  [{ status: 409 }, 'again PUT'],
  [{ status: 409, method: 'PUT' }, 'abandoned'],
  [{ status: 404, method: 'PUT' }, 'again POST'],
  [{ status: 404, method: 'PUT', attempts: 4 }, 'abandoned'],
  [{ status: 404 }, 'abandoned'],
  [{ status: 400 }, 'abandoned'],
  [{ status: 422 }, 'abandoned'],
  [{ status: 301 }, 'abandoned'],
  [{ status: null, ageMs: 3_600_000 }, 'abandoned'],
  [{ status: 201, ageMs: 3_600_000 }, 'arrived'],
];

suite('after an attempt', () => {
  for (const [changes, expected] of VERDICTS) {
    test(`${JSON.stringify(changes)}: ${expected}`, () => {
      const verdict = decideRetry(attempt(changes), RULES, 0.5);
      const told = verdict.kind === 'again' ? `again ${verdict.method}` : verdict.kind;
      assert.equal(told, expected);
    });
  }
});

suite('the pause', () => {
  const delay = (changes: Partial<Attempt>, random: number): number => {
    const verdict = decideRetry(attempt({ status: 503, ...changes }), RULES, random);
    assert.ok(verdict.kind === 'again');
    return verdict.delayMs;
  };

  test('doubles up to its bound, spread over its second half', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 99].map((attempts) => delay({ attempts }, 1)),
      [1_000, 2_000, 4_000, 8_000, 60_000],
    );
    assert.equal(delay({ attempts: 2 }, 0), 1_000);
  });

  test('is at least what the platform asks for, as long as a message may wait', () => {
    assert.equal(delay({ retryAfter: 30 }, 0), 30_000);
    assert.equal(delay({ retryAfter: 600 }, 0), 600_000);
    assert.equal(delay({ retryAfter: 1e9 }, 0), 3_600_000);
  });
});
