import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../config.ts';
import { openDatabase } from '../../database/connection.ts';
import { createPlatform, type Platform } from '../../platform.ts';
import { freshDatabase } from '../../testing/test-database.ts';
import { readRegistry } from '../registry.ts';
import { certificateOfHeader } from './certificate.ts';
import { makeSecret, secretHash } from './clients.ts';

const skip = spawnSync('openssl', ['version']).status === 0 ? false : 'openssl is not installed';
const folder = mkdtempSync(join(tmpdir(), 'sas-certificate-'));
const file = (name: string) => join(folder, name);
const pem = (name: string) => readFileSync(file(name), 'utf8');
const secrets = { bound: makeSecret(), free: makeSecret() };

interface Answer {
  status: number;
  body: { access_token?: string; error?: string; code?: string };
}

suite('clients by certificate', { skip }, () => {
  let platforms: { direct: Platform; proxied: Platform };
  const address = { direct: '', proxied: '' };

  before(async () => {
    const script = new URL('../../../../connector/tools/make-test-authority.sh', import.meta.url);
    execFileSync('sh', [fileURLToPath(script), folder, 'sas.test', 'SAS']);
    writeFileSync(
      file('clients.json'),
      JSON.stringify({
        clients: [
          {
            id: 'bound',
            secretHash: secretHash(secrets.bound),
            roles: ['editor'],
            editor: 'bound',
            certificate: { commonName: 'sas.test', organizationalUnits: ['SAS'] },
          },
          { id: 'free', secretHash: secretHash(secrets.free), roles: ['editor'], editor: 'free' },
        ],
      }),
    );
    const start = async (settings: Record<string, string>) => {
      const config = readConfig(['--port', '0', '--log-level', 'silent'], {
        SAS_SECRET_KEY: randomBytes(32).toString('base64'),
        SAS_PUBLIC_URL: 'https://sas.example',
        ...settings,
      });
      const { keys, clients } = await readRegistry(file('clients.json'));
      const platform = await createPlatform({
        config,
        credentials: { tokens: new Map(), keys, clients },
        database: await openDatabase(await freshDatabase()),
      });
      return platform;
    };
    platforms = {
      direct: await start({
        SAS_TLS_CERT: file('server.pem'),
        SAS_TLS_KEY: file('server.key'),
        SAS_TLS_CLIENT_CA: file('ca.pem'),
      }),
      proxied: await start({
        SAS_TRUST_PROXY: 'loopback',
        SAS_CERTIFICATE_HEADER: 'x-client-certificate',
      }),
    };
    address.direct = await platforms.direct.listen();
    address.proxied = await platforms.proxied.listen();
  });
  after(async () => {
    await platforms.direct.close();
    await platforms.proxied.close();
    rmSync(folder, { recursive: true });
  });

  /** Over TLS that ends at the platform, with a client certificate or none. */
  function call(
    path: string,
    certificate: string | null,
    options: { body?: string; token?: string; type?: string } = {},
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { body, token, type = 'application/x-www-form-urlencoded' } = options;
      const sent = request(
        `${address.direct}${path}`,
        {
          method: body === undefined ? 'GET' : 'POST',
          rejectUnauthorized: false,
          ...(certificate !== null && {
            cert: pem(`${certificate}.pem`),
            key: pem(`${certificate}.key`),
          }),
          headers: {
            ...(body !== undefined && { 'content-type': type }),
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
          },
        },
        (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('end', () =>
            resolve({ status: response.statusCode!, body: JSON.parse(text) as Answer['body'] }),
          );
        },
      );
      sent.on('error', reject).end(body);
    });
  }

  const grant = (id: 'bound' | 'free') =>
    new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: secrets[id],
    }).toString();

  test('a client with a rule needs a certificate with its name and unit', async () => {
    const valid = await call('/oauth/token', 'client', { body: grant('bound') });
    assert.equal(valid.status, 200);
    for (const wrong of ['wrong-cn', 'wrong-ou', 'stranger', null]) {
      const { status, body } = await call('/oauth/token', wrong, { body: grant('bound') });
      assert.deepEqual([status, body.error], [401, 'invalid_client'], String(wrong));
    }
  });

  test('a token that was asked for with a certificate comes with it only', async () => {
    for (const id of ['bound', 'free'] as const) {
      const { body } = await call('/oauth/token', 'client', { body: grant(id) });
      const token = body.access_token!;
      assert.equal((await call('/v1/schedules', 'client', { token })).status, 200, id);
      assert.equal((await call('/v1/schedules', null, { token })).status, 401, id);
      assert.equal((await call('/v1/schedules', 'wrong-ou', { token })).status, 401, id);
    }
  });

  test('a client without a rule may come without certificate', async () => {
    const { body } = await call('/oauth/token', null, { body: grant('free') });
    assert.equal((await call('/v1/schedules', null, { token: body.access_token! })).status, 200);
  });

  test('behind a proxy, the header counts when the proxy sent it, and not when a stranger did', async () => {
    const ask = async (headers: Record<string, string>) => {
      const response = await fetch(`${address.proxied}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams(grant('bound')),
        headers,
      });
      return response.status;
    };
    const certificate = encodeURIComponent(pem('client.pem'));
    const proxied = { 'x-forwarded-for': '192.0.2.7' };
    assert.equal(await ask({ ...proxied, 'x-client-certificate': certificate }), 200);
    assert.equal(await ask({ 'x-client-certificate': certificate }), 401);
    assert.equal(await ask(proxied), 401);
    for (const rubbish of ['', '%', 'x', encodeURIComponent('-----BEGIN CERTIFICATE-----')]) {
      assert.equal(await ask({ ...proxied, 'x-client-certificate': rubbish }), 401, rubbish);
    }
  });

  test('below /fhir, a certificate alone tells an editor of the registry, and nobody else', async () => {
    const { database } = platforms.direct;
    const register = (id: string, ou: string | null) =>
      database.query(
        `insert into editor (id, name, endpoint, expected_cn, expected_ou)
         values ($1, 'Éditeur', 'https://agenda.example/fhir', 'sas.test', $2)`,
        [id, ou],
      );
    const statusFor = async (certificate: string | null, path = '/fhir/Appointment') =>
      (await call(path, certificate, { body: '{}', type: 'application/json' })).status;
    assert.equal(await statusFor('client'), 401, 'nobody is registered');
    await register('by-certificate', 'SAS');
    assert.equal(await statusFor('client'), 400, 'known, and sends no Appointment');
    for (const wrong of ['wrong-cn', 'wrong-ou', 'stranger', null]) {
      assert.equal(await statusFor(wrong), 401, String(wrong));
    }
    assert.equal(await statusFor('client', '/v1/holds'), 401, 'and nothing of /v1');
    await register('the-same', null);
    assert.equal(await statusFor('client'), 401, 'a certificate of two editors tells neither');
  });

  test('the units of a certificate are all told, its thumbprint is that of its DER form', () => {
    const read = certificateOfHeader(encodeURIComponent(pem('client.pem')));
    assert.deepEqual([read?.commonName, read?.organizationalUnits], ['sas.test', ['SAS']]);
    assert.match(read!.thumbprint, /^[\w-]{43}$/);
  });
});
