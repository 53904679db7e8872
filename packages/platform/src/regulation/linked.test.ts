import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { CONSULTATION, orient, OWN } from '../testing/regulation-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const START = '2026-11-23T10:00:00+01:00';
let platform: TestPlatform;
let agenda: string;

before(async () => {
  platform = await startTestPlatform();
  await platform.setClock(NOW);
  agenda = await openAgenda(platform);
});
after(() => platform.close());

const link = (appointmentId: string) =>
  orient(platform, 'regulator', { ...CONSULTATION, ...OWN, appointmentId });
const read = async (id: string) =>
  (await platform.call('GET', `/v1/orientations/${id}`, { as: 'regulator' })).body;

/** An editor's appointment of the regulator's that waits, to take the place of another. */
async function replacing(former: string | null): Promise<string> {
  const rows = await platform.database.query<{ id: string }>(
    `insert into appointment (reference, schedule_id, editor, starts_at, ends_at, status, booked_by,
       role, replaces, created_at, changed_at)
     values ('WAIT', $1, 'vendor', $2, $2::timestamptz + interval '15 minutes', 'pending', 'regulator',
       'regulator', $3, sas_now(), sas_now()) returning id`,
    [agenda, START, former],
  );
  return rows[0]!.id;
}

test('what is to take the place of an orientation’s appointment is given to no other', async () => {
  const slotId = await addSlot(platform, agenda, slotAt(START));
  const made = await orient(platform, 'regulator', { ...CONSULTATION, ...OWN, slotId });
  const waiting = await replacing(made.body.appointmentId as string);
  const refused = await link(waiting);
  assert.deepEqual([refused.status, refused.body.code], [422, 'appointment-not-linkable']);
  await platform.database.query(`update appointment set status = 'booked' where id = $1`, [
    waiting,
  ]);
  assert.equal((await read(made.body.id)).appointmentId, waiting);
});

test('what was linked before is not taken over: an editor’s late word fails nothing', async () => {
  const former = await replacing(null);
  const latter = await replacing(former);
  const own = await link(latter);
  assert.equal(own.status, 201, JSON.stringify(own.body));
  const other = await link(former);
  assert.equal(other.status, 201, JSON.stringify(other.body));
  await platform.database.query(`update appointment set status = 'booked' where id = $1`, [latter]);
  assert.equal((await read(own.body.id)).appointmentId, latter);
  assert.equal((await read(other.body.id)).appointmentId, former);
});

test('what is being cancelled is linked to nothing', async () => {
  const booked = await addSlot(platform, agenda, slotAt('2026-11-23T11:00:00+01:00'));
  const { body } = await platform.call('POST', '/v1/appointments', {
    as: 'regulator',
    body: { slotId: booked },
  });
  await platform.database.query(
    `update appointment set cancellation = 'asked', cancel_asked_at = sas_now() where id = $1`,
    [body.id],
  );
  const refused = await link(body.id);
  assert.deepEqual([refused.status, refused.body.code], [422, 'appointment-not-linkable']);
});
