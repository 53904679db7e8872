import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../../../shared/', import.meta.url);

/** The guide's own files, kept beside the repository. Tests that need them skip where they are absent. */
export const SHARED: string | null = existsSync(new URL('ig/example/', folder))
  ? fileURLToPath(folder)
  : null;

/** Why a test is skipped. */
export const SHARED_ABSENT = '…/shared is absent';

/** A JSON file of the shared folder. */
export function sharedJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
}

/** The official examples by file name; empty where they are absent. */
export function officialExamples(): Map<string, Record<string, unknown>> {
  if (SHARED === null) return new Map();
  const names = readdirSync(new URL('ig/example/', folder)).filter((name) =>
    name.endsWith('.json'),
  );
  return new Map(
    names.sort().map((name) => [name, sharedJson(`ig/example/${name}`) as Record<string, unknown>]),
  );
}
