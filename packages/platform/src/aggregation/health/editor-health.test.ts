import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform.ts';
import type { AnswerState, EditorAnswer } from '../asking/asked.ts';
import { EditorHealth } from './editor-health.ts';

let platform: TestPlatform;
let number = 0;
let id: string;
before(async () => {
  platform = await startTestPlatform();
  await platform.setClock('2026-11-23T08:00:00+01:00');
});
after(() => platform.close());
beforeEach(async () => {
  id = `agenda-${(number += 1)}`;
  await platform.call('POST', '/v1/editors', {
    as: 'administrator',
    body: { id, name: 'Agenda de démonstration', endpoint: 'https://agenda.example/fhir' },
  });
});

const NOTHING = { practitioners: [], places: [], communities: [], associations: [], slots: [] };

function answer(state: AnswerState, changes: Partial<EditorAnswer> = {}): EditorAnswer {
  const agenda = state === 'complete' ? NOTHING : null;
  const reason = agenda === null ? `it is ${state}` : null;
  return { state, ms: 400, agenda, reason, findings: {}, ...changes };
}

const told = async () =>
  (await platform.call('GET', `/v1/editors/${id}`, { as: 'administrator' })).body;

test('what two processes were answered is added up', async () => {
  const [one, other] = [new EditorHealth(platform.database), new EditorHealth(platform.database)];
  for (let times = 0; times < 9; times += 1)
    one.count(id, answer('complete', { findings: { 'read-phone': 2 } }), 'closed');
  other.count(id, answer('complete', { findings: { 'read-phone': 1, 'read-url': 1 } }), 'closed');
  other.count(id, answer('timeout', { ms: 7_000 }), 'closed');
  other.count(id, answer('refused'), 'closed');
  await Promise.all([one.write(), other.write()]);
  const { state, health } = await told();
  assert.equal(state, 'unsteady');
  assert.deepEqual(health.answers, {
    complete: 10,
    timeout: 1,
    failed: 0,
    refused: 1,
    circuitOpen: 0,
  });
  assert.equal(Math.round(health.errorRate * 12), 2);
  assert.ok(health.p50Ms >= 400 && health.p50Ms < 500, health.p50Ms);
  assert.ok(health.p95Ms >= 7_000, health.p95Ms);
  assert.deepEqual(health.findings, [
    { rule: 'read-phone', times: 19 },
    { rule: 'read-url', times: 1 },
  ]);
  assert.equal(health.lastReason, 'it is refused');
  assert.ok(health.lastSuccess !== null && health.lastFailure !== null);
});

test('an editor that is left alone is told at once, and since when', async () => {
  const health = new EditorHealth(platform.database);
  health.count(id, answer('complete'), 'closed');
  await health.write();
  assert.equal((await told()).state, 'working');
  health.count(id, answer('failed'), 'open');
  let now = await told();
  while (now.state === 'working') now = await told();
  assert.deepEqual([now.state, now.health.circuit], ['failing', 'open']);
  const { since } = now;
  health.count(id, answer('circuit-open'), 'open');
  await health.write();
  assert.equal((await told()).since, since);
  health.count(id, answer('complete'), 'closed');
  for (let times = 0; times < 20; times += 1) health.count(id, answer('complete'), 'closed');
  await health.write();
  assert.equal((await told()).state, 'working');
});

test('one that is switched off stays so, whatever it still answers', async () => {
  const health = new EditorHealth(platform.database);
  health.count(id, answer('complete'), 'closed');
  const off = await platform.call('PATCH', `/v1/editors/${id}`, {
    as: 'administrator',
    body: { enabled: false },
    headers: { 'if-match': '"1"' },
  });
  assert.equal(off.status, 200);
  await health.write();
  const { state, since, health: counted } = await told();
  assert.deepEqual([state, since, counted.answers.complete], ['disabled', off.body.since, 1]);
});

test('one that nobody asks any more is unknown, since it was asked last', async () => {
  const health = new EditorHealth(platform.database);
  health.count(id, answer('complete'), 'closed');
  await health.write();
  const { health: before } = await told();
  await platform.setClock('2026-11-23T09:00:00+01:00');
  const { state, since, health: later } = await told();
  assert.deepEqual([state, since, later.errorRate], ['unknown', before.lastSuccess, null]);
  assert.equal(later.lastSuccess, before.lastSuccess);
  await platform.setClock('2026-11-23T08:00:00+01:00');
});

test('practitioners of an answer are learnt, and forgotten without another one', async () => {
  const health = new EditorHealth(platform.database);
  const practitioners = ['810999001000', 'odd', '810999001018'].map((nationalId) => ({
    id: nationalId,
    nationalId,
  }));
  await platform.call('PUT', `/v1/editors/${id}/serves`, {
    as: 'administrator',
    body: { practitioners: ['810999001000', '810999001026'], structures: [] },
  });
  health.count(id, answer('complete', { agenda: { ...NOTHING, practitioners } }), 'closed');
  await health.write();
  const served = async () =>
    (await platform.call('GET', `/v1/editors/${id}/serves`, { as: 'administrator' })).body.items;
  assert.deepEqual(
    (await served()).map(({ nationalId, learnt }: Record<string, unknown>) => [nationalId, learnt]),
    [
      ['810999001000', false],
      ['810999001018', true],
      ['810999001026', false],
    ],
  );
  await platform.setClock('2026-12-22T08:00:00+01:00');
  await platform.platform.runJobs();
  assert.equal((await served()).length, 3);
  await platform.setClock('2026-12-24T08:00:00+01:00');
  await platform.platform.runJobs();
  assert.deepEqual(
    (await served()).map(({ nationalId }: Record<string, unknown>) => nationalId),
    ['810999001000', '810999001026'],
  );
  assert.equal((await platform.database.query('select from editor_minute')).length, 0);
  await platform.setClock('2026-11-23T08:00:00+01:00');
});

test('nobody is learnt for whom another editor was declared', async () => {
  const other = `${id}-other`;
  await platform.database.query(
    `insert into editor (id, name, endpoint) values ($1, 'Autre', 'https://autre.example/fhir')`,
    [other],
  );
  await platform.call('PUT', `/v1/editors/${other}/serves`, {
    as: 'administrator',
    body: { practitioners: ['810999001034'], structures: [] },
  });
  const health = new EditorHealth(platform.database);
  const practitioners = [{ id: 'x', nationalId: '810999001034' }];
  health.count(id, answer('complete', { agenda: { ...NOTHING, practitioners } }), 'closed');
  await health.write();
  const { body } = await platform.call('GET', `/v1/editors/${id}/serves`, { as: 'administrator' });
  assert.deepEqual(body.items, []);
});

test('what is left out of an answer is a finding too', async () => {
  const health = new EditorHealth(platform.database);
  health.count(id, answer('complete', { findings: { 'read-phone': 1 } }), 'closed');
  health.note(id, { 'booking-url-refused': 2 });
  await health.write();
  assert.deepEqual((await told()).health.findings, [
    { rule: 'booking-url-refused', times: 2 },
    { rule: 'read-phone', times: 1 },
  ]);
});

test('an editor that was removed meanwhile costs the others nothing', async () => {
  const health = new EditorHealth(platform.database);
  health.count('agenda-gone', answer('complete'), 'closed');
  health.count(id, answer('complete'), 'closed');
  await health.write();
  assert.equal((await told()).state, 'working');
});
