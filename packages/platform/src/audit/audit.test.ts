import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { ENTRY_COLUMNS, type StoredEntry } from './entry.ts';

const MONDAY = '2026-11-23T08:10:00+01:00';
const contact = { name: 'Dominique Exemple', phone: '06 39 98 00 01' };
let platform: TestPlatform;
let schedule: string;

before(async () => {
  platform = await startTestPlatform({ SAS_HOLDS_PER_ADDRESS: '1000' });
  await platform.setClock(MONDAY);
  schedule = await openAgenda(platform);
});
after(() => platform.close());

let minute = 0;
async function freshSlot(): Promise<string> {
  const start = new Date(Date.parse('2026-11-23T10:00:00+01:00') + minute * 60_000);
  minute += 20;
  return addSlot(platform, schedule, slotAt(start.toISOString()));
}

/** The entries that something leaves. */
async function entriesOf(work: () => Promise<unknown>): Promise<StoredEntry[]> {
  const last = 'select coalesce(max(id), 0)::int as id from audit_entry';
  const [{ id }] = (await platform.database.query<{ id: number }>(last)) as [{ id: number }];
  await work();
  return platform.database.query<StoredEntry & Record<string, unknown>>(
    `select ${ENTRY_COLUMNS} from audit_entry where id > $1 order by id`,
    [id],
  );
}

const told = (entries: StoredEntry[]) =>
  entries.map(({ subject, operation, kind, result }) => [subject, operation, kind, result]);

