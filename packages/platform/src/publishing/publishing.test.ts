import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, practice, slotAt } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { extendHorizons } from './horizon.ts';

const MONDAY = '2026-11-23T08:00:00+01:00';
let platform: TestPlatform;
let place = 0;

before(async () => {
  platform = await startTestPlatform();
});
after(() => platform.close());

/** An agenda at an address of its own. */
async function agenda(overrides: Record<string, unknown> = {}, as = 'editor'): Promise<string> {
  await platform.setClock(MONDAY);
  place += 1;
  const location = {
    ...(practice()['location'] as object),
    line: `${place} rue des Galets`,
    ...overrides,
  };
  return openAgenda(platform, { location }, as);
}

const mornings = (overrides: Record<string, unknown> = {}) => ({
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  startTime: '09:00',
  endTime: '10:00',
  slotMinutes: 20,
  modalities: ['AMB'],
  visibility: ['PUBLIC'],
  publicDisplay: true,
  ...overrides,
});

async function slotsOf(
  id: string,
  query = '?from=2026-11-23T00:00:00%2B01:00&to=2026-12-14T00:00:00%2B01:00',
) {
  const { body } = await platform.call('GET', `/v1/schedules/${id}/slots${query}&limit=100`, {
    as: 'editor',
  });
  return body.items as {
    id: string;
    start: string;
    status: string;
    capacity: number;
    ref: string | null;
  }[];
}

