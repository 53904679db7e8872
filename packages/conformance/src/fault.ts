import type { Fault } from './check.ts';

/** A fault in both languages. */
export function fault(
  place: string,
  fr: string,
  en: string,
  more: Omit<Fault, 'place' | 'message'> = {},
): Fault {
  return { place, message: { fr, en }, ...more };
}

/** A fault when two numbers differ. */
export function countFault(what: string, found: number, wanted: number): Fault[] {
  if (found === wanted) return [];
  return [
    fault(
      `Bundle.entry.resource.ofType(${what})`,
      `${found} ${what} au lieu de ${wanted}`,
      `${found} ${what} instead of ${wanted}`,
    ),
  ];
}

/** A fault when there are fewer than wanted. */
export function fewerFault(what: string, found: number, least: number): Fault[] {
  if (found >= least) return [];
  return [
    fault(
      `Bundle.entry.resource.ofType(${what})`,
      `${found} ${what}, au moins ${least} attendus`,
      `${found} ${what}, at least ${least} expected`,
    ),
  ];
}

/** A fault when two sets of texts differ. */
export function setFault(
  place: string,
  found: Iterable<string>,
  wanted: readonly string[],
): Fault[] {
  const sorted = [...new Set(found)].sort();
  if (sorted.join() === [...wanted].sort().join()) return [];
  const list = sorted.join(', ') || '–';
  return [
    fault(
      place,
      `${list} au lieu de ${wanted.join(', ')}`,
      `${list} instead of ${wanted.join(', ')}`,
    ),
  ];
}
