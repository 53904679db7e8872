import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '../database/connection.ts';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { readOrientations } from '../testing/event-reader.ts';
import {
  callPractice,
  CONSULTATION,
  decidedInCase,
  orient,
  OWN,
} from '../testing/regulation-fixtures.ts';
import { freshDatabase } from '../testing/test-database.ts';
import { startTestPlatform } from '../testing/test-platform.ts';

const skip = !process.env['SAS_TEST_DATABASE_URL'] && 'runs on PostgreSQL only';
const SECRET = { SAS_SECRET_KEY: Buffer.alloc(32, 7).toString('base64') };
const NOW = '2026-11-23T08:00:00+01:00';
const START = '2026-11-23T11:00:00+01:00';

test('what a practice does at another server process reaches the operator', { skip }, async (t) => {
  const location = await freshDatabase();
  const [here, there] = [
    await startTestPlatform(SECRET, await openDatabase(location)),
    await startTestPlatform(SECRET, await openDatabase(location)),
  ];
  t.after(() => Promise.all([here.close(), there.close()]));
  await there.setClock(NOW);
  const agenda = await openAgenda(there);
  const slotId = await addSlot(there, agenda, slotAt(START));
  const reader = await readOrientations(here, '', 'unscheduled-care-operator');
  t.after(() => reader.close());
  await reader.until(({ event }) => event === 'done');
  const asked = { ...CONSULTATION, ...decidedInCase(NOW), slotId };
  const { body } = await orient(there, 'unscheduled-care-operator', asked);
  await reader.until(({ data }) => data.id === body.id);
  await there.call('POST', `/v1/schedules/${agenda}/absences`, {
    as: 'practitioner',
    body: { from: START, to: '2026-11-23T12:00:00+01:00' },
  });
  const events = await reader.until(({ data }) => data.id === body.id && data.attention !== null);
  assert.equal(events.at(-1)!.data.attention.reason, 'absence');
});

test('of many who carry out one decision at once, one does', { skip }, async (t) => {
  const platform = await startTestPlatform();
  t.after(() => platform.close());
  await platform.setClock(NOW);
  const agenda = await openAgenda(platform);
  const hours = ['09', '10', '11', '12', '13', '14', '15', '16'];
  const slots = await Promise.all(
    hours.map((hour) => addSlot(platform, agenda, slotAt(`2026-11-23T${hour}:00:00+01:00`))),
  );
  const { body: decided } = await orient(platform, 'regulator', { ...CONSULTATION, ...OWN });
  const decision = { kind: 'orientation', id: decided.id };
  const answers = await Promise.all(
    slots.map((slotId, index) =>
      orient(platform, index % 2 === 0 ? 'call-taker' : 'unscheduled-care-operator', {
        ...CONSULTATION,
        decision,
        slotId,
      }),
    ),
  );
  const statuses = answers.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [201, ...slots.slice(1).map(() => 409)]);
  const booked = await platform.database.query('select 1 from appointment');
  assert.equal(booked.length, 1);
});

test('of many who go to a structure by one call at once, one does', { skip }, async (t) => {
  const platform = await startTestPlatform();
  t.after(() => platform.close());
  await platform.setClock(NOW);
  const rows = await platform.database.query<{ id: string }>(
    `insert into structure (kind, name) values ('sos', 'SOS de démonstration') returning id`,
  );
  const structureId = rows[0]!.id;
  const callId = await callPractice(platform, 'regulator', { structureId, purpose: 'sos' });
  const asked = { ...CONSULTATION, ...OWN, recipient: { structureId, callId } };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => orient(platform, 'regulator', asked)),
  );
  const told = answers.map(({ status, body }) => [status, body.code]).sort();
  assert.deepEqual(told, [[201, undefined], ...Array(7).fill([422, 'call-not-accepted'])]);
});

test(
  'a practice cancels while the operator takes back: one appointment, cancelled once',
  { skip },
  async (t) => {
    const platform = await startTestPlatform();
    t.after(() => platform.close());
    await platform.setClock(NOW);
    const agenda = await openAgenda(platform);
    const slotId = await addSlot(platform, agenda, slotAt(START));
    for (let round = 0; round < 10; round += 1) {
      const asked = { ...CONSULTATION, ...decidedInCase(NOW), slotId };
      const { status, body } = await orient(platform, 'call-taker', asked);
      assert.equal(status, 201, JSON.stringify(body));
      const [withdrawn, cancelled] = await Promise.all([
        platform.call('POST', `/v1/orientations/${body.id}/withdraw`, { as: 'call-taker' }),
        platform.call('POST', `/v1/appointments/${body.appointmentId}/cancel`, {
          as: 'practitioner',
        }),
      ]);
      assert.deepEqual([withdrawn.status, cancelled.status], [200, 200]);
      const rows = await platform.database.query('select booked from slot where id = $1', [slotId]);
      assert.deepEqual(rows, [{ booked: 0 }]);
    }
  },
);
