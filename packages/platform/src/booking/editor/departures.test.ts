import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { writeAppointment } from '@sas-kit/fhir';
import { openAgenda } from '../../testing/agenda-fixtures.ts';
import {
  startTestPlatform,
  TEST_IDENTITIES,
  type TestAnswer,
  type TestPlatform,
} from '../../testing/test-platform.ts';

const DOCTOR = '810999900018';
const NOW = '2026-11-23T08:00:00+01:00';

/** National ids of the regulator and of the call taker; the others have none, as in an embedded element. */
const REGULATOR = '810999911111';
const OTHER = '810999922222';

let platform: TestPlatform;
let scheduleId: string;
before(async () => {
  const nationalIds: Record<string, string[]> = { regulator: [REGULATOR], arm: [OTHER] };
  const identities = TEST_IDENTITIES.map((one) => ({
    ...one,
    ...(nationalIds[one.subject] && { nationalIds: nationalIds[one.subject]! }),
  }));
  platform = await startTestPlatform({ SAS_METRICS_PORT: '0' }, undefined, identities);
  await platform.setClock(NOW);
  scheduleId = await openAgenda(platform);
  await platform.database.query(
    `insert into editor (id, name, endpoint) values ('vendor', 'Agenda', 'http://127.0.0.1:9/fhir')`,
  );
});
after(() => platform.close());
beforeEach(() => platform.setClock(NOW));

/** The `n`th time of this file. */
const startOf = (n: number) =>
  new Date(Date.parse('2026-11-23T12:00:00Z') + n * 900_000).toISOString();
let slots = 0;

/** A slot that the editor answered, each at a time of its own: the `n`th is at `startOf(n)`. */
async function vendorSlot(changes: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  slots += 1;
  const slot = {
    visibility: '{PUBLIC}',
    booking: 'ROUTINE',
    url: 'https://agenda.example/dr?x=1',
    ...changes,
  };
  await platform.database.query(
    `insert into vendor_slot (id, editor_id, kind, national_id, schedule_id, starts_at, ends_at,
       modalities, visibility, booking, booking_url)
     values ($1, 'vendor', 'practitioner', $2, $3, $4, $4::timestamptz + interval '15 min', '{AMB}', $5, $6, $7)`,
    [id, DOCTOR, scheduleId, startOf(slots), slot.visibility, slot.booking, slot.url],
  );
  return id;
}

const leave = (slotId: string, as = 'regulator', headers: Record<string, string> = {}) =>
  platform.call('POST', '/v1/departures', { as, body: { slotId }, headers });
const list = async (query = '', as = 'regulator') =>
  (await platform.call('GET', `/v1/appointments?limit=100${query}`, { as })).body.items as any[];
const act = (id: string, verb: 'confirm' | 'cancel', as = 'regulator') =>
  platform.call('POST', `/v1/appointments/${id}/${verb}`, { as });

const read = async (id: string) =>
  (await platform.call('GET', `/v1/appointments/${id}`, { as: 'administrator' })).body;
const of = (value: string) => ({ regulator: { kind: 'national', value } });
const idTold = ({ headers }: TestAnswer) =>
  headers.get('location')?.slice('/fhir/Appointment/'.length);

/** INT_R03 of the editor about the last slot that was made, or another time. */
function told(value: string, changes: Record<string, unknown> = {}, n = slots) {
  const { resource } = writeAppointment({
    identifier: { system: 'https://agenda.example/rdv', value },
    status: 'booked',
    start: startOf(n),
    end: startOf(n + 1),
    practitioner: DOCTOR,
    regulator: { kind: 'national', value: '3760009001/4242' },
    ...changes,
  });
  return platform.call('POST', '/fhir/Appointment', { as: 'editor', body: resource });
}

