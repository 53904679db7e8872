import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Monday morning: two runs see the same slots. */
export const MOMENT = '2026-11-23T08:10:00+01:00';

interface Running {
  readonly address: string;
  readonly credentials: {
    readonly publishableKey: string;
    readonly tokens: Readonly<Record<string, string>>;
  };
  close(): Promise<void>;
}

interface Program {
  startDemonstration: (options: { argv: readonly string[]; clock: string }) => Promise<Running>;
}

const holders = [
  'administrator',
  'practitioner',
  'territory-lead',
  'unscheduled-care-operator',
] as const;

/** A role for which an element is made. */
type Holder = (typeof holders)[number];

/** A real platform with the demonstration's agendas. */
export interface Platform {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  /** Publishable key of the pages. */
  readonly key: string;
  /** By role, of whoever the elements are made for. */
  readonly tokens: Readonly<Record<Holder, string>>;
  close(): Promise<void>;
}

/** Starts the demonstration on a free port, on data of its own. A program, not a library: read when it runs. */
export async function startPlatform(): Promise<Platform> {
  const href = new URL('../../examples/demonstration/demonstration.ts', import.meta.url).href;
  const { startDemonstration } = (await import(href)) as Program;
  const folder = await mkdtemp(join(tmpdir(), 'sas-bench-elements-'));
  const argv = ['--port', '0', '--data', join(folder, 'data'), '--log-level', 'silent'];
  const running = await startDemonstration({ argv, clock: MOMENT });
  const { tokens } = running.credentials;
  return {
    address: running.address,
    key: running.credentials.publishableKey,
    tokens: Object.fromEntries(holders.map((role) => [role, tokens[role] ?? ''])) as Record<
      Holder,
      string
    >,
    async close() {
      await running.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
