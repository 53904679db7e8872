import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const OWN = new URL('../public/', import.meta.url);

/** A file of the pages or of the elements; null where there is none. */
export async function fileOf(
  path: string,
  elements: URL | null,
): Promise<{ readonly content: Buffer; readonly type: string } | null> {
  const [, folder, name] = /^\/(public|cdn)\/((?:[\w-]+\/)*[\w.-]+)$/.exec(path) ?? [];
  const base = folder === 'public' ? OWN : elements;
  const type = TYPES[extname(path)];
  if (folder === undefined || base === null || type === undefined) return null;
  try {
    return { content: await readFile(new URL(name!, base)), type };
  } catch {
    return null;
  }
}
