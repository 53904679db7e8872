import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const MONDAY = '2026-11-23T08:00:00+01:00';
const contact = { name: 'Dominique Exemple', phone: '06 39 98 00 01' };
let platform: TestPlatform;
let schedule: string;

before(async () => {
  platform = await startTestPlatform({
    SAS_PUBLIC_BOOKINGS_PER_DAY: '1000',
    SAS_HOLDS_PER_ADDRESS: '1000',
  });
  await platform.setClock(MONDAY);
  schedule = await openAgenda(platform);
});
after(() => platform.close());

let minute = 0;
/** The next free slot of the day, no two alike. */
async function freshSlot(overrides: Record<string, unknown> = {}): Promise<string> {
  const start = new Date(new Date('2026-11-23T10:00:00+01:00').getTime() + minute * 60_000);
  minute += 20;
  return addSlot(platform, schedule, slotAt(start.toISOString(), overrides));
}

async function hold(slotId: string): Promise<string> {
  const { body, status } = await platform.call('POST', '/v1/holds', {
    as: 'public',
    body: { slotId },
  });
  assert.equal(status, 201, JSON.stringify(body));
  return (body as { id: string }).id;
}

async function bookPublic(slotId: string) {
  const holdId = await hold(slotId);
  const { body, status } = await platform.call('POST', '/v1/appointments', {
    as: 'public',
    body: { slotId, holdId, contact },
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body as { id: string; reference: string; manageToken: string };
}

test('a visitor holds, books, moves and cancels with the manage token alone', async () => {
  const [first, second] = [await freshSlot(), await freshSlot()];
  const { id, reference, manageToken } = await bookPublic(first);
  assert.match(reference, /^[2-9A-Z]{4}$/);
  const headers = { 'sas-manage-token': manageToken };
  const read = await platform.call('GET', `/v1/appointments/${id}`, { as: 'public', headers });
  assert.equal(read.body.status, 'booked');
  assert.equal(read.body.manageToken, undefined);
  assert.equal(read.body.contact, undefined);
  const moved = await platform.call('POST', `/v1/appointments/${id}/reschedule`, {
    as: 'public',
    headers,
    body: { slotId: second, holdId: await hold(second) },
  });
  assert.equal(moved.status, 200, JSON.stringify(moved.body));
  assert.equal(moved.body.slot.id, second);
  assert.equal(moved.body.reference, reference);
  const cancelled = await platform.call('POST', `/v1/appointments/${id}/cancel`, {
    as: 'public',
    headers,
  });
  assert.equal(cancelled.body.status, 'cancelled');
  for (const slotId of [first, second]) await hold(slotId);
});

test('a manage token opens its own appointment and nothing without it', async () => {
  const one = await bookPublic(await freshSlot());
  const two = await bookPublic(await freshSlot());
  const headers = { 'sas-manage-token': two.manageToken };
  const path = `/v1/appointments/${one.id}`;
  assert.equal((await platform.call('GET', path, { as: 'public' })).status, 403);
  assert.equal((await platform.call('GET', path, { as: 'public', headers })).status, 404);
  assert.equal(
    (await platform.call('POST', `${path}/cancel`, { as: 'public', headers })).status,
    404,
  );
});

test('a taken slot is 409 slot-taken with the next free slots, nearest first', async () => {
  const [slotId, next] = [await freshSlot(), await freshSlot()];
  assert.equal(
    (await platform.call('POST', '/v1/appointments', { as: 'regulator', body: { slotId } })).status,
    201,
  );
  const { status, body } = await platform.call('POST', '/v1/holds', {
    as: 'public',
    body: { slotId },
  });
  assert.equal(status, 409);
  assert.equal(body.code, 'slot-taken');
  assert.ok(body.alternatives.some((each: { id: string }) => each.id === next));
  assert.equal('source' in body.alternatives[0], false);
});

test('a range for three patients takes three bookings and no fourth', async () => {
  const slotId = await freshSlot({ capacity: 3 });
  for (let patient = 0; patient < 3; patient += 1) {
    const { status } = await platform.call('POST', '/v1/appointments', {
      as: 'regulator',
      body: { slotId },
    });
    assert.equal(status, 201);
  }
  const fourth = await platform.call('POST', '/v1/appointments', {
    as: 'regulator',
    body: { slotId },
  });
  assert.equal(fourth.body.code, 'slot-taken');
});

test('twenty callers at once get one place', async () => {
  const slotId = await freshSlot();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      platform.call('POST', '/v1/appointments', { as: 'regulator', body: { slotId } }),
    ),
  );
  const statuses = answers.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [201, ...Array<number>(19).fill(409)]);
});

