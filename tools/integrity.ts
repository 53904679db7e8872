/** Subresource Integrity of the elements' files: what a page pins in `integrity="…"`. */
import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** `sas-booking.js` → `sha384-…`; others by their path, `chunks/booking-….js`. */
export type Integrity = Readonly<Record<string, string>>;

/** Beside the files that it speaks of. */
export const INTEGRITY_FILE = 'integrity.json';

/** The value that a browser compares with the bytes it got (W3C Subresource Integrity). */
export function integrityOf(content: Uint8Array): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}

/** Writes `integrity.json` for every script and style sheet of a folder. */
export async function writeIntegrity(folder: string): Promise<Integrity> {
  const files: string[] = [];
  for await (const file of glob('**/*.{css,js}', { cwd: folder })) files.push(file);
  const values: Record<string, string> = {};
  for (const file of files.sort()) {
    values[file.replaceAll(sep, '/')] = integrityOf(await readFile(join(folder, file)));
  }
  await writeFile(join(folder, INTEGRITY_FILE), `${JSON.stringify(values, null, 2)}\n`);
  return values;
}

/** What a person copies: one line a file that pages name. */
export function integrityLines(values: Integrity): string[] {
  return Object.entries(values)
    .filter(([file]) => !file.includes('/'))
    .map(([file, value]) => `${file}  integrity="${value}"`);
}
