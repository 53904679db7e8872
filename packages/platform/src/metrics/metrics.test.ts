import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { SAMPLE_BUNDLE, says, startEditor } from '../testing/editor-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const TOKEN = 'metrics-token-of-the-tests';
let platform: TestPlatform;
let slotId: string;

before(async () => {
  platform = await startTestPlatform({
    SAS_METRICS_PORT: '0',
    SAS_METRICS_TOKEN: TOKEN,
    SAS_RATE_BARE_KEY: '2',
  });
  await platform.setClock('2026-11-23T08:00:00+01:00');
  const agenda = await openAgenda(platform);
  slotId = await addSlot(platform, agenda, slotAt('2026-11-23T10:00:00+01:00'));
});
after(() => platform.close());

async function scrape(): Promise<string> {
  const answer = await fetch(platform.platform.metricsAddress!);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type')!, /^text\/plain; version=0\.0\.4/);
  return answer.text();
}

/** The value of one line; 0 where there is none yet. */
async function valueOf(line: string): Promise<number> {
  const found = (await scrape()).split('\n').find((each) => each.startsWith(`${line} `));
  return found === undefined ? 0 : Number(found.slice(line.length + 1));
}

/** How much a line grows by something. */
async function growth(line: string, work: () => Promise<unknown>): Promise<number> {
  const before = await valueOf(line);
  await work();
  return (await valueOf(line)) - before;
}

test('requests are counted by route template and status, with their latency', async () => {
  const requests =
    'sas_http_requests_total{method="GET",route="/v1/schedules/:scheduleId",status="404"}';
  const latency =
    'sas_http_request_duration_seconds_count{method="GET",route="/v1/schedules/:scheduleId"}';
  const call = () => platform.call('GET', '/v1/schedules/secret-name', { as: 'editor' });
  assert.equal(await growth(requests, call), 1);
  assert.equal(await growth(latency, call), 1);
});

test('holds, bookings and refusals are counted', async () => {
  const hold = () => platform.call('POST', '/v1/holds', { as: 'public', body: { slotId } });
  assert.equal(await growth('sas_holds_live', hold), 1);
  const code = (name: string) => `sas_http_problems_total{code="${name}"}`;
  const denied = () => platform.call('POST', '/v1/holds', { as: 'authority', body: { slotId } });
  assert.equal(await growth(code('forbidden'), denied), 1);
  const nobody = () => platform.call('GET', '/v1/audit');
  assert.equal(await growth(code('unauthenticated'), nobody), 1);
  const bare = { 'x-sas-key': platform.credentials.publishableKey };
  const hasty = async () => {
    for (let times = 0; times < 4; times += 1)
      await platform.call('GET', '/v1/structures', { headers: bare });
  };
  assert.equal(await growth(code('rate-limited'), hasty), 2);
  await platform.database.query(`update hold set state = 'released'`);
  const book = () =>
    platform.call('POST', '/v1/appointments', { as: 'regulator', body: { slotId } });
  assert.equal(await growth('sas_bookings_total{by="professional"}', book), 1);
  assert.equal(await valueOf('sas_appointments_coming'), 1);
});

test('what the rules of FHIR refuse is counted, and a failure of the own agenda is logged', async () => {
  const code = (status: number) => `sas_http_problems_total{code="fhir-${status}"}`;
  const search =
    '/fhir/Slot?schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1|810999900018';
  const ask = (path: string) => platform.call('GET', path, { as: 'dispatch-software' });
  assert.equal(await growth(code(400), () => ask('/fhir/Slot')), 1);
  const told = () =>
    platform.call('POST', '/fhir/Appointment', { as: 'editor', body: { resourceType: 'Slot' } });
  assert.equal(await growth(code(400), told), 1);

  const window = 'start=ge2026-11-23T00:00:00.000%2B01:00&start=le2026-11-24T00:00:00.000%2B01:00';
  const fails = async () => {
    await platform.database.query('alter table editor rename to elsewhere');
    const { status, body } = await ask(`${search}&status=free&${window}`);
    await platform.database.query('alter table elsewhere rename to editor');
    assert.deepEqual([status, body.resourceType], [503, 'OperationOutcome']);
  };
  assert.equal(await growth(code(503), fails), 1);
  const lines = platform.logged().trim().split('\n');
  const errors = lines.map((line) => JSON.parse(line)).filter(({ error }) => error !== undefined);
  // 42P01: undefined_table.
  assert.equal(errors.at(-1).error.code, '42P01');
});

