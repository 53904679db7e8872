import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { writeAppointment } from '@sas-kit/fhir';
import { openAgenda } from '../../testing/agenda-fixtures.ts';
import type { OneStepAgenda } from '../../testing/one-step-agenda.ts';
import { endOneStepVendor, startOneStepVendor, WHO } from '../../testing/one-step-vendor.ts';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform.ts';
import type { TestVendor } from '../../testing/test-vendor.ts';
import { until } from '../../testing/until.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const TEN = '2026-11-23T10:00:00.000+01:00';
const ELEVEN = '2026-11-23T11:00:00.000+01:00';
const TWELVE = '2026-11-23T12:00:00.000+01:00';

let platform: TestPlatform;
let vendor: TestVendor;
let agenda: OneStepAgenda;

before(async () => {
  platform = await startTestPlatform({ SAS_METRICS_PORT: '0' });
  await platform.setClock(NOW);
  await openAgenda(platform);
});
after(() => platform.close());
beforeEach(async () => {
  await platform.setClock(NOW);
  const starts = [TEN, ELEVEN, TWELVE];
  ({ vendor, agenda } = await startOneStepVendor(platform, starts, { cancels: true }));
});
afterEach(() => endOneStepVendor(platform, vendor));

async function slots() {
  const path = '/v1/availability?insee=76351&specialty=SM54';
  const { body } = await platform.call('GET', path, { as: 'regulator' });
  return body.items[0].slots as { id: string; start: string }[];
}
async function take(slotId: string) {
  const { status, body } = await platform.call('POST', '/v1/appointments', {
    ...{ as: 'regulator', body: { slotId } },
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body as { id: string; status: string; reference: string };
}
const cancel = (id: string, as = 'regulator') =>
  platform.call('POST', `/v1/appointments/${id}/cancel`, { as });
const move = (id: string, body: { slotId: string; holdId?: string }, as = 'regulator') =>
  platform.call('POST', `/v1/appointments/${id}/reschedule`, { as, body });
const read = async (id: string) =>
  (await platform.call('GET', `/v1/appointments/${id}`, { as: 'regulator' })).body;
const standing = async (id: string) => {
  const { status, cancellation } = await read(id);
  return [status, cancellation];
};
/** Cancellations that a person is to look after: in the metrics, and in the list of what is overdue. */
async function alarms() {
  const text = await (await fetch(platform.platform.metricsAddress!)).text();
  const gauge = Number(/^sas_cancellations_overdue (\d+)$/m.exec(text)?.[1]);
  const listed = async (overdue: boolean) => {
    const path = `/v1/appointments?overdue=${overdue}`;
    return (await platform.call('GET', path, { as: 'regulator' })).body.items.length as number;
  };
  return [gauge, await listed(true), await listed(false)];
}
/** The outbox does now what it would do later. */
const repeat = () =>
  platform.database.query(`update outbox set due_at = sas_now() where state = 'waiting'`);
const tell = (
  value: string,
  status: 'pending' | 'booked' | 'cancelled',
  lastUpdated: string | undefined,
  start = TEN,
  verb: 'POST' | 'PUT' = 'POST',
) => {
  // Only the profile of SOS Médecins knows “pending”, and no practitioner.
  const sos = status === 'pending';
  const { resource } = writeAppointment(
    {
      identifier: { system: 'urn:ietf:rfc:3986', value },
      ...(sos ? { participantStatus: 'needs-action' } : { practitioner: WHO }),
      ...{ status, start },
      end: new Date(Date.parse(start) + 900_000).toISOString(),
      regulator: { kind: 'technical', value: 'regulator' },
    },
    { flow: sos ? 'sos' : 'ps' },
  );
  const written = lastUpdated === undefined ? {} : { lastUpdated };
  const body = { ...resource, meta: { ...resource!.meta, ...written } };
  const named = `?identifier=${encodeURIComponent(`urn:ietf:rfc:3986|${value}`)}`;
  const path = `/fhir/Appointment${verb === 'PUT' ? named : ''}`;
  return platform.call(verb, path, { as: 'editor', body });
};

test('what was booked in one step is cancelled in the vendor’s agenda, once', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  const { status, body } = await cancel(id);
  assert.deepEqual([status, body.status, body.cancellation], [200, 'cancelled', undefined]);
  assert.deepEqual(agenda.cancellations, [`urn:uuid:${id}`]);
  assert.equal(agenda.booked.size, 0);
  assert.equal((await cancel(id)).body.status, 'cancelled');
  await repeat();
  await until(async () => (await waiting()) === 0);
  assert.equal(agenda.cancellations.length, 1);
  await platform.database.query('delete from vendor_answer');
  assert.equal((await slots()).length, 3, 'its vendor offers it again');
});

async function waiting(): Promise<number> {
  const rows = await platform.database.query(`select 1 as one from outbox where state = 'waiting'`);
  return rows.length;
}

test('the vendor is down when it is cancelled, then up: asked for, overdue, cancelled', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  vendor.mood = 'down';
  const { status, body } = await cancel(id);
  assert.deepEqual([status, body.status, body.cancellation], [200, 'booked', 'asked']);
  await platform.setClock('2026-11-23T08:10:01+01:00');
  assert.deepEqual(await standing(id), ['booked', 'overdue']);
  assert.equal(agenda.booked.size, 1, 'it still stands there');
  vendor.release();
  await repeat();
  await until(async () => (await read(id)).status === 'cancelled');
  assert.deepEqual(await standing(id), ['cancelled', undefined]);
  assert.deepEqual(await alarms(), [0, 0, 1]);
  assert.equal(agenda.booked.size, 0);
});

