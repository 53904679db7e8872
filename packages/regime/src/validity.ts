/** From when to when something holds; each date is a year, a month or a day, as exact as its source. */
export interface Validity {
  validFrom: string | null;
  validUntil: string | null;
}

/** Whether it holds on a civil date. Both ends are inclusive. */
export function isValidOn({ validFrom, validUntil }: Validity, date: string): boolean {
  return (validFrom === null || validFrom <= date) && !hasExpired({ validUntil }, date);
}

/** Whether it held before a civil date and does no more. */
export function hasExpired({ validUntil }: Pick<Validity, 'validUntil'>, date: string): boolean {
  return validUntil !== null && validUntil < date.slice(0, validUntil.length);
}

/** The civil dates on which it begins and on which it holds no more, where they are known. */
export function changesOf({ validFrom, validUntil }: Validity): string[] {
  return [
    ...(validFrom === null ? [] : [dayOf(validFrom, 0)]),
    ...(validUntil === null ? [] : [dayOf(validUntil, 1)]),
  ];
}

/** First day of a year, a month or a day, or of the one that follows. */
function dayOf(date: string, following: 0 | 1): string {
  const parts = date.split('-').map(Number);
  parts[parts.length - 1]! += following;
  const [year = 0, month = 1, day = 1] = parts;
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
