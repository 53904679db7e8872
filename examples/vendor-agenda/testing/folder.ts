import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The agenda of the example. */
export const AGENDA = fileURLToPath(new URL('../agenda.json', import.meta.url));

/** A folder that goes when the process of the test file ends: until then its programs may write there. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sas-vendor-agenda-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** An agenda file with this content; an object is written as JSON. */
export async function agendaFile(folder: string, content: unknown): Promise<string> {
  const path = join(folder, `agenda-${crypto.randomUUID()}.json`);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
