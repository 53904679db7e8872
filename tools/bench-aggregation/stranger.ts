import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server over TLS whose certificate nobody signed. */
export interface Stranger {
  /** `https://127.0.0.1:40123/fhir` */
  readonly base: string;
  close(): void;
}

/** Starts one; null where openssl, which makes its certificate, is not installed. */
export async function startStranger(): Promise<Stranger | null> {
  const folder = mkdtempSync(join(tmpdir(), 'sas-bench-aggregation-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1'],
      ...['-keyout', key, '-out', cert],
    ]);
    if (made.status !== 0) return null;
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, answer) =>
      answer.end('{}'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return {
      base: `https://127.0.0.1:${port}/fhir`,
      close() {
        server.close();
        server.closeAllConnections();
      },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
