/**
 * Builds everything that is published: places, the client and the elements with Rollup, the other
 * packages with tsc, then checks the sizes. `npm run build`. With `--libraries`, only what
 * the client and the elements publish, unless it is fresh: `npm pack` runs it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rollup, type OutputOptions, type RollupOptions } from 'rollup';
import { checkBudgets } from './budget.ts';
import { buildPackages } from './build-packages.ts';
import { type Integrity, INTEGRITY_FILE, integrityLines, writeIntegrity } from './integrity.ts';
import { writeSbom } from './sbom.ts';
import { writeZip } from './self-host-zip.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'packages/elements/dist');
const presets = join(root, 'packages/elements/presets');

interface RollupConfig {
  readonly elementNames: () => string[];
  readonly clientLibrary: () => RollupOptions;
  readonly elementsLibraries: () => RollupOptions[];
  readonly elementFiles: (folder?: string) => RollupOptions[];
}

async function rollupConfig(): Promise<RollupConfig> {
  const href = pathToFileURL(join(root, 'rollup.config.js')).href;
  return (await import(href)) as RollupConfig;
}

/** The loader, its shared files and everything in one file; the client in one file. */
interface Distribution {
  readonly distribution: (folder: string) => RollupOptions[];
  readonly clientFile: (folder?: string) => RollupOptions;
  readonly fakePlatformWorker: () => RollupOptions;
}

async function distributionConfig(): Promise<Distribution> {
  const href = pathToFileURL(join(root, 'tools/distribution.js')).href;
  return (await import(href)) as Distribution;
}

async function write(configurations: readonly RollupOptions[]): Promise<void> {
  for (const configuration of configurations) {
    const bundle = await rollup(configuration);
    await bundle.write(configuration.output as OutputOptions);
    await bundle.close();
  }
}

/**
 * Builds `packages/elements/dist/cdn`: one self-contained file per element, the loader with its shared
 * files, everything in one file, and the presets. Written beside and then renamed, so that a page that is being served, or a second build, never sees half of it.
 */
export async function buildElements(): Promise<Integrity> {
  const { elementFiles } = await rollupConfig();
  const folder = `.cdn-${process.pid}`;
  try {
    await write(elementFiles(folder));
    const { distribution } = await distributionConfig();
    await write(distribution(folder));
    await cp(presets, join(dist, folder, 'presets'), { recursive: true });
    const integrity = await writeIntegrity(join(dist, folder));
    await rm(join(dist, 'cdn'), { recursive: true, force: true });
    await rename(join(dist, folder), join(dist, 'cdn'));
    return integrity;
  } finally {
    await rm(join(dist, folder), { recursive: true, force: true });
  }
}

/** Builds the fake platform's service worker alone, into a folder; answers its file. */
export async function buildFakePlatformWorker(folder: string): Promise<string> {
  const { fakePlatformWorker } = await distributionConfig();
  const configuration = fakePlatformWorker();
  const output = { ...(configuration.output as OutputOptions), dir: folder };
  await write([{ ...configuration, output }]);
  return join(folder, 'testing/service-worker.js');
}

/** Modification times of the files under a folder, or of one file, in ms. */
async function times(path: string, wanted: (name: string) => boolean): Promise<number[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && wanted(entry.name));
  return Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).mtimeMs),
  );
}

/** Of everything that the files of these packages are built from, ms. */
async function sourceTimes(packages: readonly string[]): Promise<number[]> {
  const source = (name: string) => name.endsWith('.ts') && !name.endsWith('.test.ts');
  const configuration = ['rollup.config.js', 'tools/distribution.js'];
  const sources = await Promise.all([
    ...packages.map((name) => times(join(root, 'packages', name, 'src'), source)),
    ...configuration.map(async (file) => [(await stat(join(root, file))).mtimeMs]),
  ]);
  return sources.flat();
}

/** Of everything that the client and the elements are built from, ms. */
async function librarySourceTimes(): Promise<number[]> {
  const sources = await sourceTimes(['regime', 'client', 'elements']);
  return [...sources, ...(await times(presets, () => true))];
}

