/**
 * The public doors of the client and of the elements: `exports` of their manifests. A file of the client
 * whose first comment has `@module` is a door, named by its path: `src/errors.ts` is
 * `@sas-kit/client/errors`. Every other file is private, and can change.
 */
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { root } from './run.ts';

/** A way into a package. */
export interface Door {
  /** `.`, `./errors` */
  readonly name: string;
  /** Its source, from the folder of the package: `src/errors.ts` */
  readonly source: string;
}

interface Manifest {
  exports: Record<string, string | { source?: string }>;
}

const isDoor = /^\/\*\*(?:(?!\*\/)[\s\S])*@module\b/;
const nameOf = (path: string): string => `./${path.replace(/\.ts$/, '')}`.replace(/\/index$/, '');

const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');

/** Every file of the client that says it is a door, `.` first. */
export async function clientDoors(): Promise<Door[]> {
  const doors: Door[] = [];
  for await (const path of glob('**/*.ts', { cwd: join(root, 'packages/client/src') })) {
    const text = await read(`packages/client/src/${path}`);
    if (isDoor.test(text)) doors.push({ name: nameOf(path), source: `src/${path}` });
  }
  return doors.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The door of every element: `@sas-kit/elements/booking`. */
async function elementDoors(): Promise<Door[]> {
  const doors: Door[] = [];
  for await (const path of glob('src/components/*/*.ts', {
    cwd: join(root, 'packages/elements'),
  })) {
    const name = basename(path, '.ts');
    if (path.endsWith(`/${name}/${name}.ts`)) doors.push({ name: `./${name}`, source: path });
  }
  return doors.sort((one, other) => (one.name < other.name ? -1 : 1));
}

const built = (source: string, extension: string): string =>
  `./${source.replace(/^src/, 'dist').replace(/\.ts$/, extension)}`;

function conditions({ name, source }: Door) {
  return [
    name,
    { source: `./${source}`, types: built(source, '.d.ts'), default: built(source, '.js') },
  ];
}

/** A manifest with these doors; what it opens besides, files and types, stays. */
async function manifestOf(path: string, doors: readonly Door[]): Promise<string> {
  const manifest = JSON.parse(await read(path)) as Manifest;
  const others = Object.entries(manifest.exports).filter(
    ([name, target]) => name !== '.' && (typeof target === 'string' || !target.source),
  );
  const index = { name: '.', source: 'src/index.ts' };
  const all = [index, ...doors.filter(({ name }) => name !== '.')].map(conditions);
  manifest.exports = Object.fromEntries([...all, ...others]) as Manifest['exports'];
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The manifests, by their path, as the sources say. */
export async function manifests(): Promise<[string, string][]> {
  const client = 'packages/client/package.json';
  const elements = 'packages/elements/package.json';
  return [
    [client, await manifestOf(client, await clientDoors())],
    [elements, await manifestOf(elements, await elementDoors())],
  ];
}

/** Doors of a package with their sources, as its manifest lists them. */
export async function doorsOf(name: string): Promise<Door[]> {
  const { exports } = JSON.parse(await read(`packages/${name}/package.json`)) as Manifest;
  return Object.entries(exports).flatMap(([door, target]) =>
    typeof target === 'string' || target.source === undefined
      ? []
      : [{ name: door, source: target.source.slice('./'.length) }],
  );
}
