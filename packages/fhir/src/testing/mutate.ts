/** A deep copy that a test may change. */
export function copy<Value>(value: Value): any {
  return structuredClone(value);
}

/** Every text, number and boolean of some JSON, with its path. */
export function leaves(value: unknown, path = '$'): { path: string; value: unknown }[] {
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => leaves(each, `${path}[${index}]`));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, each]) => leaves(each, `${path}.${name}`));
  }
  return [{ path, value }];
}

/** A value of JSON as values of other types, as programs mistake them. */
export function wrongTypes(value: unknown): unknown[] {
  if (Array.isArray(value)) return [value[0], [value], 'x'];
  if (typeof value === 'object' && value !== null) return [[value], 'x', 5];
  if (typeof value === 'string') return [[value], { value }, 5, true];
  return [String(value), [value]];
}

/** Every place of some JSON: a container and a key in it. */
export function places(value: unknown): { container: any; key: string | number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.flatMap((key) => [
    { container: value, key },
    ...places((value as Record<string | number, unknown>)[key]),
  ]);
}
