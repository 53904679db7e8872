import type { Check } from '../check.ts';

/** Every check of an endpoint, in the order in which they run. */
export const CHECKS: readonly Check[] = [];
