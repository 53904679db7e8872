import type { Config, ConfigFile } from '../config.ts';
import { parseConfig } from '../read-config.ts';
import { SOUND_CONFIG } from './config.ts';
import { type Running, type Spoiling, startServer } from './server.ts';

/** A server to test, with the configuration that fits it. */
export interface Tested extends Running {
  readonly config: Config;
}

/** A fault, and the check that must see it. */
export interface Faulty extends Spoiling {
  /** Id of the check. */
  readonly check: string;
  /** What is wrong, 'answers busy slots'. */
  readonly name: string;
  /** Rule of the finding. Default: the id of the check. */
  readonly rule?: string;
  /** What must come out. Default `failed`. */
  readonly status?: 'failed' | 'warning' | 'passed';
  /** A configuration that the sound server does not fit, or that asks for more. */
  readonly config?: (config: ConfigFile) => ConfigFile;
  /** A server that is not made from the sound one. */
  readonly start?: () => Promise<Tested>;
  /** Why it cannot be shown on this machine. */
  readonly skip?: string | false;
}

/** Starts the faulty server. */
export async function startFaulty(faulty: Faulty): Promise<Tested> {
  if (faulty.start !== undefined) return faulty.start();
  const config = parseConfig(faulty.config?.(SOUND_CONFIG) ?? SOUND_CONFIG);
  return { ...(await startServer(faulty)), config };
}

/** Starts the sound server. */
export async function startSound(): Promise<Tested> {
  return { ...(await startServer()), config: parseConfig(SOUND_CONFIG) };
}
