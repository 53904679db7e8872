import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestProvider, type TestProvider } from '../testing/identity-provider.ts';
import { CONSULTATION, decidedInCase, HAVRE, orient, OWN } from '../testing/regulation-fixtures.ts';
import { ELSEWHERE, HERE, makeAccount, signInAs } from '../testing/test-people.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { prepare } from './prepare.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const GRENOBLE = '38185';
const PAGE = 'https://regulation.example';
const SENDER = { sender: 'fr.health.test.ptfsas', exercise: true };
const RECIPIENTS: Record<string, string> = {
  [HERE]: 'fr.health.test.samu760',
  [ELSEWHERE]: 'fr.health.test.samu380',
};

let provider: TestProvider;
let platform: TestPlatform;
const agendas = { here: '', there: '' };
let minute = 0;

before(async () => {
  provider = await startTestProvider();
  platform = await startTestPlatform(provider.settings);
  await platform.setClock(NOW);
  for (const [territory, hubRecipient] of Object.entries(RECIPIENTS))
    await settle(territory, hubRecipient);
  agendas.here = await openAgenda(platform, { overbooking: true });
  agendas.there = await openAgenda(platform, {
    location: {
      ...(practice()['location'] as object),
      ...{ line: '3 rue de Démonstration', postcode: '38000', city: 'Grenoble', insee: GRENOBLE },
      ...{ lat: 45.1885, lon: 5.7245 },
    },
  });
});
after(async () => {
  await platform.close();
  await provider.close();
});

async function settle(territory: string, hubRecipient: string): Promise<void> {
  const desk = { family: 'RÉGULATION', given: 'SAS', email: 'regulation@samu.example' };
  const answer = await platform.call('PUT', `/v1/territories/${territory}/dispatch`, {
    as: 'administrator',
    body: { hubRecipient, desk },
  });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
}

function slotIn(agenda: keyof typeof agendas): Promise<string> {
  const start = new Date(Date.parse('2026-11-23T10:00:00+01:00') + (minute += 20) * 60_000);
  return addSlot(platform, agendas[agenda], slotAt(start.toISOString()));
}
/** Writes what waits about an appointment, oldest first, as it is sent. @returns to whom. */
async function send(appointment: string, most = 9): Promise<(string | undefined)[]> {
  const rows = await platform.database.query<{ id: string }>(
    `select id from transmission where appointment_id = $1 and state = 'queued' order by number limit $2`,
    [appointment, most],
  );
  const sent: (string | undefined)[] = [];
  for (const { id } of rows) {
    const message = await platform.database.transaction((sql) => prepare(sql, id, SENDER));
    sent.push(message?.descriptor.explicitAddress.explicitAddressValue);
  }
  return sent;
}
async function recipients(appointment: string): Promise<string[]> {
  const rows = await platform.database.query<{ method: string; recipient: string }>(
    'select method, recipient from transmission where appointment_id = $1 order by number',
    [appointment],
  );
  return rows.map(({ method, recipient }) => `${method.replace('Appointment', '')} ${recipient}`);
}
const told = (territory: string, ...methods: string[]) =>
  methods.map((method) => `${method} ${RECIPIENTS[territory]}`);

test('what a program books goes to the desk that it works for, wherever the practice is', async () => {
  const as = 'dispatch-software';
  const body = { slotId: await slotIn('there') };
  const booked = await platform.call('POST', '/v1/appointments', { as, body });
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  const path = `/v1/appointments/${booked.body.id}`;
  await platform.call('POST', `${path}/reschedule`, { as, body: { slotId: await slotIn('here') } });
  await platform.call('POST', `${path}/cancel`, { as });
  assert.deepEqual(await recipients(booked.body.id), told(HERE, 'Create', 'Update', 'Update'));
});

