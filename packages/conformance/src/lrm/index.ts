import type { Check } from '../check.ts';
import { ANSWER_CHECKS } from './answer-checks.ts';
import { CONNECTION } from './connection.ts';
import { MESSAGES } from './messages.ts';
import { ORDER } from './order.ts';
import { REFUSALS } from './refusals.ts';
import { SCREEN } from './screen.ts';

/** What dispatch software must do with the messages of the Hub (INT_L02): `--lrm`. */
export const LRM_CHECKS: readonly Check[] = [
  ...CONNECTION,
  ...MESSAGES,
  ...ANSWER_CHECKS,
  ...ORDER,
  ...REFUSALS,
  ...SCREEN,
];
