import fc from 'fast-check';
import { SQL_INJECTIONS } from './injections.ts';

/** Texts that servers stumble over. */
export const RUBBISH_TEXTS: readonly string[] = [
  ...SQL_INJECTIONS,
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '😀',
  'é'.repeat(300),
  'x'.repeat(5_000),
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '../../../../etc/passwd',
  '%s%s%n',
  '${7*7}',
  '{{7*7}}',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '2026-02-30T25:61:61+99:99',
  '0000-00-00T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '-1',
  '1e999',
  '9'.repeat(400),
  '00000000-0000-0000-0000-000000000000',
  'W10=',
  '*',
  '"*"',
  'W/"x"',
];

const RUBBISH_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.1,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[[[[]]]]],
  { a: { b: { c: {} } } },
  Array.from({ length: 500 }, () => 'PUBLIC'),
  { length: 1e9 },
  { toString: 'x', valueOf: 'x' },
];

/** Anything, but mostly what has hurt servers before. */
export const rubbish: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...RUBBISH_TEXTS) },
  { weight: 3, arbitrary: fc.constantFrom(...RUBBISH_VALUES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

type Path = (string | number)[];

function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([name, each]) => placesIn(each, [...path, name])),
  ];
}

/** The same value with one place replaced. */
export function replaced(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Record<string | number, unknown>;
  copy[name] = replaced(copy[name], rest, by);
  return copy;
}

/** Every place of a value that holds a text, with its path. */
export function textsIn(value: unknown): Path[] {
  const at = (path: Path) => path.reduce<unknown>((inner, name) => (inner as never)[name], value);
  return placesIn(value).filter((path) => typeof at(path) === 'string');
}

/** A value with one place replaced by rubbish, a member too many, or as it was. */
export function spoiled(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(values, fc.nat(), rubbish, fc.constantFrom('keep', 'replace', 'replace', 'add'))
    .map(([value, at, by, how]) => {
      if (how === 'keep') return value;
      if (how === 'add' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
        return { ...value, [typeof by === 'string' ? by.slice(0, 60) : 'extra']: by };
      }
      const places = placesIn(value);
      return replaced(value, places[at % places.length]!, by);
    });
}
