import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { isFhirPath } from '../fhir/outcome.ts';
import { type Caller, ROLES, type Role } from '../identity/caller.ts';
import { holds } from '../identity/rights.ts';
import { addSlot, openAgenda, slotAt } from '../testing/agenda-fixtures.ts';
import { valuesOf } from '../testing/fuzz/from-schema.ts';
import { heldBytes } from '../testing/fuzz/heap.ts';
import { SQL_INJECTIONS } from '../testing/fuzz/injections.ts';
import {
  bodyText,
  bodyType,
  encode,
  type FuzzRequest,
  type KnownIds,
  requestsTo,
} from '../testing/fuzz/requests.ts';
import { replaced, textsIn } from '../testing/fuzz/spoil.ts';
import { Wire, type WireAnswer } from '../testing/fuzz/wire.ts';
import { draftProtocol } from '../testing/regulation-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { compileContract, type Operation, type OperationId } from './contract.ts';

/** `SAS_FUZZ=100000` sends as many; `SAS_FUZZ_SEED` plays a run again. */
const COUNT = Number(process.env['SAS_FUZZ'] ?? 3_000);
const SEED = Number(process.env['SAS_FUZZ_SEED'] ?? 20_261_123);
/** What caches, compiled code and the pool's own growth may hold after the first third, bytes. */
const HEAP_GROWTH = 24 * 2 ** 20;

const operations = compileContract();
const rightOf = new Map(operations.map(({ id, right }) => [id, right]));
const CALLERS = ['anonymous', 'stranger', ...ROLES];
let platform: TestPlatform;
let wire: Wire;
let known: KnownIds;

before(async () => {
  platform = await startTestPlatform({
    SAS_LOG_LEVEL: 'error',
    SAS_RATE_TOKEN: '100000000',
    SAS_RATE_KEY: '100000000',
    SAS_RATE_ANONYMOUS: '100000000',
    SAS_HOLDS_PER_ADDRESS: '1000000',
    SAS_PUBLIC_BOOKINGS_PER_DAY: '1000000',
  });
  await platform.setClock('2026-11-23T08:00:00+01:00');
  wire = new Wire(platform);
  known = await knownIds();
});
after(async () => {
  wire.close();
  await platform.close();
});

/** One record of each kind, so that a malformed request gets past `404`. */
async function knownIds(): Promise<KnownIds> {
  const scheduleId = await openAgenda(platform);
  const slotId = await addSlot(platform, scheduleId, slotAt('2026-11-23T10:00:00+01:00'));
  const make = async (path: string, body: unknown, as = 'editor') => {
    const answer = await platform.call('POST', path, { as, body });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body.id as string;
  };
  const weekly = {
    days: ['mon'],
    startTime: '09:00',
    endTime: '12:00',
    slotMinutes: 20,
    validFrom: '2026-11-30',
    modalities: ['AMB'],
    visibility: ['PUBLIC'],
  };
  const doctor = {
    nationalId: '810999900034',
    family: 'AUBRY',
    roles: [{ role: 'regulator', territory: 'le-havre-fecamp' }],
  };
  const decision = { decision: { kind: 'own' }, insee: '76351' };
  const called = { scheduleId, purpose: 'overbooking', result: 'accepted' };
  const absence = { from: '2026-12-10T08:00:00+01:00', to: '2026-12-10T18:00:00+01:00' };
  return {
    territoryId: 'le-havre-fecamp',
    scheduleId,
    slotId,
    ruleId: await make(`/v1/schedules/${scheduleId}/rules`, weekly),
    accountId: await make('/v1/accounts', doctor, 'administrator'),
    orientationId: await make(
      '/v1/orientations',
      { outcome: 'unscheduled-consultation', ...decision },
      'regulator',
    ),
    callId: await make('/v1/practice-calls', called, 'regulator'),
    protocolId: await draftProtocol(platform),
    absenceId: await make(`/v1/schedules/${scheduleId}/absences`, absence),
    holdId: await make('/v1/holds', { slotId }, 'regulator'),
    appointmentId: await make(
      '/v1/appointments',
      {
        slotId: await addSlot(platform, scheduleId, slotAt('2026-11-23T11:00:00+01:00')),
      },
      'regulator',
    ),
  };
}

/** What a stack, a file of the server or its SQL would look like in an answer. */
const LEAK = /\n\s+at |node_modules|\.[jt]s:\d|file:\/\/|syntax error at|relation "/i;

function mayCall({ operation, as }: Pick<FuzzRequest, 'operation' | 'as'>): boolean {
  const right = rightOf.get(operation)!;
  if (right === null) return true;
  if (as === 'anonymous' || as === 'stranger') return false;
  const caller = { identity: { subject: as, roles: [as as Role] } } as unknown as Caller;
  return holds(caller, right);
}

/** Pages are for people who sign in; nothing that was sent becomes markup in one. */
function checkPage({ operation, path }: FuzzRequest, html: string): void {
  assert.ok(operation === 'getDocs' || path.startsWith('/auth/'), operation);
  assert.doesNotMatch(html, /<script|<img|\son\w+=/);
}

