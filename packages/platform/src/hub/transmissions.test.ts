import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { writeAppointment } from '@sas-kit/fhir';
import type { Caller } from '../identity/caller.ts';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { CONSULTATION, orient, OWN } from '../testing/regulation-fixtures.ts';
import { makeAccount, PEOPLE } from '../testing/test-people.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { replaceDispatch } from './dispatch.ts';

const MONDAY = '2026-11-23T08:00:00+01:00';
const HERE = 'le-havre-fecamp';
const desk = { family: 'RÉGULATION', given: 'SAS', email: 'regulation@samu.example' };
const dispatch = { hubRecipient: 'fr.health.test.samu760', desk };

let platform: TestPlatform;
let schedule: string;
before(async () => {
  platform = await startTestPlatform();
  await platform.setClock(MONDAY);
  schedule = await openAgenda(platform);
});
beforeEach(() => settle(HERE, dispatch));
after(() => platform.close());

async function settle(territory: string, body: unknown): Promise<void> {
  const path = `/v1/territories/${territory}/dispatch`;
  const answer = await platform.call('PUT', path, { as: 'administrator', body });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
}

let minute = 0;
function freshSlot(): Promise<string> {
  const start = new Date(new Date('2026-11-23T10:00:00+01:00').getTime() + minute * 60_000);
  minute += 20;
  return addSlot(platform, schedule, slotAt(start.toISOString()));
}