async function bookPublic(slotId: string) {
  const hold = await platform.call('POST', '/v1/holds', { as: 'public', body: { slotId } });
  const { status, body } = await platform.call('POST', '/v1/appointments', {
    as: 'public',
    body: { slotId, holdId: hold.body.id, contact },
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body as { id: string; manageToken: string };
}

test('a change tells who did what to which record, under which right, when', async () => {
  const slotId = await freshSlot();
  const before = await platform.database.now();
  let id = '';
  const [entry, ...others] = await entriesOf(async () => {
    const { body } = await platform.call('POST', '/v1/appointments', {
      as: 'regulator',
      body: { slotId },
    });
    id = (body as { id: string }).id;
  });
  const { id: _number, at, ...rest } = entry!;
  assert.deepEqual(rest, {
    subject: 'regulator',
    roles: ['regulator'],
    operation: 'bookAppointment',
    right: 'appointment:book',
    kind: 'appointment',
    record: id,
    result: 'done',
  });
  assert.ok(at.getTime() > before.getTime() - 1000 && at <= (await platform.database.now()));
  assert.deepEqual(others, []);
});

test('every way to change something leaves one entry, about the right record', async () => {
  const slotId = await freshSlot();
  const path = `/v1/schedules/${schedule}`;
  const { headers } = await platform.call('GET', path, { as: 'editor' });
  const ifMatch = { 'if-match': headers.get('etag')! };
  const window = '?from=2026-11-24T00:00:00%2B01:00&to=2026-11-25T00:00:00%2B01:00';
  const absence = { from: '2026-12-01T00:00:00+01:00', to: '2026-12-02T00:00:00+01:00' };
  const cases: [string, string, unknown, Record<string, string>, string][] = [
    ['PATCH', path, { participates: true }, ifMatch, 'updateSchedule'],
    ['PUT', `${path}/slots${window}`, { slots: [] }, {}, 'replaceSlots'],
    ['POST', `${path}/absences`, absence, {}, 'createAbsence'],
    ['POST', '/v1/holds', { slotId }, {}, 'createHold'],
  ];
  for (const [method, address, body, sent, operation] of cases) {
    const as = operation === 'createHold' ? 'practitioner' : 'editor';
    const entries = await entriesOf(async () => {
      const { status } = await platform.call(method, address, { as, body, headers: sent });
      assert.ok(status < 300, `${operation} ${status}`);
    });
    assert.deepEqual(
      entries.map((each) => each.operation),
      [operation],
    );
    assert.match(entries[0]!.record!, /^[0-9a-f-]{36}$/, operation);
  }
});

test('reading leaves nothing, but for a contact: each reading of it is written before it is answered', async () => {
  const { id } = await bookPublic(await freshSlot());
  const path = `/v1/appointments/${id}`;
  const nothing = await entriesOf(async () => {
    await platform.call('GET', path, { as: 'regulator' });
    await platform.call('GET', '/v1/appointments', { as: 'practitioner' });
    await platform.call('GET', '/v1/availability?insee=76351', { as: 'public' });
  });
  assert.deepEqual(nothing, []);
  const read = await entriesOf(() => platform.call('GET', path, { as: 'practitioner' }));
  assert.deepEqual(told(read), [['practitioner', 'getAppointment', 'contact', 'done']]);
  assert.equal(read[0]!.record, id);
});

test('what failed or was refused leaves nothing; a change undone by its transaction neither', async () => {
  const slotId = await freshSlot();
  await platform.call('POST', '/v1/appointments', { as: 'regulator', body: { slotId } });
  const entries = await entriesOf(async () => {
    const calls: [string, string, unknown, number][] = [
      ['regulator', '/v1/appointments', { slotId }, 409],
      ['regulator', '/v1/appointments', {}, 400],
      ['authority', '/v1/appointments', { slotId }, 403],
      ['public', '/v1/appointments', { slotId }, 422],
    ];
    for (const [as, path, body, expected] of calls) {
      assert.equal((await platform.call('POST', path, { as, body })).status, expected);
    }
    await platform.call('DELETE', '/v1/holds/unknown', { as: 'public' });
  });
  assert.deepEqual(entries, []);
});

test('an entry that cannot be written undoes the change', async () => {
  const slotId = await freshSlot();
  const booked = () =>
    platform.database.query('select 1 from appointment where slot_id = $1', [slotId]);
  await platform.database.query(
    'alter table audit_entry add constraint full_disk check (id < 0) not valid',
  );
  try {
    const { status } = await platform.call('POST', '/v1/appointments', {
      as: 'regulator',
      body: { slotId },
    });
    assert.equal(status, 500);
    assert.deepEqual(await booked(), []);
  } finally {
    await platform.database.query('alter table audit_entry drop constraint full_disk');
  }
});

test('a replay is told as one; where what it made is gone it is 410 and leaves nothing new', async () => {
  const headers = { 'idempotency-key': 'absence-1' };
  const body = { from: '2027-01-04T00:00:00+01:00', to: '2027-01-05T00:00:00+01:00' };
  const path = `/v1/schedules/${schedule}/absences`;
  const create = () => platform.call('POST', path, { as: 'editor', headers, body });
  const made = await create();
  const again = await entriesOf(create);
  assert.deepEqual(told(again), [['vendor', 'createAbsence', 'absence', 'replayed']]);
  const one = `${path}/${made.body.id}`;
  const etag = made.headers.get('etag')!;
  await platform.call('DELETE', one, { as: 'editor', headers: { 'if-match': etag } });
  const { status, body: problem } = await create();
  assert.deepEqual([status, problem.code], [410, 'gone']);
  assert.equal((await platform.call('GET', one, { as: 'editor' })).status, 404);
});

test('no token, secret, contact or address stands in the trail', async () => {
  const slotId = await freshSlot();
  const hold = await platform.call('POST', '/v1/holds', { as: 'public', body: { slotId } });
  await platform.call('POST', `/v1/holds/${hold.body.id}/extend`, { as: 'public' });
  await platform.call('DELETE', `/v1/holds/${hold.body.id}`, { as: 'public' });
  const booked = await bookPublic(slotId);
  const manage = { 'sas-manage-token': booked.manageToken };
  await platform.call('POST', `/v1/appointments/${booked.id}/cancel`, {
    as: 'public',
    headers: manage,
  });
  const rows = await platform.database.query('select * from audit_entry');
  const text = JSON.stringify(rows);
  const secrets = [
    hold.body.id as string,
    booked.manageToken,
    platform.credentials.publishableKey,
    ...Object.values(platform.credentials.tokens),
    'Exemple',
    '639980001',
    '127.0.0.1',
    '::1',
  ];
  for (const secret of secrets) assert.equal(text.includes(secret), false, secret);
  assert.ok(text.includes('extendHold') && text.includes('releaseHold'));
});

test('an administrator exports the trail page by page; nobody else reads it, and its reading is told', async () => {
  const seen: { id: number; at: string }[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = `limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const { body } = await platform.call('GET', `/v1/audit?${query}`, { as: 'administrator' });
    seen.push(...(body.items as typeof seen));
    cursor = body.next as string | null;
  }
  const rows = await platform.database.query<{ id: number }>(
    'select id from audit_entry order by id',
  );
  assert.deepEqual(
    seen.map(({ id }) => id),
    rows.map(({ id }) => id),
  );
  assert.match(seen[0]!.at, /\+01:00$/);
  const last = seen.at(-1) as unknown as Record<string, unknown>;
  assert.deepEqual(
    [last['operation'], last['subject'], last['kind']],
    ['listAudit', 'admin', 'audit'],
  );
  for (const as of [
    'regulator',
    'territory-lead',
    'account-manager',
    'practitioner',
    'editor',
    'authority',
  ])
    assert.equal((await platform.call('GET', '/v1/audit', { as })).status, 403, as);
  assert.equal((await platform.call('GET', '/v1/audit')).status, 401);
});

test('an export is narrowed by time, person and record', async () => {
  const { id } = await bookPublic(await freshSlot());
  const items = async (query: string) =>
    (await platform.call('GET', `/v1/audit?${query}`, { as: 'administrator' })).body.items as {
      subject: string;
      record: string;
    }[];
  assert.deepEqual(
    (await items(`record=${id}`)).map(({ subject }) => subject),
    ['public'],
  );
  assert.ok((await items('subject=vendor&limit=100')).every(({ subject }) => subject === 'vendor'));
  assert.deepEqual(await items('from=2026-11-24T00:00:00%2B01:00'), []);
  assert.deepEqual(await items('to=2026-11-23T08:00:00%2B01:00'), []);
  assert.ok(
    (await items('from=2026-11-23T08:00:00%2B01:00&to=2026-11-24T00:00:00%2B01:00')).length > 0,
  );
});
