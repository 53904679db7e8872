import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const KEY = { SAS_SECRET_KEY: Buffer.alloc(32, 19).toString('base64') };
let platform: TestPlatform;
before(async () => {
  platform = await startTestPlatform(KEY);
  await platform.setClock('2026-11-23T09:00:00+01:00');
});
after(() => platform.close());

const event = (more: Record<string, unknown> = {}) => ({
  id: 'event-1',
  callId: 'call-1',
  territory: 'le-havre-fecamp',
  queue: 'snp',
  kind: 'presented',
  at: '2026-11-23T08:00:00+01:00',
  ...more,
});
const send = (body: unknown, as = 'dispatch-software') =>
  platform.call('POST', '/v1/call-events', { as, body });
const sendTable = (body: string, as = 'dispatch-software') =>
  platform.call('POST', '/v1/call-events', { as, body, headers: { 'content-type': 'text/csv' } });
const kept = async () =>
  (await platform.database.query<{ count: number }>('select count(*)::int from call_event'))[0]!
    .count;
const faultsOf = ({ body }: { body: any }) =>
  (body.errors as any[]).map(({ pointer, code }) => [pointer, code]);

test('a batch with a fault is refused with the fault of every row, and nothing of it is kept', async () => {
  const bad = Array.from({ length: 30 }, (_, at) => event({ id: `bad-${at}`, at: 'yesterday' }));
  const refused = await send([event({ id: 'good' }), ...bad]);
  assert.equal(refused.status, 400);
  assert.deepEqual(
    faultsOf(refused),
    bad.map((_, at) => [`/${at + 1}/at`, 'invalid-format']),
  );
  const mixed = await send([
    event({ id: 'good' }),
    event({ id: '0639980001' }),
    event({ id: 'a', territory: 'loire' }),
    event({ id: 'b', territory: undefined }),
    event({ id: 'c', accessNumber: '116117' }),
    event({ id: 'd', territory: undefined, accessNumber: '3624' }),
  ]);
  assert.deepEqual(faultsOf(mixed), [
    ['/1/id', 'personal-number'],
    ['/2/territory', 'forbidden'],
    ['/3/territory', 'missing-member'],
    ['/4/accessNumber', 'invalid-value'],
    ['/5/accessNumber', 'invalid-value'],
  ]);
  assert.equal(await kept(), 0);
});

test('an event is neither of the future nor older than events are kept', async () => {
  const short = await startTestPlatform(
    { ...KEY, SAS_KEEP_CALL_EVENTS_DAYS: '400' },
    { ...platform.database, close: async () => undefined },
  );
  const at = (...instants: string[]) => instants.map((at, n) => event({ id: `when-${n}`, at }));
  try {
    const refused = await short.call('POST', '/v1/call-events', {
      as: 'dispatch-software',
      body: at('2025-10-19T08:01:00Z', '2026-11-23T09:07:00+01:00', '2025-10-19T07:59:00Z'),
    });
    assert.equal(refused.status, 400);
    assert.deepEqual(faultsOf(refused), [
      ['/1/at', 'out-of-range'],
      ['/2/at', 'out-of-range'],
    ]);
  } finally {
    await short.close();
  }
  assert.equal(await kept(), 0);
  const taken = await send(at('2026-11-23T09:04:00+01:00', '2023-11-25T08:00:00Z'));
  assert.deepEqual(taken.body, { received: 2, stored: 2 });
  const table = 'id,callId,territory,kind,at\nt,t,le-havre-fecamp,ring,2023-11-20T08:00:00Z';
  const ofTable = await sendTable(table);
  assert.deepEqual(faultsOf(ofTable), [['/0/at', 'out-of-range']]);
  assert.match(ofTable.body.errors[0].detail, /^line 2, column at: Older than the 1095 days/);
  await platform.database.query('delete from call_event');
});

