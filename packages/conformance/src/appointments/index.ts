import type { Check } from '../check.ts';
import { MESSAGES } from './messages.ts';
import { ORDER } from './order.ts';
import { PRIVACY } from './privacy.ts';
import { REFUSALS } from './refusals.ts';

/** What a platform must do with the appointments that editors send (INT_R03): `--appointments`. */
export const APPOINTMENT_CHECKS: readonly Check[] = [
  ...MESSAGES,
  ...ORDER,
  ...REFUSALS,
  ...PRIVACY,
];
