/**
 * The fake platform of `@sas-kit/client/testing` against the real one: the same calls in the same
 * order, and the same answers but for what each makes up: ids, tokens, references, seeds.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createFakePlatform, type FakePlatform } from '@sas-kit/client/testing';
import {
  createPlatform,
  type CredentialsFile,
  type Identity,
  issueCredentials,
  type Platform,
  readConfig,
} from '@sas-kit/platform';
import { EmptyData, temporaryFolder } from '../demonstration/testing/folder.ts';
import type { ParityCall } from './parity-call.ts';
import { CALLS } from './parity-calls.ts';
import { readEvents, type ReadEvent } from './read-events.ts';

const MOMENT = '2026-11-23T08:00:00+01:00';

/** The same callers for both. */
const IDENTITIES: readonly Identity[] = [
  { subject: 'doctor', roles: ['practitioner'], nationalIds: ['810999000014'] },
  { subject: 'regulator', roles: ['regulator'], territories: ['le-havre-fecamp'] },
  { subject: 'lead', roles: ['territory-lead'], territories: ['le-havre-fecamp'] },
  { subject: 'admin', roles: ['administrator'] },
  { subject: 'payer', roles: ['payer'] },
  { subject: 'vendor', roles: ['editor'], editor: 'vendor' },
  { subject: 'dispatch', roles: ['dispatch-software'], territories: ['le-havre-fecamp'] },
];

/** What is compared of an answer. */
interface Told {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/** One of the two, as the table calls it. */
interface Side {
  send: (path: string, init: RequestInit) => Promise<Response>;
  authorization: (as: string) => Record<string, string>;
  /** What earlier answers gave: ids, ETags, tokens. */
  kept: Map<string, string>;
}

let real: Platform;
let realSide: Side;
let fakeSide: Side;

const headersOf = (key: string, token: (role: string) => string) => (as: string) => {
  if (as === 'nobody') return {};
  if (as === 'public') return { 'x-sas-key': key };
  if (as === 'stranger') return { authorization: 'Bearer of-nobody' };
  return { authorization: `Bearer ${token(as)}` };
};

async function startReal(): Promise<CredentialsFile> {
  const data = await new EmptyData(await temporaryFolder()).copy();
  const config = readConfig(['--port', '0', '--data', data, '--log-level', 'silent'], {
    SAS_PROOF_DIFFICULTY: '0',
    SAS_RATE_ANONYMOUS: '10000',
    SAS_RATE_KEY: '10000',
    SAS_RATE_BARE_KEY: '10000',
    SAS_RATE_TOKEN: '10000',
  });
  const { credentials, file } = issueCredentials(IDENTITIES, ['*']);
  real = await createPlatform({ config, credentials });
  const { database } = real;
  // Time stands still, as in the fake.
  await database.query(
    `create or replace function sas_now() returns timestamptz language sql stable
     as $$ select '${MOMENT}'::timestamptz $$`,
  );
  return file;
}

before(async () => {
  const file = await startReal();
  const address = await real.listen();
  realSide = {
    send: (path, init) => fetch(address + path, init),
    authorization: headersOf(file.publishableKey, (role) => file.tokens[role]!),
    kept: new Map(),
  };
  const territories = await fetch(`${address}/v1/territories?limit=100`);
  const { items } = (await territories.json()) as { items: never[] };
  const fake: FakePlatform = createFakePlatform({
    now: MOMENT,
    data: { agendas: [], news: [], territories: items, identities: IDENTITIES },
  });
  fakeSide = {
    send: (path, init) => fake.fetch(fake.url + path, init),
    authorization: headersOf(fake.key, (role) => fake.token(role)),
    kept: new Map(),
  };
});
after(() => real?.close());

const fill = (text: string, kept: Map<string, string>) =>
  text.replaceAll(/<(\w+)>/g, (whole, name: string) => kept.get(name) ?? whole);

/** What two honest platforms need not have in common. */
const OWN =
  /^(id|requestId|seed|cursor|next|reference|manageToken|token|detail|ruleId|scheduleId|access_token)$/;

/** A body in which what each side makes up is only told to be there. */
function comparable(value: unknown, own: string | undefined, name = ''): unknown {
  if ((OWN.test(name) || name === own) && (typeof value === 'string' || value === null)) {
    return value === null ? null : `<${name}>`;
  }
  if (Array.isArray(value)) return value.map((each) => comparable(each, own, name));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([each, inner]) => [each, comparable(inner, own, each)]));
}

