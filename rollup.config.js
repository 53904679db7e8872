/**
 * Builds what a browser loads: the client and the elements as libraries, one module per source, and
 * every element as one self-contained file. The other packages are built by `tsc`.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import ts from 'typescript';
import { bareFields } from './tools/bare-fields.js';
import { tightTemplates } from './tools/tight-templates.js';

const root = fileURLToPath(new URL('.', import.meta.url));
const client = join(root, 'packages/client');
const elements = join(root, 'packages/elements');

/** Names of the elements: `components/booking/booking.ts` is `booking`, its tag `sas-booking`. */
export function elementNames() {
  const folder = join(elements, 'src/components');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, `${name}.ts`)))
    .sort();
}

/** The source of an element. */
export const componentFile = (name) => join(elements, `src/components/${name}/${name}.ts`);

const relativeImport = /["'](\.{1,2}\/[^"']+)["']/g;

/** Types that no door reaches are not published. */
function reachedTypes(doors) {
  const declaration = (name) => `${name.replace(/\.[jt]s$/, '')}.d.ts`;
  return {
    name: 'reached-types',
    generateBundle(_, bundle) {
      const reached = new Set();
      const visit = (file) => {
        if (reached.has(file) || !bundle[file]) return;
        reached.add(file);
        for (const [, path] of String(bundle[file].source).matchAll(relativeImport))
          visit(declaration(posix.join(posix.dirname(file), path)));
      };
      for (const name of doors) visit(declaration(name));
      for (const file of Object.keys(bundle))
        if (file.endsWith('.d.ts') && !reached.has(file)) delete bundle[file];
    },
  };
}

/** One module per source, its types and maps beside it, dependencies left to the consumer. */
function library(folder, input, external) {
  return {
    input,
    external,
    // A door that holds types only is an empty module.
    onwarn: (warning, warn) => warning.code === 'EMPTY_BUNDLE' || warn(warning),
    output: {
      dir: join(folder, 'dist'),
      format: 'es',
      sourcemap: true,
      preserveModules: true,
      preserveModulesRoot: join(folder, 'src'),
    },
    plugins: [
      typescript({
        tsconfig: join(folder, 'tsconfig.json'),
        exclude: ['**/*.test.ts', '**/testing/!(node).ts', '**/testing/*/**', '**/page/**'],
        noEmitOnError: true,
        compilerOptions: {
          composite: false,
          emitDeclarationOnly: false,
          module: 'ESNext',
          moduleResolution: 'bundler',
          outDir: join(folder, 'dist'),
          declarationDir: join(folder, 'dist'),
          declarationMap: false,
          inlineSources: true,
          // Types of the client come from what it publishes.
          customConditions: [],
          types: [],
        },
      }),
      reachedTypes(Object.keys(input)),
    ],
  };
}

/** The doors of the client, as its manifest lists them. */
export function clientLibrary() {
  const { exports } = JSON.parse(readFileSync(join(client, 'package.json'), 'utf8'));
  const doors = Object.values(exports)
    .filter(({ source }) => source)
    .map(({ source }) => [source.slice('./src/'.length, -'.ts'.length), join(client, source)]);
  return library(client, Object.fromEntries(doors), ['@sas-kit/regime', /^tslib/, /^node:/]);
}

/** The elements as modules; none while there is no source. */
export function elementsLibraries() {
  const index = join(elements, 'src/index.ts');
  const doors = elementNames().map((name) => [`components/${name}/${name}`, componentFile(name)]);
  if (existsSync(index)) doors.push(['index', index]);
  if (doors.length === 0) return [];
  const external = [/^lit(\/|$)/, /^@lit\//, /^d3-/, /^@sas-kit\/client(\/|$)/, /^tslib/];
  return [library(elements, Object.fromEntries(doors), external)];
}

const transpiled = new Map();

/**
 * Types away, without the checks that the library build makes: ten elements would be checked ten
 * times. A module that several elements hold is transpiled once.
 */
function transpile() {
  const { config } = ts.readConfigFile(join(elements, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: [] },
    ts.sys,
    elements,
  );
  const compilerOptions = {
    ...options,
    composite: false,
    declaration: false,
    declarationMap: false,
    emitDeclarationOnly: false,
    rewriteRelativeImportExtensions: false,
    module: ts.ModuleKind.ESNext,
  };
  return {
    name: 'transpile',
    transform(code, id) {
      if (!id.endsWith('.ts')) return null;
      const known = transpiled.get(id);
      if (known?.code === code) return known.result;
      // Fields stay fields, but where a decorator needs them assigned.
      const useDefineForClassFields = !code.includes("from 'lit/decorators.js'");
      const { outputText, sourceMapText } = ts.transpileModule(code, {
        compilerOptions: { ...compilerOptions, useDefineForClassFields },
        fileName: id,
        transformers: { before: [tightTemplates, bareFields] },
      });
      const result = {
        code: outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, ''),
        map: JSON.parse(sourceMapText),
      };
      transpiled.set(id, { code, result });
      return result;
    },
  };
}

