import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CredentialsFile, Platform } from '@sas-kit/platform';
import { readOptions } from '../dispatch-software/options.ts';
import { type Running, startProgram } from '../dispatch-software/program.ts';
import { isLocal } from './local.ts';
import { CDN_FOLDER } from './prepare.ts';

/** Where the home page links to. */
export const DISPATCH_PATH = '/logiciel-de-regulation';

/** The dispatch program beside the platform, on an origin of its own; started by its first visitor. */
export interface DispatchBeside {
  /** Where the platform is, once it listens. */
  serve(address: string): void;
  close(): Promise<void>;
}

/**
 * Adds the address that starts `examples/dispatch-software` and goes there. Only from this machine: it
 * listens there alone.
 */
export function addDispatch(
  app: Platform['app'],
  { clients }: Pick<CredentialsFile, 'clients'>,
  environment: Readonly<Record<string, string | undefined>>,
): DispatchBeside {
  let address = '';
  let folder: string | null = null;
  let running: Promise<Running> | null = null;
  const start = async (): Promise<Running> => {
    folder = await mkdtemp(join(tmpdir(), 'sas-dispatch-'));
    const { id, secret } = clients['dispatch-software']!;
    const { hub } = readOptions([], environment);
    const platform = { url: address, clientId: id, clientSecret: secret };
    return startProgram({ port: 0, data: folder, hub, platform }, { elements: CDN_FOLDER });
  };
  app.get(DISPATCH_PATH, async (request, reply) => {
    if (!isLocal(request)) return reply.callNotFound();
    running ??= start().catch((error: unknown) => {
      // The next visitor tries again.
      running = null;
      throw error;
    });
    return reply.header('cache-control', 'no-store').redirect(`${(await running).origin}/`);
  });
  return {
    serve: (given) => void (address = given),
    async close() {
      await (await running?.catch(() => null))?.close();
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}