/** Below `/fhir`, a refusal is an OperationOutcome. */
function checkOutcome(type: string, text: string): void {
  assert.match(type, /^application\/fhir\+json/);
  const { resourceType, issue } = JSON.parse(text) as { resourceType: string; issue: unknown[] };
  assert.ok(resourceType === 'OperationOutcome' && issue.length > 0, text);
}

function checkProblem(type: string, text: string): void {
  assert.match(type, /^application\/(problem\+)?json/);
  const { code, requestId } = JSON.parse(text) as Record<string, unknown>;
  assert.ok(typeof code === 'string' && typeof requestId === 'string', text);
}

const mayBeTorn = ({ method, body }: FuzzRequest) => method === 'GET' && body !== null;
const isProblem = (type: string) => type.startsWith('application/problem+json');

function checkAnswer(request: FuzzRequest, { status, type, text }: WireAnswer): void {
  assert.ok(status < 500, `${status} ${text}`);
  assert.doesNotMatch(text.slice(0, 5_000), request.operation === 'getContract' ? /^$/ : LEAK);
  if (type.startsWith('text/html')) checkPage(request, text);
  // A body that a GET may not have may be the HTTP parser's to refuse: it knows no path.
  else if (status >= 400 && isFhirPath(request.path) && !(mayBeTorn(request) && isProblem(type)))
    checkOutcome(type, text);
  else if (status >= 400) checkProblem(type, text);
  if (!mayCall(request)) assert.ok(status >= 400, `${request.as} got ${status}`);
}

/** Half of the requests come from those who may: the rest of the server is behind that door. */
function callersOf({ id }: Operation): fc.Arbitrary<string> {
  const may = CALLERS.filter((as) => mayCall({ operation: id, as }));
  return fc.oneof(fc.constantFrom(...CALLERS), fc.constantFrom(...may));
}

test(`${COUNT} malformed requests to every operation by every caller: refused or harmless, and memory stays flat`, async (t) => {
  let sent = 0;
  let heldEarly = 0;
  const statuses = new Map<number, number>();
  const property = fc.asyncProperty(requestsTo(operations, callersOf, known), async (request) => {
    const answer = await wire.send(request);
    checkAnswer(request, answer);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    sent += 1;
    if (sent === Math.floor(COUNT / 3)) heldEarly = heldBytes();
  });
  await fc.assert(property, { numRuns: COUNT, seed: SEED });
  const grown = heldBytes() - heldEarly;
  const counted = [...statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`);
  t.diagnostic(`answers ${counted.join(', ')}; heap ${(grown / 2 ** 20).toFixed(1)} MB more`);
  assert.ok(grown < HEAP_GROWTH, `${grown} bytes more are held`);
  assert.deepEqual(await platform.call('GET', '/healthz').then(({ status }) => status), 200);
  assert.equal(platform.logged(), '');
});

/** Every parameter and every text of a body, with an injection in it. */
function* injected(text: string): Generator<FuzzRequest> {
  for (const operation of operations) {
    const plain = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? 'x');
    const base = {
      operation: operation.id,
      method: operation.method,
      path: plain,
      headers: {},
      body: null,
    };
    const as = mostPowerful(operation.id);
    for (const { name, in: place } of operation.parameters) {
      if (place === 'query') yield { ...base, as, path: `${plain}?${name}=${encode(text)}` };
      if (place === 'header' && !/[^\x20-\x7e]/.test(text)) {
        yield { ...base, as, headers: { [name]: text } };
      }
      if (place !== 'path') continue;
      const path = operation.path
        .replace(`{${name}}`, encode(text))
        .replaceAll(/\{(\w+)\}/g, (_, other: string) => known[other] ?? 'x');
      yield { ...base, as, path };
    }
    if (operation.bodySchema === null) continue;
    const bodies = fc.sample(valuesOf(operation.bodySchema), { numRuns: 50, seed: SEED });
    const body = bodies.reduce((a, b) => (textsIn(b).length > textsIn(a).length ? b : a));
    for (const at of textsIn(body)) {
      const headers = { 'content-type': bodyType(operation) };
      yield { ...base, as, headers, body: bodyText(operation, replaced(body, at, text)) };
    }
  }
}

/** Somebody who gets as far as the statement. */
function mostPowerful(operation: OperationId): string {
  if (rightOf.get(operation) === null) return 'anonymous';
  const order = ['administrator', 'editor', 'regulator', 'public', ...ROLES];
  return order.find((as) => mayCall({ operation, as }))!;
}

test('SQL in every parameter and every text of every body stays a text', async () => {
  await platform.database.query('create table canary (id integer)');
  await platform.database.query('insert into canary values (0)');
  for (const text of SQL_INJECTIONS) {
    for (const request of injected(text)) checkAnswer(request, await wire.send(request));
  }
  assert.deepEqual(await platform.database.query('select id from canary'), [{ id: 0 }]);
  await platform.database.query('drop table canary');
});

test('a text that would be true for every row finds none', async () => {
  for (const [path, list] of [
    [`/v1/places?q=${encode("' or '1'='1")}`, 'items'],
    [`/v1/schedules?ref=${encode("' or '1'='1")}`, 'items'],
  ] as const) {
    const { status, body } = await platform.call('GET', path, { as: 'administrator' });
    assert.ok(status >= 400 || body[list].length === 0, `${path} found ${JSON.stringify(body)}`);
  }
});
