import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

let platform: TestPlatform;
before(async () => {
  platform = await startTestPlatform();
});
after(() => platform.close());

const regimeOf = (id: string, at?: string) =>
  platform.call(
    'GET',
    `/v1/territories/${id}/regime${at === undefined ? '' : `?at=${encodeURIComponent(at)}`}`,
  );

test('anybody learns which regime and which numbers hold, why and until when', async () => {
  const { status, body } = await regimeOf('savoie', '2026-05-14T10:00:00+02:00');
  assert.equal(status, 200);
  assert.equal(body.territory, 'savoie');
  assert.deepEqual(
    [body.regime, body.reason, body.reasonFr, body.holiday],
    ['pdsa', 'public-holiday', 'jour-ferie', 'ascension'],
  );
  assert.equal(body.asOf, '2026-05-14T10:00:00+02:00');
  assert.equal(body.until, '2026-05-15T08:00:00+02:00');
  assert.deepEqual([body.next.regime, body.next.reason], ['sas', 'sas-hours']);
  assert.deepEqual(
    body.numbers.map(({ number }: { number: string }) => number),
    ['15'],
  );
  assert.equal(body.numbersStatus, 'known');
});

test('without `at` it is the platform’s clock that counts', async () => {
  await platform.setClock('2026-11-23T07:30:00+01:00');
  const before = await regimeOf('savoie');
  assert.equal(before.body.regime, 'pdsa');
  assert.equal(before.body.until, '2026-11-23T08:00:00+01:00');
  await platform.setClock('2026-11-23T08:00:00+01:00');
  assert.equal((await regimeOf('savoie')).body.regime, 'sas');
});

test('a shared cache keeps it a minute, and never past the change', async () => {
  const kept = async (at: string) => {
    const { headers } = await regimeOf('savoie', at);
    return headers.get('cache-control');
  };
  assert.equal(await kept('2026-11-23T10:00:00+01:00'), 'public, max-age=60');
  assert.equal(await kept('2026-11-23T19:59:48+01:00'), 'public, max-age=12');
  await platform.setClock('2026-11-23T19:59:05+01:00');
  const secondsLeft = async () =>
    (Date.parse('2026-11-23T20:00:00+01:00') - (await platform.database.now()).getTime()) / 1000;
  const most = await secondsLeft();
  const { headers } = await regimeOf('savoie');
  const told = Number(/^public, max-age=(\d+)$/.exec(headers.get('cache-control')!)?.[1]);
  assert.ok(told <= most && told > (await secondsLeft()) - 1, `${told} s of ${most}`);
});

test('a territory whose hours and number are not known says so, and keeps 15, 112 and 114', async () => {
  const { body } = await regimeOf('la-reunion', '2026-11-23T10:00:00+04:00');
  assert.deepEqual([body.regime, body.reason], [null, 'hours-to-be-announced']);
  assert.deepEqual([body.numbers, body.numbersStatus], [[], 'to-be-announced']);
  assert.deepEqual([body.until, body.next], [null, null]);
  assert.equal(body.timeZone, 'Indian/Reunion');
  assert.deepEqual(body.emergencyNumbers, ['15', '112', '114']);
});

test('an expired number is not given, though the territory still lists it', async () => {
  await platform.database.query(
    `update territory set document = jsonb_set(document, '{accessNumbers,1,validUntil}',
       '"2026-11-22"') where id = 'le-havre-fecamp'`,
  );
  const { body } = await regimeOf('le-havre-fecamp', '2026-11-23T10:00:00+01:00');
  const numbers = body.numbers.map(({ number }: { number: string }) => number);
  assert.deepEqual(numbers, ['15']);
});

test('`Z` is read, and an instant without a zone is refused', async () => {
  const { body } = await regimeOf('savoie', '2026-11-23T07:00:00Z');
  assert.deepEqual([body.asOf, body.regime], ['2026-11-23T08:00:00+01:00', 'sas']);
  for (const at of ['2026-11-23T08:00:00', '2026-11-23', 'now']) {
    const refused = await regimeOf('savoie', at);
    assert.equal(refused.status, 400, at);
    assert.equal(refused.body.errors[0].parameter, 'at');
  }
});

test('no such territory is 404', async () => {
  assert.equal((await regimeOf('atlantide')).status, 404);
});
