/**
 * Luhn's check of a row of digits. Several identifiers of the official examples fail it, so it never
 * refuses an identifier: it only warns.
 */
export function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const LA_POSTE = '356000000';

/** The check of a SIRET; those of La Poste have a rule of their own (sum of digits, modulo 5). */
export function hasSiretDigit(siret: string): boolean {
  if (hasLuhnDigit(siret)) return true;
  if (!siret.startsWith(LA_POSTE)) return false;
  let sum = 0;
  for (const digit of siret) sum += Number(digit);
  return sum % 5 === 0;
}