async function elementsAreFresh(): Promise<boolean> {
  const { elementNames } = await rollupConfig();
  const tags = elementNames().map((name) => `sas-${name}.js`);
  const shared = tags.map((file) => `shared/${file}`);
  const files = [...tags, ...shared, 'loader.js', 'sas-kit.js', 'presets', INTEGRITY_FILE];
  if (files.some((file) => !existsSync(join(dist, 'cdn', file)))) return false;
  const built = await times(join(dist, 'cdn'), (name) => name.endsWith('.js'));
  return Math.min(...built) >= Math.max(...(await librarySourceTimes()));
}

/** Builds the files of the elements unless they are there and newer than every source. */
export async function ensureElements(): Promise<void> {
  if (!(await elementsAreFresh())) await buildElements();
}

/**
 * Builds the client in one file unless it is there and newer than every source. Written beside and then
 * renamed: a page that is being served never sees half of it.
 */
export async function ensureClientFile(): Promise<void> {
  const folder = join(root, 'packages/client/dist/cdn');
  const file = join(folder, 'client.js');
  const built = existsSync(file) ? (await stat(file)).mtimeMs : 0;
  if (built >= Math.max(...(await sourceTimes(['regime', 'client'])))) return;
  const { clientFile } = await distributionConfig();
  const beside = `.cdn-${process.pid}`;
  try {
    await write([clientFile(beside)]);
    await mkdir(folder, { recursive: true });
    for (const name of ['client.js.map', 'client.js'])
      await rename(join(root, 'packages/client/dist', beside, name), join(folder, name));
  } finally {
    await rm(join(root, 'packages/client/dist', beside), { recursive: true, force: true });
  }
}

async function librariesAreFresh(): Promise<boolean> {
  const files = ['regime', 'client', 'elements'].map((name) => `packages/${name}/dist/index.js`);
  files.push(
    'packages/client/dist/cdn/client.js',
    'packages/client/dist/testing/service-worker.js',
  );
  if (files.some((file) => !existsSync(join(root, file)))) return false;
  const built = await Promise.all(
    files.map(async (file) => (await stat(join(root, file))).mtimeMs),
  );
  return Math.min(...built) >= Math.max(...(await librarySourceTimes()));
}

/** Builds the commands of the client and of the elements, `sas-webhooks` and `sas-static`, which run in Node. */
function buildCommands(): void {
  for (const folder of ['client/command', 'elements/lint']) {
    const file = `packages/${folder}/tsconfig.build.json`;
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', file], {
      cwd: root,
      stdio: ['ignore', process.stderr, 'inherit'],
    });
  }
}

/** The client and the elements as libraries, each from the types of what it stands on; the client in one file. */
async function buildLibraries(): Promise<void> {
  const { clientLibrary, elementsLibraries } = await rollupConfig();
  const { clientFile, fakePlatformWorker } = await distributionConfig();
  await write([clientLibrary(), clientFile(), fakePlatformWorker()]);
  await write(elementsLibraries());
  buildCommands();
}

/** Builds what the packages of the client and the elements publish, unless it is newer than its sources. */
export async function ensureLibraries(): Promise<void> {
  await ensureElements();
  if (await librariesAreFresh()) return;
  await buildPackages(['regime']);
  await buildLibraries();
}

/** What the platform in memory weighs: none but tests and previews load it, so it has no budget. */
async function fakePlatformLine(): Promise<string> {
  const file = 'packages/client/dist/testing/service-worker.js';
  const content = await readFile(join(root, file));
  return `${file}: ${content.length} B, ${gzipSync(content, { level: 9 }).length} B gzipped`;
}

async function build(): Promise<void> {
  const run = (...command: string[]) =>
    execFileSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  run('tools/prepare-data.ts');
  for (const name of ['client', 'elements']) {
    await rm(join(root, `packages/${name}/dist`), { recursive: true, force: true });
  }
  await buildPackages();
  await buildLibraries();
  const integrity = await buildElements();
  for (const line of integrityLines(integrity)) console.log(line);
  console.log(await fakePlatformLine());
  console.log(await writeZip());
  console.log(`dist/sbom.cdx.json: ${await writeSbom()} components`);
  if (!(await checkBudgets())) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await (process.argv.includes('--libraries') ? ensureLibraries() : build());
}
