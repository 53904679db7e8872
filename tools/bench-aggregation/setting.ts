import {
  ageAnswers,
  backends,
  fillDirectory,
  type ListedEditor,
  moveEditors,
} from '../../packages/platform/bench/directory.ts';
import type { SimulatedPractitioner } from '../../examples/vendor-simulator/practitioners.ts';
import { cpuMsOf } from './cpu.ts';
import { Directory } from './directory.ts';
import { type PlatformProcess, startPlatform } from './platform-process.ts';
import { startVendors, type VendorProcess } from './vendor-process.ts';
import { practitioners, type WorldSettings } from './world.ts';

/** Calls to one vendor at once: the largest has a quarter of all practitioners. */
const CONCURRENCY = 64;

/** What a part of the bench works with. */
export interface Scene {
  readonly vendors: VendorProcess;
  readonly platform: PlatformProcess;
}

/** A world in a database. */
export interface Setting {
  readonly directory: Directory;
  /** CPU that PostgreSQL has used for those who are connected now, ms. */
  databaseCpuMs(): Promise<number>;
  /** Makes what the platform keeps of vendors' answers too old to be used; returns how many were not. */
  forget(): Promise<number>;
  /**
   * Runs a part with vendors and a platform that are new.
   *
   * @param moved where some vendors, from 0, are instead.
   */
  play<Result>(
    world: WorldSettings,
    part: (scene: Scene) => Promise<Result>,
    moved?: ReadonlyMap<number, string>,
  ): Promise<Result>;
}

/** Name of a vendor, from 0. */
export const editorId = (vendor: number): string => `vendor-${vendor + 1}`;

function listed({ vendor, insee, practitioner, place }: SimulatedPractitioner) {
  return {
    nationalId: practitioner.nationalId,
    family: practitioner.family!,
    given: practitioner.given!,
    specialty: practitioner.specialties![0]!,
    line: place.line,
    postcode: place.postalCode,
    city: place.city,
    insee,
    lat: place.lat!,
    lon: place.lon!,
    editor: editorId(vendor),
  };
}

const editorsAt = (bases: readonly string[]): ListedEditor[] =>
  bases.map((endpoint, vendor) => ({
    id: editorId(vendor),
    name: `Éditeur de démonstration ${vendor + 1}`,
    endpoint,
    concurrency: CONCURRENCY,
  }));

/** Fills the database with the world's practitioners and vendors, whose addresses come with each part. */
export async function openSetting(databaseUrl: string, world: WorldSettings): Promise<Setting> {
  const everybody = practitioners(world);
  const nowhere = Array.from({ length: world.vendors }, () => 'http://127.0.0.1:9/fhir');
  await fillDirectory(databaseUrl, editorsAt(nowhere), everybody.map(listed));
  return {
    directory: new Directory(everybody),
    async databaseCpuMs() {
      return (await backends(databaseUrl)).reduce((sum, pid) => sum + cpuMsOf(pid), 0);
    },
    forget: () => ageAnswers(databaseUrl),
    async play(settings, part, moved) {
      const vendors = await startVendors(settings);
      try {
        const bases = vendors.bases.map((base, vendor) => moved?.get(vendor) ?? base);
        await moveEditors(databaseUrl, editorsAt(bases));
        const platform = await startPlatform(databaseUrl);
        try {
          return await part({ vendors, platform });
        } finally {
          await platform.stop();
        }
      } finally {
        await vendors.stop();
      }
    },
  };
}