test('so does what an embedded element books by an orientation, of a place elsewhere too', async () => {
  const session = await platform.call('POST', '/v1/embed-sessions', {
    as: 'dispatch-software',
    body: { element: 'sas-orientation', origin: PAGE, role: 'call-taker' },
  });
  const headers = { authorization: `Bearer ${session.body.token}`, origin: PAGE };
  for (const insee of [HAVRE, GRENOBLE]) {
    const body = { ...CONSULTATION, ...decidedInCase(NOW), insee, slotId: await slotIn('there') };
    const { status, body: made } = await platform.call('POST', '/v1/orientations', {
      headers,
      body,
    });
    assert.equal(status, 201, JSON.stringify(made));
    assert.deepEqual(await recipients(made.appointmentId), told(HERE, 'Create'), insee);
  }
});

test('whoever works in several territories: that of the orientation’s place is told', async () => {
  await makeAccount(platform, 'secretary', [
    { role: 'unscheduled-care-operator', territory: HERE },
    { role: 'unscheduled-care-operator', territory: ELSEWHERE },
  ]);
  const person = await signInAs(platform, provider, 'secretary');
  for (const [insee, territory] of [
    [HAVRE, HERE],
    [GRENOBLE, ELSEWHERE],
  ] as const) {
    for (const agenda of ['here', 'there'] as const) {
      const body = { ...CONSULTATION, ...decidedInCase(NOW), insee, slotId: await slotIn(agenda) };
      const made = await person.request('/v1/orientations', { method: 'POST', body });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      const found = await recipients(made.body.appointmentId);
      assert.deepEqual(found, told(territory, 'Create'), `${insee} ${agenda}`);
    }
  }
});

