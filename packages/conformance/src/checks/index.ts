import type { Check } from '../check.ts';
import { ACCOUNT_CHECKS } from './accounts/index.ts';

/** Every check of an endpoint, in the order in which they run. */
export const CHECKS: readonly Check[] = [...ACCOUNT_CHECKS];
