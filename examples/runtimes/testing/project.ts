/** A consumer's folder: the packed client as npm would install it, and a copy of the programs. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildByEsbuild } from 'esbuild';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { build as buildByVite } from 'vite';
import { install, pack } from '../../testing/packed.ts';

const here = fileURLToPath(new URL('..', import.meta.url));
const PROGRAMS = ['first-steps.js', 'program.js', 'steps.js', 'verify.js', 'worker.js'];

/** A folder with the packed client in it. */
export interface Project {
  readonly folder: string;
  /** Names of the client's doors: `@sas-kit/client/errors`. */
  readonly doors: readonly string[];
  remove(): Promise<void>;
}

/** Packs the client, installs it in a folder of its own and copies the programs there. */
export async function createProject(): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'sas-runtimes-'));
  await install(await pack(['client'], folder), ['client'], folder);
  for (const name of [...PROGRAMS, 'page', 'bundled', 'worker', 'types'])
    await cp(join(here, name), join(folder, name), { recursive: true });
  const manifest = join(folder, 'node_modules/@sas-kit/client/package.json');
  const { exports } = JSON.parse(await readFile(manifest, 'utf8')) as { exports: object };
  const doors = Object.entries(exports)
    .filter(([, target]) => typeof target === 'object')
    .map(([door]) => `@sas-kit/client${door.slice(1)}`);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await writeFile(
    join(folder, 'main.js'),
    [...doors, './program.js'].map((door) => `import '${door}';\n`).join(''),
  );
  return { folder, doors, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A page for a browser, by Vite. Answers its folder. */
export async function viteBuild({ folder }: Project): Promise<string> {
  const outDir = join(folder, 'bundled/dist');
  const build = { outDir, modulePreload: { polyfill: false } };
  await buildByVite({ root: join(folder, 'bundled'), base: './', logLevel: 'error', build });
  return outDir;
}

/** A worker's module, by Rollup, beside its page. Answers the folder of both. */
export async function rollupBuild({ folder }: Project): Promise<string> {
  const input = join(folder, 'worker.js');
  const bundle = await rollup({ input, plugins: [nodeResolve({ browser: true })] });
  await bundle.write({ file: join(folder, 'worker/worker.js'), format: 'es' });
  await bundle.close();
  return join(folder, 'worker');
}

/** One classic script for no platform in particular, by esbuild: its `built` is a global. */
export async function esbuildBuild({ folder }: Project): Promise<string> {
  const { outputFiles } = await buildByEsbuild({
    entryPoints: [join(folder, 'steps.js')],
    bundle: true,
    format: 'iife',
    globalName: 'built',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  });
  return outputFiles[0]!.text;
}