test('booked first and linked after: the right desk has it, the former one loses it', async () => {
  await makeAccount(platform, 'manager', [
    { role: 'unscheduled-care-operator', territory: HERE },
    { role: 'unscheduled-care-operator', territory: ELSEWHERE },
  ]);
  const person = await signInAs(platform, provider, 'manager');
  const link = async (insee: string) => {
    const body = { slotId: await slotIn('here') };
    const booked = await person.request('/v1/appointments', { method: 'POST', body });
    assert.equal(booked.status, 201, JSON.stringify(booked.body));
    const appointmentId: string = booked.body.id;
    const made = await person.request('/v1/orientations', {
      method: 'POST',
      body: { ...CONSULTATION, ...decidedInCase(NOW), insee, appointmentId },
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return appointmentId;
  };
  assert.deepEqual(await recipients(await link(HAVRE)), told(HERE, 'Create'));
  const id = await link(GRENOBLE);
  const both = [...told(HERE, 'Create', 'Update'), ...told(ELSEWHERE, 'Create')];
  assert.deepEqual(await recipients(id), both);
  const states = await platform.database.query<{ status: string }>(
    `select told ->> 'status' as status from transmission where appointment_id = $1 order by number`,
    [id],
  );
  assert.deepEqual(
    states.map(({ status }) => status),
    ['booked', 'cancelled', 'booked'],
  );
  await person.request(`/v1/appointments/${id}/cancel`, { method: 'POST' });
  assert.deepEqual(await recipients(id), [...both, ...told(ELSEWHERE, 'Update')]);
});

test('who was told of it is told what becomes of it, though the desk has other software now', async () => {
  const slotId = await slotIn('here');
  const { body } = await orient(platform, 'regulator', { ...CONSULTATION, ...OWN, slotId });
  await platform.database.query(
    `update territory_dispatch set hub_recipient = 'fr.health.test.other' where territory_id = $1`,
    [ELSEWHERE],
  );
  await platform.database.query('update appointment set desk_territory_id = $2 where id = $1', [
    body.appointmentId,
    ELSEWHERE,
  ]);
  const path = `/v1/appointments/${body.appointmentId}`;
  await platform.call('POST', `${path}/cancel`, { as: 'regulator' });
  assert.deepEqual(await recipients(body.appointmentId), told(HERE, 'Create', 'Update'));
  await settle(ELSEWHERE, RECIPIENTS[ELSEWHERE]!);
});

test('software that nobody works with any more is told nothing: its successor is', async () => {
  const slotId = await slotIn('here');
  const { body } = await orient(platform, 'regulator', { ...CONSULTATION, ...OWN, slotId });
  await send(body.appointmentId);
  await settle(HERE, 'fr.health.test.samu761');
  const path = `/v1/appointments/${body.appointmentId}`;
  await platform.call('POST', `${path}/cancel`, { as: 'regulator' });
  assert.deepEqual(await recipients(body.appointmentId), [
    ...told(HERE, 'Create'),
    'Update fr.health.test.samu761',
  ]);
  await settle(HERE, RECIPIENTS[HERE]!);
});

test('an exercise is one in the envelope and in the header, whoever it goes to', async () => {
  await settle(HERE, 'fr.health.samu760');
  const { body } = await platform.call('POST', '/v1/appointments', {
    as: 'dispatch-software',
    body: { slotId: await slotIn('here') },
  });
  const [row] = await platform.database.query<{ id: string }>(
    'select id from transmission where appointment_id = $1',
    [body.id],
  );
  const message = await platform.database.transaction((sql) => prepare(sql, row!.id, SENDER));
  const header = message!.content[0]!.jsonContent.embeddedJsonContent.message;
  assert.deepEqual([message!.distributionStatus, header.status], ['Exercise', 'Exercise']);
  assert.equal(message!.descriptor.explicitAddress.explicitAddressValue, 'fr.health.samu760');
  await settle(HERE, RECIPIENTS[HERE]!);
});

const CORRECTED = 'fr.health.test.samu76A';
const lanes = async (appointment: string): Promise<string[]> => {
  const rows = await platform.database.query<{ lane: string }>(
    `select lane from outbox where kind = 'hub' and subject = $1 order by id`,
    [appointment],
  );
  return rows.map(({ lane }) => lane);
};
/** An appointment that a program booked here and moved: a creation and an update. */
async function bookedAndMoved(): Promise<string> {
  const as = 'dispatch-software';
  const body = { slotId: await slotIn('here') };
  const booked = await platform.call('POST', '/v1/appointments', { as, body });
  const path = `/v1/appointments/${booked.body.id}/reschedule`;
  await platform.call('POST', path, { as, body: { slotId: await slotIn('here') } });
  return booked.body.id as string;
}

test('an id that is corrected reaches what was never sent, in its order', async () => {
  const id = await bookedAndMoved();
  await settle(HERE, CORRECTED);
  assert.deepEqual(await recipients(id), [`Create ${CORRECTED}`, `Update ${CORRECTED}`]);
  assert.deepEqual(await lanes(id), [CORRECTED, CORRECTED]);
  assert.deepEqual(await send(id), [CORRECTED, CORRECTED]);
  await settle(HERE, RECIPIENTS[HERE]!);
  assert.deepEqual(await recipients(id), [`Create ${CORRECTED}`, `Update ${CORRECTED}`]);
});

test('what was sent already stays with whom it was sent to', async () => {
  const id = await bookedAndMoved();
  assert.deepEqual(await send(id, 1), [RECIPIENTS[HERE]]);
  await settle(HERE, CORRECTED);
  assert.deepEqual(await recipients(id), [...told(HERE, 'Create'), `Update ${CORRECTED}`]);
  assert.deepEqual(await lanes(id), [RECIPIENTS[HERE], CORRECTED]);
  await settle(HERE, RECIPIENTS[HERE]!);
});

test('the id of another desk, given by mistake and corrected: that desk is told what is its own', async () => {
  await settle(HERE, RECIPIENTS[ELSEWHERE]!);
  const [ours, begun] = [await bookedAndMoved(), await bookedAndMoved()];
  assert.deepEqual(await send(begun, 1), [RECIPIENTS[ELSEWHERE]]);
  const theirs = await bookedAndMoved();
  await platform.database.query('update appointment set desk_territory_id = $2 where id = $1', [
    theirs,
    ELSEWHERE,
  ]);
  await settle(HERE, RECIPIENTS[HERE]!);
  assert.deepEqual(await recipients(ours), told(HERE, 'Create', 'Update'));
  assert.deepEqual(await recipients(begun), told(ELSEWHERE, 'Create', 'Update'));
  assert.deepEqual(await recipients(theirs), told(ELSEWHERE, 'Create', 'Update'));
});
