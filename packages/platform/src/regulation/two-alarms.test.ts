import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { writeAppointment } from '@sas-kit/fhir';
import { type Desk, startDesk } from '../testing/desk.ts';
import { CONSULTATION, orient, OWN } from '../testing/regulation-fixtures.ts';

const DOCTOR = '810999900018';
const DAY = Date.parse('2026-11-23T09:00:00+01:00');
let platform: Desk['platform'];
let agenda: string;
let hours = 0;

before(async () => {
  ({ platform, agenda } = await startDesk());
  await platform.database.query(
    `insert into editor (id, name, endpoint, books_in_one_step)
     values ('vendor', 'Éditeur fictif', 'http://127.0.0.1:9/fhir', true)`,
  );
});
after(() => platform.close());

const period = () => {
  const start = DAY + (hours += 1) * 3_600_000;
  return { start: new Date(start).toISOString(), end: new Date(start + 900_000).toISOString() };
};

/** An appointment as its editor booked it in one step for the regulator. @param replaces that whose place it takes. */
async function atEditor(replaces: string | null = null): Promise<string> {
  const { start, end } = period();
  const rows = await platform.database.query<{ id: string }>(
    `insert into appointment (reference, schedule_id, editor, starts_at, ends_at, status,
       practitioner_national_id, booked_by, role, asked_slot, replaces, created_at, changed_at)
     values (substr(md5(random()::text), 1, 4), $1, 'vendor', $2, $3, 'booked', $4, 'regulator', 'regulator', 'x', $5,
       sas_now(), sas_now()) returning id`,
    [agenda, start, end, DOCTOR, replaces],
  );
  return rows[0]!.id;
}
/** Somebody wants it cancelled and its editor refuses. */
async function refuse(id: string): Promise<void> {
  await platform.database.query(
    `update appointment set cancellation = 'asked', cancel_asked_at = sas_now() where id = $1`,
    [id],
  );
  await platform.database.query(`update appointment set cancellation = 'refused' where id = $1`, [
    id,
  ]);
}
/** Its practice cancels it in the end. */
const settle = (id: string) =>
  platform.database.query(
    `update appointment set status = 'cancelled', cancellation = null, cancel_asked_at = null where id = $1`,
    [id],
  );
/** Its practice tells of another time (INT_R03). */
async function moved(id: string): Promise<string> {
  const { start, end } = period();
  const { resource } = writeAppointment({
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` },
    ...{ status: 'booked', start, end, practitioner: DOCTOR },
    regulator: { kind: 'technical', value: 'regulator' },
  });
  const answer = await platform.call('POST', '/fhir/Appointment', { as: 'editor', body: resource });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return start;
}

const call = (method: 'GET' | 'POST', path: string, body?: object) =>
  platform.call(method, `/v1/${path}`, { as: 'regulator', ...(body && { body }) });

/** An orientation whose appointment was moved in one step, by who made it. */
async function movedInOneStep() {
  const former = await atEditor();
  const { body, status } = await orient(platform, 'regulator', {
    ...CONSULTATION,
    ...OWN,
    appointmentId: former,
  });
  assert.equal(status, 201, JSON.stringify(body));
  const latter = await atEditor(former);
  return { id: body.id as string, former, latter };
}
const read = async (id: string) => (await call('GET', `orientations/${id}`)).body;
const waitsFor = async (id: string): Promise<string | null> => {
  const { attention } = await read(id);
  return attention?.acknowledgedAt === null ? attention.reason : null;
};
const isListed = async (id: string) => {
  const { body } = await call('GET', 'orientations?attention=true');
  return (body.items as { id: string }[]).some((each) => each.id === id);
};
const acknowledge = async (id: string) => {
  const { reason, at } = (await read(id)).attention;
  return call('POST', `orientations/${id}/acknowledge`, { reason, at });
};

test('the former is cancelled at last: that the latter was moved waits all the same', async () => {
  const { id, former, latter } = await movedInOneStep();
  const start = await moved(latter);
  assert.equal(await waitsFor(id), 'moved');
  await refuse(former);
  assert.equal(await waitsFor(id), 'not-cancelled');
  await settle(former);
  assert.equal(await waitsFor(id), 'moved');
  assert.ok(await isListed(id));
  assert.equal(Date.parse((await read(id)).appointment.slot.start), Date.parse(start));
  assert.equal((await acknowledge(id)).status, 200);
  assert.ok(!(await isListed(id)));
});

test('whoever has seen one of two is told the other next', async () => {
  const { id, former, latter } = await movedInOneStep();
  await refuse(former);
  await platform.setClock('2026-11-23T08:01:00+01:00');
  await moved(latter);
  assert.equal(await waitsFor(id), 'moved');
  const first = await acknowledge(id);
  assert.deepEqual(
    [first.status, first.body.attention.reason, first.body.attention.acknowledgedAt],
    [200, 'not-cancelled', null],
  );
  assert.ok(await isListed(id));
  assert.equal((await acknowledge(id)).status, 200);
  assert.deepEqual([await waitsFor(id), await isListed(id)], [null, false]);
});

test('moved twice before the first refuses: whoever made it is told', async () => {
  const { id, former, latter } = await movedInOneStep();
  const last = await atEditor(latter);
  await settle(latter);
  assert.deepEqual([(await read(id)).appointmentId, await waitsFor(id)], [last, null]);
  await refuse(former);
  assert.equal(await waitsFor(id), 'not-cancelled');
});

test('while another of them stands, the one that is cancelled settles nothing', async () => {
  const { id, former, latter } = await movedInOneStep();
  await atEditor(latter);
  await refuse(former);
  await refuse(latter);
  await settle(former);
  assert.equal(await waitsFor(id), 'not-cancelled');
  await settle(latter);
  assert.equal(await waitsFor(id), null);
});