test('a vendor that is down for long is asked every ten minutes, until it begins', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  vendor.mood = 'down';
  await cancel(id);
  const row = async () => {
    const rows = await platform.database.query<{ state: string; wait: number; failed: boolean }>(
      `select state, extract(epoch from due_at - sas_now())::float8 as wait,
         attempts > 100 and leased_until is null as failed
       from outbox where kind = 'editor-cancellation'`,
    );
    return rows[0]!;
  };
  await platform.database.query('update outbox set attempts = 100');
  await repeat();
  await until(async () => (await row()).failed);
  const { state, wait } = await row();
  assert.equal(state, 'waiting');
  assert.ok(wait > 60 && wait <= 720, `${wait} s`);
  await platform.setClock('2026-11-23T10:00:01+01:00');
  await repeat();
  await until(async () => (await row()).state === 'dead');
});

test('an answer that was lost is asked for again: who cancels again is answered', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  agenda.afterwards = () => vendor.drop();
  assert.equal((await cancel(id)).body.cancellation, 'asked');
  agenda.afterwards = () => undefined;
  const { body } = await cancel(id);
  assert.deepEqual([body.status, body.cancellation], ['cancelled', undefined]);
});

test('a vendor that does not cancel it says so: it stands, and the practice is to be called', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  agenda.cancels = false;
  const { status, body } = await cancel(id);
  assert.deepEqual([status, body.code], [409, 'invalid-transition']);
  assert.deepEqual(await standing(id), ['booked', 'refused']);
  await tell(`urn:uuid:${id}`, 'cancelled', '2026-11-23T08:01:00+01:00');
  assert.deepEqual(await standing(id), ['cancelled', undefined], 'the practice did');
});

test('a cancellation asked of a vendor that was down and does not cancel ends as refused', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  vendor.mood = 'down';
  await cancel(id);
  agenda.cancels = false;
  vendor.release();
  await repeat();
  await until(async () => (await read(id)).cancellation === 'refused');
  assert.equal((await read(id)).status, 'booked');
  assert.deepEqual(await alarms(), [1, 1, 0]);
  await platform.setClock('2026-11-23T10:00:01+01:00');
  assert.deepEqual(await alarms(), [0, 0, 1], 'it has begun');
});

test('who gives up before the vendor has answered has it cancelled there, too', async () => {
  const [slot] = await slots();
  agenda.afterwards = () => vendor.drop();
  const { id, status } = await take(slot!.id);
  assert.deepEqual([status, agenda.booked.size], ['pending', 1]);
  agenda.afterwards = () => undefined;
  assert.deepEqual((await cancel(id)).body.status, 'cancelled');
  assert.equal(agenda.booked.size, 0);
  await repeat();
  await until(async () => (await waiting()) === 0);
  assert.deepEqual(await standing(id), ['cancelled', undefined]);
  assert.equal(agenda.requests.length, 1, 'nothing is booked any more');
});

