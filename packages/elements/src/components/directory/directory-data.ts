import type { TerritoriesResource } from '@sas-kit/client/territories';
import { faultOf, readStaticFile } from '../../static/static-file.ts';
import { readTerritories, readTerritory, type DirectoryEntry } from '../../static/territories.ts';

/** What the directory shows, and what is missing of it. */
export interface Directory {
  entries: readonly DirectoryEntry[];
  /** Records that could not be read. */
  unreadable: number;
  /** The platform stopped answering before the last page. */
  cut: boolean;
  /** The civil date on which the file says that it was checked. */
  updated: string | null;
}

/** The list of a static file. */
export async function directoryFromFile(src: string, signal: AbortSignal): Promise<Directory> {
  const reading = readTerritories(await readStaticFile(src, signal));
  if (!reading) throw faultOf('invalid-response', src, 'has no list `territories`.');
  const { items, unreadable, updated } = reading;
  return { entries: items, unreadable, updated, cut: false };
}

/** The list of a platform, page after page. What was received before a failure is kept. */
export async function directoryFromPlatform(
  territories: TerritoriesResource,
  signal: AbortSignal,
): Promise<Directory> {
  const known = new Map<string, DirectoryEntry>();
  const directory = (cut: boolean) => ({
    entries: [...known.values()],
    unreadable: 0,
    updated: null,
    cut,
  });
  let cursor: string | undefined;
  do {
    try {
      const page = await territories.list({ limit: 100, cursor }, { signal });
      for (const item of page.items) {
        const entry = readTerritory({ ...item });
        if (entry) known.set(entry.id, entry);
      }
      cursor = page.next ?? undefined;
    } catch (error) {
      if (known.size === 0 || signal.aborted) throw error;
      return directory(true);
    }
  } while (cursor !== undefined);
  return directory(false);
}
