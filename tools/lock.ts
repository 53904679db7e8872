import { readFile } from 'node:fs/promises';

/** What `package-lock.json` keeps of one installed package. */
export interface LockedPackage {
  /** Of a workspace. */
  name?: string;
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
  optionalDependencies?: Readonly<Record<string, string>>;
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

/** Other runtimes, which tests run the packages on: folders of `tools/runtimes` alone ask for them. */
function isTestRuntime(lock: Lock, place: string): boolean {
  const asksFor = (asking: string) =>
    lock[asking]?.optionalDependencies?.[nameOf(place)] !== undefined;
  const inTools = Object.keys(lock).filter((each) => /^tools\/runtimes\/[^/]+$/.test(each));
  return place.startsWith('tools/') || (inTools.some(asksFor) && !asksFor(''));
}

/** Whether whoever runs SAS Kit has the package installed: not a workspace, not for development. */
export function isShipped(lock: Lock, place: string): boolean {
  const { dev, devOptional, link } = lock[place] ?? {};
  const installed = place.includes('node_modules/') && !dev && !devOptional && !link;
  return installed && !isTestRuntime(lock, place);
}
