import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Method } from './operation.ts';
import {
  decideRetry,
  isTransient,
  retryAfterMs,
  semanticsOf,
  type Outcome,
  type RetryDecision,
  type RetryRequest,
} from './retry.ts';

const now = Date.parse('2026-11-23T09:20:00+01:00');
const to = (method: Method, path: string, retries = 2): RetryRequest => ({
  semantics: semanticsOf(method, path),
  retries,
});
const get = to('GET', '/v1/places');
const keyed = to('POST', '/v1/appointments');
const extend = to('POST', '/v1/holds/{holdId}/extend');
const cancel = to('POST', '/v1/appointments/{appointmentId}/cancel');
const patch = to('PATCH', '/v1/schedules/{scheduleId}');
const put = to('PUT', '/v1/schedules/{scheduleId}/slots');
const remove = to('DELETE', '/v1/holds/{holdId}');

const answered = (status: number, retryAfter: string | null = null, code = ''): Outcome => ({
  kind: 'response',
  status,
  code,
  retryAfter,
});
const lost: Outcome = { kind: 'connection', sent: true };
const refused: Outcome = { kind: 'connection', sent: false };
const late: Outcome = { kind: 'timeout' };

const decide = (request: RetryRequest, outcome: Outcome, state = {}): RetryDecision =>
  decideRetry(request, outcome, { number: 1, remainingMs: 30_000, now, random: 0.5, ...state });

function told(decision: RetryDecision): number | string {
  return decision.retry ? decision.waitMs : decision.reason;
}

describe('what is repeated', () => {
  const table: [string, RetryRequest, Outcome, boolean | string][] = [
    ...([408, 429, 500, 502, 503, 504] as const).map(
      (status) => [`GET ${status}`, get, answered(status), true] satisfies (typeof table)[number],
    ),
    ...([400, 401, 403, 404, 409, 410, 412, 413, 415, 422, 428, 501, 505] as const).map(
      (status) =>
        [`GET ${status}`, get, answered(status), 'final'] satisfies (typeof table)[number],
    ),
    ['GET connection lost', get, lost, true],
    ['GET timeout', get, late, true],
    ['PUT 503', put, answered(503), true],
    ['PUT connection lost', put, lost, true],
    ['DELETE timeout', remove, late, true],
    ['POST with a key 503', keyed, answered(503), true],
    ['POST with a key 500', keyed, answered(500), true],
    ['POST with a key, connection lost', keyed, lost, true],
    ['POST with a key, timeout', keyed, late, true],
    [
      'POST whose first attempt still runs',
      keyed,
      answered(409, null, 'idempotency-key-in-use'),
      true,
    ],
    ['POST slot taken', keyed, answered(409, null, 'slot-taken'), 'final'],
    ['cancel, connection lost', cancel, lost, true],
    ['cancel 502', cancel, answered(502), true],
    ['extend, connection lost', extend, lost, 'unsafe'],
    ['extend, never connected', extend, refused, true],
    ['extend, timeout', extend, late, 'unsafe'],
    ['extend 429: nothing was done', extend, answered(429), true],
    ['extend 503', extend, answered(503), 'unsafe'],
    ['PATCH, connection lost', patch, lost, 'unsafe'],
    ['PATCH, never connected', patch, refused, true],
    ['PATCH 500', patch, answered(500), 'unsafe'],
  ];
  for (const [name, request, outcome, expected] of table) {
    it(`${name}: ${expected === true ? 'again' : expected}`, () => {
      const decision = decide(request, outcome);
      assert.equal(decision.retry ? true : decision.reason, expected);
    });
  }
});

describe('when it is repeated', () => {
  const lasting = { remainingMs: Infinity };
  const table: [string, Outcome, object, number | string][] = [
    ['half of 300 ms by chance', answered(503), {}, 150],
    ['at once by chance', answered(503), { random: 0 }, 0],
    ['the back-off doubles', answered(503), { number: 2 }, 300],
    ['no more attempts', answered(503), { number: 3 }, 'attempts'],
    ['seconds, plus jitter', answered(503, '2'), {}, 2_150],
    ['a date, plus jitter', answered(429, 'Mon, 23 Nov 2026 08:20:05 GMT'), {}, 5_150],
    ['a date that is over', answered(429, 'Mon, 23 Nov 2026 08:19:00 GMT'), {}, 150],
    ['0 seconds', answered(503, '0'), {}, 150],
    ['nonsense', answered(503, 'soon'), {}, 150],
    ['nothing', answered(503, ' '), {}, 150],
    ['an hour is not slept', answered(429, '3600'), {}, 'budget'],
    ['a minute is, of a call that may last', answered(429, '60'), lasting, 60_150],
    ['more than a minute never', answered(429, '61'), lasting, 'budget'],
    ['nor a date that far', answered(503, 'Mon, 23 Nov 2026 09:20:00 GMT'), lasting, 'budget'],
    ['a wait as long as what is left', answered(503, '1'), { remainingMs: 1_150 }, 'budget'],
    ['a wait just shorter', answered(503, '1'), { remainingMs: 1_151 }, 1_150],
    ['no time left', late, { remainingMs: -1, random: 0 }, 'budget'],
  ];
  for (const [name, outcome, state, expected] of table) {
    it(`${name}: ${expected}`, () => {
      assert.equal(told(decide(get, outcome, state)), expected);
    });
  }

  it('never waits more than five seconds of its own', () => {
    const many = to('GET', '/v1/places', 100);
    const decision = decide(many, late, { number: 50, random: 0.999999 });
    assert.equal(told(decision), 4_999);
  });

  it('sends once when no retries are wanted', () => {
    assert.equal(told(decide(to('GET', '/v1/places', 0), late)), 'attempts');
  });
});

describe('Retry-After', () => {
  it('reads seconds and dates, and nothing else', () => {
    assert.equal(retryAfterMs('120', now), 120_000);
    assert.equal(retryAfterMs(' 7 ', now), 7_000);
    assert.equal(retryAfterMs('Mon, 23 Nov 2026 08:21:00 GMT', now), 60_000);
    assert.equal(retryAfterMs('Mon, 23 Nov 2025 08:21:00 GMT', now), 0);
    assert.equal(retryAfterMs(null, now), null);
    assert.equal(retryAfterMs('later', now), null);
  });
});

describe('what is transient', () => {
  it('is what the platform may answer otherwise a little later', () => {
    assert.equal(isTransient(late), true);
    assert.equal(isTransient(answered(503)), true);
    assert.equal(isTransient(answered(422)), false);
  });
});
