import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { writeAppointment } from '@sas-kit/fhir';
import { openAgenda } from '../../testing/agenda-fixtures.ts';
import type { OneStepAgenda } from '../../testing/one-step-agenda.ts';
import { startOneStepVendor, WHO } from '../../testing/one-step-vendor.ts';
import { CONSULTATION, orient, OWN } from '../../testing/regulation-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform.ts';
import type { TestVendor } from '../../testing/test-vendor.ts';
import { until } from '../../testing/until.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const HOURS = ['10', '11', '12', '13', '14', '15', '16'];

let platform: TestPlatform;
let vendor: TestVendor;
let agenda: OneStepAgenda;

before(async () => {
  platform = await startTestPlatform();
  await platform.setClock(NOW);
  await openAgenda(platform);
  const starts = HOURS.map((hour) => `2026-11-23T${hour}:00:00.000+01:00`);
  ({ vendor, agenda } = await startOneStepVendor(platform, starts, { cancels: true }));
});
after(async () => {
  await platform.close();
  await vendor.close();
});

const call = (verb: 'GET' | 'POST', path: string, body?: object) =>
  platform.call(verb, `/v1/${path}`, { as: 'regulator', ...(body !== undefined && { body }) });

/** An appointment that an editor booked in one step, and the orientation that it is of. */
async function oriented() {
  const found = await call('GET', 'availability?insee=76351&specialty=SM54');
  const slot = found.body.items[0].slots[0] as { id: string; start: string };
  const { body } = await call('POST', 'appointments', { slotId: slot.id });
  assert.equal(body.status, 'booked', JSON.stringify(body));
  const asked = { ...CONSULTATION, ...OWN, appointmentId: body.id as string };
  const made = await orient(platform, 'regulator', asked);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return { appointment: body.id as string, start: slot.start, orientation: made.body.id as string };
}
type Oriented = Awaited<ReturnType<typeof oriented>>;

const cancel = ({ appointment }: Oriented) => call('POST', `appointments/${appointment}/cancel`);
/** Why the orientation asks for attention once its appointment is cancelled. */
async function reason({ orientation }: Oriented): Promise<string | null> {
  const { attention } = await until(async () => {
    const { body } = await call('GET', `orientations/${orientation}`);
    return body.followUp === 'cancelled' && body;
  });
  return attention?.reason ?? null;
}
function tellCancelled({ appointment, start }: Oriented) {
  const { resource } = writeAppointment({
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${appointment}` },
    ...{ status: 'cancelled', start, practitioner: WHO },
    end: new Date(Date.parse(start) + 900_000).toISOString(),
    regulator: { kind: 'technical', value: 'regulator' },
  });
  const body = { ...resource, meta: { ...resource!.meta, lastUpdated: NOW } };
  return platform.call('POST', '/fhir/Appointment', { as: 'editor', body });
}

test('who cancels what was booked in one step is not warned of it', async () => {
  const one = await oriented();
  assert.equal((await cancel(one)).body.status, 'cancelled');
  assert.equal(await reason(one), null);
});

test('nor where its editor does it later, asked by the outbox', async () => {
  const one = await oriented();
  vendor.mood = 'down';
  assert.equal((await cancel(one)).body.cancellation, 'asked');
  vendor.release();
  await platform.database.query(`update outbox set due_at = sas_now() where state = 'waiting'`);
  assert.equal(await reason(one), null);
});

test('nor where a colleague has asked for it since', async () => {
  const one = await oriented();
  vendor.mood = 'down';
  assert.equal((await cancel(one)).body.cancellation, 'asked');
  const path = `/v1/appointments/${one.appointment}/cancel`;
  const colleague = await platform.call('POST', path, { as: 'call-taker' });
  assert.equal(colleague.body.cancellation, 'asked');
  vendor.release();
  await platform.database.query(`update outbox set due_at = sas_now() where state = 'waiting'`);
  assert.equal(await reason(one), null);
});

test('nor where its editor tells of it before it has answered', async () => {
  const one = await oriented();
  vendor.mood = 'down';
  assert.equal((await cancel(one)).body.cancellation, 'asked');
  await tellCancelled(one);
  vendor.release();
  assert.equal(await reason(one), null);
});

test('what the practice cancels is told', async () => {
  const one = await oriented();
  await tellCancelled(one);
  assert.equal(await reason(one), 'cancelled');
});

/** The orientation, once it says that its appointment is not cancelled. */
const standing = ({ orientation }: Oriented) =>
  until(async () => {
    const { body } = await call('GET', `orientations/${orientation}`);
    return body.attention?.reason === 'not-cancelled' && body;
  });
const waiting = async () => {
  const { body } = await call('GET', 'orientations?attention=true');
  return (body.items as { id: string }[]).map(({ id }) => id);
};

test('an orientation was taken back and its editor refuses later: it asks for attention until it is seen', async () => {
  const one = await oriented();
  vendor.mood = 'down';
  const withdrawn = await call('POST', `orientations/${one.orientation}/withdraw`);
  assert.deepEqual([withdrawn.body.state, withdrawn.body.attention], ['withdrawn', null]);
  agenda.cancels = false;
  vendor.release();
  await platform.database.query(`update outbox set due_at = sas_now() where state = 'waiting'`);
  const { attention, appointment } = await standing(one);
  assert.deepEqual([appointment.status, appointment.cancellation], ['booked', 'refused']);
  assert.ok((await waiting()).includes(one.orientation));
  const { reason: seen, at } = attention;
  const path = `orientations/${one.orientation}/acknowledge`;
  assert.equal((await call('POST', path, { reason: seen, at })).status, 200);
  assert.ok(!(await waiting()).includes(one.orientation));
  agenda.cancels = true;
});

test('cancelled at last, it asks for nothing any more', async () => {
  const one = await oriented();
  vendor.mood = 'down';
  await call('POST', `orientations/${one.orientation}/withdraw`);
  agenda.cancels = false;
  vendor.release();
  await platform.database.query(`update outbox set due_at = sas_now() where state = 'waiting'`);
  await standing(one);
  assert.ok((await waiting()).includes(one.orientation));
  agenda.cancels = true;
  assert.equal((await cancel(one)).body.status, 'cancelled');
  assert.ok(!(await waiting()).includes(one.orientation));
});