async function addRule(id: string, rule: Record<string, unknown>) {
  const answer = await platform.call('POST', `/v1/schedules/${id}/rules`, {
    as: 'editor',
    body: rule,
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return { id: answer.body.id as string, etag: answer.headers.get('etag')! };
}

async function push(
  id: string,
  slots: unknown[],
  window = '?from=2026-11-23T00:00:00%2B01:00&to=2026-11-26T00:00:00%2B01:00',
) {
  return platform.call('PUT', `/v1/schedules/${id}/slots${window}`, {
    as: 'editor',
    body: { slots },
  });
}

test('a weekly rule becomes slots up to the horizon, in the local time of the place', async () => {
  const id = await agenda();
  await addRule(id, mornings());
  const slots = await slotsOf(id);
  assert.equal(slots[0]!.start, '2026-11-23T09:00:00+01:00');
  assert.equal(slots.at(-1)!.start.slice(0, 10), '2026-12-07');
  assert.equal(slots.length, 11 * 3);
});

test('in Guadeloupe a rule keeps the local hour and tells the local offset', async () => {
  const id = await agenda({
    insee: '97120',
    postcode: '97110',
    city: 'Pointe-à-Pitre',
    lat: 16.2411,
    lon: -61.5331,
  });
  await addRule(id, mornings({ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] }));
  const slots = await slotsOf(id);
  assert.ok(slots.every(({ start }) => start.endsWith('-04:00')));
  assert.equal(slots[0]!.start.slice(11, 16), '09:00');
});

test('an occurrence keeps its id when the rule is edited, and a booked one stays when the rule ends', async () => {
  const id = await agenda();
  const rule = await addRule(id, mornings());
  const before = await slotsOf(id);
  const booked = await platform.call('POST', '/v1/appointments', {
    as: 'regulator',
    body: { slotId: before[1]!.id },
  });
  assert.equal(booked.status, 201);
  const edited = await platform.call('PUT', `/v1/schedules/${id}/rules/${rule.id}`, {
    as: 'editor',
    headers: { 'if-match': rule.etag },
    body: mornings({ modalities: ['VR'] }),
  });
  assert.equal(edited.status, 200);
  assert.deepEqual(
    (await slotsOf(id)).map((slot) => slot.id),
    before.map((slot) => slot.id),
  );
  const removed = await platform.call('DELETE', `/v1/schedules/${id}/rules/${rule.id}`, {
    as: 'editor',
    headers: { 'if-match': edited.headers.get('etag')! },
  });
  assert.equal(removed.status, 204);
  assert.deepEqual(
    (await slotsOf(id)).map((slot) => slot.id),
    [before[1]!.id],
  );
  const appointment = await platform.call('GET', `/v1/appointments/${booked.body.id}`, {
    as: 'regulator',
  });
  assert.equal(appointment.body.status, 'booked');
});

test('an absence withdraws slots and gives them back with the same ids; booked ones are counted', async () => {
  const id = await agenda();
  await addRule(id, mornings());
  const oneOff = await addSlot(platform, id, slotAt('2026-11-23T14:00:00+01:00'));
  const before = await slotsOf(id);
  await platform.call('POST', '/v1/appointments', {
    as: 'regulator',
    body: { slotId: before[0]!.id },
  });
  const absence = await platform.call('POST', `/v1/schedules/${id}/absences`, {
    as: 'editor',
    body: { from: '2026-11-23T00:00:00+01:00', to: '2026-11-24T00:00:00+01:00' },
  });
  assert.equal(absence.body.bookedSlots, 1);
  const during = await slotsOf(id);
  assert.equal(during.find((slot) => slot.id === oneOff)!.status, 'withdrawn');
  assert.equal(during.filter(({ status }) => status === 'withdrawn').length, 4);
  const refused = await platform.call('POST', `/v1/schedules/${id}/slots`, {
    as: 'editor',
    body: slotAt('2026-11-23T16:00:00+01:00'),
  });
  assert.equal(refused.body.code, 'absence-overlap');
  await platform.call('DELETE', `/v1/schedules/${id}/absences/${absence.body.id}`, {
    as: 'editor',
    headers: { 'if-match': absence.headers.get('etag')! },
  });
  const afterwards = await slotsOf(id);
  assert.deepEqual(
    afterwards.map((slot) => slot.id),
    before.map((slot) => slot.id),
  );
  assert.equal(afterwards.find((slot) => slot.id === oneOff)!.status, 'free');
});

test('a push is idempotent, moves free slots, never booked ones, and tells every conflict', async () => {
  const id = await agenda();
  const pushed = (ref: string, start: string, overrides = {}) => ({
    ref,
    ...slotAt(`2026-11-24T${start}:00+01:00`, overrides),
  });
  const day = [pushed('a', '09:00'), pushed('b', '09:20'), pushed('c', '09:40')];
  assert.deepEqual((await push(id, day)).body, { created: 3, kept: 0, removed: 0, conflicts: [] });
  const before = await slotsOf(id);
  assert.deepEqual((await push(id, day)).body, { created: 0, kept: 3, removed: 0, conflicts: [] });
  assert.deepEqual(await slotsOf(id), before);
  await platform.call('POST', '/v1/appointments', {
    as: 'regulator',
    body: { slotId: before[0]!.id },
  });
  // b takes c's time and c moves on; a is booked and would move; d covers what is booked.
  const moved = [
    pushed('a', '11:00'),
    pushed('b', '09:40'),
    pushed('c', '10:00'),
    pushed('d', '09:10'),
  ];
  const answer = await push(id, moved);
  assert.deepEqual(answer.body, {
    created: 0,
    kept: 2,
    removed: 0,
    conflicts: [
      { ref: 'd', reason: 'overlap' },
      { ref: 'a', reason: 'booked' },
    ],
  });
  const now = await slotsOf(id);
  assert.deepEqual(
    now.map(({ ref, start }) => [ref, start.slice(11, 16)]),
    [
      ['a', '09:00'],
      ['b', '09:40'],
      ['c', '10:00'],
    ],
  );
  assert.deepEqual((await push(id, [])).body, { created: 0, kept: 0, removed: 2, conflicts: [] });
  assert.deepEqual(
    (await slotsOf(id)).map(({ ref, status }) => [ref, status]),
    [['a', 'full']],
  );
});

test('a slot that somebody is booking is not moved under the hold', async () => {
  const id = await agenda();
  const at = (start: string) => [{ ref: 'a', ...slotAt(`2026-11-24T${start}:00+01:00`) }];
  await push(id, at('09:00'));
  const [slot] = await slotsOf(id);
  const hold = await platform.call('POST', '/v1/holds', {
    as: 'regulator',
    body: { slotId: slot!.id },
  });
  assert.equal(hold.status, 201);
  assert.deepEqual((await push(id, at('11:00'))).body.conflicts, [{ ref: 'a', reason: 'booked' }]);
  await platform.call('DELETE', `/v1/holds/${hold.body.id}`, { as: 'regulator' });
  assert.equal((await push(id, at('11:00'))).body.kept, 1);
});

test('rules may be resized while they run, and overlap one another, without harm', async () => {
  const id = await agenda();
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const rule = await addRule(id, mornings({ days, endTime: '12:00' }));
  await platform.setClock('2026-11-24T09:10:00+01:00');
  let { etag } = rule;
  for (const change of [
    { slotMinutes: 40 },
    { slotMinutes: 15 },
    { startTime: '09:20', slotMinutes: 45 },
    {},
  ]) {
    const edited = await platform.call('PUT', `/v1/schedules/${id}/rules/${rule.id}`, {
      as: 'editor',
      headers: { 'if-match': etag },
      body: mornings({ days, endTime: '12:00', ...change }),
    });
    assert.equal(edited.status, 200, JSON.stringify(edited.body));
    etag = edited.headers.get('etag')!;
  }
  await addRule(id, mornings({ days, startTime: '09:10', endTime: '12:10', slotMinutes: 30 }));
  await platform.setClock('2026-11-26T09:25:00+01:00');
  await extendHorizons(platform.database, 14, (error) => assert.fail(String(error)));
});

test('naming somebody else’s practice, doctor or address changes nothing of theirs', async () => {
  const id = await agenda({ phone: '02 61 91 10 20' });
  const read = async () =>
    (await platform.call('GET', `/v1/schedules/${id}`, { as: 'editor' })).body;
  const before = await read();
  const { line, insee, lat, lon, postcode, city } = before.location;
  const intruder = await platform.call('POST', '/v1/schedules', {
    as: 'delegate',
    body: {
      practitioner: { nationalId: '810999900026', family: 'BIS', specialties: ['SM54'] },
      structure: { kind: 'practice', name: 'Renommé', nationalId: '1760000001' },
      location: { line, insee, lat, lon, postcode, city, phone: '08 99 99 99 99' },
    },
  });
  assert.equal(intruder.status, 201);
  await platform.call('POST', '/v1/schedules', {
    as: 'structure-manager',
    body: practice({
      location: { ...(practice()['location'] as object), line: '1 allée du Nord' },
      practitioner: { nationalId: '810999900018', family: 'RENOMMÉ', specialties: ['SM15'] },
    }),
  });
  assert.deepEqual(await read(), before);
});

test('six agendas opened at once share one new structure', async () => {
  await agenda();
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      platform.call('POST', '/v1/schedules', {
        as: 'editor',
        body: {
          practitioner: {
            nationalId: `81099996000${index}`,
            family: 'FICTIF',
            specialties: ['SM54'],
          },
          structure: { kind: 'msp', name: 'Maison de démonstration' },
          location: { line: '7 quai', postcode: '76600', city: 'Le Havre', insee: '76351' },
        },
      }),
    ),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    Array<number>(6).fill(201),
  );
  assert.equal(new Set(answers.map(({ body }) => body.structure.id)).size, 1);
});

