import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bundler, install, installBundler } from '../bench-elements/install.ts';
import { type Contender, DEPENDENCIES } from './contenders.ts';

const own = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

/** Where the contenders' modules stand, so that they find what they import. */
export interface Workshop {
  /** False where the peers could not be installed. */
  readonly hasPeers: boolean;
  /** Writes the module of a contender; answers its file. */
  readonly write: (contender: Contender) => string;
  /** Bundles what an application imports, minified for browsers; null without a bundler. */
  readonly bundle: (entry: string) => Promise<string | null>;
}

/** Installs the peers, once, beside everything else. */
export function openWorkshop(withPeers: boolean): Workshop {
  const installed = withPeers ? install('sdk', { dependencies: DEPENDENCIES }) : { folder: own };
  if ('missing' in installed) console.log(`the peers are ${installed.missing}`);
  const folder = 'missing' in installed ? own : installed.folder;
  const bundler = installBundler();
  if ('missing' in bundler) console.log(`esbuild is ${bundler.missing}`);
  return {
    hasPeers: withPeers && !('missing' in installed),
    write({ name, module }) {
      const file = join(folder, `bench-${name.replaceAll(/\W+/g, '-')}.mjs`);
      writeFileSync(file, module);
      return file;
    },
    bundle: (entry) =>
      'missing' in bundler ? Promise.resolve(null) : build(bundler, folder, entry),
  };
}

async function build(bundler: Bundler, folder: string, entry: string): Promise<string> {
  const { outputFiles } = await bundler.build({
    stdin: { contents: entry, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('\n');
}