async function book(as: string): Promise<any> {
  const slotId = await freshSlot();
  const { status, body } = await platform.call('POST', '/v1/appointments', {
    as,
    body: { slotId },
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** What is written to be sent about an appointment, oldest first. */
const written = (appointment: string) =>
  platform.database.query<{ method: string; status: string; recipient: string; rows: number }>(
    `select t.method, t.told ->> 'status' as status, t.recipient,
       (select count(*)::int from outbox o where o.kind = 'hub' and o.lane = t.recipient
          and o.subject = t.appointment_id::text and o.payload ->> 'transmission' = t.id::text) as rows
     from transmission t where t.appointment_id = $1 order by t.number`,
    [appointment],
  );
const toHere = (method: string, status: string) => ({
  method: `${method}Appointment`,
  status,
  recipient: dispatch.hubRecipient,
  rows: 1,
});

for (const role of [
  'unscheduled-care-operator',
  'regulator',
  'emergency-regulator',
  'call-taker',
  'dispatch-software',
])
  test(`what a ${role} books, moves and cancels is written for dispatch software, in order`, async () => {
    const { id, transmission } = await book(role);
    assert.equal(transmission.state, 'queued');
    assert.match(transmission.at, /^2026-11-23T08:0\d:\d\d\+01:00$/);
    const path = `/v1/appointments/${id}`;
    const body = { slotId: await freshSlot() };
    const moved = await platform.call('POST', `${path}/reschedule`, { as: role, body });
    assert.equal(moved.status, 200, JSON.stringify(moved.body));
    await platform.call('POST', `${path}/cancel`, { as: role });
    assert.deepEqual(await written(id), [
      toHere('Create', 'booked'),
      toHere('Update', 'booked'),
      toHere('Update', 'cancelled'),
    ]);
  });

test('what a triage nurse books by an orientation is written too, moved and cancelled', async () => {
  await platform.database.query('update practitioner set redirection_scheme = true');
  const { body: decided } = await orient(platform, 'regulator', { ...CONSULTATION, ...OWN });
  const { body: made } = await orient(platform, 'triage-nurse', {
    ...CONSULTATION,
    decision: { kind: 'orientation', id: decided.id },
    slotId: await freshSlot(),
    insee: undefined,
  });
  const id = made.appointmentId as string;
  assert.equal(made.appointment.transmission.state, 'queued', JSON.stringify(made));
  const body = { slotId: await freshSlot() };
  const as = 'triage-nurse';
  await platform.call('POST', `/v1/appointments/${id}/reschedule`, { as, body });
  await platform.call('POST', `/v1/appointments/${id}/cancel`, { as });
  await platform.database.query('update practitioner set redirection_scheme = false');
  assert.deepEqual(await written(id), [
    toHere('Create', 'booked'),
    toHere('Update', 'booked'),
    toHere('Update', 'cancelled'),
  ]);
});

test('whether the patient came is written too, by whoever says so', async () => {
  const { id } = await book('regulator');
  await platform.setClock('2026-11-24T12:00:00+01:00');
  for (const status of ['noshow', 'fulfilled']) {
    const answer = await platform.call('PATCH', `/v1/appointments/${id}`, {
      as: 'practitioner',
      body: { status },
    });
    assert.equal(answer.body.status, status);
    assert.equal(answer.body.transmission.state, 'queued');
  }
  await platform.setClock(MONDAY);
  const all = (await written(id)).map(({ status }) => status);
  assert.deepEqual(all, ['booked', 'noshow', 'fulfilled']);
});

test('a booking by the public is told to no dispatch software, whatever becomes of it', async () => {
  const slotId = await freshSlot();
  const hold = await platform.call('POST', '/v1/holds', { as: 'public', body: { slotId } });
  const contact = { name: 'Dominique Exemple', phone: '06 39 98 00 01' };
  const booked = await platform.call('POST', '/v1/appointments', {
    as: 'public',
    body: { slotId, holdId: hold.body.id, contact },
  });
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  const { id } = booked.body;
  assert.equal(booked.body.transmission, undefined);
  const retry = await platform.call('POST', `/v1/appointments/${id}/transmission`, {
    as: 'administrator',
  });
  assert.equal(retry.body.code, 'invalid-transition');
  const cancelled = await platform.call('POST', `/v1/appointments/${id}/cancel`, {
    as: 'regulator',
  });
  assert.equal(cancelled.body.status, 'cancelled');
  assert.deepEqual(await written(id), []);
  const texts = await platform.database.query<{ text: string }>(
    `select t::text as text from transmission t union all
     select o::text from outbox o where kind = 'hub'`,
  );
  assert.ok(texts.every(({ text }) => !text.includes('Exemple')));
});

test('a booking by a practice is told to nobody, nor is one where there is no dispatch software', async () => {
  assert.deepEqual(await written((await book('practitioner')).id), []);
  await settle(HERE, { hubRecipient: null, desk: null });
  const { id, transmission } = await book('regulator');
  assert.equal(transmission, undefined);
  await settle(HERE, dispatch);
  await platform.call('POST', `/v1/appointments/${id}/cancel`, { as: 'regulator' });
  assert.deepEqual(await written(id), []);
});

test('what an editor tells of a regulator goes to the software of that regulator, wherever the place is', async () => {
  const roles = [{ role: 'regulator', territory: 'isere' }];
  await makeAccount(platform, 'regulator', roles, { email: 'r@samu.example' });
  await settle('isere', { hubRecipient: 'fr.health.test.samu380', desk });
  const message = (status: 'booked' | 'cancelled', value = 'rdv-1') =>
    writeAppointment({
      identifier: { system: 'https://agenda.example/rdv', value },
      status,
      start: '2026-11-23T15:00:00+01:00',
      end: '2026-11-23T15:15:00+01:00',
      practitioner: '810999900018',
      regulator: { kind: 'national', value: PEOPLE.regulator },
    }).resource;
  const tell = async (body: unknown) => {
    const answer = await platform.call('POST', '/fhir/Appointment', { as: 'editor', body });
    assert.ok([200, 201].includes(answer.status), JSON.stringify(answer.body));
  };
  const idOf = async (value: string): Promise<string> => {
    const rows = await platform.database.query<{ id: string }>(
      'select id from appointment where identifier_value = $1',
      [value],
    );
    return rows[0]!.id;
  };
  await tell(message('booked'));
  await tell(message('booked'));
  const told = await idOf('rdv-1');
  const [only, ...more] = await written(told);
  assert.deepEqual(more, []);
  assert.equal(only!.recipient, 'fr.health.test.samu380');
  // Of one that was never told, its end is not told either.
  await tell(message('cancelled', 'rdv-2'));
  assert.deepEqual(await written(await idOf('rdv-2')), []);
  // The regulator is erased from it: nothing of the appointment has changed.
  await platform.database.query('update appointment set regulator_id = null where id = $1', [told]);
  assert.equal((await written(told)).length, 1);
});

test('what is pending is told of SOS Médecins alone, anything else once it is booked', async () => {
  const roles = [{ role: 'unscheduled-care-operator', territory: HERE }];
  await makeAccount(platform, 'secretary', roles, { email: 's@samu.example' });
  const { resource: body } = writeAppointment(
    {
      identifier: { system: 'https://agenda.example/rdv', value: 'sos-1' },
      status: 'pending',
      start: '2026-11-23T16:00:00+01:00',
      end: '2026-11-23T16:15:00+01:00',
      regulator: { kind: 'national', value: PEOPLE.secretary },
    },
    { flow: 'sos' },
  );
  const answer = await platform.call('POST', '/fhir/Appointment', { as: 'editor', body });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  const methods = async (id: string) =>
    (await written(id)).map(({ method, status }) => `${method} ${status}`);
  const of = async (condition: string) => {
    const rows = await platform.database.query<{ id: string }>(
      `select id from appointment where ${condition}`,
    );
    return rows[0]!.id;
  };
  const association = await of(`identifier_value = 'sos-1'`);
  assert.deepEqual(await methods(association), ['CreateAppointment pending']);
  // Left for an editor's page.
  await platform.database.query(
    `insert into appointment (reference, schedule_id, editor, starts_at, ends_at, status, booked_by,
       role, created_at, changed_at)
     values ('LEFT', $1, 'vendor', '2026-11-23T16:00:00+01:00', '2026-11-23T16:15:00+01:00', 'pending',
       'regulator', 'regulator', sas_now(), sas_now())`,
    [schedule],
  );
  const departure = await of(`reference = 'LEFT'`);
  assert.deepEqual(await methods(departure), []);
  await platform.call('POST', `/v1/appointments/${departure}/confirm`, { as: 'regulator' });
  assert.deepEqual(await methods(departure), ['CreateAppointment booked']);
});

test('one that waits is hastened; by hand another is written only once it cannot arrive any more', async () => {
  const { id } = await book('regulator');
  const path = `/v1/appointments/${id}/transmission`;
  const retry = () => platform.call('POST', path, { as: 'regulator' });
  await platform.database.query(
    `update outbox set due_at = sas_now() + interval '1 day' where subject = $1`,
    [id],
  );
  const waiting = await retry();
  assert.equal(waiting.body.state, 'queued', JSON.stringify(waiting.body));
  const [row] = await platform.database.query<{ due: boolean }>(
    'select due_at <= sas_now() as due from outbox where subject = $1',
    [id],
  );
  assert.deepEqual([row!.due, (await written(id)).length], [true, 1]);
  await platform.database.query(
    `with given_up as (update outbox set state = 'dead', ended_at = sas_now() where subject = $1)
     update transmission set state = 'refused', code = 501 where appointment_id = $1::uuid`,
    [id],
  );
  const read = await platform.call('GET', `/v1/appointments/${id}`, { as: 'regulator' });
  assert.deepEqual([read.body.transmission.state, read.body.transmission.code], ['refused', 501]);
  assert.match(read.body.transmission.detail.fr, /./);
  assert.equal((await retry()).body.state, 'queued');
  assert.deepEqual((await written(id)).at(-1), toHere('Update', 'booked'));
  await platform.database.query(
    `update transmission set state = 'acknowledged', step = 'INTEGRE' where appointment_id = $1`,
    [id],
  );
  assert.equal((await retry()).body.code, 'invalid-transition');
  const elsewhere = await platform.call('POST', path, { as: 'triage-nurse' });
  assert.equal(elsewhere.status, 404);
});

test('what the Hub has accepted is given its time before it is told once more', async () => {
  const { id } = await book('regulator');
  const retry = () =>
    platform.call('POST', `/v1/appointments/${id}/transmission`, { as: 'regulator' });
  await platform.database.query(
    `with gone as (update outbox set state = 'delivered', ended_at = sas_now() where subject = $1)
     update transmission set state = 'accepted', state_at = sas_now() where appointment_id = $1::uuid`,
    [id],
  );
  for (let times = 0; times < 3; times += 1) {
    const refused = await retry();
    assert.deepEqual([refused.status, refused.body.code], [409, 'invalid-transition']);
  }
  assert.equal((await written(id)).length, 1);
  await platform.setClock('2026-11-23T08:20:00+01:00');
  assert.equal((await retry()).body.state, 'queued');
  await platform.setClock(MONDAY);
  assert.equal((await written(id)).length, 2);
});

test('the dispatch software is named by whoever leads the territory, and by nobody else', async () => {
  const path = `/v1/territories/${HERE}/dispatch`;
  assert.deepEqual((await platform.call('GET', path, { as: 'territory-lead' })).body, dispatch);
  const call = (method: string, where: string, as: string) =>
    platform.call(method, `/v1/territories/${where}/dispatch`, {
      as,
      ...(method === 'PUT' && { body: dispatch }),
    });
  for (const method of ['GET', 'PUT']) {
    assert.equal((await call(method, 'isere', 'territory-lead')).status, 403);
    assert.equal((await call(method, HERE, 'regulator')).status, 403);
    assert.equal((await call(method, 'nowhere', 'administrator')).status, 404);
  }
  const half = { hubRecipient: dispatch.hubRecipient, desk: null };
  for (const body of [half, { ...dispatch, hubRecipient: 'fr.health.hub' }]) {
    const { status } = await platform.call('PUT', path, { as: 'territory-lead', body });
    assert.ok([400, 422].includes(status), String(status));
  }
});

test('in production no dispatch software of exercises is told', async () => {
  const caller: Caller = {
    kind: 'professional',
    scope: 'test',
    identity: { subject: 'admin', roles: ['administrator'] },
    fromOrigin: false,
  };
  const replace = (hubRecipient: string) =>
    replaceDispatch(platform.database, caller, HERE, { hubRecipient, desk }, true);
  await assert.rejects(replace('fr.health.test.samu760'), { code: 'invalid-value' });
  assert.equal((await replace('fr.health.samu760')).hubRecipient, 'fr.health.samu760');
});

test('what waited for a day and tells of a time that is over is given up, the rest goes on waiting', async () => {
  const { id } = await book('regulator');
  const state = async () =>
    (await platform.call('GET', `/v1/appointments/${id}`, { as: 'regulator' })).body.transmission;
  await platform.setClock('2026-11-24T07:00:00+01:00');
  await platform.platform.runJobs();
  assert.equal((await state()).state, 'queued');
  await platform.setClock('2026-11-25T08:00:00+01:00');
  await platform.platform.runJobs();
  assert.equal((await state()).state, 'expired');
  const left = await platform.database.query(
    `select 1 as one from outbox where subject = $1 and state = 'waiting'`,
    [id],
  );
  assert.equal(left.length, 0);
  await platform.setClock(MONDAY);
});
