import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request as httpsRequest, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { connect, type SecureVersion } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { createConnector } from './connector.ts';
import { nodeListener } from './node.ts';
import { careless, offer, slot } from './testing/agenda.ts';
import { slotSearch } from './testing/client.ts';
import { unlessInstalled } from './testing/programs.ts';
import { mutualTls, mutualTlsFetch, type MutualTlsOptions } from './tls.ts';

const skip = unlessInstalled('openssl', 'version');
const folder = mkdtempSync(join(tmpdir(), 'sas-connector-tls-'));
const pem = (name: string): string => readFileSync(join(folder, name), 'utf8');

let server: Server;
let port: number;
const refused: string[] = [];

function optionsOf(changes: Partial<MutualTlsOptions> = {}): MutualTlsOptions {
  return {
    key: pem('server.key'),
    cert: pem('server.pem'),
    clientAuthorities: pem('ca.pem'),
    revocationLists: pem('ca.crl.pem'),
    allow: [{ commonName: 'sas.test', organizationalUnit: 'SAS' }],
    onRefused: (reason) => refused.push(reason),
    ...changes,
  };
}

before(async () => {
  if (skip !== false) return;
  const script = fileURLToPath(new URL('../tools/make-test-authority.sh', import.meta.url));
  execFileSync('sh', [script, folder, 'sas.test', 'SAS']);
  const connector = createConnector({
    agenda: careless(offer([slot({ id: 's' })])),
    baseUrl: 'https://localhost/fhir',
  });
  const tls = mutualTls(optionsOf());
  server = createServer(tls.serverOptions, tls.guard(nodeListener(connector.handle)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
after(async () => {
  if (skip !== false) return;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

interface Got {
  readonly status: number;
  readonly body: any;
}

function get(client: string | null, to = port): Promise<Got> {
  return new Promise((resolve, reject) => {
    httpsRequest(
      {
        host: '127.0.0.1',
        port: to,
        servername: 'localhost',
        path: `/fhir${slotSearch()}`,
        ca: pem('ca.pem'),
        agent: false,
        ...(client !== null && { key: pem(`${client}.key`), cert: pem(`${client}.pem`) }),
      },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => (text += chunk));
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, body: JSON.parse(text) }),
        );
      },
    )
      .on('error', reject)
      .end();
  });
}

suite('clients', { skip }, () => {
  test('the allowed one is answered', async () => {
    const { status, body } = await get('client');
    assert.equal(status, 200);
    assert.equal(body.total, 1);
  });

  const REFUSED: [string | null, string][] = [
    [null, 'no-certificate'],
    ['wrong-cn', 'not-allowed'],
    ['wrong-ou', 'not-allowed'],
    ['revoked', 'revoked'],
    ['stranger', 'not-trusted'],
    // A server's certificate is not made for clients.
    ['server', 'not-trusted'],
  ];
  for (const [client, reason] of REFUSED) {
    test(`${client ?? 'without certificate'}: the handshake ends, HTTP 403, ${reason}`, async () => {
      const { status, body } = await get(client);
      assert.equal(status, 403);
      assert.equal(body.resourceType, 'OperationOutcome');
      assert.equal(body.issue[0].code, 'security');
      assert.equal(refused.at(-1), reason);
    });
  }

  test('without a unit in the list any unit will do, another name will not', async () => {
    const tls = mutualTls(optionsOf({ allow: [{ commonName: 'sas.test' }] }));
    const other = createServer(
      tls.serverOptions,
      tls.guard((_request, response) => response.end('{}')),
    );
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const to = (other.address() as AddressInfo).port;
    assert.equal((await get('wrong-ou', to)).status, 200);
    assert.equal((await get('wrong-cn', to)).status, 403);
    other.closeAllConnections();
    other.close();
  });

  test('a renewed list refuses from then on', async () => {
    const tls = mutualTls(optionsOf({ allow: [{ commonName: 'sas.test' }] }));
    const { crl: _crl, ...without } = tls.serverOptions;
    const other = createServer(
      without,
      tls.guard((_request, response) => response.end('{}')),
    );
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const to = (other.address() as AddressInfo).port;
    assert.equal((await get('revoked', to)).status, 200);
    other.setSecureContext(tls.serverOptions);
    assert.equal((await get('revoked', to)).status, 403);
    assert.equal((await get('client', to)).status, 200);
    other.closeAllConnections();
    other.close();
  });
});

suite('versions', { skip }, () => {
  const shake = (version: SecureVersion): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect({
        host: '127.0.0.1',
        port,
        servername: 'localhost',
        ca: pem('ca.pem'),
        minVersion: version,
        maxVersion: version,
        // What OpenSSL asks for before it offers the old versions at all.
        ciphers: 'DEFAULT@SECLEVEL=0',
      });
      socket.on('secureConnect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });

  for (const [version, accepted] of [
    ['TLSv1', false],
    ['TLSv1.1', false],
    ['TLSv1.2', true],
    ['TLSv1.3', true],
  ] as const) {
    test(`${version} without certificate is ${accepted ? 'accepted' : 'refused'}`, async () => {
      assert.equal(await shake(version), accepted);
    });
  }
});

test('plain HTTP behind the guard is refused', { skip }, () => {
  const tls = mutualTls(optionsOf());
  let status = 0;
  const response = {
    writeHead: (code: number) => ((status = code), response),
    end: () => response,
  };
  tls.guard(() => assert.fail('let through'))({ socket: {} } as never, response as never);
  assert.equal(status, 403);
});

suite('mutualTlsFetch', { skip }, () => {
  const post = (client: string): Promise<Response> =>
    mutualTlsFetch({
      key: pem(`${client}.key`),
      cert: pem(`${client}.pem`),
      serverAuthorities: pem('ca.pem'),
    })(new Request(`https://localhost:${port}/fhir/metadata`, { headers: { Accept: 'x/y' } }));

  test('shows its certificate', async () => {
    const answer = await post('client');
    assert.equal(answer.status, 200);
    assert.equal(((await answer.json()) as any).resourceType, 'CapabilityStatement');
    assert.equal((await post('wrong-cn')).status, 403);
  });

  test('speaks to nobody whose certificate it does not trust, nor without TLS', async () => {
    const fetchIt = mutualTlsFetch({ key: pem('client.key'), cert: pem('client.pem') });
    await assert.rejects(fetchIt(new Request(`https://localhost:${port}/fhir/metadata`)));
    await assert.rejects(fetchIt(new Request(`http://localhost:${port}/`)), TypeError);
  });
});