test('each job tells its last success, its rows and its failures', async () => {
  const text = await scrape();
  const jobs = ['audit-seal', 'contacts', 'appointments', 'holds', 'slots', 'idempotency'];
  for (const job of [...jobs, 'counters', 'audit', 'reseal', 'horizon']) {
    for (const name of ['last_success_timestamp_seconds', 'rows_total', 'failures_total'])
      assert.ok(text.includes(`sas_job_${name}{job="${job}"}`), `${name} of ${job}`);
  }
  await platform.database.query(
    `insert into public_booking_count values ('x', '2020-01-01', 1), ('y', '2020-01-01', 1)`,
  );
  const run = () => platform.platform.runJobs();
  assert.equal(await growth('sas_job_rows_total{job="counters"}', run), 2);
  await platform.database.query('alter table public_booking_count rename to elsewhere');
  assert.equal(await growth('sas_job_failures_total{job="counters"}', run), 1);
  assert.equal(await growth('sas_job_last_success_timestamp_seconds{job="counters"}', run), 0);
  assert.ok((await growth('sas_job_last_success_timestamp_seconds{job="audit"}', run)) > 0);
  await platform.database.query('alter table elsewhere rename to public_booking_count');
});

test('what connected editors answer is counted', async () => {
  const editor = await startEditor(says(SAMPLE_BUNDLE));
  const body = { id: 'agenda', name: 'Agenda de démonstration', endpoint: editor.endpoint };
  assert.equal(
    (await platform.call('POST', '/v1/editors', { as: 'administrator', body })).status,
    201,
  );
  await platform.call('PUT', '/v1/editors/agenda/serves', {
    as: 'administrator',
    body: { practitioners: ['810999900018'], structures: [] },
  });
  const search = () => platform.call('GET', '/v1/availability?insee=76351', { as: 'regulator' });
  const line = 'sas_editor_answers_total{editor="agenda",state="complete"}';
  assert.equal(await growth(line, search), 1);
  assert.ok((await valueOf('sas_editor_answer_duration_seconds_count')) >= 1);
  editor.close();
});

test('the process and its database are told', async () => {
  const text = await scrape();
  for (const name of [
    'nodejs_eventloop_lag_p99_seconds',
    'process_resident_memory_bytes',
    'sas_database_connections{state="idle"}',
    'sas_database_connections{state="waiting"}',
    'sas_audit_unsealed',
  ])
    assert.ok(text.includes(`\n${name} `), name);
  assert.equal(await valueOf('sas_database_up'), 1);
});

test('no label carries a path, a query, an id, a person or a secret', async () => {
  await platform.call(
    'GET',
    '/v1/availability?q=Sainte-Adresse&preferredPractitioner=810999123456',
    {
      as: 'public',
    },
  );
  await platform.call('GET', '/nowhere/secret-name?x=Exemple');
  await platform.call('GET', `/v1/holds/secret-name`, { as: 'public' });
  const text = await scrape();
  assert.ok(text.includes('route="unknown"'));
  for (const part of [
    'secret-name',
    'Exemple',
    'Sainte',
    slotId,
    '810999123456',
    'pk_',
    '127.0.0.1',
  ])
    assert.equal(text.includes(part), false, part);
  assert.equal(/[0-9a-f]{8}-[0-9a-f]{4}-/.test(text), false);
});

test('beside the API metrics need their token; the listener of their own serves nothing else', async () => {
  const read = (authorization?: string) =>
    platform.call(
      'GET',
      '/metrics',
      authorization === undefined ? {} : { headers: { authorization } },
    );
  assert.equal((await read()).status, 401);
  assert.equal((await read('Bearer metrics-token-of-the-test')).status, 401);
  assert.equal((await read(`Bearer ${platform.credentials.tokens['administrator']}`)).status, 401);
  const { status, body } = await read(`Bearer ${TOKEN}`);
  assert.equal(status, 200);
  assert.match(body as string, /sas_http_requests_total/);
  const { origin } = new URL(platform.platform.metricsAddress!);
  assert.equal((await fetch(`${origin}/v1/territories`)).status, 404);
  assert.equal((await fetch(`${origin}/metrics`, { method: 'POST' })).status, 404);
});

test('without a setting there are no metrics; a short token is refused', async () => {
  const plain = await startTestPlatform();
  assert.equal((await plain.call('GET', '/metrics')).status, 404);
  assert.equal(plain.platform.metricsAddress, null);
  await plain.close();
  await assert.rejects(
    startTestPlatform({ SAS_METRICS_TOKEN: 'short' }),
    /--metrics-token must be/,
  );
});

test('a database that is gone does not silence the rest', async () => {
  const alone = await startTestPlatform({ SAS_METRICS_PORT: '0' });
  const address = alone.platform.metricsAddress!;
  await alone.database.close();
  const text = await (await fetch(address)).text();
  assert.match(text, /^sas_database_up 0$/m);
  assert.match(text, /^process_cpu_seconds_total /m);
  await assert.rejects(alone.close()); // closing what is closed
});
