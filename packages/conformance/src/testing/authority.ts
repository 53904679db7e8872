import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(
  new URL('../../../connector/tools/make-test-authority.sh', import.meta.url),
);

/** Why tests of TLS are skipped; false when openssl is there. */
export const withoutOpenssl: string | false =
  spawnSync('openssl', ['version']).status === 0 ? false : 'openssl is not installed';

let folder: string | undefined;

/** Certificates of a test authority, made once by the connector's own script. */
export function authorityFolder(): string {
  if (folder !== undefined) return folder;
  const made = mkdtempSync(join(tmpdir(), 'sas-conformance-tls-'));
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  execFileSync('sh', [SCRIPT, made, 'sas.test', 'SAS'], { stdio: 'ignore' });
  // A certificate of its own that ends soon.
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '5', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=DNS:localhost'],
      ...['-keyout', join(made, 'soon.key'), '-out', join(made, 'soon.pem')],
    ],
    { stdio: 'ignore' },
  );
  folder = made;
  return made;
}

/** The text of one of its files, `server.pem`. */
export function pem(name: string): string {
  return readFileSync(join(authorityFolder(), name), 'utf8');
}