test('a slot that an absence covers can still be read, and goes by its owner’s hand', async () => {
  const id = await agenda();
  const slotId = await addSlot(platform, id, slotAt('2026-11-23T14:00:00+01:00'));
  await platform.call('POST', `/v1/schedules/${id}/absences`, {
    as: 'editor',
    body: { from: '2026-11-23T00:00:00+01:00', to: '2026-11-24T00:00:00+01:00' },
  });
  const read = await platform.call('GET', `/v1/schedules/${id}/slots/${slotId}`, { as: 'editor' });
  assert.equal(read.body.status, 'withdrawn');
  const headers = { 'if-match': '*' };
  const removed = await platform.call('DELETE', `/v1/schedules/${id}/slots/${slotId}`, {
    as: 'editor',
    headers,
  });
  assert.equal(removed.status, 204);
});

test('a broken push stores nothing and names the slot at fault', async () => {
  const id = await agenda();
  const good = { ref: 'a', ...slotAt('2026-11-24T09:00:00+01:00') };
  const cases: [unknown, string, string][] = [
    [{ ...good, ref: 'a' }, 'duplicate-ref', '/slots/1/ref'],
    [{ ref: 'b', ...slotAt('2026-11-29T09:00:00+01:00') }, 'out-of-range', '/slots/1/start'],
    [{ ...good, ref: 'b', end: '2026-11-24T08:00:00+01:00' }, 'end-before-start', '/slots/1/end'],
    [{ ...good, ref: 'b', price: 30 }, 'unknown-member', '/slots/1/price'],
    [{ ...good, ref: 'b', visibility: ['SECRET'] }, 'invalid-value', '/slots/1/visibility/0'],
    [{ ...good, ref: 'b', start: '2026-11-24 09:00' }, 'invalid-format', '/slots/1/start'],
    [{ ...good, ref: 'b', start: '2026-11-24T09:00:00' }, 'invalid-format', '/slots/1/start'],
  ];
  for (const [bad, code, pointer] of cases) {
    const { status, body } = await push(id, [good, bad]);
    assert.ok(status === 400 || status === 422, JSON.stringify(body));
    assert.equal(body.code, code, JSON.stringify(body));
    assert.equal(body.errors[0].pointer, pointer);
    assert.deepEqual(await slotsOf(id), []);
  }
});

