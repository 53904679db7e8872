import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

let platform: TestPlatform;
before(async () => {
  platform = await startTestPlatform({ SAS_STATISTICS_LEAST: '1' });
  await platform.setClock('2026-11-23T09:00:00+01:00');
});
after(() => platform.close());

let sent = 0;

/** Sends what happened to calls of one id, by instant. */
async function happens(callId: string, ...events: (readonly [kind: string, at: string])[]) {
  const body = events.map(([kind, at]) => ({
    ...{ id: `event-${sent++}`, callId, territory: 'le-havre-fecamp', kind, at },
  }));
  const { status } = await platform.call('POST', '/v1/call-events', { as: 'administrator', body });
  assert.equal(status, 200);
}

/** Figures of some civil days. */
async function figures(from: string, to = from) {
  const path = `/v1/statistics/calls?territory=le-havre-fecamp&from=${from}&to=${to}&step=day`;
  const { status, body } = await platform.call('GET', path, { as: 'administrator' });
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

/** Presented, answered, abandoned, unfinished, transferred. */
const countsOf = ({ presented, answered, abandoned, unfinished, transferred }: any) => [
  ...[presented, answered, abandoned, unfinished, transferred],
];

test('an id that comes again weeks later is another call', async () => {
  // Out of order, and in one batch.
  await happens(
    '17',
    ['abandoned', '2026-03-24T10:00:45+01:00'],
    ['answered', '2026-03-03T10:00:10+01:00'],
    ['presented', '2026-03-24T10:00:00+01:00'],
    ['presented', '2026-03-03T10:00:00+01:00'],
  );
  assert.deepEqual(countsOf((await figures('2026-03-03')).total), [1, 1, 0, 0, 0]);
  assert.deepEqual(countsOf((await figures('2026-03-24')).total), [1, 0, 1, 0, 0]);
  assert.deepEqual(countsOf((await figures('2026-03-01', '2026-03-31')).total), [2, 1, 1, 0, 0]);
});

test('after four hours without an event an id is of a new call, on the night of the clock change too', async () => {
  await happens(
    'one',
    ['presented', '2026-10-25T00:30:00+02:00'],
    ['transferred', '2026-10-25T03:30:00+01:00'],
  );
  assert.deepEqual(countsOf((await figures('2026-10-25')).total), [1, 0, 0, 1, 1]);
  await happens(
    'two',
    ['presented', '2026-10-25T10:00:00+01:00'],
    ['transferred', '2026-10-25T14:00:01+01:00'],
  );
  assert.deepEqual(countsOf((await figures('2026-10-25')).total), [3, 0, 0, 3, 2]);
});

test('a call that goes on past midnight is one, of the day on which it began', async () => {
  await happens(
    'night',
    ['presented', '2026-05-04T23:58:00+02:00'],
    ['ring', '2026-05-04T23:59:50+02:00'],
    ['answered', '2026-05-05T00:00:15+02:00'],
    ['transferred', '2026-05-05T00:20:00+02:00'],
  );
  const days = [await figures('2026-05-04'), await figures('2026-05-05')];
  assert.deepEqual(
    days.map(({ total }) => countsOf(total)),
    [
      [1, 1, 0, 0, 1],
      [0, 0, 0, 0, 0],
    ],
  );
  assert.equal(days[0].total.answeredWithin30s, 1);
  const { items } = await figures('2026-05-04', '2026-05-05');
  assert.deepEqual(
    items.map(countsOf),
    days.map(({ total }) => countsOf(total)),
  );
});

test('the same id in another territory is another call', async () => {
  await happens('shared', ['presented', '2026-06-02T09:00:00+02:00']);
  const body = [
    {
      ...{ id: 'elsewhere', callId: 'shared', territory: 'manche', kind: 'answered' },
      at: '2026-06-02T09:00:05+02:00',
    },
  ];
  await platform.call('POST', '/v1/call-events', { as: 'administrator', body });
  assert.deepEqual(countsOf((await figures('2026-06-02')).total), [1, 0, 0, 1, 0]);
});
