/** Brings the platform's reference data into its package: places are generated, the rest is copied. */
import { cp, mkdir, readdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildPlaces, PLACES_FILE, summary } from './build-places.ts';

const root = new URL('../', import.meta.url);
const target = new URL('packages/platform/data/', root);

/** Newest change of what places are made of, ms. */
async function newestSource(): Promise<number> {
  const folders = ['data/', 'tools/places/'].map((folder) => new URL(folder, root));
  const files = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => new URL(name, folder))),
  );
  const sources = [...files.flat(), new URL('tools/build-places.ts', root)];
  const times = await Promise.all(sources.map(async (file) => (await stat(file)).mtimeMs));
  return Math.max(...times);
}

/** Prepares what is missing or older than its sources. */
export async function prepareData(say: (line: string) => void = () => undefined): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const name of ['territories.json', 'specialties.json']) {
    await cp(new URL(`data/${name}`, root), new URL(name, target));
  }
  const built = await stat(PLACES_FILE).catch(() => null);
  if (built !== null && built.mtimeMs > (await newestSource())) return;
  say('building the list of communes …');
  say(summary(await buildPlaces()));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await prepareData(console.log);
