import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ConfigError, readConfig } from './config.ts';
import { openDatabase } from './database/connection.ts';
import { issueCredentials } from './identity/credentials.ts';
import { createPlatform } from './platform.ts';
import { productionFaults, type Start } from './production.ts';
import { freshDatabase } from './testing/test-database.ts';

const SAFE: Record<string, string> = {
  SAS_MODE: 'production',
  SAS_PORT: '0',
  SAS_LOG_LEVEL: 'silent',
  DATABASE_URL: 'postgresql://sas@database.example/sas',
  SAS_SECRET_KEY: randomBytes(32).toString('base64'),
  SAS_CLIENTS: '/etc/sas/clients.json',
  SAS_PUBLIC_URL: 'https://sas.example',
  SAS_TRUST_PROXY: 'loopback',
  SAS_CONTROLLER: 'GCS de démonstration',
  SAS_DATA_PROTECTION_CONTACT: 'dpo@gcs.example',
};
const ORIGIN = 'https://hopital.example';
const KEYS: Start['credentials'] = {
  tokens: new Map(),
  keys: [{ key: 'pk_0123456789abcdef', origins: [ORIGIN] }],
};
const DEMONSTRATION = issueCredentials([{ subject: 'a', roles: ['regulator'] }], ['*']).credentials;

function faults(change: Record<string, string> = {}, credentials = KEYS): string[] {
  const config = readConfig([], { ...SAFE, ...change });
  return productionFaults({ config, credentials }).map(({ setting }) => setting);
}

test('a safe configuration has no fault', () => {
  assert.deepEqual(faults(), []);
  const hub = { SAS_HUB_URL: 'amqps://a:b@hub.example/15-15_v2.0' };
  assert.deepEqual(faults({ ...hub, SAS_HUB_CLIENT_ID: 'fr.health.ptfsas' }), []);
});

const UNSAFE: [string, Record<string, string>, string][] = [
  ['the embedded database', { DATABASE_URL: '' }, 'DATABASE_URL'],
  ['a secret that the server made', { SAS_SECRET_KEY: '' }, 'SAS_SECRET_KEY'],
  [
    'a secret that somebody typed',
    { SAS_SECRET_KEY: Buffer.alloc(32, 'secret').toString('base64') },
    'SAS_SECRET_KEY',
  ],
  ['no registry', { SAS_CLIENTS: '' }, 'SAS_CLIENTS'],
  ['a file of tokens', { SAS_CREDENTIALS: '/tmp/tokens.json' }, 'SAS_CREDENTIALS'],
  ['no address', { SAS_PUBLIC_URL: '' }, 'SAS_PUBLIC_URL'],
  ['an address without TLS', { SAS_PUBLIC_URL: 'http://sas.example' }, 'SAS_PUBLIC_URL'],
  ['TLS that ends nowhere', { SAS_TRUST_PROXY: '' }, 'SAS_TLS_CERT'],
  ['nobody who answers for the data', { SAS_CONTROLLER: '' }, 'SAS_CONTROLLER'],
  ['nobody to ask', { SAS_DATA_PROTECTION_CONTACT: '' }, 'SAS_DATA_PROTECTION_CONTACT'],
  [
    'an id of exercises at the Hub',
    { SAS_HUB_URL: 'amqps://a:b@hub.example/15-15_v2.0' },
    'SAS_HUB_CLIENT_ID',
  ],
  ['bookings that cost a robot nothing', { SAS_PROOF_DIFFICULTY: '0' }, 'SAS_PROOF_DIFFICULTY'],
];
for (const [what, change, setting] of UNSAFE) {
  test(`${what} is refused, and ${setting} is named`, () => {
    assert.deepEqual(faults(change), [setting]);
  });
}

test('a key for any site and tokens made at start are refused', () => {
  assert.deepEqual(faults({}, DEMONSTRATION), ['SAS_CLIENTS', 'SAS_ORIGINS']);
});

test('the mode is that of SAS_MODE, else of NODE_ENV', () => {
  const modeOf = (environment: Record<string, string>) => readConfig([], environment).mode;
  assert.equal(modeOf({}), 'demonstration');
  assert.equal(modeOf({ NODE_ENV: 'production' }), 'production');
  assert.equal(modeOf({ NODE_ENV: 'production', SAS_MODE: 'demonstration' }), 'demonstration');
  assert.throws(() => modeOf({ SAS_MODE: 'prod' }), /--mode must be/);
});

test('a fresh start in production says all that is missing, and makes nothing', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'sas-production-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--conditions=source', main, '--port', '0'], {
    env: { PATH, HOME, NODE_ENV: 'production', SAS_DATA: join(folder, 'data') },
  });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((done) => child.on('close', done));
  assert.equal(code, 1);
  const named = [...output.matchAll(/^ {2}(\w+) /gm)].map(([, setting]) => setting);
  assert.deepEqual(named, [
    'DATABASE_URL',
    'SAS_SECRET_KEY',
    'SAS_CLIENTS',
    'SAS_ORIGINS',
    'SAS_PUBLIC_URL',
    'SAS_TLS_CERT',
    'SAS_CONTROLLER',
    'SAS_DATA_PROTECTION_CONTACT',
  ]);
  assert.doesNotMatch(output, /\n\s+at /);
  assert.deepEqual(await readdir(folder), []);
});

/** A platform in production mode over a database of the tests, and the key of one site. */
async function startProduction(change: Record<string, string> = {}) {
  const config = readConfig([], { ...SAFE, ...change });
  const credentials = { ...KEYS, clients: new Map() };
  const database = await openDatabase(await freshDatabase());
  return createPlatform({ config, credentials, database });
}

test('in production public booking is off until it is named, and then in the name of who answers for it', async (t) => {
  const off = await startProduction();
  t.after(() => off.close());
  const bookings = async ({ database }: typeof off) =>
    database.query(
      'select id, controller, data_protection_contact as contact from territory where public_booking',
    );
  assert.deepEqual(await bookings(off), []);
  const on = await startProduction({ SAS_PUBLIC_BOOKING: 'le-havre-fecamp' });
  t.after(() => on.close());
  assert.deepEqual(await bookings(on), [
    { id: 'le-havre-fecamp', controller: 'GCS de démonstration', contact: 'dpo@gcs.example' },
  ]);
  const url = await on.listen();
  const told = (await (await fetch(`${url}/v1/territories/le-havre-fecamp`)).json()) as {
    publicBooking: Record<string, unknown>;
  };
  assert.equal(told.publicBooking['controller'], 'GCS de démonstration');
  await assert.rejects(startProduction({ SAS_PUBLIC_BOOKING: 'atlantide' }), ConfigError);
});
