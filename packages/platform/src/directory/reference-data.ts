import { readFileSync } from 'node:fs';

/**
 * Reads one of the package's data files. Places are generated, territories and specialties are copied
 * from the repository's `data/`: `npm run build`, `npm start` and `npm test` all prepare them.
 *
 * @throws {Error} that says how to make the file, where it is missing.
 */
export function readReferenceData(name: 'places' | 'territories' | 'specialties'): unknown {
  const file = new URL(`../../data/${name}.json`, import.meta.url);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${name}.json is missing or broken: run \`npm run build\` first.`, {
      cause: error,
    });
  }
}

/** Letters and digits only, without accents: `Saint-Étienne` and `st etienne` read the same. */
export function searchForm(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(/\bste?s?\b(?= )/g, (word) => (word.startsWith('ste') ? 'sainte' : 'saint'));
}
