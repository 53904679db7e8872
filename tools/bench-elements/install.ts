import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Peer } from './peers.ts';

const cache = fileURLToPath(
  new URL('../../node_modules/.cache/sas-kit-bench-elements', import.meta.url),
);

/** A folder in which the packages are, or why they are not. */
export type Installed = { readonly folder: string } | { readonly missing: string };

function run(folder: string, command: string, ...rest: string[]): string | null {
  const { status, stderr } = spawnSync(command, rest, { cwd: folder, encoding: 'utf8' });
  if (status === 0) return null;
  const reason = stderr.split('\n').find((line) => /error/i.test(line));
  return `not installable here: ${reason?.trim() ?? `${command} ended with ${status}`}`;
}

/** Everything of a package, unpacked, without what it depends on. */
function unpack(folder: string, [name, version]: [string, string]): string | null {
  const failed = run(folder, 'npm', 'pack', `${name}@${version}`, '--silent');
  const archive = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
  return failed ?? run(folder, 'tar', '-xzf', archive);
}

const INSTALL = ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'];

/** Installs packages once, beside everything else. No script of theirs is run. */
export function install(
  name: string,
  { dependencies, archiveOnly = false }: Pick<Peer, 'dependencies' | 'archiveOnly'>,
): Installed {
  const folder = join(cache, name);
  const done = join(folder, 'installed.json');
  const wanted = JSON.stringify({ private: true, type: 'module', dependencies });
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return { folder };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), wanted);
  console.log(`installing ${Object.keys(dependencies).join(', ')}, once …`);
  const failed = archiveOnly
    ? unpack(folder, Object.entries(dependencies)[0]!)
    : run(folder, 'npm', ...INSTALL, '--loglevel=error');
  if (failed !== null) return { missing: failed };
  writeFileSync(done, wanted);
  return { folder };
}

/** What is used of esbuild. */
export interface Bundler {
  build(
    options: object,
  ): Promise<{ readonly outputFiles: readonly { readonly path: string; readonly text: string }[] }>;
}

/** The bundler of the peers. */
export function installBundler(): Bundler | { readonly missing: string } {
  const installed = install('esbuild', { dependencies: { esbuild: '0.28.2' } });
  if ('missing' in installed) return installed;
  return createRequire(join(installed.folder, 'package.json'))('esbuild') as Bundler;
}
