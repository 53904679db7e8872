import assert from 'node:assert/strict';
import { after, before, beforeEach, suite, test } from 'node:test';
import { createConnector } from '../connector.ts';
import { ask, type Received } from '../testing/client.ts';
import { serve, type Served } from '../testing/serve.ts';
import { withConnector } from '../testing/with-connector.ts';
import type { RegulatorStore } from './account.ts';
import { MemoryRegulators } from './memory-store.ts';

const PS = 'urn:oid:1.2.250.1.71.4.2.1';
const SAS = 'urn:oid:1.2.250.1.213.3.6';
const BASE = 'https://agenda.example/fhir';

interface Body {
  readonly system?: string;
  readonly value?: string;
  readonly code?: string;
  readonly active?: unknown;
  readonly family?: unknown;
  readonly given?: unknown;
  readonly telecom?: unknown;
  readonly without?: readonly string[];
}

/** A body as the official kit sends it. */
function body(changes: Body = {}): Record<string, unknown> {
  const { system = PS, value = '3456780581/11242343', active = true, without = [] } = changes;
  const whole: Record<string, unknown> = {
    resourceType: 'Practitioner',
    id: 'example-regulator-1',
    meta: {
      source: SAS,
      profile: [
        'https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/FrPractitionerRegul',
      ],
    },
    identifier: [
      {
        type: {
          coding: [
            {
              system: 'http://interopsante.org/fhir/CodeSystem/fr-v2-0203',
              code: changes.code ?? (system === PS ? 'IDNPS' : 'INTRN'),
            },
          ],
        },
        system,
        value,
      },
    ],
    active,
    name: [{ family: changes.family ?? 'Loridon', given: changes.given ?? ['Sébastien'] }],
    telecom: changes.telecom ?? [{ system: 'email', value: 'sebastien.loridon@test.com' }],
  };
  for (const name of without) delete whole[name];
  return whole;
}

let store = new MemoryRegulators();
let served: Served;
const delegate: RegulatorStore = {
  find: (identifier) => store.find(identifier),
  save: (accounts) => store.save(accounts),
};
before(async () => {
  const connector = createConnector({ agenda: {}, regulators: delegate, baseUrl: BASE });
  served = await serve((request) => connector.handle(request));
});
after(() => served.close());
beforeEach(() => {
  store = new MemoryRegulators();
});

const JSON_TYPE = { 'Content-Type': 'application/json' };
const post = (of: unknown, headers: Record<string, string> = JSON_TYPE): Promise<Received> =>
  ask(`${served.origin}/fhir/Practitioner`, { method: 'POST', headers, body: JSON.stringify(of) });
const put = (system: string, value: string, of: unknown): Promise<Received> =>
  ask(`${served.origin}/fhir/Practitioner?identifier=${encodeURIComponent(`${system}|${value}`)}`, {
    method: 'PUT',
    headers: JSON_TYPE,
    body: JSON.stringify(of),
  });
const seen = () => store.all.map(({ identifier, active }) => [identifier?.value ?? null, active]);
const mail = (value: string): Body => ({ telecom: [{ system: 'email', value }] });

