import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { createConnector, MemoryRegulators } from '@sas-kit/connector';
import { serveNode } from '@sas-kit/connector/node';
import { startTestProvider, type TestProvider } from '../../testing/identity-provider.ts';
import { ELSEWHERE, HERE, makeAccount, PEOPLE, signInAs } from '../../testing/test-people.ts';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform.ts';
import { until } from '../../testing/until.ts';

let platform: TestPlatform;
let provider: TestProvider;
const closing: (() => unknown)[] = [];

before(async () => {
  provider = await startTestProvider();
  platform = await startTestPlatform(provider.settings);
});
after(async () => {
  await platform.close();
  await provider.close();
  for (const close of closing) close();
});

/** A vendor that keeps regulators' accounts as the connector does, unless a test says otherwise. */
class Vendor {
  readonly id: string;
  readonly regulators = new MemoryRegulators();
  /** Requests by method and the identifier that they search for. */
  readonly requests: string[] = [];
  /** Answers instead of the connector. */
  refusal: { status: number; text: string } | null = null;
  readonly #server: Server;

  constructor(id: string) {
    this.id = id;
    this.#server = createServer().listen(0, '127.0.0.1');
    const { handle } = createConnector({
      baseUrl: 'http://127.0.0.1/fhir',
      regulators: this.regulators,
      agenda: { slotsOf: () => ({ slots: [] }) },
    });
    this.#server.on('request', (request, response) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      this.requests.push(`${request.method} ${url.searchParams.get('identifier')}`);
      if (this.refusal === null) return void serveNode(handle, request, response);
      const { status, text } = this.refusal;
      const issue = [{ severity: 'error', code: 'business-rule', details: { text } }];
      response.writeHead(status, { 'content-type': 'application/fhir+json' });
      response.end(JSON.stringify({ resourceType: 'OperationOutcome', issue }));
    });
    closing.push(() => {
      this.#server.close();
      this.#server.closeAllConnections();
    });
  }

  async connect(takesRegulators = true): Promise<void> {
    if (!this.#server.listening) await once(this.#server, 'listening');
    const { port } = this.#server.address() as AddressInfo;
    await platform.database.query(
      `insert into editor (id, name, endpoint, takes_regulators) values ($1, $1, $2, $3)`,
      [this.id, `http://127.0.0.1:${port}/fhir`, takesRegulators],
    );
  }

  get accounts() {
    return this.regulators.all.map(({ email, active }) => ({ email, active }));
  }
}

async function connected(id: string): Promise<Vendor> {
  const vendor = new Vendor(id);
  await vendor.connect();
  return vendor;
}

const editorsOf = async (account: { id: string }) =>
  (await platform.call('GET', `/v1/accounts/${account.id}/editors`, { as: 'administrator' })).body
    .items as { editor: string; state: string; reason: string | null }[];

async function stateAt(account: { id: string }, vendor: Vendor) {
  const found = (await editorsOf(account)).find(({ editor }) => editor === vendor.id);
  return found?.state ?? null;
}

/** Waits until it stands so. */
const become = (account: { id: string }, vendor: Vendor, state: string) =>
  until(async () => (await stateAt(account, vendor)) === state);

async function patch(account: { id: string }, body: unknown): Promise<void> {
  const path = `/v1/accounts/${account.id}`;
  const { headers } = await platform.call('GET', path, { as: 'administrator' });
  const ifMatch = { 'if-match': headers.get('etag')! };
  const { status } = await platform.call('PATCH', path, {
    ...{ as: 'administrator', body },
    headers: ifMatch,
  });
  assert.equal(status, 200);
}

/** What was written into the outbox is done. */
async function settled(): Promise<void> {
  const waiting = () =>
    platform.database.query(
      `select 1 as one from outbox where kind in ('editor-accounts', 'editor-account') and state = 'waiting'`,
    );
  await until(async () => (await waiting()).length === 0);
}

const regulating = [{ role: 'regulator', territory: HERE }];
const EMAIL = 'regulation@sas.example';