/** The package that a module of `node_modules` belongs to. */
function packageOf(id) {
  const folder = /^(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(id)?.[1];
  if (!folder) return null;
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : license;
  return [name, `${name} ${version} (${license})\n\n${text}\n`];
}

/** Licences of what is bundled, beside the bundle: minified, it carries none. */
export function licences(fileName) {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const ids = Object.values(bundle).flatMap((chunk) => Object.keys(chunk.modules ?? {}));
      const packages = new Map(ids.map(packageOf).filter(Boolean));
      if (packages.size === 0) return;
      const texts = [...packages.keys()].sort().map((name) => packages.get(name));
      this.emitFile({ type: 'asset', fileName, source: texts.join(`\n${'-'.repeat(80)}\n\n`) });
    },
  };
}

/** What the client has for servers only, and what is in its place in the files that pages load. */
const standIns = new Map(
  ['bare-fetch', 'cause-facts', 'observing', 'read-text', 'was-sent'].map((name) => [
    `./${name}.ts`,
    join(client, `src/page/${name}.ts`),
  ]),
);

/** Puts them there, and one of three Easters in the place of the library of all. */
export const forPages = {
  name: 'for-pages',
  resolveId: (id, importer) =>
    id === 'date-easter'
      ? join(root, 'packages/regime/src/page/easter.ts')
      : importer?.startsWith(join(client, 'src'))
        ? standIns.get(id)
        : undefined,
};

/** The search of `<sas-booking>` is asked once: its file has nothing of a list that keeps itself up to date. */
const askedOnce = {
  name: 'asked-once',
  resolveId: (id, importer) =>
    id === './live.ts' && importer === componentFile('availability')
      ? join(elements, 'src/components/availability/once.ts')
      : undefined,
};

/** What the path of a module says of its kind, in the order that the kinds have in a file. */
const kinds =
  'node_modules/ .styles. client/src/ events/ base/ format/ strings/ regime/ booking/ availability/ controllers/ /'.split(
    ' ',
  );

function kindOf(id) {
  const path = `/${relative(root, id).replaceAll(sep, '/')}`;
  return kinds.findIndex((kind) => path.includes(kind));
}

/**
 * An entry that imports a component's modules kind by kind, as far as their own imports let it:
 * beside its like, code is compressed better, here by 2 %.
 */
export function ordered(file) {
  const entry = `${file}?ordered`;
  return {
    name: 'ordered',
    resolveId: (id) => (id === entry ? id : undefined),
    async load(id) {
      if (id !== entry) return null;
      const modules = new Set();
      const visit = async (id) => {
        if (modules.has(id)) return;
        modules.add(id);
        const { importedIds } = await this.load({ id, resolveDependencies: true });
        for (const imported of importedIds) await visit(imported);
      };
      await visit(file);
      const imports = [...modules]
        .sort((one, other) => kindOf(one) - kindOf(other))
        .map((id) => `import ${JSON.stringify(id)};`);
      return [...imports, `export * from ${JSON.stringify(file)};`].join('\n');
    },
  };
}

/** What makes a bundle of everything, from the sources of this repository. */
export function bundling() {
  return [
    resolve({ browser: true, exportConditions: ['source', 'production', 'browser'] }),
    transpile(),
    terser({
      ecma: 2022,
      module: true,
      // No getter that is read here does anything, and only classes are called with `new`.
      compress: {
        passes: 4,
        pure_getters: true,
        unsafe_arrows: true,
        lhs_constants: false,
        keep_fargs: false,
        unsafe_comps: true,
        // A function that is called once is shorter in its caller, and compresses worse there.
        inline: 1,
      },
      format: { comments: /^!/ },
    }),
  ];
}

/**
 * One file per element, with Lit, the client and the French texts in it; what is imported
 * dynamically becomes a chunk. A configuration each, so that no two files share a chunk and a page
 * loads one. `folder` is where in `dist`.
 */
export function elementFiles(folder = 'cdn') {
  const { version } = JSON.parse(readFileSync(join(elements, 'package.json'), 'utf8'));
  return elementNames().map((name) => ({
    input: { [`sas-${name}`]: `${componentFile(name)}?ordered` },
    // A lazy chunk may read from the entry: without this, all code would move to a chunk beside it.
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: join(elements, 'dist'),
      entryFileNames: `${folder}/[name].js`,
      chunkFileNames: `${folder}/chunks/[name]-[hash].js`,
      format: 'es',
      sourcemap: true,
      banner: ({ isEntry }) =>
        isEntry ? `/*! SAS Kit ${version}, MIT; others: sas-${name}.licenses.txt */` : '',
    },
    plugins: [
      ordered(componentFile(name)),
      forPages,
      ...(name === 'booking' ? [askedOnce] : []),
      ...bundling(),
      licences(`${folder}/sas-${name}.licenses.txt`),
    ],
  }));
}

/** What `rollup -c` builds: the loader and its files are in `tools/distribution.js`. */
export default () => [clientLibrary(), ...elementsLibraries(), ...elementFiles()];
