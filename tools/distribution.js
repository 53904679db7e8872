/**
 * What a page loads instead of one file per element: the loader with its shared chunks, and everything
 * in one file. Beside the files of `rollup.config.js`, in the same folder. And the client in one file.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bundling,
  componentFile,
  elementNames,
  forPages,
  licences,
  ordered,
} from '../rollup.config.js';

const elements = fileURLToPath(new URL('../packages/elements/', import.meta.url));
const client = fileURLToPath(new URL('../packages/client/', import.meta.url));
const { version } = JSON.parse(readFileSync(join(elements, 'package.json'), 'utf8'));

/** Path of an entry that is written here. */
const entryPath = (name) => join(elements, `src/${name}?entry`);

/** Gives such an entry its code. */
const entry = (name, code) => ({
  name: `entry ${name}`,
  resolveId: (id) => (id === entryPath(name) ? id : undefined),
  load: (id) => (id === entryPath(name) ? code : undefined),
});

const banner = (file) => `/*! SAS Kit ${version}, MIT; others: ${file}.licenses.txt */`;

/** `loader.js`: runs as a module and as a classic script, so it imports nothing before it runs. */
export function loaderFile(folder = 'cdn') {
  const tags = elementNames().map((name) => `sas-${name}`);
  const code = `
    import { startLoader } from './loader/loader.ts';
    import { importBeside } from './loader/beside.ts';
    startLoader({
      ...${JSON.stringify({ tags, version })},
      load: (tag) => importBeside('shared/' + tag + '.js'),
    });`;
  return {
    input: { loader: entryPath('loader') },
    output: {
      dir: join(elements, 'dist'),
      entryFileNames: `${folder}/[name].js`,
      format: 'iife',
      sourcemap: true,
      banner: `/*! SAS Kit ${version}, MIT */`,
    },
    plugins: [entry('loader', code), ...bundling()],
  };
}

/**
 * Sources that most elements need, one chunk. In chunks by who needs what, `<sas-booking>` asks for
 * fourteen files, not four, and another element beside it for up to ten kB, not nine.
 */
const common =
  /node_modules\/(@?lit|tslib)|packages\/client\/src\/(?!live-cards|watch\.)|elements\/src\/(base|controllers|events|styles)\//;

/** `shared/sas-….js`: the files that the loader loads. What two of them need is a chunk of both. */
export function sharedFiles(folder = 'cdn') {
  return {
    input: Object.fromEntries(elementNames().map((name) => [`sas-${name}`, componentFile(name)])),
    output: {
      dir: join(elements, 'dist'),
      entryFileNames: `${folder}/shared/[name].js`,
      chunkFileNames: `${folder}/shared/chunks/[name]-[hash].js`,
      manualChunks: (id) => (common.test(id) ? 'common' : undefined),
      format: 'es',
      sourcemap: true,
      banner: ({ isEntry }) => (isEntry ? banner('shared') : ''),
    },
    plugins: [forPages, ...bundling(), licences(`${folder}/shared/shared.licenses.txt`)],
  };
}

/** Elements of a regulation centre, for its desk and whoever leads it: no page of the public or of a practice shows them. */
const regulation = ['orientation', 'orientation-list', 'statistics'];

/** `sas-kit.js`: every element of the public and of practices in one file; other languages are chunks. */
export function everythingFile(folder = 'cdn') {
  const imports = elementNames()
    .filter((name) => !regulation.includes(name))
    .map((name) => `import ${JSON.stringify(componentFile(name))};`);
  return {
    input: { 'sas-kit': `${entryPath('sas-kit')}?ordered` },
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: join(elements, 'dist'),
      entryFileNames: `${folder}/[name].js`,
      chunkFileNames: `${folder}/chunks/[name]-[hash].js`,
      format: 'es',
      sourcemap: true,
      banner: ({ isEntry }) => (isEntry ? banner('sas-kit') : ''),
    },
    plugins: [
      entry('sas-kit', imports.join('\n')),
      ordered(entryPath('sas-kit')),
      forPages,
      ...bundling(),
      licences(`${folder}/sas-kit.licenses.txt`),
    ],
  };
}

/** `client.js`: the whole client in one file, for a page without a bundler. Nothing in it is another's. */
export function clientFile(folder = 'cdn') {
  return {
    input: { client: join(client, 'src/index.ts') },
    output: {
      dir: join(client, 'dist'),
      entryFileNames: `${folder}/[name].js`,
      format: 'es',
      sourcemap: true,
      inlineDynamicImports: true,
      banner: `/*! SAS Kit ${version}, MIT */`,
    },
    plugins: [forPages, ...bundling()],
  };
}

/** `service-worker.js`: the fake platform of `@sas-kit/client/testing`, for pages that are tried without one. */
export function fakePlatformWorker() {
  return {
    input: { 'service-worker': join(client, 'src/fake-platform/service-worker.ts') },
    output: {
      dir: join(client, 'dist'),
      entryFileNames: 'testing/[name].js',
      format: 'iife',
      banner: `/*! SAS Kit ${version}, MIT */`,
    },
    plugins: bundling(),
  };
}

/** Every configuration for `packages/elements`. */
export const distribution = (folder) => [
  loaderFile(folder),
  sharedFiles(folder),
  everythingFile(folder),
];
