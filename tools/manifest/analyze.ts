/**
 * The custom elements manifest (schema 1.0.0), from the sources: what pages, editors and frameworks may
 * use of every element, and nothing else.
 */
import { glob, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Package } from 'custom-elements-manifest/schema.js';
import { root } from '../run.ts';
import { create, litPlugin, typescript } from './analyzer.ts';
import { definitions } from './definitions.ts';
import { publicOnly } from './public-only.ts';

/** Folder of the package, and of every path in the manifest. */
const folder = join(root, 'packages/elements');

/** Sources that the manifest is made of: bases, the class of every element, events. */
async function sources(): Promise<string[]> {
  const { elementNames } = (await import(pathToFileURL(join(root, 'rollup.config.js')).href)) as {
    elementNames: () => string[];
  };
  const files = elementNames().map((name) => `src/components/${name}/${name}.ts`);
  const shared = glob('src/{base/*-element,events/*}.ts', { cwd: folder });
  for await (const file of shared) files.push(file.replaceAll(sep, '/'));
  return files.sort();
}

/** The manifest, as of the sources that are on the disk. */
export async function analyze(): Promise<Package> {
  const modules = await Promise.all(
    (await sources()).map(async (path) => {
      const text = await readFile(join(folder, path), 'utf8');
      return typescript.createSourceFile(path, text, typescript.ScriptTarget.ES2022, true);
    }),
  );
  return create({ modules, plugins: [...litPlugin(), definitions(), publicOnly()] });
}
