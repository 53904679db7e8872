import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Fault } from '../../examples/vendor-simulator/conduct.ts';
import { told } from '../bench-sdk/told.ts';
import { ask } from './ask.ts';
import type { ToVendors } from './vendors.ts';
import type { WorldSettings } from './world.ts';

/** The vendors of a world, listening in another process. */
export interface VendorProcess {
  /** `http://127.0.0.1:40123/fhir`, by vendor. */
  readonly bases: readonly string[];
  readonly pid: number;
  /** Calls that came so far, of all of them. */
  calls(): Promise<number>;
  /** From now on every call of this vendor ends so; null: as chance has it. */
  misbehave(vendor: number, fault: Fault | null): void;
  stop(): Promise<void>;
}

/** Starts the vendors on free ports. */
export async function startVendors(world: WorldSettings): Promise<VendorProcess> {
  const path = fileURLToPath(new URL('vendors.ts', import.meta.url));
  const child = fork(path, [JSON.stringify(world)]);
  const bases = await told<string[]>(child);
  return {
    bases,
    pid: child.pid!,
    async calls() {
      const calls = await ask<number[]>(child, { calls: true } satisfies ToVendors);
      return calls.reduce((sum, each) => sum + each, 0);
    },
    misbehave(vendor, fault) {
      child.send({ vendor, fault } satisfies ToVendors);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
