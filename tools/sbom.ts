/** The bill of materials of what is shipped: CycloneDX 1.5, by npm, from the lock file. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isShipped, type Lock, nameOf, readLock } from './lock.ts';
import { root } from './run.ts';

interface Component {
  'bom-ref': string;
  name: string;
  version: string;
}

/** As far as this tool looks into one. */
export interface Sbom {
  bomFormat: 'CycloneDX';
  specVersion: string;
  metadata: { component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

/** What is shipped, and the packages of this repository: `name@version`. */
function shippedRefs(lock: Lock): Set<string> {
  const places = Object.keys(lock).filter(
    (place) => isShipped(lock, place) || /^(?:packages|examples)\/[^/]+$/.test(place),
  );
  return new Set(
    places.map((place) => `${lock[place]!.name ?? nameOf(place)}@${lock[place]!.version}`),
  );
}

/**
 * Without what serves development. `npm sbom --omit dev` would also leave out what a package ships and
 * the root tests with: pg, lit, ajv.
 */
export function shipped({ metadata, components, dependencies, ...rest }: Sbom, lock: Lock): Sbom {
  const wanted = shippedRefs(lock);
  const kept = components.filter((component) => wanted.has(component['bom-ref']));
  const main = metadata.component;
  const refs = new Set([main['bom-ref'], ...kept.map((component) => component['bom-ref'])]);
  return {
    ...rest,
    // npm names the project after the folder that it stands in.
    metadata: { ...metadata, component: { ...main, name: main['bom-ref'].replace(/@[^@]+$/, '') } },
    components: kept,
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({
        ref,
        dependsOn: dependsOn.filter((each) => refs.has(each)),
      })),
  };
}

/** The bill of materials of this checkout. Asks no registry. */
export async function makeSbom(): Promise<Sbom> {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline'],
    { cwd: root, maxBuffer: 2 ** 26 },
  );
  return shipped(JSON.parse(stdout) as Sbom, await readLock());
}

/** Writes `dist/sbom.cdx.json`; answers how many components it names. */
export async function writeSbom(): Promise<number> {
  const sbom = await makeSbom();
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(join(root, 'dist/sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);
  return sbom.components.length;
}
