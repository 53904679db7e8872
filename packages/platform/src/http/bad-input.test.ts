import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import { RawConnection } from '../testing/raw-connection.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

let platform: TestPlatform;
let schedule: string;
let slotId: string;

before(async () => {
  platform = await startTestPlatform();
  await platform.setClock('2026-11-23T08:00:00+01:00');
  schedule = await openAgenda(platform);
  slotId = await addSlot(platform, schedule, slotAt('2026-11-23T10:00:00+01:00'));
});
after(() => platform.close());

/** Rows of every table that callers can write. */
async function rowCounts(): Promise<unknown> {
  const tables = [
    'structure',
    'practitioner',
    'location',
    'schedule',
    'rule',
    'absence',
    'slot',
    'hold',
    'appointment',
    'contact',
    'idempotency',
  ];
  const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`);
  return platform.database.query(`select ${counts.join(', ')}`);
}

/** Sends rubbish; expects the problem, its place, and that nothing was stored. */
async function refused(
  send: () => Promise<{ status: number; body: any; headers: Headers }>,
  expected: { status: number; code: string; place?: string },
): Promise<void> {
  const before = await rowCounts();
  const { status, body, headers } = await send();
  assert.deepEqual([status, body.code], [expected.status, expected.code], JSON.stringify(body));
  assert.match(headers.get('content-type')!, /^application\/problem\+json/);
  assert.equal(headers.get('x-request-id'), body.requestId);
  if (expected.place !== undefined) {
    const places = body.errors.map(
      (each: { pointer?: string; parameter?: string }) => each.pointer ?? each.parameter,
    );
    assert.ok(places.includes(expected.place), JSON.stringify(body.errors));
  }
  assert.deepEqual(await rowCounts(), before);
  assert.equal((await platform.call('GET', '/healthz')).status, 200);
}

const QUERIES: [string, number, string, string][] = [
  ['insee=76351&colour=blue', 400, 'unknown-parameter', 'colour'],
  ['insee=76351&from=tomorrow', 400, 'invalid-format', 'from'],
  ['insee=76351&from=2026-11-23T09:00:00', 400, 'invalid-format', 'from'],
  ['insee=76351&from=2026-02-30T09:00:00%2B01:00', 400, 'invalid-format', 'from'],
  [
    'insee=76351&from=2026-11-24T09:00:00%2B01:00&to=2026-11-23T09:00:00%2B01:00',
    422,
    'end-before-start',
    'to',
  ],
  [
    'insee=76351&from=2026-11-23T09:00:00%2B01:00&to=2026-11-27T09:00:00%2B01:00',
    422,
    'window-too-long',
    'to',
  ],
  ['lat=91&lon=0', 400, 'out-of-range', 'lat'],
  ['lat=49&lon=181', 400, 'out-of-range', 'lon'],
  ['lat=49', 400, 'missing-parameter', 'lon'],
  ['lat=abc&lon=0', 400, 'invalid-type', 'lat'],
  ['lat=1e400&lon=0', 400, 'invalid-type', 'lat'],
  ['insee=99999', 422, 'unknown-place', 'insee'],
  ['insee=76', 400, 'invalid-format', 'insee'],
  ['department=99', 422, 'unknown-place', 'department'],
  ['q=Zzyzx', 422, 'unknown-place', 'q'],
  ['insee=76351&q=Rouen', 400, 'ambiguous-place', 'q'],
  ['', 400, 'place-required', 'insee'],
  ['insee=76351&specialty=SM99', 422, 'unknown-specialty', 'specialty'],
  ['insee=76351&specialty=%3Cb%3E', 400, 'invalid-format', 'specialty'],
  ['insee=76351&radiusKm=0', 400, 'out-of-range', 'radiusKm'],
  ['insee=76351&radiusKm=-1', 400, 'out-of-range', 'radiusKm'],
  ['insee=76351&radiusKm=9999', 400, 'out-of-range', 'radiusKm'],
  ['insee=76351&limit=0', 400, 'out-of-range', 'limit'],
  ['insee=76351&limit=101', 400, 'out-of-range', 'limit'],
  ['insee=76351&limit=ten', 400, 'invalid-type', 'limit'],
  ['insee=76351&limit=1&limit=2', 400, 'invalid-value', 'limit'],
  ['insee=76351&modality=XX', 400, 'invalid-value', 'modality'],
  ['insee=76351&order=random', 400, 'invalid-value', 'order'],
  ['insee=76351&cursor=nonsense', 400, 'invalid-cursor', 'cursor'],
  ['insee=76351&cursor=WzFd', 400, 'invalid-cursor', 'cursor'],
  ['insee=76351&preferredPractitioner=%00', 400, 'invalid-format', 'preferredPractitioner'],
  ['q=%F0%9F%98%80', 400, 'invalid-format', 'q'],
  ['q=%3Cscript%3E', 400, 'invalid-format', 'q'],
  ['q=Le%00Havre', 400, 'invalid-format', 'q'],
  [`q=${'a'.repeat(10_000)}`, 400, 'out-of-range', 'q'],
];
for (const [query, status, code, place] of QUERIES) {
  test(`search ?${query.slice(0, 60)} is ${status} ${code} at ${place}`, () =>
    refused(() => platform.call('GET', `/v1/availability?${query}`, { as: 'regulator' }), {
      status,
      code,
      place,
    }));
}

const forged = (key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
const KEYS: [string, unknown[]][] = [
  ['/v1/schedules', ['1', 'x']],
  ['/v1/schedules', ['0000-01-01T00:00:00Z', 'x']],
  ['/v1/schedules', ['2026-02-30T00:00:00Z', 'x']],
  ['/v1/appointments', ['2026-01-01T00:00:00Z', 'x']],
  ['/v1/appointments', [1, 'x']],
  ['/v1/territories', ['a', null]],
];
for (const [path, key] of KEYS) {
  test(`${path} refuses the forged cursor ${JSON.stringify(key)}`, () =>
    refused(() => platform.call('GET', `${path}?cursor=${forged(key)}`, { as: 'administrator' }), {
      status: 400,
      code: 'invalid-cursor',
    }));
}

test('no number of a forged search cursor reaches the database unchecked', async () => {
  const page = await platform.call('GET', '/v1/availability?insee=76351', { as: 'regulator' });
  assert.equal(page.status, 200);
  const now = new Date().toISOString();
  for (const [ring, shuffle, first] of [
    [1e300, '1', now],
    [1.5, '1', now],
    [1, '9'.repeat(19), now],
    [1, '1', '1'],
  ]) {
    const key = [
      'x',
      now,
      now,
      '1',
      10,
      0,
      0,
      first,
      ring,
      shuffle,
      '00000000-0000-4000-8000-000000000000',
    ];
    await refused(
      () =>
        platform.call('GET', `/v1/availability?insee=76351&cursor=${forged(key)}`, {
          as: 'regulator',
        }),
      {
        status: 400,
        code: 'invalid-cursor',
      },
    );
  }
});

test('a body nested 9,000 deep is refused', () =>
  refused(
    () =>
      platform.call('POST', '/v1/holds', {
        as: 'public',
        body: '['.repeat(9000) + ']'.repeat(9000),
      }),
    {
      status: 400,
      code: 'invalid-body',
    },
  ));

test('years outside this century are refused', () =>
  refused(
    () =>
      platform.call('POST', `/v1/schedules/${schedule}/absences`, {
        as: 'editor',
        body: { from: '1900-01-01T00:00:00Z', to: '2026-12-01T00:00:00Z' },
      }),
    { status: 400, code: 'invalid-format', place: '/from' },
  ));

test('a query that is not UTF-8 is 400', () =>
  refused(() => platform.call('GET', '/v1/availability?q=%ff', { as: 'regulator' }), {
    status: 400,
    code: 'invalid-format',
  }));

const RUBBISH: [string, string][] = [
  ['NUL', 'Jean\0Valjean'],
  ['a lone surrogate', 'Jean\ud800'],
  ['an emoji', 'Jean 😀'],
  ['10,000 characters', 'J'.repeat(10_000)],
  ['HTML', '<img src=x onerror=alert(1)>'],
  ['nothing', ''],
  ['a line break', 'Jean\nValjean'],
];
/** Every text field that a caller may send: its place, and a body with the text in it. */
const TEXT_FIELDS: [string, string, (text: string) => unknown][] = [
  [
    '/v1/appointments',
    '/contact/name',
    (text) => ({ slotId, holdId: 'x', contact: { name: text, phone: '0639980001' } }),
  ],
  [
    '/v1/appointments',
    '/contact/phone',
    (text) => ({ slotId, holdId: 'x', contact: { name: 'Jean', phone: text } }),
  ],
  ['/v1/appointments', '/slotId', (text) => ({ slotId: text })],
  ['/v1/appointments', '/holdId', (text) => ({ slotId, holdId: text })],
  ['/v1/holds', '/slotId', (text) => ({ slotId: text })],
  ...['line', 'city', 'name', 'phone', 'insee', 'postcode'].map(
    (name): [string, string, (text: string) => unknown] => [
      '/v1/schedules',
      `/location/${name}`,
      (text) => practice({ location: { ...(practice()['location'] as object), [name]: text } }),
    ],
  ),
  ...['family', 'given', 'nationalId'].map((name): [string, string, (text: string) => unknown] => [
    '/v1/schedules',
    `/practitioner/${name}`,
    (text) =>
      practice({ practitioner: { ...(practice()['practitioner'] as object), [name]: text } }),
  ]),
  [
    '/v1/schedules',
    '/structure/name',
    (text) => practice({ structure: { kind: 'practice', name: text } }),
  ],
  ['/v1/schedules', '/ref', (text) => practice({ ref: text })],
];
for (const [path, pointer, body] of TEXT_FIELDS) {
  for (const [what, text] of RUBBISH) {
    test(`${what} in ${path} ${pointer} is refused with its place`, async () => {
      const as = path === '/v1/schedules' ? 'editor' : 'public';
      const before = await rowCounts();
      const answer = await platform.call('POST', path, { as, body: body(text) });
      assert.equal(answer.status, 400, JSON.stringify(answer.body));
      assert.ok(['invalid-format', 'out-of-range'].includes(answer.body.code), answer.body.code);
      assert.ok(answer.body.errors.some((each: { pointer: string }) => each.pointer === pointer));
      assert.deepEqual(await rowCounts(), before);
    });
  }
}

test('a lone surrogate hidden in a member name is refused', () =>
  refused(
    () => platform.call('POST', '/v1/holds', { as: 'public', body: '{"slotId":"x","\\ud800":1}' }),
    { status: 400, code: 'invalid-format' },
  ));

test('an unknown member is named, and not silently removed', () =>
  refused(() => platform.call('POST', '/v1/holds', { as: 'public', body: { slotId, price: 3 } }), {
    status: 400,
    code: 'unknown-member',
    place: '/price',
  }));

test('__proto__ is a member like another', () =>
  refused(
    () =>
      platform.call('POST', '/v1/holds', {
        as: 'public',
        body: `{"slotId":"${slotId}","__proto__":{"x":1}}`,
      }),
    { status: 400, code: 'unknown-member', place: '/__proto__' },
  ));

test('nothing of a body is coerced', () =>
  refused(() => platform.call('POST', '/v1/holds', { as: 'public', body: { slotId: 12 } }), {
    status: 400,
    code: 'invalid-type',
    place: '/slotId',
  }));

test('broken JSON, no body, and an array are told apart', async () => {
  await refused(() => platform.call('POST', '/v1/holds', { as: 'public', body: '{"slotId":' }), {
    status: 400,
    code: 'invalid-json',
  });
  await refused(() => platform.call('POST', '/v1/holds', { as: 'public' }), {
    status: 400,
    code: 'invalid-body',
  });
  await refused(() => platform.call('POST', '/v1/holds', { as: 'public', body: [] }), {
    status: 400,
    code: 'invalid-type',
  });
});

test('a body in another media type is 415', () =>
  refused(
    () =>
      platform.call('POST', '/v1/holds', {
        as: 'public',
        body: 'slotId=1',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    { status: 415, code: 'unsupported-media-type' },
  ));

test('10 MB are refused', () =>
  refused(
    () =>
      platform.call('POST', '/v1/holds', {
        as: 'public',
        body: JSON.stringify({ slotId: 'a'.repeat(10_000_000) }),
      }),
    { status: 413, code: 'body-too-large' },
  ));

test('a slot in the past is told', async () => {
  await platform.setClock('2026-11-23T10:05:00+01:00');
  await refused(
    () => platform.call('POST', '/v1/appointments', { as: 'regulator', body: { slotId } }),
    { status: 422, code: 'slot-in-past', place: '/slotId' },
  );
  await platform.setClock('2026-11-23T08:00:00+01:00');
});

test('an unknown path is 404, a known one with another method 405 with Allow', async () => {
  await refused(() => platform.call('GET', '/v1/nothing', { as: 'regulator' }), {
    status: 404,
    code: 'not-found',
  });
  const wrong = await platform.call('PUT', '/v1/holds', { as: 'public', body: {} });
  assert.deepEqual(
    [wrong.status, wrong.body.code, wrong.headers.get('allow')],
    [405, 'method-not-allowed', 'POST'],
  );
});

test('an address that is not percent-encoded UTF-8 is a problem, not a crash', async () => {
  const answer = await raw('/v1/schedules/%ff');
  assert.equal(answer.status, 400);
  assert.equal(JSON.parse(answer.text).code, 'invalid-request');
});

test('20 kB of headers are 431 as problem+json', async () => {
  const answer = await raw('/healthz', { 'x-long': 'a'.repeat(20_000) });
  assert.equal(answer.status, 431);
  assert.equal(answer.type, 'application/problem+json; charset=utf-8');
  assert.equal(JSON.parse(answer.text).code, 'header-too-large');
});

test('what is not HTTP is answered and closed', async () => {
  const connection = await RawConnection.open(platform.url);
  connection.send('HELLO?\r\n\r\n');
  assert.deepEqual(await connection.untilClosed(), [{ status: 400, code: 'invalid-request' }]);
});

test('a caller keeps its own request id; rubbish gets a new one', async () => {
  const own = await platform.call('GET', '/healthz', { headers: { 'x-request-id': 'trace-1' } });
  assert.equal(own.headers.get('x-request-id'), 'trace-1');
  const other = await platform.call('GET', '/healthz', { headers: { 'x-request-id': 'a b' } });
  assert.match(other.headers.get('x-request-id')!, /^[0-9a-f-]{36}$/);
});

function raw(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; text: string; type: string }>((done, fail) => {
    const { port } = new URL(platform.url);
    const sent = httpRequest({ port, host: '127.0.0.1', path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () =>
        done({ status: response.statusCode!, text, type: response.headers['content-type'] ?? '' }),
      );
    });
    sent.on('error', fail);
    sent.end();
  });
}