const READ = [
  ...['content-type', 'cache-control', 'etag', 'allow', 'retry-after', 'vary', 'www-authenticate'],
  ...['origin', 'methods', 'headers'].map((name) => `access-control-allow-${name}`),
  ...['access-control-expose-headers', 'access-control-max-age'],
];

/** Headers that callers read. What names a record names it in its own way. */
function readHeaders(headers: Headers): Record<string, string> {
  const told: Record<string, string> = {};
  for (const name of READ) {
    const value = headers.get(name);
    if (value !== null) told[name] = value;
  }
  told['location'] = (headers.get('location') ?? '').replaceAll(/[\w-]{32,}/g, '<id>');
  for (const name of ['x-request-id', 'ratelimit', 'ratelimit-policy']) {
    told[name] = headers.has(name) ? 'there' : 'not there';
  }
  return told;
}

function at(body: unknown, path: string): string {
  const value = path
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null)?.[name], body);
  assert.equal(typeof value, 'string', `${path} of ${JSON.stringify(body)}`);
  return value as string;
}

async function call(
  side: Side,
  { as, request, body, headers = {}, keep = {}, own }: ParityCall,
): Promise<Told> {
  const [method = '', path = ''] = fill(request, side.kept).split(' ');
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const init: RequestInit = {
    method,
    headers: {
      ...side.authorization(as),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, fill(value, side.kept)]),
      ),
    },
    ...(text !== undefined && { body: fill(text, side.kept) }),
  };
  const response = await side.send(path, init);
  const answer = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const value: unknown = isJson && answer !== '' ? JSON.parse(answer) : answer;
  for (const [name, place] of Object.entries(keep)) {
    const found = place === 'etag' ? response.headers.get('etag') : at(value, place);
    side.kept.set(name, found ?? '');
  }
  return {
    status: response.status,
    headers: readHeaders(response.headers),
    body: comparable(value, own),
  };
}

for (const [index, parity] of CALLS.entries()) {
  test(`${index + 1}. ${parity.as}: ${parity.name ?? parity.request.split('?')[0]}`, async () => {
    const expected = await call(realSide, parity);
    const told = await call(fakeSide, parity);
    assert.deepEqual(told, expected);
    assert.equal(expected.status, parity.status, JSON.stringify(expected.body));
  });
}

/** The page of a stream, and what it tells when a slot of the table is held. */
async function streamed(side: Side): Promise<ReadEvent[]> {
  const headers = side.authorization('regulator');
  const answer = await side.send('/v1/availability/stream?insee=76351', { headers });
  assert.equal(answer.status, 200);
  const events: ReadEvent[] = [];
  // The connection ends with the loop.
  for await (const event of readEvents(answer)) {
    events.push(event);
    if (event.event === 'done') await call(side, HOLD);
    if (event.event === 'slot') break;
  }
  const { removed } = events.at(-1)!.data as { removed: string[] };
  assert.deepEqual(removed, [side.kept.get('second')]);
  return events;
}

const HOLD: ParityCall = {
  as: 'regulator',
  request: 'POST /v1/holds',
  status: 201,
  body: { slotId: '<second>' },
};

test('a stream begins with the same page, and tells the same of a slot that is held', async () => {
  const told = async (side: Side) =>
    (await streamed(side)).map(({ event, data }) => {
      const { rank: _rank, removed: _removed, ...facts } = data as Record<string, unknown>;
      const card = typeof facts['card'] === 'string' ? '<card>' : facts['card'];
      return [event, comparable({ ...facts, card }, undefined)];
    });
  assert.deepEqual(await told(fakeSide), await told(realSide));
});
