import { bodyRefusal } from './problem.ts';

/** A number in any French form as E.164. Short numbers (15, 114) are no contact. @throws {Refusal} 422. */
export function toE164(text: string, pointer: string): string {
  const digits = text.replaceAll(/[ .()\-]/g, '').replace(/^00/, '+');
  const number = digits.replace(/^(\+33)?0?(?=[1-9]\d{8}$)/, '+33');
  if (/^\+[1-9]\d{7,14}$/.test(number)) return number;
  throw bodyRefusal('invalid-phone', pointer, 'is not a telephone number');
}
