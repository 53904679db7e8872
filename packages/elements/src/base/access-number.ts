import type { AccessNumber } from '@sas-kit/client';

/** The numbers that the emergency text already shows. */
export const emergencyNumbers = ['15', '112', '114'];

/** The first of a territory's numbers that can be called on a day (`2026-11-23`), not expired. */
export function callableNumber(
  numbers: readonly AccessNumber[],
  day: string,
): AccessNumber | undefined {
  return numbers.find(
    ({ number, validFrom, validUntil }) =>
      /^\+?\d+$/.test(number) &&
      !emergencyNumbers.includes(number) &&
      (validFrom === null || validFrom <= day) &&
      (validUntil === null || day <= validUntil),
  );
}
