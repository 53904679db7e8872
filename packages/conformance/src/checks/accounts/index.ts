import type { Check } from '../../check.ts';
import { ANSWERS } from './answers.ts';
import { REFUSED } from './incomplete.ts';
import { DISABLE_ALL } from './disable-all.ts';
import { IDENTIFIERS } from './identifiers.ts';
import { OFFICIAL } from './official.ts';
import { LOCATIONS } from './locations.ts';
import { REFUSALS } from './refusals.ts';
import { RUBBISH_CHECKS } from './rubbish.ts';

/** Accounts of regulators (INT_R02): the official group 5, then what it leaves out. */
export const ACCOUNT_CHECKS: readonly Check[] = [
  ...OFFICIAL,
  ...REFUSED,
  ...LOCATIONS,
  ...IDENTIFIERS,
  ...REFUSALS,
  ...ANSWERS,
  ...RUBBISH_CHECKS,
  DISABLE_ALL,
];
