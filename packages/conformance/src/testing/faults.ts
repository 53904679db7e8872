import { ACCOUNT_FAULTS } from '../checks/accounts/accounts.faults.ts';
import type { Faulty, Tested } from './faulty.ts';

/** Every fault that a test puts into a server; each check has at least one. */
export const FAULTS: readonly Faulty[] = [...ACCOUNT_FAULTS];

/** Sound servers of the groups that need another than `startSound`. */
export const SOUND_SERVERS: Readonly<Record<string, () => Promise<Tested>>> = {};
