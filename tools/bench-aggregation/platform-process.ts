import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSasClient, type SasClient } from '@sas-kit/client';
import { ask } from './ask.ts';
import type { Held } from './probe.ts';

const MAIN = fileURLToPath(new URL('../../packages/platform/src/main.ts', import.meta.url));
const PROBE = new URL('probe.ts', import.meta.url).href;
const SETTINGS = {
  // One database, one key, whichever platform of a run has it.
  SAS_SECRET_KEY: randomBytes(32).toString('base64'),
  // One token stands for all regulators here.
  SAS_RATE_TOKEN: '10000000',
  SAS_OPEN_REQUESTS: '10000',
  SAS_OPEN_STREAMS: '10000',
};

/** A platform in a process of its own. */
export interface PlatformProcess {
  /** Calls as a regulator. */
  readonly client: SasClient;
  held(): Promise<Held>;
  stop(): Promise<void>;
}

async function addressOf(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (piece: Buffer) => {
      output += piece.toString();
      const ready = /^sas-platform ready on (\S+)$/m.exec(output);
      if (ready !== null) resolve(ready[1]!);
    });
    child.once('exit', () => reject(new Error(`the platform stopped: ${output}`)));
  });
}

/** Starts the platform over a database, on a free port. */
export async function startPlatform(databaseUrl: string): Promise<PlatformProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'sas-bench-aggregation-'));
  const credentials = join(folder, 'credentials.json');
  const flags = ['--port', '0', '--data', join(folder, 'data'), '--credentials', credentials];
  const child = fork(MAIN, flags, {
    execArgv: ['--conditions=source', '--expose-gc', '--import', PROBE],
    env: { ...process.env, ...SETTINGS, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const baseUrl = await addressOf(child);
  const { tokens } = JSON.parse(await readFile(credentials, 'utf8')) as {
    tokens: Record<string, string>;
  };
  return {
    client: createSasClient({ baseUrl, token: tokens['regulator'], retries: 0 }),
    held: () => ask<Held>(child, {}),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
