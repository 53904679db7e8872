import { existsSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** Where the elements' files are. */
export const CDN_FOLDER = new URL('packages/elements/dist/cdn/', root);

/** Where the client is, in one file. */
export const CLIENT_FOLDER = new URL('packages/client/dist/cdn/', root);

/** Where the data is kept unless `--data` says otherwise. */
export const DATA_FOLDER = new URL('.sas-data', root);

/** The tools are read when they run: this program does not belong to theirs. */
async function tool<T>(name: string): Promise<T> {
  return (await import(new URL(`tools/${name}.ts`, root).href)) as T;
}

interface Preparation {
  prepareData(say: (line: string) => void): Promise<void>;
}

interface Build {
  ensureElements(): Promise<void>;
  ensureClientFile(): Promise<void>;
}

/** Makes the list of communes and the other reference data, where they are missing or old. */
export async function prepareReferenceData(say: (line: string) => void): Promise<void> {
  await (await tool<Preparation>('prepare-data')).prepareData(say);
}

/** Builds the elements' files, where they are missing or old. */
export async function prepareElements(say: (line: string) => void): Promise<void> {
  const built = existsSync(new URL('sas-booking.js', CDN_FOLDER));
  say(built ? 'checking that the elements are fresh …' : 'building the elements …');
  try {
    const build = await tool<Build>('build');
    await build.ensureElements();
    await build.ensureClientFile();
  } catch (error) {
    // Whoever is writing an element may still look at the others.
    if (!built) throw error;
    say(`the elements do not build, the pages show the last ones: ${(error as Error).message}`);
  }
}
