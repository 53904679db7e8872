import type { Platform } from '@sas-kit/platform';
import type { Listening } from '../embedding-server/listen.ts';
import type { PlatformOptions } from '../embedding-server/options.ts';
import { isLocal } from './local.ts';

/** A program beside the platform, on an origin of its own; started by its first visitor. */
export interface ProgramBeside {
  /** Where the platform is, once it listens. */
  serve(address: string): void;
  close(): Promise<void>;
}

/**
 * Adds the address that starts a program and goes there. Only from this machine: it listens there alone.
 *
 * @param credentials - of the program itself, at the platform
 */
export function addBeside(
  app: Platform['app'],
  path: string,
  { id, secret }: { readonly id: string; readonly secret: string },
  start: (platform: PlatformOptions) => Promise<Listening>,
): ProgramBeside {
  let url = '';
  let running: Promise<Listening> | null = null;
  app.get(path, async (request, reply) => {
    if (!isLocal(request)) return reply.callNotFound();
    running ??= start({ url, clientId: id, clientSecret: secret }).catch((error: unknown) => {
      // The next visitor tries again.
      running = null;
      throw error;
    });
    return reply.header('cache-control', 'no-store').redirect(`${(await running).origin}/`);
  });
  return {
    serve: (given) => void (url = given),
    close: async () => (await running?.catch(() => null))?.close(),
  };
}