test('leaving makes an appointment that waits, with the page to open, once', async () => {
  const slotId = await vendorSlot();
  const left = await leave(slotId);
  assert.equal(left.status, 201, JSON.stringify(left.body));
  const { id, status, slot, source, overdue, practitioner } = left.body;
  assert.equal(left.headers.get('location'), `/v1/appointments/${id}`);
  assert.deepEqual([status, overdue, slot.id], ['pending', false, slotId]);
  assert.equal(slot.bookingUrl, 'https://agenda.example/dr?x=1&origin=sas');
  assert.deepEqual(source, { kind: 'editor', editor: 'vendor' });
  assert.equal(practitioner.nationalId, DOCTOR);
  assert.equal((await leave(slotId)).body.id, id, 'opened twice, left once');
});

test('a departure stands in no slot of the platform and keeps nobody from leaving for it too', async () => {
  const slotId = await vendorSlot();
  const first = (await leave(slotId)).body.id as string;
  const second = (await leave(slotId, 'unscheduled-care-operator')).body.id as string;
  assert.notEqual(first, second);
  assert.equal(
    (await platform.call('POST', '/v1/appointments', { as: 'regulator', body: { slotId } })).status,
    422,
  );
});

test('the editor closes it: same practitioner, same start, same regulator', async () => {
  const slotId = await vendorSlot();
  const { id } = (await leave(slotId)).body;
  await act(id, 'cancel');
  const [other] = [(await leave(slotId)).body.id as string];
  assert.notEqual(other, id);
  const closing = await told('rdv-1', of(REGULATOR));
  assert.deepEqual(
    [closing.status, closing.headers.get('location')],
    [201, `/fhir/Appointment/${other}`],
  );
  const shown = (await list()).find((each) => each.id === other);
  assert.deepEqual([shown.status, shown.overdue], ['booked', undefined]);
  assert.equal(shown.slot.bookingUrl, 'https://agenda.example/dr?x=1&origin=sas');

  const elsewhere = await told('rdv-2', {}, 30);
  assert.notEqual(elsewhere.headers.get('location'), `/fhir/Appointment/${other}`);
});

const REGULATORS = [REGULATOR, OTHER] as const;

test('whoever gave up too early learns that they had booked it', async () => {
  const { id } = (await leave(await vendorSlot())).body;
  await act(id, 'cancel');
  assert.equal(idTold(await told('rdv-early', of(REGULATOR))), id);
  assert.equal((await read(id)).status, 'booked');
});

test('what another regulator books is nobody’s departure, whatever became of it', async () => {
  for (const verb of [null, 'cancel', 'confirm'] as const) {
    const { id } = (await leave(await vendorSlot())).body;
    if (verb !== null) await act(id, verb);
    const before = await read(id);
    assert.notEqual(idTold(await told(`rdv-other-${verb}`, of(OTHER))), id, String(verb));
    assert.deepEqual(await read(id), before);
  }
});

test('of two who left for one slot the one who booked it is told', async () => {
  for (const regulator of REGULATORS) {
    const slotId = await vendorSlot();
    const left = [await leave(slotId), await leave(slotId, 'call-taker')];
    const [mine, theirs] = left.map(({ body }) => body.id as string);
    const booked = idTold(await told(`rdv-two-${regulator}`, of(regulator)));
    assert.equal(booked, regulator === REGULATOR ? mine : theirs);
  }
});

test('what another regulator has cancelled leaves an appointment that a person confirmed', async () => {
  const { id } = (await leave(await vendorSlot())).body;
  await act(id, 'confirm');
  const cancelled = await told('rdv-gone', { ...of(OTHER), status: 'cancelled' });
  assert.notEqual(idTold(cancelled), id);
  assert.equal((await read(id)).status, 'booked');
});

