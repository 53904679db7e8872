/** Identifiers of people and structures that do not exist, with the keys of those that do. */

/** The digits followed by their Luhn key. */
export function withLuhnKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** A fictional professional: SAS prefix `8` and an RPPS of the range that starts with 10999. */
export function fictiveProfessional(number: number): string {
  return `8${withLuhnKey(`10999${String(number).padStart(5, '0')}`)}`;
}

/** A fictional structure: SAS prefix `1` and a FINESS of a range that the department does not use. */
export function fictiveStructure(number: number): string {
  return `1${withLuhnKey(`769999${String(number).padStart(2, '0')}`)}`;
}
