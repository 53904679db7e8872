import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CredentialsFile, Platform } from '@sas-kit/platform';
import { readOptions } from '../dispatch-software/options.ts';
import { startProgram } from '../dispatch-software/program.ts';
import { addBeside, type ProgramBeside } from './beside.ts';
import { CDN_FOLDER } from './prepare.ts';

/** Adds `examples/dispatch-software`, with a folder of its own for as long as it runs. */
export function addDispatch(
  app: Platform['app'],
  { clients }: Pick<CredentialsFile, 'clients'>,
  environment: Readonly<Record<string, string | undefined>>,
): ProgramBeside {
  let folder: string | null = null;
  const credentials = clients['dispatch-software']!;
  const beside = addBeside(app, '/logiciel-de-regulation', credentials, async (platform) => {
    folder ??= await mkdtemp(join(tmpdir(), 'sas-dispatch-'));
    const { hub } = readOptions([], environment);
    const options = { port: 0, data: folder, hub, platform };
    return startProgram(options, { elements: CDN_FOLDER });
  });
  return {
    ...beside,
    async close() {
      await beside.close();
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}
