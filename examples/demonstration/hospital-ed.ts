import type { CredentialsFile, Platform } from '@sas-kit/platform';
import { readOptions } from '../hospital-ed/options.ts';
import { startHospital } from '../hospital-ed/program.ts';
import { addBeside, type ProgramBeside } from './beside.ts';
import { CDN_FOLDER } from './prepare.ts';

/** Adds `examples/hospital-ed`, the desk of a nurse who receives people. */
export function addHospital(
  app: Platform['app'],
  { clients }: Pick<CredentialsFile, 'clients'>,
): ProgramBeside {
  return addBeside(app, '/accueil-des-urgences', clients['triage-nurse']!, (platform) =>
    startHospital({ ...readOptions([], {}), port: 0, platform }, { elements: CDN_FOLDER }),
  );
}
