import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { load, type LoadOptions, type Measured } from '../load.ts';
import type { Answers } from './answers.ts';
import { installPeers } from './install.ts';

export const PEERS = ['@asymmetrik/node-fhir-server-core', '@medplum/fhir-router'] as const;

/** What a peer measured, or why it did not. */
export type PeerMeasured = Measured | { readonly missing: string };

/** Runs a peer that gives the same answers. */
export async function measurePeer(
  name: (typeof PEERS)[number],
  answers: Answers,
  options: LoadOptions,
): Promise<PeerMeasured> {
  const installed = installPeers();
  if ('missing' in installed) return installed;
  const child = fork(
    fileURLToPath(new URL('server.ts', import.meta.url)),
    [name, installed.folder],
    { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: process.execArgv },
  );
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const message = (): Promise<any> =>
    new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', () => reject(new Error(said.trim().split('\n').slice(0, 5).join(' '))));
    });
  try {
    await message();
    child.send(answers);
    const { port, paths } = await message();
    // Warm, as the connector is when it is measured.
    await load(port, paths, { ...options, seconds: Math.min(options.seconds, 1) });
    return await load(port, paths, options);
  } catch (error) {
    return { missing: `did not run: ${error instanceof Error ? error.message : 'unknown'}` };
  } finally {
    child.kill();
  }
}