test('a one-off slot that covers another is refused by the database itself', async () => {
  const id = await agenda();
  await addSlot(platform, id, slotAt('2026-11-24T09:00:00+01:00'));
  const { status, body } = await platform.call('POST', `/v1/schedules/${id}/slots`, {
    as: 'editor',
    body: slotAt('2026-11-24T09:10:00+01:00'),
  });
  assert.equal(status, 409);
  assert.equal(body.code, 'slot-overlap');
  await assert.rejects(
    platform.database.query(
      `insert into slot (schedule_id, origin, starts_at, ends_at, modalities, visibility, booking, capacity)
       values ($1, 'one-off', '2026-11-24T09:10:00+01:00', '2026-11-24T09:30:00+01:00', '{AMB}', '{PUBLIC}', 'ROUTINE', 1)`,
      [id],
    ),
    /slot_no_overlap/,
  );
  await assert.rejects(
    platform.database.query('update slot set booked = capacity + 1'),
    /slot_never_overbooked/,
  );
});

test('what people edit needs the version they read', async () => {
  const id = await agenda();
  const path = `/v1/schedules/${id}`;
  const body = { publicDisplay: false };
  assert.equal(
    (await platform.call('PATCH', path, { as: 'editor', body })).body.code,
    'precondition-required',
  );
  const { headers } = await platform.call('GET', path, { as: 'editor' });
  const etag = headers.get('etag')!;
  const changed = await platform.call('PATCH', path, {
    as: 'editor',
    body,
    headers: { 'if-match': etag },
  });
  assert.equal(changed.body.publicDisplay, false);
  const stale = await platform.call('PATCH', path, {
    as: 'editor',
    body,
    headers: { 'if-match': etag },
  });
  assert.equal(stale.body.code, 'precondition-failed');
});

test('nobody reads or writes an agenda that is not theirs', async () => {
  const id = await agenda();
  for (const as of ['delegate', 'regulator']) {
    const { status } = await platform.call('GET', `/v1/schedules/${id}`, { as });
    assert.equal(status, as === 'delegate' ? 404 : 403, as);
  }
  assert.equal(
    (await platform.call('GET', `/v1/schedules/${id}`, { as: 'practitioner' })).status,
    200,
  );
  const somebody = await platform.call('POST', '/v1/schedules', {
    as: 'delegate',
    body: practice(),
  });
  assert.equal(somebody.body.code, 'forbidden');
  const list = await platform.call('GET', '/v1/schedules?limit=100', { as: 'delegate' });
  const theirs = list.body.items.map(
    (each: { practitioner: { nationalId: string } }) => each.practitioner.nationalId,
  );
  assert.ok(theirs.every((nationalId: string) => nationalId === '810999900026'));
});

test('opening an agenda that stands tells which one', async () => {
  const id = await agenda();
  const { body } = await platform.call('GET', `/v1/schedules/${id}`, { as: 'editor' });
  const { line, insee, lat, lon, postcode, city } = body.location;
  const again = await platform.call('POST', '/v1/schedules', {
    as: 'editor',
    body: practice({ location: { line, insee, lat, lon, postcode, city } }),
  });
  assert.equal(again.body.code, 'schedule-exists');
  assert.equal(again.body.scheduleId, id);
});

test('the horizon moves with the days', async () => {
  const id = await agenda();
  await addRule(id, mornings());
  await platform.setClock('2026-11-30T08:00:00+01:00');
  assert.ok(
    (await extendHorizons(platform.database, 14, (error) => assert.fail(String(error)))) >= 1,
  );
  const slots = await slotsOf(
    id,
    '?from=2026-12-07T00:00:00%2B01:00&to=2026-12-20T00:00:00%2B01:00',
  );
  assert.equal(slots.at(-1)!.start.slice(0, 10), '2026-12-14');
});
