import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { type Desk, startDesk } from '../testing/desk.ts';
import { readOrientations } from '../testing/event-reader.ts';
import { CONSULTATION, orient, OWN } from '../testing/regulation-fixtures.ts';

const DOCTOR = '810999900018';
const EVENING = '2026-11-23T22:00:00+01:00';
/** The next day. */
const START = '2026-11-24T15:00:00+01:00';

let platform: Desk['platform'];
let agenda: string;

before(async () => {
  ({ platform, agenda } = await startDesk());
  await platform.database.query(
    `insert into editor (id, name, endpoint, books_in_one_step)
     values ('vendor', 'Éditeur fictif', 'http://127.0.0.1:9/fhir', true)`,
  );
});
after(() => platform.close());
beforeEach(async () => {
  for (const table of ['orientation', 'appointment', 'absence']) {
    await platform.database.query(`delete from ${table}`);
  }
  await platform.setClock(EVENING);
});

const call = (method: 'GET' | 'POST', path: string, body?: object) =>
  platform.call(method, `/v1/${path}`, { as: 'regulator', ...(body && { body }) });
const read = async (id: string) => (await call('GET', `orientations/${id}`)).body;
const reason = async (id: string): Promise<string | null> => {
  const { attention } = await read(id);
  return attention?.acknowledgedAt === null ? attention.reason : null;
};
async function acknowledge(id: string): Promise<void> {
  const { reason: seen, at } = (await read(id)).attention;
  const body = { reason: seen, at };
  assert.equal((await call('POST', `orientations/${id}/acknowledge`, body)).status, 200);
}
/** It is this late, and the platform has looked at what is due. */
async function later(instant: string): Promise<void> {
  await platform.setClock(instant);
  await platform.platform.runJobs();
}
/** Whether a desk that opens its stream now sees it. */
async function isOnBoard(id: string): Promise<boolean> {
  const reader = await readOrientations(platform, '', 'regulator');
  const events = await reader.until(({ event }) => event === 'done');
  reader.close();
  return events.some(({ data }) => data.id === id);
}