test('the sequence of the official kit, 5.01 to 5.16', async () => {
  const id = '3456780581/11242343';
  const newId = '3456780581/11242344';
  const [uuid, uuid2, uuid3, unknown] = Array.from({ length: 4 }, () => crypto.randomUUID());
  assert.ok(uuid && uuid2 && uuid3 && unknown);
  const incomplete = ['identifier', 'name', 'telecom', 'active'].map((name) => [name]);

  const created = await post(body());
  assert.equal(created.status, 201, '5.01');
  assert.equal(
    (await post(body({ system: SAS, value: uuid, ...mail(`${uuid}x@test.com`) }))).status,
    201,
    '5.02',
  );
  assert.equal((await post(body({ system: SAS, value: uuid2 }))).status, 201, '5.03');
  const twice = { ...body({ system: SAS, value: uuid2 }), id: store.all.at(-1)?.id };
  assert.equal((await post(twice)).status, 422, '5.03 again');
  for (const without of incomplete) {
    const of = body({ value: '3456780581/5', without, ...mail('a b+c@test.com') });
    assert.equal((await post(of)).status, 422, `5.04 ${without.join()}`);
  }
  const invalid: Record<string, unknown>[] = [
    body({ system: SAS, value: unknown, code: 'IDNPS', without: ['name'] }),
    { ...body({ system: SAS, value: unknown }), name: [{ given: ['Sébastien'] }] },
    body({ system: SAS, value: unknown, telecom: [{ system: 'email' }] }),
    body({ value: '3456780581/6', telecom: [{ system: 'phone', value: 'a@test.com' }] }),
    body({ value: '3456780581/6', code: 'INTRN' }),
    body({ system: SAS, value: unknown, code: 'IDNPS' }),
  ];
  for (const of of invalid) assert.equal((await post(of)).status, 422, '5.05');
  assert.equal(store.all.length, 3, 'nothing stored by a refused request');

  assert.equal((await put(PS, id, body({ active: false }))).status, 200, '5.06');
  assert.equal((await put(PS, id, body({ active: true }))).status, 200, '5.07');
  assert.equal((await put(PS, id, body(mail('modif@test.com')))).status, 200, '5.08');
  assert.equal(store.all[0]?.email, 'modif@test.com');
  assert.equal((await put(PS, id, body({ value: newId }))).status, 200, '5.09');
  assert.equal(store.all[0]?.identifier?.value, newId);
  const swapped = body({ system: SAS, value: id, ...mail(`${uuid}x@test.com`) });
  assert.equal((await put(PS, uuid, swapped)).status, 201, '5.10');
  assert.equal((await put(PS, newId, body({ value: newId, family: 'Modif' }))).status, 200, '5.11');
  assert.equal(
    (await put(PS, newId, body({ value: newId, given: ['Modif'] }))).status,
    200,
    '5.12',
  );
  const before13 = structuredClone(store.all);
  for (const without of incomplete) {
    assert.equal((await put(PS, newId, body({ value: newId, without }))).status, 422, '5.13');
    const of = body({ system: SAS, value: unknown, without });
    assert.equal((await put(SAS, unknown, of)).status, 422, '5.14');
  }
  assert.deepEqual(store.all, before13);
  assert.equal(
    (await put(SAS, unknown, body({ system: SAS, value: unknown }))).status,
    201,
    '5.15',
  );

  assert.equal((await put(PS, id, body({ active: false }))).status, 201, '5.16a');
  const third = body({ system: SAS, value: uuid3, ...mail(`${uuid3}.mail`) });
  assert.equal((await post(third)).status, 201, '5.16b');
  assert.equal((await put(SAS, uuid3, body())).status, 200, '5.16c');
  assert.deepEqual(seen(), [
    [newId, true],
    [uuid, true],
    [uuid2, true],
    [id, true],
    [unknown, true],
    [null, false],
    [id, true],
  ]);
});

suite('POST /Practitioner', () => {
  test('answers 201, where the account is, and the account without the id of the body', async () => {
    const { status, headers, body: answer } = await post(body());
    const [account] = store.all;
    assert.equal(status, 201);
    assert.equal(headers.get('location'), `${BASE}/Practitioner/${account?.id}`);
    assert.equal(answer.id, account?.id);
    assert.notEqual(answer.id, 'example-regulator-1');
    assert.equal(answer.name[0].family, 'Loridon');
    assert.deepEqual(answer.identifier[0].value, '3456780581/11242343');
  });

  test('takes every media type of the guide and of FHIR, and none but JSON', async () => {
    const types: [string, number][] = [
      ['application/json', 201],
      ['application/fhir+json; charset=utf-8', 201],
      ['application/json+fhir', 201],
      ['application/fhir+xml', 415],
      ['text/plain', 415],
      ['application/x-www-form-urlencoded', 415],
    ];
    for (const [type, status] of types) {
      store = new MemoryRegulators();
      assert.equal((await post(body(), { 'Content-Type': type })).status, status, type);
    }
    const packed = { ...JSON_TYPE, 'Content-Encoding': 'gzip' };
    assert.equal((await post(body(), packed)).status, 415);
  });

  test('one person is one account whatever the form of the number', async () => {
    assert.equal((await post(body({ value: '10999001000' }))).status, 201);
    assert.equal((await post(body({ value: '810999001000' }))).status, 422);
    assert.equal((await post(body({ system: SAS, value: 'ABC' }))).status, 201);
    const found = await put(PS, '810999001000', body({ value: '810999001000', family: 'X' }));
    assert.equal(found.status, 200);
  });

  test('the duplicate says so, in the language asked for', async () => {
    await post(body());
    const { status, body: outcome } = await post(body(), { ...JSON_TYPE, 'Accept-Language': 'en' });
    assert.equal(status, 422);
    assert.equal(outcome.resourceType, 'OperationOutcome');
    assert.equal(outcome.issue[0].code, 'duplicate');
    assert.match(outcome.issue[0].details.text, /active account/);
    assert.match((await post(body())).body.issue[0].details.text, /compte actif/);
  });

  test('the same e-mail address may serve twice', async () => {
    assert.equal((await post(body())).status, 201);
    assert.equal((await post(body({ value: '3456780581/2' }))).status, 201);
  });

  test('of two at the same moment one is made', async () => {
    const slow: RegulatorStore = {
      find: async (identifier) => {
        const found = store.find(identifier);
        await new Promise((resolve) => setImmediate(resolve));
        return found;
      },
      save: (accounts) => store.save(accounts),
    };
    const connector = createConnector({ agenda: {}, regulators: slow, baseUrl: BASE });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        connector.handle(
          new Request(`${BASE}/Practitioner`, {
            method: 'POST',
            headers: JSON_TYPE,
            body: JSON.stringify(body()),
          }),
        ),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [
      201,
      ...Array<number>(7).fill(422),
    ]);
    assert.equal(store.all.length, 1);
  });

  test('a database that knows better has the last word, one that fails is told', async () => {
    const errors: unknown[] = [];
    for (const [save, status] of [
      [() => 'duplicate' as const, 422],
      [() => Promise.reject(new Error('disk full')), 503],
    ] as const) {
      const connector = createConnector({
        agenda: {},
        regulators: { find: () => [], save },
        baseUrl: BASE,
        onError: (error) => errors.push(error),
      });
      const answer = await connector.handle(
        new Request(`${BASE}/Practitioner`, {
          method: 'POST',
          headers: JSON_TYPE,
          body: JSON.stringify(body()),
        }),
      );
      assert.equal(answer.status, status);
      assert.doesNotMatch(await answer.text(), /disk/);
    }
    assert.equal(errors.length, 1);
  });
});

