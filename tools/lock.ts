import { readFile } from 'node:fs/promises';

/** What `package-lock.json` keeps of one installed package. */
export interface LockedPackage {
  version: string;
  /** SPDX expression, as the package declares it. */
  license?: string;
  /** Needed to work on this repository only. */
  dev?: boolean;
  devOptional?: boolean;
  hasInstallScript?: boolean;
  integrity?: string;
  /** Where it was downloaded from; this repository keeps none. */
  resolved?: string;
  /** It came inside another package. */
  inBundle?: boolean;
  /** A workspace. */
  link?: boolean;
}

/** `node_modules/…` → the package there. */
export type Lock = Readonly<Record<string, LockedPackage>>;

/** Every package of the lock file, by its place. */
export async function readLock(): Promise<Lock> {
  const file = new URL('../package-lock.json', import.meta.url);
  return (JSON.parse(await readFile(file, 'utf8')) as { packages: Lock }).packages;
}

/** `node_modules/a/node_modules/@b/c` is `@b/c`. */
export function nameOf(place: string): string {
  return place.split('node_modules/').at(-1)!;
}

/** Whether whoever runs SAS Kit has the package installed: not a workspace, not for development. */
export function isShipped(lock: Lock, place: string): boolean {
  const { dev, devOptional, link } = lock[place] ?? {};
  return place.includes('node_modules/') && !dev && !devOptional && !link;
}
