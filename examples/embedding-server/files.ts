import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const SHARED = new URL('public/', import.meta.url);

/** Folders of what the pages load. */
export interface PageFolders {
  /** Of the program: `/public/…`. */
  readonly own: URL;
  /** Of the elements: `/cdn/…`; null without them. */
  readonly elements: URL | null;
}

/** A file of the pages, of the elements, or of `/shared/…`; null where there is none. */
export async function fileOf(
  path: string,
  { own, elements }: PageFolders,
): Promise<{ readonly content: Buffer; readonly type: string } | null> {
  const [, folder, name] = /^\/(public|cdn|shared)\/((?:[\w-]+\/)*[\w.-]+)$/.exec(path) ?? [];
  const base = { public: own, cdn: elements, shared: SHARED }[folder ?? ''] ?? null;
  const type = TYPES[extname(path)];
  if (base === null || type === undefined) return null;
  try {
    return { content: await readFile(new URL(name!, base)), type };
  } catch {
    return null;
  }
}
