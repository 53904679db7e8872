import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { after, before, suite, test } from 'node:test';
import type { SecureVersion } from 'node:tls';
import { pem, withoutOpenssl } from '../../testing/authority.ts';
import type { Tested } from '../../testing/faulty.ts';
import { startSecure } from '../../testing/secure-server.ts';
import { greets } from './client-hello.ts';
import { shakeHands } from './handshake.ts';

let secure: Tested;
let silent: Server;
let port: number;
let silentPort: number;

before(async () => {
  if (withoutOpenssl !== false) return;
  secure = await startSecure();
  port = Number(new URL(secure.base).port);
  silent = createServer((socket) => socket.on('error', () => undefined));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  silentPort = (silent.address() as AddressInfo).port;
});
after(async () => {
  if (withoutOpenssl !== false) return;
  await secure.close();
  silent.close();
});

/** For servers that answer; one that never does is not waited for. */
const PATIENT_MS = 60_000;
const HURRIED_MS = 200;

const shake = (version: string, to = port, host = 'localhost', authority = 'ca.pem') => {
  const minVersion = version as SecureVersion;
  const authorities = pem(authority);
  const options = { host, port: to, authorities, minVersion, maxVersion: minVersion };
  return shakeHands({ ...options, deadlineMs: to === silentPort ? HURRIED_MS : PATIENT_MS });
};

/** A port on which nobody listens any more. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}

suite('a handshake without certificate', { skip: withoutOpenssl }, () => {
  test('is accepted in the versions of today, with a certificate that is trusted', async () => {
    for (const version of ['TLSv1.2', 'TLSv1.3']) {
      const handshake = await shake(version);
      assert.ok(handshake.kind === 'accepted', version);
      assert.equal(handshake.distrust, null);
      assert.equal(handshake.certificate.subject.CN, 'localhost');
    }
  });

  test('says why the certificate is not trusted: its authority, its name', async () => {
    const stranger = await shake('TLSv1.3', port, 'localhost', 'other-ca.pem');
    assert.ok(stranger.kind === 'accepted');
    assert.match(stranger.distrust ?? '', /UNABLE_TO|SELF_SIGNED/);
    const misnamed = await shake('TLSv1.3', port, '::ffff:127.0.0.1');
    assert.ok(misnamed.kind === 'accepted');
    assert.match(misnamed.distrust ?? '', /ALTNAME|altnames/);
  });

  test('is refused in the old ones, and by a server that says nothing', async () => {
    assert.equal((await shake('TLSv1')).kind, 'refused');
    assert.equal((await shake('TLSv1.2', silentPort)).kind, 'refused');
  });

  test('that this Node cannot offer is none', async () => {
    const code = 'ERR_TLS_INVALID_PROTOCOL_VERSION';
    assert.deepEqual(await shake('SSLv3'), { kind: 'unable', code });
  });

  test('with nobody is an error', async () => {
    await assert.rejects(shake('TLSv1.2', await freePort()), /ECONNREFUSED/);
  });
});

suite('the first message of SSL 2.0 and 3.0', { skip: withoutOpenssl }, () => {
  for (const version of ['SSLv2', 'SSLv3'] as const) {
    test(`${version}: an alert, silence and nobody are told apart from a ServerHello`, async () => {
      const greet = (to: number) =>
        greets(
          version,
          { host: '127.0.0.1', port: to },
          to === silentPort ? HURRIED_MS : PATIENT_MS,
        );
      assert.equal(await greet(port), false);
      assert.equal(await greet(silentPort), false);
      await assert.rejects(greet(await freePort()), /ECONNREFUSED/);
    });
  }
});
