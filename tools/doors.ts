/**
 * The public doors of the client. A file whose first comment has `@module` is one, named by its path:
 * `src/errors.ts` is `@sas-kit/client/errors`. Every other file is private, and can change.
 */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.ts';

/** Whose `exports` are written here. */
export const CLIENT_MANIFEST = 'packages/client/package.json';

const folder = join(root, 'packages/client');
const isDoor = /^\/\*\*(?:(?!\*\/)[\s\S])*@module\b/;

/** A way into a package. */
export interface Door {
  /** `.`, `./errors` */
  readonly name: string;
  /** Its source, from the folder of the package: `src/errors.ts` */
  readonly source: string;
}

const nameOf = (path: string): string => `./${path.replace(/\.ts$/, '')}`.replace(/\/index$/, '');

/** Every door of the client, `.` first. */
export async function clientDoors(): Promise<Door[]> {
  const doors: Door[] = [];
  for await (const path of glob('**/*.ts', { cwd: join(folder, 'src') })) {
    const text = await readFile(join(folder, 'src', path), 'utf8');
    if (isDoor.test(text)) doors.push({ name: nameOf(path), source: `src/${path}` });
  }
  return doors.sort((one, other) => (one.name < other.name ? -1 : 1));
}

const built = (source: string, extension: string): string =>
  `./${source.replace(/^src/, 'dist').replace(/\.ts$/, extension)}`;

/** The package's manifest, its `exports` as the marked files say. */
export async function clientManifest(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(root, CLIENT_MANIFEST), 'utf8')) as object;
  const exports = Object.fromEntries(
    (await clientDoors()).map(({ name, source }) => [
      name,
      {
        source: `./${source}`,
        types: built(source, '.d.ts'),
        default: built(source, '.js'),
      },
    ]),
  );
  const whole = { ...manifest, exports: { ...exports, './package.json': './package.json' } };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
