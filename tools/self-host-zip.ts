/**
 * The files that pages load, in one archive for whoever serves them from their own server:
 * `dist/sas-kit-<version>.zip`. `node tools/self-host-zip.ts`, after a build.
 */
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const root = fileURLToPath(new URL('..', import.meta.url));
const cdn = join(root, 'packages/elements/dist/cdn');

/** The oldest date that a zip file holds (local time): the same files make the same archive. */
const SAME_DATE = new Date(1980, 0, 1);

/** Path in the archive and content, of the built files and the licence. */
async function entries(): Promise<Record<string, Uint8Array>> {
  const paths: string[] = [];
  for await (const path of glob('**/*.{css,js,map,json,txt}', { cwd: cdn })) paths.push(path);
  const files: Record<string, Uint8Array> = {};
  for (const path of paths.sort()) {
    files[`sas-kit/${path.replaceAll(sep, '/')}`] = await readFile(join(cdn, path));
  }
  files['sas-kit/LICENSE.txt'] = await readFile(join(root, 'LICENSE'));
  return files;
}

/** Writes the archive. Answers its path in the repository. */
export async function writeZip(): Promise<string> {
  const manifest = await readFile(join(root, 'packages/elements/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const path = `dist/sas-kit-${version}.zip`;
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), zipSync(await entries(), { level: 9, mtime: SAME_DATE }));
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await writeZip());