test('a table tells its faults by line and column, too', async () => {
  const head = 'id;callId;territory;kind;at';
  const row = 'e1;c1;le-havre-fecamp;presented;2026-11-23T08:00:00+01:00';
  const refused = await sendTable([head, row, row.replace('presented', 'lost')].join('\r\n'));
  assert.equal(refused.status, 400);
  assert.deepEqual(faultsOf(refused), [['/1/kind', 'invalid-value']]);
  assert.match(refused.body.errors[0].detail, /^line 3, column kind: /);
  const short = await sendTable([head, row, '', 'e2;c1'].join('\n'));
  assert.deepEqual(faultsOf(short), [['/1', 'invalid-format']]);
  assert.match(short.body.errors[0].detail, /^line 4: 2 fields for 5 columns/);
  const unknown = await sendTable(`${head};phone\n${row};+33639980001`);
  assert.deepEqual(faultsOf(unknown), [['/0/phone', 'unknown-member']]);
  const foreign = await sendTable(`${head}\n${row.replace('le-havre-fecamp', 'loire')}`);
  assert.match(foreign.body.errors[0].detail, /^line 2, column territory: /);
  for (const text of [`${head};id\n${row};e1`, `${head}\n"${row}`]) {
    assert.equal((await sendTable(text)).body.code, 'invalid-body');
  }
  for (const text of ['', head]) assert.equal((await sendTable(text)).status, 400);
  assert.equal(await kept(), 0);
  const taken = await sendTable(`\uFEFF${head}\n${row}\n`);
  assert.deepEqual([taken.status, taken.body], [200, { received: 1, stored: 1 }]);
});

test('an event that stands is known again; another content under its id is refused with the batch', async () => {
  assert.deepEqual((await send([event(), event({ id: 'event-2', kind: 'ring' })])).body, {
    received: 2,
    stored: 2,
  });
  const again = [event({ at: '2026-11-23T07:00:00Z' }), event({ id: 'event-3', kind: 'answered' })];
  assert.deepEqual((await send(again)).body, { received: 2, stored: 1 });
  const before = await kept();
  for (const more of [{ kind: 'ring' }, { queue: null }, { callId: 'other' }]) {
    const changed = await send([event({ id: 'new' }), event(more)]);
    assert.deepEqual([changed.status, changed.body.code], [422, 'duplicate-ref']);
    assert.deepEqual(faultsOf(changed), [['/1/id', 'duplicate-ref']]);
  }
  const twice = await send([event({ id: 'x' }), event({ id: 'x', kind: 'ring' })]);
  assert.equal(twice.status, 422);
  assert.equal(await kept(), before);
});

test('a number stands for the territory that has it alone', async () => {
  const by = event({ id: 'by-number', territory: undefined, accessNumber: '116117' });
  assert.equal((await send([by])).status, 200);
  const rows = await platform.database.query(
    `select territory_id as territory from call_event where id = 'by-number'`,
  );
  assert.deepEqual(rows, [{ territory: 'le-havre-fecamp' }]);
  const shared = event({ id: 'shared', territory: undefined, accessNumber: '15' });
  const several = await send([shared], 'administrator');
  assert.deepEqual(faultsOf(several), [['/0/accessNumber', 'invalid-value']]);
});

test('dispatch software and administrators send, nobody else', async () => {
  assert.equal((await send([event({ id: 'admin' })], 'administrator')).status, 200);
  for (const as of ['public', 'call-taker', 'territory-lead', 'editor', 'authority']) {
    assert.equal((await send([event({ id: 'no' })], as)).status, 403, as);
  }
  const elsewhere = await platform.call('POST', '/v1/holds', {
    as: 'regulator',
    body: 'slotId\nx',
    headers: { 'content-type': 'text/csv' },
  });
  assert.equal(elsewhere.status, 415);
});

test('what is received is in no log', async () => {
  await send([event({ id: 'secret-event', callId: 'secret-call' })]);
  assert.doesNotMatch(platform.logged(), /secret-(event|call)/);
});
