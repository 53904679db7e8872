import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { type EventReader, type ReadEvent, readOrientations } from '../testing/event-reader.ts';
import { CONSULTATION, decidedInCase, orient, OWN } from '../testing/regulation-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const OPERATOR = 'unscheduled-care-operator';
let platform: TestPlatform;
let agenda: string;
let minutes = 0;

before(async () => {
  platform = await startTestPlatform({ SAS_STREAM_HEARTBEAT: '1' });
  await platform.setClock(NOW);
  agenda = await openAgenda(platform);
});
after(() => platform.close());

const startOfNext = () =>
  new Date(Date.parse('2026-11-23T09:00:00+01:00') + (minutes += 30) * 60_000).toISOString();
const freeSlot = () => addSlot(platform, agenda, slotAt(startOfNext()));
const isDone = ({ event }: ReadEvent) => event === 'done';

/** An orientation of the operator's with an appointment. */
async function booked() {
  const asked = { ...CONSULTATION, ...decidedInCase(NOW), slotId: await freeSlot() };
  const { status, body } = await orient(platform, OPERATOR, asked);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

const act = (id: string, what: string, as = OPERATOR) =>
  platform.call('POST', `/v1/orientations/${id}/${what}`, { as });
/** Somebody has seen what a reading of it said. */
const acknowledge = (seen: any, as = OPERATOR) => {
  const { reason, at } = seen.attention;
  const path = `/v1/orientations/${seen.id}/acknowledge`;
  return platform.call('POST', path, { as, body: { reason, at } });
};
const change = (id: string, what: string, as: string, body?: unknown) =>
  platform.call('POST', `/v1/appointments/${id}/${what}`, { as, body });
const read = async (id: string, as = OPERATOR) =>
  (await platform.call('GET', `/v1/orientations/${id}`, { as })).body;

let reader: EventReader;
beforeEach(async () => {
  reader = await readOrientations(platform, '', OPERATOR);
  await reader.until(isDone);
});
afterEach(() => reader.close());

/** What the stream tells of an orientation once it asks for attention. */
async function attention(id: string) {
  const events = await reader.until(
    ({ event, data }) => event === 'orientation' && data.id === id && data.attention !== null,
  );
  return events.at(-1)!.data;
}

test('a practice that cancels: the operator is told, and it stays until it is acknowledged', async () => {
  const { id, appointmentId } = await booked();
  assert.equal((await change(appointmentId, 'cancel', 'practitioner')).status, 200);
  const told = await attention(id);
  assert.deepEqual([told.attention.reason, told.attention.acknowledgedAt], ['cancelled', null]);
  assert.equal(told.followUp, 'cancelled');
  const waiting = async () =>
    (await platform.call('GET', '/v1/orientations?attention=true', { as: 'call-taker' })).body
      .items;
  assert.deepEqual(
    (await waiting()).map((each: any) => each.id),
    [id],
  );
  for (const as of ['practitioner', 'territory-lead']) {
    assert.equal((await acknowledge(told, as)).status, 403, as);
  }
  const seen = await acknowledge(told, 'call-taker');
  assert.equal(seen.status, 200);
  assert.notEqual(seen.body.attention.acknowledgedAt, null);
  assert.deepEqual(await waiting(), []);
  assert.deepEqual((await acknowledge(told)).body, { ...seen.body, mine: true });
  const events = await reader.until(({ data }) => data.attention?.acknowledgedAt != null);
  assert.equal(events.at(-1)!.data.id, id);
});

test('a practice that moves it: told with its new time', async () => {
  const { id, appointmentId, appointment } = await booked();
  const slotId = await freeSlot();
  assert.equal((await change(appointmentId, 'reschedule', 'practitioner', { slotId })).status, 200);
  const told = await attention(id);
  assert.deepEqual([told.attention.reason, told.followUp], ['moved', 'moved']);
  assert.equal(told.firstStart, appointment.slot.start);
  assert.equal(told.appointment.slot.id, slotId);
});

test('a practice that is absent at its time: told, though the appointment stands', async () => {
  const { id, appointment } = await booked();
  const { id: other } = await booked();
  const body = { from: appointment.slot.start, to: appointment.slot.end };
  const path = `/v1/schedules/${agenda}/absences`;
  const absence = await platform.call('POST', path, { as: 'practitioner', body });
  assert.equal(absence.status, 201);
  const told = await attention(id);
  assert.deepEqual([told.attention.reason, told.followUp], ['absence', 'booked']);
  assert.equal((await read(other)).attention, null);
  // The operator books another: the same appointment, so that whoever was told of it is told again.
  const slotId = await freeSlot();
  const moved = await change(told.appointmentId, 'reschedule', OPERATOR, { slotId });
  assert.equal(moved.status, 200, JSON.stringify(moved.body));
  assert.equal((await read(id)).attention.reason, 'absence');
  assert.notEqual((await acknowledge(told)).body.attention.acknowledgedAt, null);
});

test('what has happened since is not acknowledged unseen', async () => {
  const { id, appointmentId } = await booked();
  await change(appointmentId, 'reschedule', 'practitioner', { slotId: await freeSlot() });
  const moved = await attention(id);
  assert.equal((await change(appointmentId, 'cancel', 'practitioner')).status, 200);
  const late = await acknowledge(moved);
  assert.deepEqual([late.status, late.body.code], [409, 'invalid-transition']);
  const now = await read(id);
  assert.deepEqual([now.attention.reason, now.attention.acknowledgedAt], ['cancelled', null]);
  assert.equal((await acknowledge(now)).status, 200);
});

test('nor what has happened since in the same second', async () => {
  const { id, appointmentId } = await booked();
  const move = async () => {
    await platform.setClock('2026-11-23T08:30:00+01:00');
    await platform.database.query(
      `update appointment set starts_at = starts_at + interval '1 minute' where id = $1`,
      [appointmentId],
    );
    return read(id);
  };
  const [seen, now] = [await move(), await move()];
  const late = await acknowledge(seen);
  assert.deepEqual([late.status, late.body.code], [409, 'invalid-transition']);
  assert.equal((await read(id)).attention.acknowledgedAt, null);
  assert.equal((await acknowledge(now)).status, 200);
  await platform.setClock(NOW);
});

test('an absence between the booking and its orientation is told with it', async () => {
  const slotId = await freeSlot();
  const made = await platform.call('POST', '/v1/appointments', { as: OPERATOR, body: { slotId } });
  const absent = { from: made.body.slot.start, to: made.body.slot.end };
  const path = `/v1/schedules/${agenda}/absences`;
  assert.equal(
    (await platform.call('POST', path, { as: 'practitioner', body: absent })).status,
    201,
  );
  const asked = { ...CONSULTATION, ...decidedInCase(NOW), appointmentId: made.body.id };
  const { body } = await orient(platform, OPERATOR, asked);
  assert.equal(body.attention.reason, 'absence');
});

test('a decision that waits again, by the doing of whoever carried it out, is told', async () => {
  const decided = await orient(platform, 'regulator', { ...CONSULTATION, ...OWN });
  const by = { decision: { kind: 'orientation', id: decided.body.id }, ...CONSULTATION };
  const { body } = await orient(platform, OPERATOR, { ...by, slotId: await freeSlot() });
  const isDecision = (state: string) => (event: ReadEvent) =>
    event.data?.id === decided.body.id && event.data.state === state;
  await reader.until(isDecision('executed'));
  assert.equal((await change(body.appointmentId, 'cancel', OPERATOR)).status, 200);
  await reader.until(isDecision('to-execute'));
});

test('an absence that is moved over it is told too', async () => {
  const path = `/v1/schedules/${agenda}/absences`;
  const far = { from: '2026-12-01T08:00:00+01:00', to: '2026-12-01T09:00:00+01:00' };
  const made = await platform.call('POST', path, { as: 'practitioner', body: far });
  const { id, appointment } = await booked();
  const body = { from: appointment.slot.start, to: appointment.slot.end };
  const headers = { 'if-match': made.headers.get('etag')! };
  const put = await platform.call('PUT', `${path}/${made.body.id}`, {
    as: 'practitioner',
    body,
    headers,
  });
  assert.equal(put.status, 200);
  assert.equal((await attention(id)).attention.reason, 'absence');
});

test('whoever made it is not warned of what they do themselves, and is told all the same', async () => {
  const { id, appointmentId } = await booked();
  assert.equal((await change(appointmentId, 'cancel', OPERATOR)).status, 200);
  const events = await reader.until(({ data }) => data.id === id && data.followUp === 'cancelled');
  assert.equal(events.at(-1)!.data.attention, null);
});

test('what the practice says of the visit is told, and asks for nothing', async () => {
  const { id, appointmentId, appointment } = await booked();
  await platform.setClock(appointment.slot.end);
  const body = { status: 'noshow' };
  const path = `/v1/appointments/${appointmentId}`;
  assert.equal((await platform.call('PATCH', path, { as: 'practitioner', body })).status, 200);
  const events = await reader.until(({ data }) => data.id === id && data.followUp === 'noshow');
  assert.equal(events.at(-1)!.data.attention, null);
  await platform.call('PATCH', path, { as: 'practitioner', body: { status: 'fulfilled' } });
  await reader.until(({ data }) => data.id === id && data.followUp === 'honoured');
  await platform.setClock(NOW);
});

test('within a minute whoever made it takes it back, with its appointment', async () => {
  const { id, appointmentId, appointment } = await booked();
  assert.equal((await act(id, 'withdraw', 'call-taker')).status, 404);
  const { status, body } = await act(id, 'withdraw');
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual([body.state, body.followUp, body.attention], ['withdrawn', 'cancelled', null]);
  assert.deepEqual((await act(id, 'withdraw')).body, body);
  const again = { ...CONSULTATION, ...decidedInCase(NOW), slotId: appointment.slot.id };
  const rebooked = await orient(platform, 'call-taker', again);
  assert.equal(rebooked.status, 201);
  assert.notEqual(rebooked.body.appointmentId, appointmentId);
  await reader.until(({ data }) => data.id === id && data.state === 'withdrawn');
});

test('after a minute it is the appointment that is cancelled', async () => {
  const { id, appointmentId } = await booked();
  await platform.setClock('2026-11-23T08:02:00+01:00');
  const late = await act(id, 'withdraw');
  await platform.setClock(NOW);
  assert.deepEqual([late.status, late.body.code], [409, 'invalid-transition']);
  const { body } = await platform.call('GET', `/v1/appointments/${appointmentId}`, {
    as: OPERATOR,
  });
  assert.equal(body.status, 'booked');
});

test('what was carried out is not taken back; what carried it out is, and it waits again', async () => {
  const { body: decided } = await orient(platform, 'regulator', { ...CONSULTATION, ...OWN });
  const decision = { kind: 'orientation', id: decided.id };
  const asked = { ...CONSULTATION, decision, slotId: await freeSlot() };
  const { body: carried } = await orient(platform, OPERATOR, asked);
  const refused = await act(decided.id, 'withdraw', 'regulator');
  assert.deepEqual([refused.status, refused.body.code], [409, 'invalid-transition']);
  assert.equal((await act(carried.id, 'withdraw')).status, 200);
  assert.equal((await read(decided.id)).state, 'to-execute');
  await reader.until(({ data }) => data.id === decided.id && data.state === 'to-execute');
  assert.equal((await act(decided.id, 'withdraw', 'regulator')).body.state, 'withdrawn');
});

test('a stream begins with what there is, and is of its reader', async () => {
  const { id } = await booked();
  const mine = await readOrientations(platform, 'mine=true', 'call-taker');
  const first = await mine.until(isDone);
  assert.ok(first.slice(0, -1).every(({ data }) => data.mine));
  const nurse = await readOrientations(platform, '', 'triage-nurse');
  assert.equal((await nurse.until(isDone)).length, 1);
  const practice = await readOrientations(platform, '', 'practitioner');
  const own = await practice.until(isDone);
  assert.ok(own.some(({ data }) => data.id === id && data.caseRef === null));
  await orient(platform, 'regulator', { outcome: 'advice', ...OWN, insee: '38185' });
  await orient(platform, 'call-taker', {
    ...CONSULTATION,
    ...decidedInCase(NOW),
    slotId: await freeSlot(),
  });
  const [seen] = await mine.until(({ event }) => event === 'orientation');
  assert.equal(seen!.data.executedBy.role, 'call-taker');
  await nurse.heartbeats(1);
  assert.equal(nurse.text().includes('event: orientation'), false);
  for (const each of [mine, nurse, practice]) each.close();
});
