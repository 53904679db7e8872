import assert from 'node:assert/strict';
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { TLSSocket } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Agent, fetch as send } from 'undici';
import { createSasClient } from './client.ts';
import { isConnection } from './errors.ts';
import { failure } from './testing/start.ts';

const skip = spawnSync('openssl', ['version']).status === 0 ? false : 'openssl is not installed';
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The program of the documentation, as its reader copies it. */
function documented(): string {
  const page = readFileSync(file('../../../docs/sdk.md'), 'utf8');
  const [, program] = /mutual-tls\.test\.ts -->\s+```ts\n([\s\S]*?)```/.exec(page) ?? [];
  assert.ok(program);
  return program;
}

describe('mutual TLS, in Node', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sas-client-tls-'));
  const pem = (name: string) => readFileSync(join(folder, name));
  const server = createServer({ requestCert: true, rejectUnauthorized: true });
  /** Who called what. */
  const calls: string[] = [];
  let baseUrl: string;

  before(async () => {
    const script = file('../../connector/tools/make-test-authority.sh');
    execFileSync('sh', [script, folder, 'agenda.test', 'SAS'], { stdio: 'ignore' });
    server.setSecureContext({ cert: pem('server.pem'), key: pem('server.key'), ca: pem('ca.pem') });
    server.on('request', (request, response) => {
      const { CN } = (request.socket as TLSSocket).getPeerCertificate().subject;
      calls.push(`${String(CN)} ${request.url}`);
      const granted = { access_token: 't1', token_type: 'Bearer', expires_in: 600 };
      const answer = request.url === '/oauth/token' ? granted : { items: [{}, {}], next: null };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `https://localhost:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  it('is done by the program of the documentation', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=source', '--input-type=module-typescript', '--eval', documented()],
      {
        cwd: file('..'),
        env: { ...process.env, PLATFORM: baseUrl, CERTIFICATES: folder, CLIENT_SECRET: 's' },
      },
    );
    assert.equal(stdout, '2 schedules\n');
    assert.deepEqual(calls, ['agenda.test /oauth/token', 'agenda.test /v1/schedules']);
  });

  it('without a certificate is a ConnectionError, whose cause logs may be told', async (t) => {
    const dispatcher = new Agent({ connect: { ca: pem('ca.pem') } });
    t.after(() => dispatcher.close());
    const fetch = ((url: string, init: object) =>
      send(url, { ...init, dispatcher })) as unknown as typeof globalThis.fetch;
    const client = createSasClient({ baseUrl, token: 't1', fetch, retries: 0 });
    const error = await failure(client.schedules.list());
    assert.ok(isConnection(error));
    assert.match(JSON.stringify(error), /"cause":\{.*"code":"[A-Z]\w+"/);
  });
});
