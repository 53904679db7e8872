/**
 * Remembers what a pure function of strings answered. Making an Intl formatter costs 0.1 ms.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function memo<A extends string[], T>(make: (...input: A) => T): (...input: A) => T {
  const known = new Map<string, T>();
  return (...input) => {
    const key = input.join('|');
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(...input)));
    return value;
  };
}