test('the vendor is slow to book what is given up meanwhile: booked, then cancelled there', async () => {
  const [slot] = await slots();
  vendor.mood = 'held';
  const taken = platform.call('POST', '/v1/appointments', {
    ...{ as: 'regulator', body: { slotId: slot!.id } },
  });
  await vendor.opened(1);
  const { body } = await platform.call('GET', '/v1/appointments', { as: 'regulator' });
  const { id } = body.items[0];
  const gaveUp = await cancel(id);
  assert.deepEqual([gaveUp.body.status, gaveUp.body.cancellation], ['cancelled', 'asked']);
  vendor.release();
  assert.equal((await taken).body.cancellation, 'asked');
  await repeat();
  await until(async () => agenda.booked.size === 0);
  await until(async () => (await read(id)).status === 'cancelled');
});

test('an older word of the vendor that comes late does not undo its cancellation', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  await cancel(id);
  for (const value of [`urn:uuid:${id}`, `urn:uuid:${id}`]) {
    await tell(value, 'booked', '2026-11-23T07:59:30+01:00');
    assert.deepEqual(await standing(id), ['cancelled', undefined]);
  }
});

test('nor does one without a date, sent again as an update', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  await cancel(id);
  for (const verb of ['POST', 'PUT', 'PUT'] as const) {
    const { status } = await tell(`urn:uuid:${id}`, 'booked', undefined, TEN, verb);
    assert.ok(status < 300, `${status}`);
    assert.deepEqual(await standing(id), ['cancelled', undefined], verb);
  }
});

test('one that its vendor has told of is cancelled there as well', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  await tell(`urn:uuid:${id}`, 'booked', '2026-11-23T08:00:01+01:00');
  assert.equal((await cancel(id)).body.status, 'cancelled');
  assert.equal(agenda.booked.size, 0);
});

test('only who may change it cancels and moves it, and not once it has begun', async () => {
  const [slot, later] = await slots();
  const { id } = await take(slot!.id);
  for (const as of ['delegate', 'authority', 'editor']) {
    assert.ok([403, 404].includes((await cancel(id, as)).status), as);
    assert.ok([403, 404].includes((await move(id, { slotId: later!.id }, as)).status), as);
  }
  assert.equal((await cancel(id, 'public')).body.code, 'manage-token-required');
  await platform.setClock('2026-11-23T10:00:01+01:00');
  assert.equal((await cancel(id)).body.code, 'invalid-transition');
  assert.equal((await move(id, { slotId: later!.id })).body.code, 'invalid-transition');
  assert.deepEqual(agenda.cancellations, []);
});

test('moving books the new one first, then cancels the former', async () => {
  const [slot, later] = await slots();
  const former = await take(slot!.id);
  const held = await platform.call('POST', '/v1/holds', {
    ...{ as: 'regulator', body: { slotId: later!.id } },
  });
  const { status, body } = await move(former.id, { slotId: later!.id, holdId: held.body.id });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual([body.status, body.replaces, body.slot.id], ['booked', former.id, later!.id]);
  assert.notEqual(body.reference, former.reference);
  assert.deepEqual(await standing(former.id), ['cancelled', undefined]);
  assert.deepEqual([...agenda.booked.keys()], [`urn:uuid:${body.id}`]);
  assert.equal((await move(body.id, { slotId: later!.id })).body.id, body.id, 'there it is');
});

test('where the new slot is taken the former stays', async () => {
  const [slot, later] = await slots();
  const { id } = await take(slot!.id);
  agenda.booked.set('somebody', `s-${WHO}-${Date.parse(ELEVEN)}`);
  const { status, body } = await move(id, { slotId: later!.id });
  assert.deepEqual([status, body.code], [409, 'slot-taken']);
  assert.equal(body.alternatives[0].start.slice(11, 16), '12:00');
  assert.deepEqual(await standing(id), ['booked', undefined]);
});