test('a regulator comes to the vendor when it signs in, once, and goes at once', async () => {
  const [vendor, other] = [await connected('premier'), new Vendor('sans-comptes')];
  await other.connect(false);
  const account = await makeAccount(platform, 'regulator', regulating, { email: EMAIL });
  await settled();
  assert.deepEqual(vendor.accounts, [], 'nothing before it signs in');

  await signInAs(platform, provider, 'regulator');
  await become(account, vendor, 'registered');
  assert.deepEqual(vendor.accounts, [{ email: EMAIL, active: true }]);
  const [request] = vendor.requests;
  assert.equal(request, `PUT urn:oid:1.2.250.1.71.4.2.1|${PEOPLE.regulator}`);

  await signInAs(platform, provider, 'regulator');
  await settled();
  assert.equal(vendor.requests.length, 1, 'a sign-in that changes nothing sends nothing');

  await patch(account, { email: 'autre@sas.example' });
  await settled();
  assert.equal(vendor.requests.length, 1, 'a change waits for the next sign-in');
  await signInAs(platform, provider, 'regulator');
  await settled();
  assert.deepEqual(vendor.accounts, [{ email: 'autre@sas.example', active: true }]);

  await patch(account, { status: 'disabled' });
  await become(account, vendor, 'removed');
  assert.deepEqual(vendor.accounts, [{ email: 'autre@sas.example', active: false }]);

  await patch(account, { status: 'active' });
  await signInAs(platform, provider, 'regulator');
  await become(account, vendor, 'registered');
  await patch(account, { roles: [{ role: 'triage-nurse', territory: HERE }] });
  await become(account, vendor, 'removed');
  assert.deepEqual(other.requests, []);
  assert.deepEqual(await stateAt(account, other), null);
  await platform.database.query('update editor set enabled = false');
});

test('what the profile wants and an account has not is told, and sent once it is there', async () => {
  const vendor = await connected('exigeant');
  const account = await makeAccount(platform, 'otherDoctor', [
    { role: 'call-taker', territory: ELSEWHERE },
  ]);
  await signInAs(platform, provider, 'otherDoctor', { regulation: true });
  await become(account, vendor, 'failed');
  const [told] = await editorsOf(account);
  assert.equal(told!.reason, 'the account has no e-mail address');
  assert.deepEqual(vendor.requests, []);

  await patch(account, { email: EMAIL });
  await signInAs(platform, provider, 'otherDoctor', { regulation: true });
  await become(account, vendor, 'registered');
  await platform.database.query('update editor set enabled = false');
});

test('a vendor that is down gets it later; one that refuses is not asked for ever', async () => {
  const vendor = await connected('absent');
  vendor.refusal = { status: 503, text: 'maintenance' };
  const account = await makeAccount(platform, 'manager', regulating, { email: EMAIL });
  await signInAs(platform, provider, 'manager');
  await until(() => vendor.requests.length > 0);
  const [waiting] = (await editorsOf(account)).filter(({ editor }) => editor === vendor.id);
  assert.equal(waiting!.state, 'waiting');

  vendor.refusal = { status: 422, text: 'adresse déjà\nconnue' };
  await platform.database.query('update outbox set due_at = sas_now()');
  await become(account, vendor, 'failed');
  const [refused] = (await editorsOf(account)).filter(({ editor }) => editor === vendor.id);
  assert.equal(refused!.reason, 'HTTP 422: adresse déjà connue');
  const asked = vendor.requests.length;

  vendor.refusal = null;
  await signInAs(platform, provider, 'manager');
  await become(account, vendor, 'registered');
  assert.equal(vendor.requests.length, asked + 1, 'a sign-in is a reason to try again');
});

test('an account that ends while its vendor is off ends there once it is on again', async () => {
  const vendor = await connected('eteint');
  const account = await makeAccount(platform, 'secretary', regulating, { email: EMAIL });
  await signInAs(platform, provider, 'secretary');
  await become(account, vendor, 'registered');
  await platform.database.query(`update editor set enabled = false where id = 'eteint'`);
  await platform.database.query('delete from account where id = $1', [account.id]);
  await settled();
  assert.deepEqual(vendor.accounts, [{ email: EMAIL, active: true }], 'it is off');

  await platform.database.query(`update editor set enabled = true where id = 'eteint'`);
  await settled();
  assert.deepEqual(vendor.accounts, [{ email: EMAIL, active: false }]);
  const kept = await platform.database.query(
    'select 1 as one from editor_account where account_id = $1',
    [account.id],
  );
  assert.deepEqual(kept, [], 'nothing is kept of an account that is no more');
});

test('who may not know of an account does not learn where it is known', async () => {
  const account = await makeAccount(platform, 'doctor', [
    { role: 'call-taker', territory: ELSEWHERE },
  ]);
  const path = `/v1/accounts/${account.id}/editors`;
  assert.equal((await platform.call('GET', path, { as: 'practitioner' })).status, 403);
  assert.equal((await platform.call('GET', path, { as: 'public' })).status, 403);
  const nobody = '/v1/accounts/00000000-0000-4000-8000-000000000000/editors';
  assert.equal((await platform.call('GET', nobody, { as: 'administrator' })).status, 404);
});
