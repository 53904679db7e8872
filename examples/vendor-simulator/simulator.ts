import type { ConductOptions, Fault } from './conduct.ts';
import { practitionerOf, type SimulatedPractitioner, type WorldOptions } from './practitioners.ts';
import type { SlotOptions } from './slots.ts';
import { type RunningVendor, startVendor } from './vendor.ts';

/** The whole world, and which part of it runs here. */
export interface SimulatorOptions extends WorldOptions, SlotOptions, ConductOptions {
  /** Port of the first vendor, the others follow; 0 picks free ones. */
  readonly port: number;
  /** The one vendor that this process runs, from 1; null runs all. */
  readonly only: number | null;
  readonly always: Fault | null;
}

/** Vendors that listen. */
export interface RunningSimulator {
  readonly vendors: readonly RunningVendor[];
  close(): Promise<void>;
}

/** Every practitioner of the world, one after the other. */
export function* practitionersOf(options: WorldOptions): Generator<SimulatedPractitioner> {
  for (let index = 0; index < options.practitioners; index += 1) {
    yield practitionerOf(index, options);
  }
}

/** Starts the vendors. One that cannot listen ends those that do. */
export async function startSimulator(options: SimulatorOptions): Promise<RunningSimulator> {
  const vendors: RunningVendor[] = [];
  const close = async () => {
    await Promise.all(vendors.map((vendor) => vendor.close()));
  };
  try {
    for (let vendor = 0; vendor < options.vendors; vendor += 1) {
      if (options.only !== null && vendor !== options.only - 1) continue;
      const port = options.port === 0 ? 0 : options.port + vendor;
      vendors.push(await startVendor({ ...options, vendor, port }));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { vendors, close };
}