test('while the new one is pending the former stays, and goes once that is known', async () => {
  const [slot, later] = await slots();
  const { id } = await take(slot!.id);
  agenda.afterwards = () => vendor.drop();
  const { body } = await move(id, { slotId: later!.id });
  assert.equal(body.status, 'pending');
  assert.deepEqual(await standing(id), ['booked', undefined]);
  const again = await move(id, { slotId: (await slots())[0]!.id });
  assert.equal(again.body.code, 'invalid-transition', 'it is being moved');
  agenda.afterwards = () => undefined;
  await repeat();
  await until(async () => (await read(body.id)).status === 'booked');
  await repeat();
  await until(async () => (await read(id)).status === 'cancelled');
  assert.equal(agenda.booked.size, 1);
});

for (const how of ['told by its vendor', 'confirmed by a person'] as const) {
  test(`a new one that is ${how} takes the former’s place`, async () => {
    const [slot, later] = await slots();
    const { id } = await take(slot!.id);
    agenda.afterwards = () => vendor.drop();
    const { body } = await move(id, { slotId: later!.id });
    agenda.afterwards = () => undefined;
    if (how === 'confirmed by a person') {
      await platform.call('POST', `/v1/appointments/${body.id}/confirm`, { as: 'regulator' });
    } else await tell(`urn:uuid:${body.id}`, 'booked', '2026-11-23T08:00:30+01:00', ELEVEN);
    assert.equal((await read(id)).cancellation, 'asked');
    await repeat();
    await until(async () => (await read(id)).status === 'cancelled');
  });
}

/** Moves to eleven at a vendor that books it and does not say so. */
async function moveUnanswered(id: string): Promise<string> {
  const later = (await slots()).find(({ start }) => start.slice(11, 16) === '11:00');
  agenda.afterwards = () => vendor.drop();
  const { body } = await move(id, { slotId: later!.id });
  agenda.afterwards = () => undefined;
  assert.equal(body.status, 'pending');
  return body.id;
}

test('a move that is given up leaves the former, whatever its vendor says late of the new one', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  const latter = await moveUnanswered(id);
  vendor.mood = 'down';
  const gaveUp = await cancel(latter);
  assert.deepEqual([gaveUp.body.status, gaveUp.body.cancellation], ['cancelled', 'asked']);
  await tell(`urn:uuid:${latter}`, 'booked', '2026-11-23T08:00:30+01:00', ELEVEN);
  assert.deepEqual(await standing(latter), ['booked', 'asked']);
  vendor.release();
  await repeat();
  await until(async () => (await read(latter)).status === 'cancelled');
  await tell(`urn:uuid:${latter}`, 'booked', '2026-11-23T08:00:40+01:00', ELEVEN);
  await until(async () => (await waiting()) === 0);
  assert.deepEqual(await standing(id), ['booked', undefined]);
  assert.deepEqual([...agenda.booked.keys()], [`urn:uuid:${id}`]);
});

test('a new one that its vendor tells of twice, pending first, takes the former’s place', async () => {
  const [slot] = await slots();
  const { id } = await take(slot!.id);
  const latter = await moveUnanswered(id);
  await tell(`urn:uuid:${latter}`, 'pending', '2026-11-23T08:00:30+01:00', ELEVEN);
  assert.deepEqual(await standing(id), ['booked', undefined]);
  await tell(`urn:uuid:${latter}`, 'booked', '2026-11-23T08:00:40+01:00', ELEVEN);
  await repeat();
  await until(async () => (await read(id)).status === 'cancelled');
  assert.deepEqual([...agenda.booked.keys()], [`urn:uuid:${latter}`]);
});

test('of two who move one appointment at once one does', async () => {
  const [slot, later, last] = await slots();
  const { id } = await take(slot!.id);
  const answers = await Promise.all([
    move(id, { slotId: later!.id }),
    move(id, { slotId: last!.id }),
  ]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  assert.equal(agenda.booked.size, 1);
});

test('nothing is moved where the former could not be cancelled, nor to a slot that is not booked so', async () => {
  const [slot, later] = await slots();
  const { id } = await take(slot!.id);
  await platform.database.query(`update editor set endpoint = 'http://127.0.0.1:9/fhir'`);
  const unreachable = await move(id, { slotId: later!.id });
  assert.deepEqual([unreachable.status, unreachable.body.code], [409, 'invalid-transition']);
  await platform.database.query('update editor set books_in_one_step = false');
  assert.equal((await move(id, { slotId: later!.id })).body.code, 'invalid-transition');
  assert.equal(agenda.booked.size, 1);
});
