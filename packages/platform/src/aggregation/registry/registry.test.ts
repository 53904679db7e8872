import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { components } from '../../generated/platform.ts';
import {
  type EditorConduct,
  SAMPLE_BUNDLE,
  SAMPLE_PRACTITIONER,
  says,
  startEditor,
} from '../../testing/editor-fixtures.ts';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform.ts';

type Check = components['schemas']['EditorCheck'];

let platform: TestPlatform;
before(async () => {
  platform = await startTestPlatform();
  await platform.setClock('2026-11-23T08:00:00+01:00');
});
after(() => platform.close());

const ENDPOINT = 'https://agenda.example/fhir';
let number = 0;

/** Connects an editor. @returns its id. */
async function connect(settings: Record<string, unknown> = {}): Promise<string> {
  const id = `agenda-${(number += 1)}`;
  const answer = await platform.call('POST', '/v1/editors', {
    as: 'administrator',
    body: { id, name: 'Agenda de démonstration', endpoint: ENDPOINT, ...settings },
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return id;
}

const serves = (id: string, body: object) =>
  platform.call('PUT', `/v1/editors/${id}/serves`, { as: 'administrator', body });

test('an administrator connects an editor, which gets the defaults of the guide', async () => {
  const answer = await platform.call('POST', '/v1/editors', {
    as: 'administrator',
    body: { id: 'agenda-exemple', name: 'Agenda Exemple', endpoint: `${ENDPOINT}/` },
  });
  assert.equal(answer.status, 201);
  assert.equal(answer.headers.get('location'), '/v1/editors/agenda-exemple');
  const { body } = await platform.call('GET', '/v1/editors/agenda-exemple', {
    as: 'administrator',
  });
  assert.deepEqual(body, answer.body);
  assert.deepEqual(
    [body.endpoint, body.flows, body.environment, body.deadlineMs, body.concurrency, body.enabled],
    [ENDPOINT, ['ps'], 'production', 7_000, 4, true],
  );
  assert.equal(body.state, 'unknown');
  assert.deepEqual(body.serves, { practitioners: 0, structures: 0 });
  assert.equal(body.health.errorRate, null);
});

test('the same key makes it once; another of the same id is refused', async () => {
  const body = { id: 'agenda-once', name: 'Une fois', endpoint: ENDPOINT };
  const headers = { 'idempotency-key': 'once' };
  const first = await platform.call('POST', '/v1/editors', { as: 'administrator', body, headers });
  const again = await platform.call('POST', '/v1/editors', { as: 'administrator', body, headers });
  assert.deepEqual([first.status, again.status], [201, 201]);
  const other = await platform.call('POST', '/v1/editors', { as: 'administrator', body });
  assert.deepEqual([other.status, other.body.code], [409, 'editor-exists']);
});

for (const [changes, code] of [
  [{ endpoint: 'http://agenda.example' }, 'address-refused'],
  [{ endpoint: 'https://u:p@agenda.example' }, 'address-refused'],
  [{ certificate: 'nobody-set-it' }, 'certificate-unknown'],
] as const) {
  test(`refused: ${JSON.stringify(changes)}`, async () => {
    const body = { id: 'agenda-refused', name: 'Refusé', endpoint: ENDPOINT, ...changes };
    const made = await platform.call('POST', '/v1/editors', { as: 'administrator', body });
    assert.deepEqual([made.status, made.body.code], [422, code]);
    assert.equal(JSON.stringify(made.body).includes('u:p'), false);
    const id = await connect();
    const changed = await platform.call('PATCH', `/v1/editors/${id}`, {
      as: 'administrator',
      body: changes,
      headers: { 'if-match': '*' },
    });
    assert.deepEqual([changed.status, changed.body.code], [422, code]);
  });
}

test('an editor is changed by who read it last, switched off and removed', async () => {
  const id = await connect();
  const path = `/v1/editors/${id}`;
  const patch = (body: object, ifMatch?: string) =>
    platform.call('PATCH', path, {
      as: 'administrator',
      body,
      ...(ifMatch !== undefined && { headers: { 'if-match': ifMatch } }),
    });
  assert.equal((await patch({ notes: 'x' })).status, 428);
  const off = await patch({ enabled: false, deadlineMs: 3_000 }, '"1"');
  assert.deepEqual(
    [off.status, off.body.state, off.body.deadlineMs, off.headers.get('etag')],
    [200, 'disabled', 3_000, '"2"'],
  );
  assert.equal((await patch({ enabled: true }, '"1"')).status, 412);
  assert.equal((await patch({ enabled: true }, '"2"')).body.state, 'unknown');
  const remove = (ifMatch: string) =>
    platform.call('DELETE', path, { as: 'administrator', headers: { 'if-match': ifMatch } });
  assert.equal((await remove('"2"')).status, 412);
  assert.equal((await remove('"3"')).status, 204);
  assert.equal((await platform.call('GET', path, { as: 'administrator' })).status, 404);
});

test('who works with slots sees name, state and since; nothing of how it is asked', async () => {
  const id = await connect({ notes: 'Contrat du 3 mars' });
  for (const role of [
    'regulator',
    'unscheduled-care-operator',
    'call-taker',
    'triage-nurse',
    'account-manager',
    'territory-lead',
  ]) {
    const one = await platform.call('GET', `/v1/editors/${id}`, { as: role });
    assert.deepEqual(Object.keys(one.body).sort(), ['id', 'name', 'since', 'state'], role);
    const all = await platform.call('GET', '/v1/editors', { as: role });
    for (const each of all.body.items)
      assert.deepEqual(Object.keys(each).sort(), ['id', 'name', 'since', 'state'], role);
    assert.equal(
      (await platform.call('GET', `/v1/editors/${id}/serves`, { as: role })).status,
      403,
    );
  }
  for (const role of ['public', 'practitioner', 'authority', 'editor'])
    assert.equal((await platform.call('GET', '/v1/editors', { as: role })).status, 403, role);
});

test('the list is paged by id, without repeating or missing one', async () => {
  const made = [await connect(), await connect(), await connect()];
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { body } = await platform.call('GET', `/v1/editors?limit=2${query}`, {
      as: 'administrator',
    });
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.next;
  } while (cursor !== null);
  assert.deepEqual(seen, [...seen].sort());
  assert.equal(new Set(seen).size, seen.length);
  for (const id of made) assert.ok(seen.includes(id), id);
});

test('whom an editor serves is replaced as a whole', async () => {
  const id = await connect();
  const first = await serves(id, {
    practitioners: ['810999001000', '810999001018', '810999001018'],
    structures: ['399999999900018'],
  });
  assert.deepEqual(first.body, { added: 3, kept: 0, removed: 0 });
  const second = await serves(id, {
    practitioners: ['810999001018', '810999001026'],
    structures: [],
  });
  assert.deepEqual(second.body, { added: 1, kept: 1, removed: 2 });
  const { body } = await platform.call('GET', `/v1/editors/${id}/serves?limit=1`, {
    as: 'administrator',
  });
  assert.deepEqual(body.items, [
    { kind: 'practitioner', nationalId: '810999001018', learnt: false, seen: null },
  ]);
  const rest = await platform.call(
    'GET',
    `/v1/editors/${id}/serves?kind=practitioner&cursor=${body.next}`,
    { as: 'administrator' },
  );
  assert.deepEqual(
    rest.body.items.map(({ nationalId }: { nationalId: string }) => nationalId),
    ['810999001026'],
  );
  const odd = await serves(id, { practitioners: ['10999001026'], structures: [] });
  assert.equal(odd.status, 400);
  assert.equal((await serves('agenda-none', { practitioners: [], structures: [] })).status, 404);
});

test('a list of 100,000 practitioners is taken at once', async () => {
  const id = await connect();
  const practitioners = Array.from(
    { length: 100_000 },
    (_, index) => `8${String(10_000_000_000 + index)}`,
  );
  const { status, body } = await serves(id, { practitioners, structures: [] });
  assert.deepEqual([status, body.added], [200, 100_000]);
});

const check = async (id: string): Promise<Check> =>
  (await platform.call('POST', `/v1/editors/${id}/check`, { as: 'administrator' })).body;

async function checked(conduct: EditorConduct, ids: string[]): Promise<Check> {
  const editor = await startEditor(conduct);
  try {
    const id = await connect({ endpoint: editor.endpoint, deadlineMs: 5_000 });
    await serves(id, { practitioners: ids, structures: [] });
    return await check(id);
  } finally {
    editor.close();
  }
}

test('a check asks for the metadata and for one whom the editor serves', async () => {
  const well = await checked(
    (response, request) => {
      const metadata = request.url!.startsWith('/fhir/metadata');
      says(metadata ? '{"resourceType":"CapabilityStatement"}' : SAMPLE_BUNDLE)(response, request);
    },
    [SAMPLE_PRACTITIONER],
  );
  assert.deepEqual(
    [well.metadata.passed, well.search?.passed, well.search?.slots],
    [true, true, 1],
  );
});

test('a check tells the rules of the guide that an answer breaks', async () => {
  const odd = SAMPLE_BUNDLE.replaceAll('.000+01:00', '+01:00');
  const { search } = await checked(says(odd), [SAMPLE_PRACTITIONER]);
  assert.deepEqual([search?.passed, search?.slots], [true, 1]);
  const rules = search?.findings.map(({ rule }) => rule) ?? [];
  assert.ok(rules.includes('read-time-form'), rules.join());
  assert.ok(
    rules.some((rule) => !rule.startsWith('read-')),
    rules.join(),
  );
});

for (const [name, conduct, fault, detail] of [
  ['another page', says('<html>'), 'not-json', /no JSON/],
  ['a Bundle where metadata are asked', says(SAMPLE_BUNDLE), 'no-capability-statement', /metadata/],
  [
    'a refusal',
    (response: Parameters<EditorConduct>[0]) => response.writeHead(401).end(),
    'refused',
    /HTTP 401/,
  ],
] as const) {
  test(`a check says what is wrong: ${name}`, async () => {
    const { metadata, search } = await checked(conduct, []);
    assert.deepEqual([metadata.passed, metadata.fault, search], [false, fault, null]);
    assert.match(metadata.detail!, detail);
  });
}

test('a check of an editor that is not there says so', async () => {
  const editor = await startEditor(says(''));
  const id = await connect({ endpoint: editor.endpoint });
  editor.close();
  const { metadata } = await check(id);
  assert.deepEqual([metadata.passed, metadata.fault], [false, 'no-connection']);
});
