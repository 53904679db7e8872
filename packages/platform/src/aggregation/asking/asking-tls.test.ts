import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fastify } from 'fastify';
import { ConfigError } from '../../config.ts';
import { SAMPLE_BUNDLE, says } from '../../testing/editor-fixtures.ts';
import { until } from '../../testing/until.ts';
import { Asking } from './asking.ts';
import { type EditorSettings, readAskingSettings } from './asking-settings.ts';
import { RenewedSettings } from './renewed-settings.ts';

const skip = spawnSync('openssl', ['version']).status === 0 ? false : 'openssl is not installed';
const folder = mkdtempSync(join(tmpdir(), 'sas-editor-tls-'));
const file = (name: string) => join(folder, name);
const pem = (name: string) => readFileSync(file(name));

function question(asking: Asking, endpoint: string, certificate: string | null) {
  return asking.askEditor(
    { id: 'a', endpoint, certificate, concurrency: 1, deadlineMs: 20_000 },
    {
      flow: 'ps',
      identifiers: ['810999001000'],
      from: new Date('2026-11-23T08:00:00+01:00'),
      to: new Date('2026-11-25T08:00:00+01:00'),
    },
    new AbortController().signal,
  );
}

suite('editors over TLS', { skip }, () => {
  const servers: Server[] = [];
  const asked: Asking[] = [];
  const shown: (string | undefined)[] = [];
  let settings: EditorSettings;

  before(() => {
    const script = new URL('../../../../connector/tools/make-test-authority.sh', import.meta.url);
    execFileSync('sh', [fileURLToPath(script), folder, 'sas.test', 'SAS']);
    writeFileSync(
      file('certificates.json'),
      JSON.stringify({ platform: { cert: 'client.pem', key: 'client.key' } }),
    );
    settings = {
      maxBytes: 100_000,
      certificatesFile: file('certificates.json'),
      authoritiesFile: file('ca.pem'),
    };
  });
  after(async () => {
    await Promise.all(asked.map((each) => each.close()));
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(folder, { recursive: true });
  });

  async function editor(options: ServerOptions = {}): Promise<number> {
    const secure = { cert: pem('server.pem'), key: pem('server.key'), ...options };
    const server = createServer(secure, (request, response) => {
      const { subject } = (request.socket as TLSSocket).getPeerCertificate();
      shown.push(subject === undefined ? undefined : String(subject.CN));
      says(SAMPLE_BUNDLE)(response, request);
    });
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  async function ask(
    endpoint: string,
    certificate: string | null,
    changes: Partial<EditorSettings> = {},
  ) {
    const asking = new Asking(await readAskingSettings({ ...settings, ...changes }));
    asked.push(asking);
    return question(asking, endpoint, certificate);
  }

  const mutual = () => ({ requestCert: true, rejectUnauthorized: true, ca: pem('ca.pem') });

  test('an editor of a trusted authority is shown the certificate that it wants', async () => {
    const port = await editor(mutual());
    const { state, reason } = await ask(`https://localhost:${port}/fhir`, 'platform');
    assert.deepEqual([state, reason], ['complete', null]);
    assert.equal(shown.at(-1), 'sas.test');
  });

  test('an editor that wants a certificate and is shown none is never asked', async () => {
    const port = await editor(mutual());
    const before = shown.length;
    const { state, agenda } = await ask(`https://localhost:${port}/fhir`, null);
    assert.deepEqual([state, agenda, shown.length], ['failed', null, before]);
  });

  test('an editor of an unknown authority is not told anything', async () => {
    const port = await editor();
    const { state, reason } = await ask(`https://localhost:${port}/fhir`, null, {
      authoritiesFile: null,
    });
    assert.equal(state, 'failed');
    assert.match(reason!, /no authority that is trusted/);
  });

  test('a certificate that is none of a server is told', async () => {
    const port = await editor({ cert: pem('client.pem'), key: pem('client.key') });
    const { state, reason } = await ask(`https://localhost:${port}/fhir`, null);
    assert.equal(state, 'failed');
    assert.match(reason!, /certificate/);
  });

  test('without the certificate in the settings nothing is sent', async () => {
    const { state, reason } = await ask('https://editor.invalid/fhir', 'nobody-set-it');
    assert.equal(state, 'failed');
    assert.match(reason!, /no client certificate of the name/);
  });

  test('a certificate that is renewed in its place is shown; one that does not fit changes nothing', async (t) => {
    const endpoint = `https://localhost:${await editor({ requestCert: true, rejectUnauthorized: false })}/fhir`;
    const files = { ...settings, certificatesFile: file('renewed.json') };
    const write = (cert: string, key: string) =>
      writeFileSync(files.certificatesFile, JSON.stringify({ platform: { cert, key } }));
    const shownName = async () => {
      assert.equal((await question(asking, endpoint, 'platform')).state, 'complete');
      return shown.at(-1);
    };
    write('client.pem', 'client.key');
    const first = await readAskingSettings(files);
    const asking = new Asking(first);
    asked.push(asking);
    const renewed = new RenewedSettings(files, first, (read) => asking.renew(read));
    let logged = '';
    const stream = { write: (line: string) => void (logged += line) };
    renewed.start(fastify({ logger: { stream } }).log, 10);
    t.after(() => renewed.stop());
    assert.equal(await shownName(), 'sas.test');
    write('client.pem', 'wrong-cn.key');
    await until(() => logged.includes('client.pem holds no certificate that fits'));
    assert.equal(await shownName(), 'sas.test');
    write('wrong-cn.pem', 'wrong-cn.key');
    await until(() => logged.includes('"renewed":true'));
    assert.equal(await shownName(), 'wrong.sas.test');
  });

  test('an editor that speaks no TLS is told', async () => {
    const { createServer: createPlain } = await import('node:http');
    const server = createPlain(() => undefined).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { state, reason } = await ask(`https://localhost:${port}/fhir`, null);
    server.close();
    assert.equal(state, 'failed');
    assert.match(reason!, /no secure connection/);
  });

  for (const [name, text] of [
    ['no JSON', 'platform'],
    ['a list', '[]'],
    ['a name without files', '{"platform":{}}'],
    ['a file that is not there', '{"platform":{"cert":"none.pem","key":"client.key"}}'],
    ['a key that does not fit', '{"platform":{"cert":"client.pem","key":"server.key"}}'],
  ] as const) {
    test(`a file of certificates with ${name} stops the start`, async () => {
      writeFileSync(file('odd.json'), text);
      const changed = { ...settings, certificatesFile: file('odd.json') };
      await assert.rejects(readAskingSettings(changed), ConfigError);
    });
  }
});
