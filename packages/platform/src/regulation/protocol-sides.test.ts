import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestProvider, type TestProvider } from '../testing/identity-provider.ts';
import { draftProtocol } from '../testing/regulation-fixtures.ts';
import type { TestBrowser } from '../testing/test-browser.ts';
import { HERE, makeAccount, type PersonName, signInAs } from '../testing/test-people.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

type Side = 'hospital' | 'ambulatory';

let provider: TestProvider;
let platform: TestPlatform;
const accounts = new Map<PersonName, string>();

before(async () => {
  provider = await startTestProvider();
  platform = await startTestPlatform(provider.settings);
});
after(async () => {
  await platform.close();
  await provider.close();
});

/** Says for which holder a lead signs. */
async function name(person: PersonName, holder?: Side): Promise<void> {
  const path = `/v1/accounts/${accounts.get(person)!}`;
  const { headers } = await platform.call('GET', path, { as: 'administrator' });
  const lead = { role: 'territory-lead', territory: HERE, ...(holder && { holder }) };
  const answer = await platform.call('PATCH', path, {
    as: 'administrator',
    headers: { 'if-match': headers.get('etag')! },
    body: { roles: [{ role: 'call-taker', territory: HERE }, lead] },
  });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  assert.deepEqual(answer.body.roles.at(-1), lead);
}

async function leadOf(person: PersonName): Promise<TestBrowser> {
  const roles = ['territory-lead', 'call-taker'].map((role) => ({ role, territory: HERE }));
  accounts.set(person, (await makeAccount(platform, person, roles)).id);
  return signInAs(platform, provider, person);
}

const sign = async (who: TestBrowser, protocol: string, holder: Side) => {
  const options = { method: 'POST', body: { holder } };
  const { status, body } = await who.request(`/v1/protocols/${protocol}/signatures`, options);
  return [status, body.code ?? body.state];
};
const REFUSED = [403, 'forbidden'];

test('who is named for a holder signs for it and for no other, and nobody else for it', async () => {
  const [hospital, ambulatory, third] = [
    await leadOf('manager'),
    await leadOf('otherManager'),
    await leadOf('secretary'),
  ];
  const [one, other] = [await draftProtocol(platform), await draftProtocol(platform)];
  // As long as nobody is named, two of one side may sign for both.
  assert.deepEqual(await sign(hospital, one, 'hospital'), [200, 'draft']);
  assert.deepEqual(await sign(third, one, 'ambulatory'), [200, 'in-force']);

  await name('otherManager', 'ambulatory');
  assert.deepEqual(await sign(third, other, 'ambulatory'), REFUSED);
  assert.deepEqual(await sign(ambulatory, other, 'hospital'), REFUSED);
  const byToken = await platform.call('POST', `/v1/protocols/${other}/signatures`, {
    as: 'territory-lead',
    body: { holder: 'ambulatory' },
  });
  assert.deepEqual([byToken.status, byToken.body.code], REFUSED);
  assert.deepEqual(await sign(ambulatory, other, 'ambulatory'), [200, 'draft']);
  // For the hospital's nobody is named: the first signature says whose one is.
  assert.deepEqual(await sign(third, other, 'hospital'), [409, 'protocol-signed']);

  // Whoever signed for the wrong one is put right.
  await name('secretary', 'hospital');
  assert.deepEqual(await sign(hospital, other, 'hospital'), REFUSED);
  assert.deepEqual(await sign(third, other, 'hospital'), [200, 'in-force']);
  const ended = await hospital.request(`/v1/protocols/${other}/end`, {
    method: 'POST',
    body: { holder: 'hospital' },
  });
  assert.equal(ended.status, 200);
});

test('named no longer, a lead signs as the one that nobody named', async () => {
  for (const person of ['otherManager', 'secretary'] as const) await name(person);
  const draft = await draftProtocol(platform);
  const mistaken = await signInAs(platform, provider, 'manager');
  assert.deepEqual(await sign(mistaken, draft, 'ambulatory'), [409, 'protocol-signed']);
  assert.deepEqual(await sign(mistaken, draft, 'hospital'), [200, 'draft']);
});

test('a role that is no lead’s is of no holder, and a lead of one', async () => {
  const path = `/v1/accounts/${accounts.get('manager')!}`;
  const { headers } = await platform.call('GET', path, { as: 'administrator' });
  const taker = { role: 'call-taker', territory: HERE };
  const lead = { role: 'territory-lead', territory: HERE };
  for (const roles of [
    [lead, { ...taker, holder: 'hospital' }],
    [{ ...lead, holder: 'hospital' }, { ...lead, holder: 'ambulatory' }, taker],
  ]) {
    const { status, body } = await platform.call('PATCH', path, {
      as: 'administrator',
      headers: { 'if-match': headers.get('etag')! },
      body: { roles },
    });
    assert.deepEqual([status, body.code], [400, 'invalid-value'], JSON.stringify(body));
    assert.match(body.errors[0].pointer, /^\/roles\/\d\/holder$/);
  }
});
