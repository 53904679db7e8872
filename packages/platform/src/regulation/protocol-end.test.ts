import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestProvider, type TestProvider } from '../testing/identity-provider.ts';
import { draftProtocol, orient, signedProtocol } from '../testing/regulation-fixtures.ts';
import type { TestBrowser } from '../testing/test-browser.ts';
import { HERE, makeAccount, signInAs } from '../testing/test-people.ts';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

const NOW = '2026-11-23T08:00:00+01:00';
const ADVICE = { outcomes: ['advice'] };

let provider: TestProvider;
let platform: TestPlatform;
let hospital: TestBrowser;
let ambulatory: TestBrowser;

before(async () => {
  provider = await startTestProvider();
  platform = await startTestPlatform(provider.settings);
  await platform.setClock(NOW);
  const roles = ['territory-lead', 'unscheduled-care-operator'];
  const leads = roles.map((role) => ({ role, territory: HERE }));
  await makeAccount(platform, 'manager', leads);
  await makeAccount(platform, 'otherManager', leads);
  hospital = await signInAs(platform, provider, 'manager');
  ambulatory = await signInAs(platform, provider, 'otherManager');
});
after(async () => {
  await platform.close();
  await provider.close();
});

const post = (who: TestBrowser, id: string, what: 'signatures' | 'end', holder: string) =>
  who.request(`/v1/protocols/${id}/${what}`, { method: 'POST', body: { holder } });
const codeOf = ({ status, body }: { status: number; body: any }) => [status, body.code];
const under = async (id: string) => {
  const decision = { kind: 'protocol', id, version: 1 };
  return codeOf(await orient(platform, 'call-taker', { outcome: 'advice', decision }));
};

test('either holder ends a protocol at once, and who did and when stays', async () => {
  const id = await signedProtocol(platform, ADVICE);
  assert.deepEqual(await under(id), [201, undefined]);
  const { status, body } = await post(ambulatory, id, 'end', 'ambulatory');
  assert.deepEqual([status, body.state], [200, 'ended'], JSON.stringify(body));
  assert.equal(body.ended.holder, 'ambulatory');
  assert.match(body.ended.name, /AMUH/);
  assert.match(body.ended.at, /^2026-11-23T08:0\d:\d\d\+01:00$/);
  assert.deepEqual(await under(id), [422, 'protocol-not-in-force']);
  assert.deepEqual((await post(hospital, id, 'end', 'hospital')).body, body);
  for (const change of ['update protocol_end set ended_by = null', 'delete from protocol_end']) {
    await assert.rejects(platform.database.query(change), /does not change/);
  }
});

test('one that was to come never holds; a draft is dropped, not ended', async () => {
  const coming = await signedProtocol(platform, { ...ADVICE, validFrom: '2026-11-24' });
  assert.equal((await post(hospital, coming, 'end', 'hospital')).body.state, 'ended');
  const draft = await draftProtocol(platform);
  const refused = await post(hospital, draft, 'end', 'hospital');
  assert.deepEqual(codeOf(refused), [409, 'invalid-transition']);
});

test('whoever signs for one holder of a territory signs for no other, and ends for either', async () => {
  const [one, other] = [await draftProtocol(platform), await draftProtocol(platform)];
  assert.equal((await post(hospital, one, 'signatures', 'hospital')).status, 200);
  const wrong = await post(hospital, other, 'signatures', 'ambulatory');
  assert.deepEqual(codeOf(wrong), [409, 'protocol-signed']);
  assert.equal((await post(hospital, other, 'signatures', 'hospital')).status, 200);
  const signed = await signedProtocol(platform, ADVICE);
  const ended = await post(hospital, signed, 'end', 'ambulatory');
  assert.deepEqual([ended.status, ended.body.ended?.holder], [200, 'ambulatory']);
});

test('a draft that was signed for the wrong holder is dropped by either lead, who signs anew', async () => {
  const roles = ['territory-lead', 'call-taker'];
  await makeAccount(
    platform,
    'secretary',
    roles.map((role) => ({ role, territory: HERE })),
  );
  const mistaken = await signInAs(platform, provider, 'secretary');
  const [wrong, right] = [await draftProtocol(platform), await draftProtocol(platform)];
  assert.equal((await post(mistaken, wrong, 'signatures', 'hospital')).status, 200);
  const refused = await post(mistaken, right, 'signatures', 'ambulatory');
  assert.deepEqual(codeOf(refused), [409, 'protocol-signed']);
  const path = `/v1/protocols/${wrong}`;
  assert.equal((await ambulatory.request(path, { method: 'DELETE' })).status, 204);
  assert.equal((await ambulatory.request(path)).status, 404);
  assert.equal((await post(mistaken, right, 'signatures', 'ambulatory')).status, 200);
  const both = await post(hospital, right, 'signatures', 'hospital');
  assert.equal(both.body.state, 'in-force');
  const late = await ambulatory.request(`/v1/protocols/${right}`, { method: 'DELETE' });
  assert.deepEqual(codeOf(late), [409, 'protocol-signed']);
});

test('nobody but a lead of the territory ends one', async () => {
  const id = await signedProtocol(platform, ADVICE);
  const body = { holder: 'hospital' };
  for (const as of ['regulator', 'administrator', 'triage-nurse', 'dispatch-software']) {
    const refused = await platform.call('POST', `/v1/protocols/${id}/end`, { as, body });
    assert.deepEqual(codeOf(refused), [403, 'forbidden'], as);
  }
  assert.deepEqual(await under(id), [201, undefined]);
});