async function decide(more: object = {}) {
  const { status, body } = await orient(platform, 'regulator', {
    ...CONSULTATION,
    ...OWN,
    ...more,
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** Somebody left for the page of an editor, for an appointment the next day. */
async function departed() {
  const slotId = randomUUID();
  await platform.database.query(
    `insert into vendor_slot (id, editor_id, kind, national_id, schedule_id, starts_at, ends_at,
       modalities, visibility, booking, booking_url)
     values ($1, 'vendor', 'practitioner', $2, $3, $4, $4::timestamptz + interval '15 min', '{AMB}',
       '{PUBLIC}', 'ROUTINE', 'https://agenda.example/dr')`,
    [slotId, DOCTOR, agenda, START],
  );
  const left = await call('POST', 'departures', { slotId });
  assert.equal(left.status, 201, JSON.stringify(left.body));
  return decide({ appointmentId: left.body.id });
}

/** An appointment that its editor booked in one step, and does not answer about any more. */
async function cancelling() {
  const [made] = await platform.database.query<{ id: string }>(
    `insert into appointment (reference, schedule_id, editor, starts_at, ends_at, status,
       practitioner_national_id, booked_by, role, asked_slot, created_at, changed_at)
     values ('AB2C', $1, 'vendor', $2, $2::timestamptz + interval '15 min', 'booked', $3, 'regulator', 'regulator',
       'x', sas_now(), sas_now()) returning id`,
    [agenda, START, DOCTOR],
  );
  const { id } = await decide({ appointmentId: made!.id });
  const { body } = await call('POST', `orientations/${id}/withdraw`);
  assert.deepEqual([body.state, body.appointment.cancellation], ['withdrawn', 'asked']);
  return { id: id as string, appointmentId: made!.id };
}

test('what nobody has confirmed is not done, and stays on the board until somebody does', async () => {
  const { id, state, appointmentId } = await departed();
  assert.equal(state, 'to-confirm');
  const found = await call('GET', 'orientations?state=to-confirm');
  assert.deepEqual(
    found.body.items.map((each: { id: string }) => each.id),
    [id],
  );
  await platform.setClock('2026-11-24T00:01:00+01:00');
  assert.equal(await isOnBoard(id), true);
  await call('POST', `appointments/${appointmentId}/confirm`);
  assert.equal((await read(id)).state, 'done');
  assert.equal(await isOnBoard(id), false, 'another day, and done');
});

test('ten minutes without a word raise an alarm, which is told and stays until it is acknowledged', async () => {
  const { id } = await departed();
  const reader = await readOrientations(platform, '', 'regulator');
  await reader.until(({ event }) => event === 'done');
  await later('2026-11-23T22:09:00+01:00');
  assert.equal(await reason(id), null);
  await later('2026-11-23T22:10:01+01:00');
  const events = await reader.until(({ data }) => data.attention?.reason === 'overdue');
  reader.close();
  assert.equal(events.at(-1)!.data.id, id);
  await later('2026-11-24T16:00:00+01:00');
  assert.equal(await isOnBoard(id), true, 'its time is over, and nobody has seen it');
  await acknowledge(id);
  await later('2026-11-24T16:20:00+01:00');
  assert.deepEqual([await reason(id), await isOnBoard(id)], [null, false]);
});

test('acknowledged, it stays on the board until its time is over', async () => {
  const { id } = await departed();
  await later('2026-11-23T22:11:00+01:00');
  await acknowledge(id);
  await later('2026-11-24T14:59:00+01:00');
  assert.deepEqual([await reason(id), await isOnBoard(id)], [null, true]);
});

for (const verb of ['confirm', 'cancel']) {
  test(`${verb} settles it: there is nothing to find out any more`, async () => {
    const { id, appointmentId } = await departed();
    await later('2026-11-23T22:11:00+01:00');
    assert.equal((await call('POST', `appointments/${appointmentId}/${verb}`)).status, 200);
    await later('2026-11-23T22:30:00+01:00');
    assert.equal(await reason(id), null);
  });
}

test('it takes the place of no other alarm, and comes once that one is acknowledged', async () => {
  const { id } = await departed();
  const absent = { from: START, to: '2026-11-24T15:15:00+01:00' };
  const path = `/v1/schedules/${agenda}/absences`;
  const made = await platform.call('POST', path, { as: 'practitioner', body: absent });
  assert.equal(made.status, 201);
  await later('2026-11-23T22:11:00+01:00');
  assert.equal(await reason(id), 'absence');
  await acknowledge(id);
  await later('2026-11-23T22:12:00+01:00');
  assert.equal(await reason(id), 'overdue');
});

test('a cancellation that an editor does not answer is an alarm, though it was taken back', async () => {
  const { id } = await cancelling();
  await later('2026-11-23T22:09:00+01:00');
  assert.equal(await reason(id), null);
  await later('2026-11-23T22:10:01+01:00');
  assert.equal(await reason(id), 'not-cancelled');
  await later('2026-11-24T15:01:00+01:00');
  assert.deepEqual([await reason(id), await isOnBoard(id)], ['not-cancelled', true]);
  await acknowledge(id);
  await later('2026-11-24T15:02:00+01:00');
  assert.equal(await reason(id), null);
});

test('the alarm about a cancellation goes once its editor has cancelled', async () => {
  const { id, appointmentId } = await cancelling();
  await later('2026-11-23T22:11:00+01:00');
  assert.equal(await reason(id), 'not-cancelled');
  await platform.database.query(
    `update appointment set status = 'cancelled', cancellation = null, cancel_asked_at = null
     where id = $1`,
    [appointmentId],
  );
  assert.equal(await reason(id), null);
});

for (const [withinHours, before, bound] of [
  [undefined, '2026-11-25T21:59:00+01:00', '2026-11-25T22:00:01+01:00'],
  [4, '2026-11-24T01:59:00+01:00', '2026-11-24T02:00:01+01:00'],
] as const) {
  test(`a decision that nobody carried out within ${withinHours ?? 48} h never goes unseen`, async () => {
    const { id } = await decide(withinHours === undefined ? {} : { withinHours });
    await later(before);
    assert.deepEqual([await reason(id), await isOnBoard(id)], [null, true]);
    await later(bound);
    assert.equal(await reason(id), 'not-executed');
    await later('2026-11-29T08:00:00+01:00');
    assert.deepEqual([await reason(id), await isOnBoard(id)], ['not-executed', true]);
    await acknowledge(id);
    await later('2026-11-29T08:11:00+01:00');
    assert.deepEqual([await reason(id), await isOnBoard(id)], [null, false]);
  });
}