suite('PUT /Practitioner', () => {
  test('answers 200 and where the account is; 201 when it made it', async () => {
    const first = await put(PS, '3456780581/1', body({ value: '3456780581/1' }));
    const second = await put(PS, '3456780581/1', body({ value: '3456780581/1' }));
    assert.deepEqual([first.status, second.status], [201, 200]);
    assert.equal(first.headers.get('location'), second.headers.get('location'));
    assert.equal(store.all.length, 1);
  });

  test('a store with two active accounts of one person is 412: which of them is meant?', async () => {
    const identifier = { kind: 'national', value: '3456780581/1' } as const;
    const common = { identifier, active: true, family: 'Loridon', given: 'A', email: 'a@b.fr' };
    const regulators: RegulatorStore = {
      find: () => ['one', 'two'].map((id) => ({ ...common, id })),
      save: () => assert.fail('saved'),
    };
    await withConnector({ agenda: {}, regulators }, async (other) => {
      const criterion = encodeURIComponent(`${PS}|3456780581/1`);
      const { status, body: outcome } = await ask(`${other}/Practitioner?identifier=${criterion}`, {
        method: 'PUT',
        headers: JSON_TYPE,
        body: JSON.stringify(body({ value: '3456780581/1' })),
      });
      assert.equal(status, 412);
      assert.equal(outcome.issue[0].code, 'multiple-matches');
    });
  });

  test('a technical identifier becomes the national one', async () => {
    const uuid = crypto.randomUUID();
    await post(body({ system: SAS, value: uuid.toUpperCase() }));
    assert.equal((await put(SAS, uuid, body())).status, 200);
    assert.deepEqual(seen(), [['3456780581/11242343', true]]);
  });

  test('a criterion that is none is 400', async () => {
    const criteria = [
      '',
      '?identifier=',
      '?identifier=%7C',
      `?identifier=${encodeURIComponent(PS)}`,
      `?identifier=${encodeURIComponent(`${PS}|`)}`,
      '?identifier=3456780581/1',
      '?identifier=urn:oid:1.2.3%7C5',
      `?identifier=${encodeURIComponent(`${PS}|a,${PS}|b`)}`,
      `?identifier=${encodeURIComponent(`${PS}|a`)}&identifier=${encodeURIComponent(`${PS}|b`)}`,
      `?identifier=${encodeURIComponent(`${PS}|`)}${'9'.repeat(200)}`,
      '?identifier=%zz',
      '?id=5',
    ];
    for (const criterion of criteria) {
      const { status } = await ask(`${served.origin}/fhir/Practitioner${criterion}`, {
        method: 'PUT',
        headers: JSON_TYPE,
        body: JSON.stringify(body()),
      });
      assert.equal(status, 400, criterion);
    }
    assert.equal(store.all.length, 0);
  });

  test('the capital of the guide is understood', async () => {
    const criterion = encodeURIComponent(`${PS}|3456780581/11242343`);
    const { status } = await ask(`${served.origin}/fhir/Practitioner?Identifier=${criterion}`, {
      method: 'PUT',
      headers: JSON_TYPE,
      body: JSON.stringify(body()),
    });
    assert.equal(status, 201);
  });
});

test('accounts are neither read, listed nor deleted', async () => {
  for (const method of ['GET', 'HEAD', 'DELETE', 'PATCH']) {
    const { status, headers } = await ask(`${served.origin}/fhir/Practitioner`, { method });
    assert.equal(status, 405);
    assert.equal(headers.get('allow'), 'POST, PUT');
  }
  await post(body());
  const id = store.all[0]?.id ?? '';
  assert.equal((await ask(`${served.origin}/fhir/Practitioner/${id}`)).status, 404);
});
