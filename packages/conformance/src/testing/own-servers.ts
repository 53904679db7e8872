import { APPOINTMENT_FAULTS } from '../appointments/appointments.faults.ts';
import { DECLARED_FAULTS } from '../checks/declared/declared.faults.ts';
import { ONE_STEP_FAULTS } from '../checks/one-step/one-step.faults.ts';
import { SECURITY_FAULTS } from '../checks/security/security.faults.ts';
import { SSO_FAULTS } from '../checks/sso/sso.faults.ts';
import { startWithPages } from './agenda-pages.ts';
import { withoutOpenssl } from './authority.ts';
import { parseConfig } from '../read-config.ts';
import { type Faulty, startSound, type Tested } from './faulty.ts';
import { startOneStep } from './one-step-server.ts';
import { startPlatform } from './platform.ts';
import { startSecure } from './secure-server.ts';

/** Sound servers of the groups that need another than `startSound`. */
export const SOUND_SERVERS: Readonly<Record<string, () => Promise<Tested>>> = {
  security: () => startSecure(),
  sso: () => startWithPages(),
  declared: startDeclared,
  'one-step': () => startOneStep(),
  appointments: () => startPlatform(),
};

/** Why the sound server of a group cannot run on this machine. */
export const SKIPPED: Readonly<Record<string, string | false>> = { security: withoutOpenssl };

/** Faulty servers of those groups. */
export const OWN_SERVER_FAULTS: readonly Faulty[] = [
  ...SECURITY_FAULTS,
  ...SSO_FAULTS,
  ...DECLARED_FAULTS,
  ...ONE_STEP_FAULTS,
  ...APPOINTMENT_FAULTS,
];

/** A vendor who declares that everything is met. */
async function startDeclared(): Promise<Tested> {
  const declared = {
    rppsUsed: true,
    rppsMandatory: true,
    structureIdsUsed: true,
    healthDataHosting: true,
    twoFactors: true,
    lockOut: true,
    singleSignOn: true,
  };
  return { ...(await startSound()), config: parseConfig({ declared }) };
}
