/** The same data, with a text in the place of every date and instant. */
export function withoutDates<T>(value: T): T {
  if (typeof value === 'string') return (/^\d{4}-\d\d/.test(value) ? 'pas une date' : value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => withoutDates(each)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withoutDates(each as unknown)]),
  ) as T;
}
