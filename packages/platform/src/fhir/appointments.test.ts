import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { writeAppointment } from '@sas-kit/fhir';
import { openAgenda } from '../testing/agenda-fixtures.ts';
import { startTestPlatform, type TestAnswer, type TestPlatform } from '../testing/test-platform.ts';

const SYSTEM = 'urn:oid:1.2.250.1.999.4';
const DOCTOR = '810999900018';
const NOW = '2026-11-23T08:00:00+01:00';

let platform: TestPlatform;
before(async () => {
  platform = await startTestPlatform();
  await platform.setClock(NOW);
  await openAgenda(platform);
});
after(() => platform.close());

let made = 0;
/** A value that no test has used. */
const freshValue = () => `rdv-${(made += 1)}`;

function appointment(
  value: string,
  changes: Record<string, unknown> = {},
  flow: 'ps' | 'sos' = 'ps',
) {
  const { resource } = writeAppointment(
    {
      identifier: { system: SYSTEM, value },
      status: 'booked',
      start: '2026-11-23T15:00:00+01:00',
      end: '2026-11-23T15:15:00+01:00',
      practitioner: DOCTOR,
      regulator: { kind: 'national', value: '3760009001/4242' },
      ...changes,
    },
    { flow },
  );
  assert.ok(resource !== null);
  return resource;
}

const post = (body: unknown, more: Record<string, unknown> = {}) =>
  platform.call('POST', '/fhir/Appointment', { as: 'editor', body, ...more });
const put = (value: string, body: unknown, name = 'identifier', as = 'editor') =>
  platform.call('PUT', `/fhir/Appointment?${name}=${encodeURIComponent(`${SYSTEM}|${value}`)}`, {
    as,
    body,
  });

function checkOutcome({ status, body, headers }: TestAnswer, expected: number): void {
  assert.equal(status, expected, JSON.stringify(body));
  assert.equal(headers.get('content-type'), 'application/fhir+json; charset=utf-8');
  assert.equal(body.resourceType, 'OperationOutcome');
  assert.ok(body.issue[0].details.text.length > 5);
}

test('an appointment is taken in once, updated by either criterion, and listed with its editor', async () => {
  const value = freshValue();
  const created = await post(appointment(value));
  assert.equal(created.status, 201, JSON.stringify(created.body));
  const location = created.headers.get('location')!;
  assert.match(location, /^\/fhir\/Appointment\/[\w-]+$/);
  const again = await post(appointment(value));
  assert.deepEqual([again.status, again.headers.get('location')], [200, location]);

  for (const [name, status] of [
    ['identifier', 'noshow'],
    ['Identifier', 'fulfilled'],
  ] as const) {
    const updated = await put(value, appointment(value, { status }), name);
    assert.deepEqual([updated.status, updated.body.status], [200, status]);
    assert.equal(updated.headers.get('location'), location);
  }
  for (const as of ['regulator', 'lead', 'administrator']) {
    const role = as === 'lead' ? 'territory-lead' : as;
    const { body } = await platform.call('GET', '/v1/appointments', { as: role });
    const shown = body.items.find((each: { id: string }) => location.endsWith(each.id));
    assert.deepEqual(shown.source, { kind: 'editor', editor: 'vendor' }, as);
    assert.equal(shown.slot.start, '2026-11-23T15:00:00+01:00');
    assert.equal(shown.practitioner.nationalId, DOCTOR);
    assert.equal(shown.location.city, 'Le Havre');
    assert.deepEqual(shown.regulator, { kind: 'national', value: '3760009001/4242' });
  }
});

test('the update of an unknown appointment creates it, pending of an association included', async () => {
  const [value, other] = [freshValue(), freshValue()];
  const created = await put(value, appointment(value, { status: 'cancelled' }));
  assert.deepEqual([created.status, created.body.status], [201, 'cancelled']);
  const pending = { status: 'pending', practitioner: undefined };
  const answer = await put(other, appointment(other, pending, 'sos'));
  assert.deepEqual([answer.status, answer.body.status], [201, 'pending']);
  assert.equal((await put(other, appointment(other, pending, 'sos'))).status, 200);
});

test('the latest word counts, by meta.lastUpdated and not by arrival', async () => {
  const value = freshValue();
  const at = (status: string, minute: number) => {
    const written = appointment(value, { status });
    const lastUpdated = `2026-11-23T07:0${minute}:00+01:00`;
    return { ...written, meta: { ...written.meta, lastUpdated } };
  };
  assert.equal((await put(value, at('cancelled', 2))).status, 201);
  assert.equal((await put(value, at('booked', 1))).body.status, 'cancelled');
  assert.equal((await post(at('booked', 0))).body.status, 'cancelled');
  assert.equal((await post(appointment(value))).body.status, 'cancelled');
  assert.equal((await put(value, at('booked', 3))).body.status, 'booked');
});

