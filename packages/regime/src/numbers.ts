import type { Regime, RegimeNumber } from './territory.ts';
import { hasExpired, isValidOn } from './validity.ts';

/** Numbers that answer everywhere, at any hour. No territory hides them. */
export const emergencyNumbers = ['15', '112', '114'] as const;

/**
 * `known`: there is a number to call now. `other-hours`: the territory's numbers answer in the other
 * regime only. `to-be-announced`: none is known yet. `expired`: those that were known no longer hold.
 */
export type NumbersStatus = 'known' | 'other-hours' | 'to-be-announced' | 'expired';

const isReal = ({ number }: RegimeNumber) => /^\+?\d+$/.test(number);

/** Those that can be called on a civil date. Where the hours are not known, those that always answer. */
export function callableOn<N extends RegimeNumber>(
  numbers: readonly N[],
  date: string,
  regime: Regime | null,
): N[] {
  const asked: Regime[] = regime ? [regime] : ['sas', 'pdsa'];
  return numbers.filter(
    (each) =>
      isReal(each) && isValidOn(each, date) && asked.every((name) => each.regimes.includes(name)),
  );
}

/** How much is known of a territory's numbers on a civil date. */
export function numbersStatus(
  numbers: readonly RegimeNumber[],
  date: string,
  regime: Regime | null,
): NumbersStatus {
  if (callableOn(numbers, date, regime).length > 0) return 'known';
  if (numbers.some((each) => isReal(each) && isValidOn(each, date))) return 'other-hours';
  const real = numbers.filter(isReal);
  const over = real.length === numbers.length && real.every((each) => hasExpired(each, date));
  return real.length > 0 && over ? 'expired' : 'to-be-announced';
}
