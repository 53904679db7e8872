import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, installBundler } from './install.ts';
import { type Peer, type PeerName, PEERS } from './peers.ts';

/** What a page loads of a peer, or why there is nothing. */
export type Bundle = { readonly code: string; readonly css: string } | { readonly missing: string };

const bundles = new Map<PeerName, Promise<Bundle>>();

/** A peer as a page would load it: minified, for production. Once per run. */
export function bundleOf(name: PeerName): Promise<Bundle> {
  const known = bundles.get(name) ?? make(name, PEERS[name]);
  bundles.set(name, known);
  return known;
}

async function make(name: PeerName, peer: Peer): Promise<Bundle> {
  const installed = install(name, peer);
  if ('missing' in installed) return installed;
  const { folder } = installed;
  const read = (path: string) =>
    readFileSync(join(folder, peer.archiveOnly === true ? '' : 'node_modules', path), 'utf8');
  const css = (peer.styles ?? []).map(read).join('\n');
  if (peer.file !== undefined) return { code: read(peer.file), css };
  const bundler = installBundler();
  if ('missing' in bundler) return bundler;
  try {
    const { outputFiles } = await bundler.build({
      stdin: { contents: peer.entry ?? '', resolveDir: folder },
      bundle: true,
      minify: true,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      conditions: ['production'],
      define: { 'process.env.NODE_ENV': '"production"' },
      legalComments: 'none',
      loader: { '.woff2': 'empty', '.woff': 'empty' },
      outdir: 'out',
      write: false,
      logLevel: 'silent',
    });
    const texts = (end: string) =>
      outputFiles.filter(({ path }) => path.endsWith(end)).map(({ text }) => text);
    return { code: texts('.js').join('\n'), css: css + texts('.css').join('\n') };
  } catch (error) {
    return { missing: `does not bundle: ${String(error).split('\n')[1] ?? ''}` };
  }
}