test('one that the registry has switched off tells nothing any more', async (t) => {
  await platform.database.query(
    `insert into editor (id, name, endpoint, enabled) values ('vendor', 'V', 'https://v.example/fhir', false)`,
  );
  t.after(() => platform.database.query(`delete from editor where id = 'vendor'`));
  checkOutcome(await post(appointment(freshValue())), 403);
});

test('who is no editor is refused', async () => {
  for (const as of ['regulator', 'administrator', 'dispatch-software', 'public']) {
    checkOutcome(await post(appointment(freshValue()), { as }), 403);
  }
  checkOutcome(await post(appointment(freshValue()), { as: undefined }), 401);
  const forged = { as: undefined, headers: { authorization: 'Bearer nobody' } };
  checkOutcome(await post(appointment(freshValue()), forged), 401);
});

test('faults of form are 400, of a rule 422, each told in an OperationOutcome', async () => {
  const value = freshValue();
  const sound = appointment(value);
  const identifier = (text: string) => ({
    ...sound,
    identifier: [{ system: SYSTEM, value: text }],
  });
  const cases: readonly (readonly [unknown, number])[] = [
    ['{"resourceType":', 400],
    ['', 400],
    [[sound], 400],
    [{ ...sound, resourceType: 'Basic' }, 400],
    [`{"extension":${'[{"extension":'.repeat(2_000)}[]${'}]'.repeat(2_000)}}`, 400],
    [identifier('a\u0000b'), 400],
    [identifier('Jeanne Dupuis'), 422],
    [identifier('x'.repeat(201)), 422],
    [{ ...sound, status: 'checked-in' }, 422],
    [{ ...sound, status: undefined }, 422],
    [{ ...sound, start: '23/11/2026 10h' }, 422],
    [{ ...sound, start: sound.end, end: sound.start }, 422],
    [{ ...sound, start: '1999-11-23T15:00:00+01:00' }, 422],
    [{ ...sound, extension: undefined }, 422],
    [{ ...sound, participant: undefined }, 422],
    [{ ...sound, meta: { ...sound.meta, lastUpdated: '2027-11-23T15:00:00+01:00' } }, 422],
    [{ ...sound, language: 'x'.repeat(70_000) }, 413],
  ];
  for (const [body, status] of cases) {
    checkOutcome(await post(body), status);
    checkOutcome(await put(value, body), status);
  }
  const criteria = ['', 'identifier=', 'identifier=rdv', 'identifier=a%7Cb', 'identifier=%ff'];
  for (const criterion of criteria) {
    const path = `/fhir/Appointment?${criterion}`;
    checkOutcome(await platform.call('PUT', path, { as: 'editor', body: sound }), 400);
  }
  assert.equal((await post(sound)).status, 201, 'what was refused has taken no identifier');
});

test('media types, methods and addresses are those of the guide', async () => {
  for (const type of [
    'application/fhir+json',
    'application/json+fhir',
    'application/json; charset=utf-8',
  ]) {
    const headers = { 'content-type': type };
    assert.equal((await post(appointment(freshValue()), { headers })).status, 201, type);
  }
  const xml = { headers: { 'content-type': 'application/fhir+xml' } };
  checkOutcome(await post(appointment(freshValue()), xml), 415);
  const elsewhere = {
    as: 'regulator',
    body: {},
    headers: { 'content-type': 'application/fhir+json' },
  };
  assert.equal((await platform.call('POST', '/v1/holds', elsewhere)).status, 415);
  checkOutcome(await platform.call('DELETE', '/fhir/Appointment', { as: 'editor' }), 405);
  checkOutcome(await platform.call('GET', '/fhir/Patient', { as: 'editor' }), 404);
  const slash = await platform.call('POST', '/fhir/Appointment/', {
    as: 'editor',
    body: appointment(freshValue()),
  });
  assert.equal(slash.status, 201);
  const english = { headers: { 'accept-language': 'en' } };
  assert.match((await post('', english)).body.issue[0].details.text, /^Body missing/);
});

