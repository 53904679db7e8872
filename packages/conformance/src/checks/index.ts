import type { Check } from '../check.ts';
import { ACCOUNT_CHECKS } from './accounts/index.ts';
import { METADATA_CHECKS } from './metadata/index.ts';

/** Every check of an endpoint, in the order in which they run. */
export const CHECKS: readonly Check[] = [...METADATA_CHECKS, ...ACCOUNT_CHECKS];
