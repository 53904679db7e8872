/**
 * What a page pays: gzipped sizes of the client and of every element, against a budget where there
 * is one. `node tools/budget.ts`, after a build.
 */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rollup, type Plugin } from 'rollup';
import { englishMoments, type EnglishMoment } from '../packages/elements/src/strings/en/moments.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const cdn = join(root, 'packages/elements/dist/cdn');

/**
 * Bytes, gzip level 9. An element counts with all that it imports, but English and what only a page
 * without any platform loads.
 */
const budgets: Readonly<Record<string, number>> = {
  createSasClient: 14_000,
  'availability alone': 9_000,
  'sas-booking.js': 30_000,
  'sas-when-to-call.js': 16 * 1024,
  'sas-agenda.js': 45 * 1024,
  'sas-orientation.js': 45 * 1024,
  'sas-orientation.js, with the search of a desk': 56 * 1024,
  'sas-orientation-list.js': 24 * 1024,
  'sas-statistics.js': 30 * 1024,
  'sas-statistics.js, its charts': 18 * 1024,
  'sas-kit.js': 90 * 1024,
  'loader.js': 2 * 1024,
  'sas-directory.js beside sas-booking': 10 * 1024,
  'sas-editor-status.js beside sas-booking': 10 * 1024,
  'sas-news.js beside sas-booking': 10 * 1024,
  'sas-access-notice.js beside sas-booking': 10 * 1024,
  'sas-join.js beside sas-booking': 10 * 1024,
  'sas-participation.js beside sas-booking': 10 * 1024,
  'sas-pathway.js beside sas-booking': 10 * 1024,
  'sas-statistics.js beside sas-booking': 20 * 1024,
  'sas-territory-settings.js beside sas-booking': 10 * 1024,
  'sas-when-to-call.js beside sas-booking': 10 * 1024,
};

/** Bytes of another language that an element loads at one moment. */
const LANGUAGE_BUDGET = 2 * 1024;

/** What a page loads of something: bytes, and bytes as it is sent. */
export interface Size {
  readonly name: string;
  readonly bytes: number;
  readonly gzip: number;
}

/** Sizes of files, each compressed by itself: gzip, level 9. */
export function measure(name: string, contents: readonly (string | Buffer)[]): Size {
  const sum = (of: (content: string | Buffer) => number) =>
    contents.reduce((total, content) => total + of(content), 0);
  return {
    name,
    bytes: sum((content) => Buffer.byteLength(content)),
    gzip: sum((content) => gzipSync(content, { level: 9 }).length),
  };
}

/** Programs of applications that use the client: all of it, and nothing but searching. */
const programs = {
  createSasClient: `export { createSasClient } from './client.ts';`,
  'availability alone': `
    import { availabilityResource } from './availability.ts';
    import { createTransport } from './transport.ts';
    export const searching = (options) => availabilityResource(createTransport(options));
  `,
};

/** A program over the sources of the client, bundled and minified as an application would. */
async function programSize(name: keyof typeof programs): Promise<Size> {
  const { bundling } = (await import(pathToFileURL(join(root, 'rollup.config.js')).href)) as {
    bundling: () => Plugin[];
  };
  const entry: Plugin = {
    name: 'entry',
    resolveId: (id, importer) => {
      if (id === 'entry') return id;
      return importer === 'entry' ? join(root, 'packages/client/src', id) : null;
    },
    load: (id) => (id === 'entry' ? programs[name] : null),
  };
  const bundle = await rollup({ input: 'entry', plugins: [entry, ...bundling()] });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return measure(name, [output[0].code]);
}