test('GET /fhir/metadata tells what is received, to whoever asks', async () => {
  const { status, body, headers } = await platform.call('GET', '/fhir/metadata');
  assert.equal(status, 200);
  assert.match(headers.get('content-type')!, /^application\/fhir\+json/);
  assert.equal(body.resourceType, 'CapabilityStatement');
  assert.equal(body.implementation.url, `${platform.url}/fhir`);
  const [{ resource }] = body.rest;
  const received = resource.find((each: { type: string }) => each.type === 'Appointment');
  assert.deepEqual([received.conditionalUpdate, received.updateCreate], [true, true]);
});

test('an editor tells of its own practitioners only: declared, or with an agenda that it publishes', async (t) => {
  const [served, stranger] = ['810999900067', '810999900075'];
  await platform.database.query(
    `insert into editor (id, name, endpoint) values ('vendor', 'Agenda', 'https://agenda.example/fhir')`,
  );
  t.after(() => platform.database.query(`delete from editor where id = 'vendor'`));
  await openAgenda(
    platform,
    { practitioner: { nationalId: stranger, family: 'ROUX', specialties: ['SM54'] } },
    'administrator',
  );
  const value = freshValue();
  for (const answer of [
    await post(appointment(value, { practitioner: stranger })),
    await put(value, appointment(value, { practitioner: served })),
  ]) {
    checkOutcome(answer, 422);
    const [issue] = answer.body.issue;
    assert.deepEqual(
      [issue.code, issue.expression],
      ['business-rule', ['Appointment.participant']],
    );
    assert.match(issue.details.text, /n’est pas déclaré servir/);
  }
  const { body } = await platform.call('GET', '/v1/editors/vendor', { as: 'administrator' });
  const counted: { rule: string; times: number }[] = body.health.appointmentFindings;
  assert.equal(counted.find(({ rule }) => rule === 'editor-practitioner')?.times, 2);
  assert.deepEqual(body.health.findings, [], 'those of its answers are others');
  await platform.database.query(
    `insert into editor_serves (editor_id, kind, national_id) values ('vendor', 'practitioner', $1)`,
    [served],
  );
  assert.equal((await post(appointment(value, { practitioner: served }))).status, 201);
  const moved = appointment(value, { practitioner: stranger, status: 'fulfilled' });
  checkOutcome(await put(value, moved), 422);
  await platform.database.query(`delete from editor_serves where national_id = $1`, [served]);
  const cancelled = appointment(value, { practitioner: served, status: 'cancelled' });
  assert.equal((await put(value, cancelled)).body.status, 'cancelled', 'what is known still ends');
});

test('an agenda that an editor opened for somebody of another, declared one lets it tell nothing', async (t) => {
  const practitioner = '810999900083';
  await platform.database.query(
    `insert into editor (id, name, endpoint) values ('vendor', 'Agenda', 'https://agenda.example/fhir'),
       ('other', 'Autre', 'https://autre.example/fhir')`,
  );
  t.after(() => platform.database.query(`delete from editor where id in ('vendor', 'other')`));
  const declare = (editor: string) =>
    platform.call('PUT', `/v1/editors/${editor}/serves`, {
      as: 'administrator',
      body: { practitioners: [practitioner], structures: [] },
    });
  await openAgenda(platform, {
    practitioner: { nationalId: practitioner, family: 'ROUX', specialties: ['SM54'] },
  });
  const value = freshValue();
  const send = () => post(appointment(value, { practitioner }));
  await declare('other');
  const refused = await send();
  checkOutcome(refused, 422);
  assert.match(refused.body.issue[0].details.text, /n’est pas déclaré servir/);
  await declare('vendor');
  assert.equal((await send()).status, 201, 'both were declared');
});

test('an appointment of a practitioner without agenda is seen once there is one', async (t) => {
  const value = freshValue();
  const late = { practitioner: '810999900067' };
  await platform.database.query(
    `insert into editor (id, name, endpoint) values ('vendor', 'Agenda', 'https://agenda.example/fhir')`,
  );
  t.after(() => platform.database.query(`delete from editor where id = 'vendor'`));
  await platform.call('PUT', '/v1/editors/vendor/serves', {
    as: 'administrator',
    body: { practitioners: [late.practitioner], structures: [] },
  });
  const { status, headers } = await post(appointment(value, late));
  assert.equal(status, 201);
  const id = headers.get('location')!.split('/').at(-1)!;
  const seen = async () => {
    return (await platform.call('GET', `/v1/appointments/${id}`, { as: 'regulator' })).status;
  };
  assert.equal(await seen(), 404);
  const practitioner = { nationalId: late.practitioner, family: 'PETIT', specialties: ['SM54'] };
  await openAgenda(platform, { practitioner });
  await put(value, appointment(value, { ...late, status: 'fulfilled' }));
  assert.equal(await seen(), 200);
});
