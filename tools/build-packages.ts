/**
 * Builds the packages that tsc builds, each after those that it stands on. Run by `npm pack` in a
 * package: `node tools/build-packages.ts connector`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './run.ts';

const configurationOf = (name: string): string => `packages/${name}/tsconfig.build.json`;

/** Names in the order in which they can be built: a package reads the built types of others. */
async function ordered(names: readonly string[]): Promise<string[]> {
  const done: string[] = [];
  const add = async (name: string): Promise<void> => {
    if (done.includes(name) || !existsSync(join(root, configurationOf(name)))) return;
    const text = await readFile(join(root, `packages/${name}/package.json`), 'utf8');
    const { dependencies = {} } = JSON.parse(text) as { dependencies?: Record<string, string> };
    for (const each of Object.keys(dependencies)) await add(each.replace('@sas-kit/', ''));
    done.push(name);
  };
  for (const name of names) await add(name);
  return done;
}

/**
 * Builds one package. Written beside and then renamed: nothing of an earlier build stays, and nobody who
 * reads it meanwhile sees half of it.
 */
async function buildPackage(name: string): Promise<void> {
  const folder = join(root, `packages/${name}`);
  const beside = join(folder, `.dist-${process.pid}`);
  try {
    execFileSync(
      process.execPath,
      [
        'node_modules/typescript/bin/tsc',
        ...['-p', configurationOf(name), '--outDir', beside, '--declarationDir', beside],
      ],
      // The standard output of `npm pack --json` is for programs.
      { cwd: root, stdio: ['ignore', process.stderr, 'inherit'] },
    );
    await rm(join(folder, 'dist'), { recursive: true, force: true });
    await rename(beside, join(folder, 'dist'));
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Builds these packages and what they stand on, by default all. */
export async function buildPackages(names?: readonly string[]): Promise<void> {
  const wanted = names ?? (await readdir(join(root, 'packages')));
  for (const name of await ordered(wanted)) await buildPackage(name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPackages(process.argv.slice(2));