const atOnce = /\b(?:import|export)\s*(?:[\w$*{},\s]+?\s*from\s*)?["'](\.[^"']+)["']/g;
const later = /\bimport\(\s*["'`](\.[^"'`]+)["'`]\s*\)/g;

/** The files that a built file imports, at once or later. Of everything in one file, at once: no page uses all. */
const importsOf = (file: string, content: string): string[] =>
  [
    ...content.matchAll(atOnce),
    ...(file.endsWith('/sas-kit.js') ? [] : content.matchAll(later)),
  ].map(([, path]) => join(dirname(file), path as string));

const englishOnly = ['/strings/en/'];
/** What a search has for a client that streams, at a desk: a page with a key never loads it. Counted where a desk always has it. */
const desk = [
  '/availability/desk/',
  '/availability/practice-facts.',
  '/strings/fr/availability-desk.',
  '/strings/fr/practice-facts.',
  '/client/src/live-cards.',
  '/client/src/watch.',
  '/src/format/week.',
];
/** What draws charts, once there are figures: counted by itself. */
const charts = ['/statistics/charts/', '/node_modules/d3-', '/node_modules/internmap/'];
const englishAndStatic = [...englishOnly, '/src/static/', ...desk, ...charts];
/** What `<sas-participation>` has for a page that sets `practice`: no other loads it. */
const practiceForm = ['/participation/practice/', '/strings/fr/practice-form.'];
/** What a reader asks to see, made of another element's parts: they are counted there. */
const englishAndPreview = [
  ...englishOnly,
  '/preview-panel.ts',
  ...desk,
  ...charts,
  ...practiceForm,
];

/**
 * Whether a built file is not for a French page of a platform: it holds nothing but English texts, or
 * what reads a static file in place of the platform. Its map names its sources.
 */
async function isForOthers(file: string, others: readonly string[]): Promise<boolean> {
  const { sources } = JSON.parse(await readFile(`${file}.map`, 'utf8')) as { sources: string[] };
  return (
    sources.length > 0 && sources.every((source) => others.some((part) => source.includes(part)))
  );
}

/** A built file and all that it imports, at once or later: what a page in French may load. */
async function withImports(
  file: string,
  seen = new Map<string, Buffer>(),
  others: readonly string[] = englishAndStatic,
) {
  if (seen.has(file)) return seen;
  const content = await readFile(file);
  seen.set(file, content);
  for (const imported of importsOf(file, content.toString())) {
    if (!(await isForOthers(imported, others))) await withImports(imported, seen, others);
  }
  return seen;
}

async function elementSizes(): Promise<Size[]> {
  if (!existsSync(cdn)) return [];
  const names = (await readdir(cdn)).filter((name) => name.endsWith('.js')).sort();
  return Promise.all(
    names.map(async (name) => measure(name, [...(await withImports(join(cdn, name))).values()])),
  );
}

/** What an element loads that always searches as a desk does. */
async function deskSizes(): Promise<Size[]> {
  const file = join(cdn, 'sas-orientation.js');
  if (!existsSync(file)) return [];
  const others = [...englishOnly, '/src/static/', ...charts];
  const files = await withImports(file, new Map(), others);
  return [measure('sas-orientation.js, with the search of a desk', [...files.values()])];
}

/** What a chart costs, in files that are asked for when one is shown. */
async function chartSizes(): Promise<Size[]> {
  const file = join(cdn, 'sas-statistics.js');
  if (!existsSync(file)) return [];
  const before = await withImports(file);
  const all = await withImports(file, new Map(), [...englishOnly, '/src/static/', ...desk]);
  const drawn = [...all].filter(([name]) => !before.has(name)).map(([, content]) => content);
  return [measure('sas-statistics.js, its charts', drawn)];
}

/** What an element adds to a page that shows `<sas-booking>` already, its static reader included, no preview. */
async function furtherSizes(): Promise<Size[]> {
  const shared = join(cdn, 'shared');
  if (!existsSync(shared)) return [];
  const loaded = await withImports(join(shared, 'sas-booking.js'));
  const names = (await readdir(shared)).filter((name) => name.endsWith('.js')).sort();
  return Promise.all(
    names.map(async (name) => {
      const files = await withImports(join(shared, name), new Map(), englishAndPreview);
      const further = [...files]
        .filter(([file]) => !loaded.has(file))
        .map(([, content]) => content);
      return measure(`${name} beside sas-booking`, further);
    }),
  );
}

/** The English files that a built file loads, itself or through what it imports. */
async function englishLoads(
  file: string,
  loads = new Set<string>(),
  seen = new Set<string>(),
): Promise<Set<string>> {
  if (seen.has(file)) return loads;
  seen.add(file);
  for (const imported of importsOf(file, await readFile(file, 'utf8'))) {
    if (await isForOthers(imported, englishOnly)) loads.add(imported);
    else await englishLoads(imported, loads, seen);
  }
  return loads;
}

/** `agenda-slot-form`, of `agenda-slot-form-BbFMiolz.js`. */
const chunkName = (file: string): string => basename(file).replace(/-[\w-]{8}\.js$/, '');

/** A file and what it imports at once. */
async function together(file: string, seen = new Set<string>()): Promise<Set<string>> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path] of (await readFile(file, 'utf8')).matchAll(atOnce)) {
    await together(join(dirname(file), path as string), seen);
  }
  return seen;
}

/** The built file that holds an English source. */
async function holderOf(name: string, files: readonly string[]): Promise<string> {
  for (const file of files) {
    const { sources } = JSON.parse(await readFile(`${file}.map`, 'utf8')) as { sources: string[] };
    if (sources.some((source) => source.endsWith(`/strings/en/${name}.ts`))) return file;
  }
  throw new Error(`no built file holds strings/en/${name}.ts`);
}

/** The files that a moment of an element asks for, those of the moments before it as well. */
async function filesOf(
  moments: Readonly<Record<string, EnglishMoment>>,
  name: string,
  files: readonly string[],
): Promise<Set<string>> {
  const moment = moments[name];
  if (!moment) throw new Error(`no moment ${name}`);
  const asked = moment.after ? await filesOf(moments, moment.after, files) : new Set<string>();
  for (const load of moment.loads) await together(await holderOf(load, files), asked);
  return asked;
}

/** What each moment of an element loads in English. */
async function momentSizes(name: string, files: ReadonlyMap<string, Buffer>): Promise<Size[]> {
  const moments = englishMoments[name.replace(/\.js$/, '')];
  if (!moments) return [measure(`${name} in English: opening`, [...files.values()])];
  const inMoments = new Set<string>();
  const sizes: Size[] = [];
  for (const [moment, { after }] of Object.entries(moments)) {
    const before = after ? await filesOf(moments, after, [...files.keys()]) : new Set();
    const asked = await filesOf(moments, moment, [...files.keys()]);
    const loaded = [...asked].filter((file) => !before.has(file) && files.has(file));
    for (const file of asked) inMoments.add(file);
    sizes.push(
      measure(
        `${name} in English: ${moment}`,
        loaded.map((file) => files.get(file)!),
      ),
    );
  }
  const others = [...files].filter(([file]) => !inMoments.has(file));
  return [
    ...sizes,
    ...others.map(([file, content]) =>
      measure(`${name} in English: ${chunkName(file)}`, [content]),
    ),
  ];
}

/** What English costs an element: each moment of it, and all of them. */
async function languageSizes(): Promise<(Size & { readonly budget?: number })[]> {
  if (!existsSync(cdn)) return [];
  const names = (await readdir(cdn)).filter((name) => /^sas-(?!kit\b).*\.js$/.test(name)).sort();
  const sizes = names.map(async (name) => {
    const files = new Map<string, Buffer>();
    for (const load of await englishLoads(join(cdn, name))) await withImports(load, files, []);
    const moments = await momentSizes(name, files);
    return [
      ...moments.map((size) => ({ ...size, budget: LANGUAGE_BUDGET })),
      measure(`${name} in English, all`, [...files.values()]),
    ];
  });
  return (await Promise.all(sizes)).flat().filter(({ bytes }) => bytes > 0);
}

/** Sizes of everything that is built for pages, in bytes, and the most that each may have. */
export async function pageSizes(): Promise<(Size & { readonly budget: number | undefined })[]> {
  const sizes = [
    await programSize('createSasClient'),
    await programSize('availability alone'),
    ...(await elementSizes()),
    ...(await deskSizes()),
    ...(await chartSizes()),
    ...(await furtherSizes()),
  ];
  return [
    ...sizes.map((size) => ({ ...size, budget: budgets[size.name] })),
    ...(await languageSizes()).map((size) => ({ ...size, budget: size.budget })),
  ];
}

/** Prints the sizes. False when one is above its budget. */
export async function checkBudgets(): Promise<boolean> {
  const sizes = await pageSizes();
  const over = sizes.filter(({ gzip, budget = Infinity }) => gzip > budget);
  console.table(
    Object.fromEntries(
      sizes.map(({ name, bytes, gzip, budget = '' }) => [name, { bytes, gzip, budget }]),
    ),
  );
  for (const { name, gzip, budget = 0 } of over) {
    console.error(`${name} is ${gzip - budget} bytes over its budget`);
  }
  return over.length === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !(await checkBudgets())) {
  process.exitCode = 1;
}
