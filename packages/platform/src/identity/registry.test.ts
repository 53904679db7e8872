import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeSecret, secretHash } from './machines/clients.ts';
import { readRegistry, RegistryError } from './registry.ts';

const folder = await mkdtemp(join(tmpdir(), 'sas-registry-'));
after(() => rm(folder, { recursive: true }));
const path = join(folder, 'clients.json');

const hash = secretHash(makeSecret());
const client = { id: 'agenda', secretHash: hash, roles: ['editor'], editor: 'agenda' };
const key = { key: 'pk_0123456789abcdef', origins: ['https://hopital.example'] };

async function read(file: unknown) {
  await writeFile(path, typeof file === 'string' ? file : JSON.stringify(file));
  return readRegistry(path);
}

test('keys and clients are read, with what each certificate must say', async () => {
  const certificate = { commonName: 'agenda.example', organizationalUnits: ['SAS'] };
  const { keys, clients } = await read({ keys: [key], clients: [{ ...client, certificate }] });
  assert.deepEqual(keys, [key]);
  assert.deepEqual(clients.get('agenda'), {
    id: 'agenda',
    secretHash: hash,
    identity: { subject: 'agenda', roles: ['editor'], editor: 'agenda' },
    certificate,
  });
});

const faults: [string, unknown, RegExp][] = [
  ['no JSON', '{', /clients\.json is not JSON/],
  ['an unknown member', { client: [] }, /: \/ .*client$/],
  ['a secret in clear', { clients: [{ ...client, secret: 'x' }] }, /\/clients\/0 .*secret$/],
  [
    'a hash that is none',
    { clients: [{ ...client, secretHash: 'x' }] },
    /\/clients\/0\/secretHash/,
  ],
  ['an unknown role', { clients: [{ ...client, roles: ['doctor'] }] }, /\/clients\/0\/roles\/0/],
  ['the public role', { clients: [{ ...client, roles: ['public'] }] }, /\/clients\/0\/roles\/0/],
  [
    'an editor without name',
    { clients: [{ ...client, editor: undefined }] },
    /\/clients\/0: .*editor/,
  ],
  ['two of one id', { clients: [client, client] }, /\/clients\/1\/id stands twice/],
  ['an origin with a path', { keys: [{ ...key, origins: ['https://a.example/b'] }] }, /origins\/0/],
  ['a key that can be guessed', { keys: [{ ...key, key: 'pk_x' }] }, /\/keys\/0\/key/],
];
for (const [name, file, message] of faults) {
  test(`${name} is refused with its place`, async () => {
    await assert.rejects(read(file), (error) => {
      assert.ok(error instanceof RegistryError);
      assert.match(error.message, message);
      return true;
    });
  });
}

test('a file that is not there is named', async () => {
  await assert.rejects(
    readRegistry(join(folder, 'absent.json')),
    /absent\.json cannot be read: ENOENT/,
  );
});