test('of whoever has no national id: what still waits, alone, and is not cancelled', async () => {
  const operator = 'unscheduled-care-operator';
  const leaves = async (as = operator, slotId?: string) =>
    (await leave(slotId ?? (await vendorSlot()), as)).body.id as string;
  const cancelled = await leaves();
  assert.notEqual(idTold(await told('rdv-n1', { ...of(OTHER), status: 'cancelled' })), cancelled);
  assert.equal(idTold(await told('rdv-n2', of(OTHER))), cancelled, 'it still waits');

  const givenUp = await leaves();
  await act(givenUp, 'cancel', operator);
  assert.notEqual(idTold(await told('rdv-n3', of(OTHER))), givenUp);

  const slotId = await vendorSlot();
  const both = [await leaves(operator, slotId), await leaves('emergency-regulator', slotId)];
  assert.ok(!both.includes(idTold(await told('rdv-n4', of(OTHER)))!), 'nobody knows which');
});

test('a person closes it, and may not any more once the editor has told', async () => {
  const abandoned = (await leave(await vendorSlot())).body.id as string;
  assert.equal((await act(abandoned, 'cancel')).body.status, 'cancelled');
  assert.equal((await act(abandoned, 'confirm')).body.code, 'invalid-transition');

  const booked = (await leave(await vendorSlot())).body.id as string;
  for (const _time of [1, 2]) {
    const { status, body } = await act(booked, 'confirm');
    assert.deepEqual([status, body.status], [200, 'booked']);
  }
  const closing = await told('rdv-3', { ...of(REGULATOR), status: 'fulfilled' });
  assert.equal(closing.headers.get('location'), `/fhir/Appointment/${booked}`);
  for (const verb of ['cancel', 'confirm'] as const) {
    const { status, body } = await act(booked, verb);
    assert.deepEqual([status, body.code], [409, 'invalid-transition'], verb);
  }
  const moved = await platform.call('POST', `/v1/appointments/${booked}/reschedule`, {
    as: 'regulator',
    body: { slotId: randomUUID() },
  });
  assert.deepEqual([moved.status, moved.body.code], [409, 'invalid-transition']);
});

test('after ten minutes without a word it is overdue: in itself, in the list, in the metrics', async () => {
  const { id } = (await leave(await vendorSlot())).body;
  const isOverdue = async () => (await list('&overdue=true')).some((each) => each.id === id);
  const metric = async () => {
    const text = await (await fetch(platform.platform.metricsAddress!)).text();
    return Number(/^sas_departures_overdue (\d+)$/m.exec(text)?.[1]);
  };
  await platform.setClock('2026-11-23T08:09:00+01:00');
  assert.equal(await isOverdue(), false);
  assert.equal(await metric(), 0);
  await platform.setClock('2026-11-23T08:10:01+01:00');
  assert.equal(await isOverdue(), true);
  assert.ok((await metric()) >= 1);
  assert.equal(
    (await list('&overdue=false')).some((each) => each.id === id),
    false,
  );
  const shown = (await list()).find((each) => each.id === id);
  assert.equal(shown.overdue, true);
  await act(id, 'confirm');
  assert.equal(await isOverdue(), false);
});

test('what cannot be left for is refused', async () => {
  const cases: readonly (readonly [string, number, string])[] = [
    [await vendorSlot({ booking: 'WALKIN' }), 422, 'walk-in'],
    [await vendorSlot({ url: null }), 422, 'not-bookable-here'],
    [randomUUID(), 404, 'not-found'],
    ['no-id', 404, 'not-found'],
  ];
  for (const [slotId, status, code] of cases) {
    const answer = await leave(slotId);
    assert.deepEqual(
      [answer.status, answer.body.code],
      [status, code],
      JSON.stringify(answer.body),
    );
  }
  for (const as of ['practitioner', 'editor', 'public', 'authority']) {
    assert.equal((await leave(await vendorSlot(), as)).status, 403, as);
  }
  const hidden = await vendorSlot({ visibility: '{SNP}' });
  assert.equal((await leave(hidden, 'triage-nurse')).status, 404, 'SNP is not for the nurse');
});

test('an idempotency key answers the departure that it made', async () => {
  const slotId = await vendorSlot();
  const headers = { 'idempotency-key': 'leave-1' };
  const { id } = (await leave(slotId, 'regulator', headers)).body;
  await act(id, 'cancel');
  assert.equal((await leave(slotId, 'regulator', headers)).body.id, id);
});
