import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const wanted = fileURLToPath(new URL('package.json', import.meta.url));
const cache = fileURLToPath(
  new URL('../../../../node_modules/.cache/sas-kit-bench-peers', import.meta.url),
);

/** Where the peers are, or why they are not. */
export type Installed = { readonly folder: string } | { readonly missing: string };

/**
 * Installs the peers beside everything else, once: they are nothing that the repository needs. No script
 * of theirs is run.
 */
export function installPeers(): Installed {
  const there = join(cache, 'package.json');
  const done = join(cache, 'node_modules', '.package-lock.json');
  const same = existsSync(done) && readFileSync(there, 'utf8') === readFileSync(wanted, 'utf8');
  if (same) return { folder: cache };
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  copyFileSync(wanted, there);
  console.log('installing the peers of the bench, once, about 300 MB …');
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', '--silent'],
    { cwd: cache, encoding: 'utf8' },
  );
  if (status === 0 && existsSync(done)) return { folder: cache };
  return { missing: `not installable here: ${stderr.trim().split('\n')[0] || `npm ${status}`}` };
}