test('a hold keeps the slot from others, expires by the server clock, and is taken again as an extension', async () => {
  const slotId = await freshSlot();
  const holdId = await hold(slotId);
  const other = () =>
    platform.call('POST', '/v1/appointments', { as: 'regulator', body: { slotId } });
  assert.equal((await other()).body.code, 'slot-taken');
  await platform.setClock('2026-11-23T08:06:00+01:00');
  const late = await platform.call('POST', '/v1/appointments', {
    as: 'public',
    body: { slotId, holdId, contact },
  });
  assert.equal(late.body.code, 'hold-expired');
  const again = await platform.call('POST', `/v1/holds/${holdId}/extend`, { as: 'public' });
  assert.equal(again.status, 200);
  assert.equal(again.body.extensionsLeft, 2);
  assert.equal((await other()).body.code, 'slot-taken');
  for (const left of [1, 0]) {
    const { body } = await platform.call('POST', `/v1/holds/${holdId}/extend`, { as: 'public' });
    assert.equal(body.extensionsLeft, left);
  }
  const fourth = await platform.call('POST', `/v1/holds/${holdId}/extend`, { as: 'public' });
  assert.equal(fourth.body.code, 'extensions-exhausted');
  assert.equal(
    (await platform.call('DELETE', `/v1/holds/${holdId}`, { as: 'public' })).status,
    204,
  );
  assert.equal((await other()).status, 201);
});

test('the same key and body book once; another body is refused', async () => {
  const [slotId, otherSlot] = [await freshSlot(), await freshSlot()];
  const headers = { 'idempotency-key': 'walk-1' };
  const send = (slot: string) =>
    platform.call('POST', '/v1/appointments', { as: 'regulator', headers, body: { slotId: slot } });
  const first = await send(slotId);
  const again = await send(slotId);
  assert.equal(first.status, 201);
  assert.deepEqual(again.body, first.body);
  assert.equal((await send(otherSlot)).body.code, 'idempotency-key-reused');
});

test('a repeated public booking answers the same manage token', async () => {
  const slotId = await freshSlot();
  const request = {
    as: 'public',
    headers: { 'idempotency-key': 'visitor-1' },
    body: { slotId, holdId: await hold(slotId), contact },
  };
  const first = await platform.call('POST', '/v1/appointments', request);
  const again = await platform.call('POST', '/v1/appointments', request);
  assert.equal(first.status, 201);
  assert.deepEqual(again.body, first.body);
});

test('the contact is sealed in the database, read by the practice alone, and erased 24 h after', async () => {
  const { id } = await bookPublic(await freshSlot());
  const stored = await platform.database.query<{ sealed: Buffer }>('select sealed from contact');
  for (const { sealed } of stored) assert.equal(Buffer.from(sealed).includes('Exemple'), false);
  const path = `/v1/appointments/${id}`;
  const practice = await platform.call('GET', path, { as: 'practitioner' });
  assert.deepEqual(practice.body.contact, { name: contact.name, phone: '+33639980001' });
  for (const as of ['regulator', 'administrator', 'editor']) {
    const { body } = await platform.call('GET', path, { as });
    assert.equal(body.contact, undefined, as);
  }
  await platform.setClock('2026-11-25T08:00:00+01:00');
  await platform.platform.runJobs();
  assert.equal((await platform.database.query('select 1 from contact')).length, 0);
  await platform.setClock(MONDAY);
});

test('rules of booking are told by their code', async () => {
  const slotId = await freshSlot();
  const cases: [string, Record<string, unknown>, string][] = [
    ['public', { slotId, contact }, 'hold-required'],
    ['public', { slotId, holdId: 'nonsense' }, 'contact-required'],
    ['public', { slotId, holdId: 'nonsense', contact }, 'hold-expired'],
    [
      'public',
      { slotId, holdId: await hold(slotId), contact: { ...contact, phone: '15' } },
      'invalid-phone',
    ],
    ['regulator', { slotId, contact }, 'contact-not-allowed'],
    ['regulator', { slotId: 'nonsense' }, 'not-found'],
    ['regulator', { slotId: await freshSlot({ booking: 'WALKIN' }) }, 'walk-in'],
    [
      'regulator',
      { slotId: await addSlot(platform, schedule, slotAt('2026-11-27T10:00:00+01:00')) },
      'outside-window',
    ],
  ];
  for (const [as, body, code] of cases) {
    const answer = await platform.call('POST', '/v1/appointments', { as, body });
    assert.equal(answer.body.code, code, JSON.stringify(answer.body));
  }
});

