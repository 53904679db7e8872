import parsePhoneNumber from 'libphonenumber-js/min';
import { bodyProblem } from '../http/problem.ts';

/**
 * A number in any French form, overseas included, as E.164.
 *
 * @throws {ProblemError} 422 `invalid-phone` with its place. Short numbers (15, 114) are no contact.
 */
export function toE164(text: string, pointer: string): string {
  const number = parsePhoneNumber(text, 'FR');
  if (number?.isPossible() === true) return number.number;
  throw bodyProblem('invalid-phone', pointer, 'is not a telephone number');
}
