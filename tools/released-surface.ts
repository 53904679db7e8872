/**
 * Whether consumers are told of what changes for them: a package whose public surface is not that of its
 * last release is named by a changeset. `--record` notes the surface of a release.
 */
import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './run.ts';

const RECORD = '.changeset/released-surface.json';

/** What tells the surface of a package: the reports of its doors, or the manifest of the elements. */
const TOLD_BY = 'packages/*/{api/**/*.txt,custom-elements.json}';

/** SHA-256 of each package's surface, by its name: `client`. */
export type Hashes = Readonly<Record<string, string>>;

/** The surfaces as they are reported now. */
export async function reportedSurfaces(): Promise<Hashes> {
  const paths: string[] = [];
  for await (const path of glob(TOLD_BY, { cwd: root })) paths.push(path);
  const hashes = new Map<string, ReturnType<typeof createHash>>();
  for (const path of paths.sort()) {
    const name = path.split('/')[1]!;
    const hash = hashes.get(name) ?? createHash('sha256');
    hashes.set(name, hash.update(path).update(await readFile(join(root, path))));
  }
  return Object.fromEntries([...hashes].map(([name, hash]) => [name, hash.digest('hex')]));
}

/** The surfaces as they were at the last release; none before the first. */
export async function releasedSurfaces(): Promise<Hashes> {
  return JSON.parse(await readFile(join(root, RECORD), 'utf8')) as Hashes;
}

/** Names of the packages in the head of a changeset. */
export function namedBy(changeset: string): string[] {
  const head = /^---\n([\s\S]*?)\n---/.exec(changeset)?.[1] ?? '';
  return [...head.matchAll(/^['"]@sas-kit\/([\w-]+)['"]:/gm)].map(([, name]) => name!);
}

/** Packages that the waiting changesets name. */
export async function announced(): Promise<Set<string>> {
  const names = new Set<string>();
  for await (const path of glob('.changeset/*.md', { cwd: root }))
    for (const name of namedBy(await readFile(join(root, path), 'utf8'))) names.add(name);
  return names;
}

/** Packages whose consumers would not be told. */
export function unannounced(now: Hashes, released: Hashes, told: ReadonlySet<string>): string[] {
  return Object.keys(now).filter((name) => now[name] !== released[name] && !told.has(name));
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv.includes('--record')) {
  const text = JSON.stringify(await reportedSurfaces(), null, 2);
  await writeFile(join(root, RECORD), `${text}\n`);
}
