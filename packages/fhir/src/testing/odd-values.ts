import fc from 'fast-check';
import { places } from './mutate.ts';

/** Copies of some JSON, each with any value in any one place. */
export function withOddValue(make: () => any): fc.Arbitrary<any> {
  const count = places(make()).length;
  return fc.tuple(fc.nat(count - 1), fc.jsonValue()).map(([index, value]) => {
    const odd = make();
    const { container, key } = places(odd)[index]!;
    container[key] = value;
    return odd;
  });
}
