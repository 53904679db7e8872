import { ACCOUNT_FAULTS } from '../checks/accounts/accounts.faults.ts';
import { METADATA_FAULTS } from '../checks/metadata/metadata.faults.ts';
import type { Faulty, Tested } from './faulty.ts';

/** Every fault that a test puts into a server; each check has at least one. */
export const FAULTS: readonly Faulty[] = [...METADATA_FAULTS, ...ACCOUNT_FAULTS];

/** Sound servers of the groups that need another than `startSound`. */
export const SOUND_SERVERS: Readonly<Record<string, () => Promise<Tested>>> = {};
