import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

interface Manifest {
  dependencies?: Record<string, string>;
}

const manifestOf = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Packages of this repository, `client`, and those that they stand on. */
async function withAllOf(names: readonly string[]): Promise<string[]> {
  const all = new Set(names);
  for (const name of all) {
    const { dependencies = {} } = await manifestOf(join(root, 'packages', name));
    for (const each of Object.keys(dependencies))
      if (each.startsWith('@sas-kit/')) all.add(each.replace('@sas-kit/', ''));
  }
  return [...all];
}

/**
 * Packs packages of this repository, and those that they stand on, as for a registry.
 *
 * @returns the archives in `folder`, by the name of their package: `client`
 */
export async function pack(names: readonly string[], folder: string): Promise<Map<string, string>> {
  const archives = new Map<string, string>();
  for (const name of await withAllOf(names)) {
    const source = join(root, 'packages', name);
    const options = ['--json', '--loglevel=error', '--offline', '--pack-destination', folder];
    const { stdout } = await run('npm', ['pack', source, ...options], { cwd: folder });
    const [packed] = JSON.parse(stdout) as { filename: string }[];
    archives.set(name, join(folder, packed!.filename));
  }
  return archives;
}

/** Links a package of the repository's own `node_modules` into that of `folder`. */
export async function link(name: string, folder: string): Promise<void> {
  const place = join(folder, 'node_modules', name);
  await mkdir(dirname(place), { recursive: true });
  await symlink(join(root, 'node_modules', name), place);
}

/**
 * Puts packed packages where npm would in a consumer's `folder`. What they depend on stands in the
 * repository: nothing is asked of a registry.
 *
 * @param archives - by the name of their package, of `pack`
 */
export async function install(
  archives: ReadonlyMap<string, string>,
  names: readonly string[],
  folder: string,
): Promise<void> {
  const wanted = new Set<string>();
  for (const name of await withAllOf(names)) {
    const target = join(folder, 'node_modules/@sas-kit', name);
    await mkdir(target, { recursive: true });
    await run('tar', ['xzf', archives.get(name)!, '--strip-components=1', '-C', target]);
    for (const each of Object.keys((await manifestOf(target)).dependencies ?? {})) wanted.add(each);
  }
  const foreign = [...wanted].filter((each) => !each.startsWith('@sas-kit/'));
  await Promise.all(foreign.map((each) => link(each, folder)));
}