test('only the practice records an outcome, and only once the slot has begun', async () => {
  const slotId = await freshSlot();
  const booked = await platform.call('POST', '/v1/appointments', {
    as: 'regulator',
    body: { slotId },
  });
  const path = `/v1/appointments/${booked.body.id}`;
  const record = (as: string, status: string) =>
    platform.call('PATCH', path, { as, body: { status } });
  assert.equal((await record('regulator', 'fulfilled')).status, 403);
  assert.equal((await record('practitioner', 'noshow')).body.code, 'invalid-transition');
  await platform.setClock('2026-11-23T20:00:00+01:00');
  assert.equal((await record('practitioner', 'noshow')).body.status, 'noshow');
  assert.equal((await record('practitioner', 'fulfilled')).body.status, 'fulfilled');
  assert.equal(
    (await platform.call('POST', `${path}/cancel`, { as: 'regulator' })).body.code,
    'invalid-transition',
  );
  await platform.setClock(MONDAY);
});

test('a double click on cancel or move loses nothing and answers everybody', async () => {
  const [from, one, two] = [await freshSlot(), await freshSlot(), await freshSlot()];
  const booked = await platform.call('POST', '/v1/appointments', {
    as: 'regulator',
    body: { slotId: from },
  });
  const path = `/v1/appointments/${booked.body.id}`;
  const moves = await Promise.all(
    [one, two, one, two].map((slotId) =>
      platform.call('POST', `${path}/reschedule`, { as: 'regulator', body: { slotId } }),
    ),
  );
  assert.deepEqual(
    moves.map(({ status }) => status),
    [200, 200, 200, 200],
  );
  const [move, cancel] = await Promise.all([
    platform.call('POST', `${path}/reschedule`, { as: 'regulator', body: { slotId: from } }),
    platform.call('POST', `${path}/cancel`, { as: 'regulator' }),
  ]);
  assert.ok([200, 409].includes(move.status), JSON.stringify(move.body));
  assert.equal(cancel.body.status, 'cancelled');
  const rows = await platform.database.query(
    'select sum(booked)::int as booked from slot where id = any($1::uuid[])',
    [[from, one, two]],
  );
  assert.deepEqual(rows, [{ booked: 0 }]);
});

test('who only booked does not record the outcome of another practice', async () => {
  const slotId = await freshSlot();
  await platform.database.query(`update slot set visibility = '{PRO}' where id = $1`, [slotId]);
  const booked = await platform.call('POST', '/v1/appointments', {
    as: 'delegate',
    body: { slotId },
  });
  assert.equal(booked.status, 201);
  await platform.setClock('2026-11-23T21:00:00+01:00');
  const path = `/v1/appointments/${booked.body.id}`;
  const body = { status: 'noshow' };
  assert.equal((await platform.call('PATCH', path, { as: 'delegate', body })).status, 404);
  assert.equal((await platform.call('PATCH', path, { as: 'practitioner', body })).status, 200);
  await platform.setClock(MONDAY);
});

for (const as of ['practitioner', 'unscheduled-care-operator']) {
  test(`cancelled by the ${as}, the practice still calls; the patient’s own word ends that`, async () => {
    const { id, manageToken } = await bookPublic(await freshSlot());
    const path = `/v1/appointments/${id}`;
    assert.equal((await platform.call('POST', `${path}/cancel`, { as })).status, 200);
    const told = async () => (await platform.call('GET', path, { as: 'practitioner' })).body;
    const { status, contact: kept } = await told();
    assert.deepEqual([status, kept?.name], ['cancelled', contact.name]);
    const headers = { 'sas-manage-token': manageToken };
    const again = await platform.call('POST', `${path}/cancel`, { as: 'public', headers });
    assert.equal(again.body.status, 'cancelled');
    assert.equal((await told()).contact, undefined);
  });
}

test('a booking that its patient cancels leaves no contact, and keeps the time it had', async () => {
  const slotId = await freshSlot();
  const { id, manageToken } = await bookPublic(slotId);
  const headers = { 'sas-manage-token': manageToken };
  const cancelled = await platform.call('POST', `/v1/appointments/${id}/cancel`, {
    as: 'public',
    headers,
  });
  const { length } = await platform.database.query(
    'select 1 from contact where appointment_id = $1',
    [id],
  );
  assert.equal(length, 0);
  await platform.database.query(
    `update slot set starts_at = starts_at + interval '30 days', ends_at = ends_at + interval '30 days' where id = $1`,
    [slotId],
  );
  const read = await platform.call('GET', `/v1/appointments/${id}`, { as: 'public', headers });
  assert.equal(read.body.slot.start, cancelled.body.slot.start);
});

test('appointments are listed to those they concern', async () => {
  const slotId = await freshSlot();
  const booked = await platform.call('POST', '/v1/appointments', {
    as: 'regulator',
    body: { slotId },
  });
  const seenBy = async (as: string) => {
    const { body } = await platform.call('GET', '/v1/appointments?limit=100', { as });
    return body.items.some((each: { id: string }) => each.id === booked.body.id) as boolean;
  };
  assert.equal(await seenBy('practitioner'), true);
  assert.equal(await seenBy('unscheduled-care-operator'), true);
  assert.equal(await seenBy('delegate'), false);
  assert.equal(await seenBy('triage-nurse'), false);
});
