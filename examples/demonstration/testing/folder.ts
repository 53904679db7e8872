import { rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeEmptyData } from './empty-data.ts';

/** A folder that goes when the process of the test file ends: until then its programs may write there. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sas-demonstration-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Data directories with the schema and nothing in it: made once, for the run or the file, then copied. */
export class EmptyData {
  readonly #folder: string;
  #template: Promise<string> | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async copy(): Promise<string> {
    this.#template ??= this.#make();
    const data = join(await mkdtemp(join(this.#folder, 'data-')), 'data');
    await cp(await this.#template, data, { recursive: true });
    // The key stands beside its directory, and a directory remembers its key.
    await cp(`${await this.#template}.key`, `${data}.key`);
    return data;
  }

  async #make(): Promise<string> {
    const made = process.env['SAS_TEST_DATA'];
    if (made !== undefined) return made;
    const data = join(this.#folder, 'template');
    await makeEmptyData(data);
    return data;
  }
}
