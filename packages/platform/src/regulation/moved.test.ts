import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, slotAt } from '../testing/agenda-fixtures.ts';
import { codeOf, type Desk, startDesk } from '../testing/desk.ts';
import { CONSULTATION, orient, OWN } from '../testing/regulation-fixtures.ts';

const OPERATOR = 'unscheduled-care-operator';
let platform: Desk['platform'];
let agenda: Desk['agenda'];
before(async () => {
  ({ platform, agenda } = await startDesk());
});
after(() => platform.close());

let minute = 0;
/** A free slot of the agenda after an hour of the day. */
const slotAfter = (hour: number, more: Record<string, unknown> = {}) => {
  const start = Date.parse('2026-11-23T00:00:00+01:00') + (hour * 60 + (minute += 2)) * 60_000;
  return addSlot(platform, agenda, slotAt(new Date(start).toISOString(), more, 1));
};
/** What a doctor decided, to be seen within three hours of eight o'clock. */
const decide = async () =>
  (await orient(platform, 'regulator', { ...CONSULTATION, ...OWN, withinHours: 3 })).body.id;
const carryOut = async (id: string, slotId: string) => {
  const decision = { kind: 'orientation', id };
  const body = { ...CONSULTATION, decision, slotId };
  const done = await platform.call('POST', '/v1/orientations', { as: OPERATOR, body });
  assert.equal(done.status, 201, JSON.stringify(done.body));
  return done.body as { id: string; appointmentId: string };
};
const move = (appointmentId: string, as: string, slotId: string) =>
  platform.call('POST', `/v1/appointments/${appointmentId}/reschedule`, { as, body: { slotId } });
const read = async (id: string) =>
  (await platform.call('GET', `/v1/orientations/${id}`, { as: OPERATOR })).body;

test('whoever carries out moves nothing past the delay of the doctor, and within it as they like', async () => {
  const made = await carryOut(await decide(), await slotAfter(9));
  for (const as of [OPERATOR, 'call-taker']) {
    const late = await move(made.appointmentId, as, await slotAfter(15));
    assert.deepEqual(codeOf(late), [403, 'medical-decision'], as);
    assert.match(late.body.detail, /within 3 h/);
  }
  assert.equal((await read(made.id)).followUp, 'booked');
  const soon = await move(made.appointmentId, OPERATOR, await slotAfter(10));
  assert.equal(soon.status, 200, JSON.stringify(soon.body));
});

test('a doctor of the desk moves it later', async () => {
  const made = await carryOut(await decide(), await slotAfter(9));
  const late = await move(made.appointmentId, 'regulator', await slotAfter(15));
  assert.equal(late.status, 200, JSON.stringify(late.body));
});

test('so does the practice: it is its agenda, and the desk is told', async () => {
  const made = await carryOut(await decide(), await slotAfter(9));
  const late = await move(made.appointmentId, 'practitioner', await slotAfter(15));
  assert.equal(late.status, 200, JSON.stringify(late.body));
  const { attention } = await read(made.id);
  assert.deepEqual([attention.reason, attention.acknowledgedAt], ['moved', null]);
});

test('cancelled and booked past the delay by itself, it carries nothing out: the decision waits again', async () => {
  const decided = await decide();
  const made = await carryOut(decided, await slotAfter(9));
  const cancelled = `/v1/appointments/${made.appointmentId}/cancel`;
  assert.equal((await platform.call('POST', cancelled, { as: OPERATOR })).status, 200);
  const slotId = await slotAfter(15);
  const late = await platform.call('POST', '/v1/appointments', { as: OPERATOR, body: { slotId } });
  assert.equal(late.status, 201, JSON.stringify(late.body));
  const decision = { kind: 'orientation', id: decided };
  const body = { ...CONSULTATION, decision, appointmentId: late.body.id };
  const linked = await platform.call('POST', '/v1/orientations', { as: OPERATOR, body });
  assert.deepEqual(codeOf(linked), [403, 'medical-decision']);
  const path = '/v1/orientations?state=to-execute';
  const waiting = await platform.call('GET', path, { as: 'regulator' });
  assert.ok(waiting.body.items.some(({ id }: { id: string }) => id === decided));
});

test('what was taken back holds nobody', async () => {
  const decided = await decide();
  const made = await carryOut(decided, await slotAfter(9));
  await platform.database.query('update orientation set withdrawn_at = sas_now() where id = $1', [
    made.id,
  ]);
  const late = await move(made.appointmentId, OPERATOR, await slotAfter(15));
  assert.equal(late.status, 200, JSON.stringify(late.body));
});
