import fc from 'fast-check';
import { plainSchema, type Schema } from '../../http/contract.ts';

/** fast-check makes no text for a look-ahead; without it, now and then one is refused. */
function textMatching(pattern: string): fc.Arbitrary<string> {
  return fc.stringMatching(new RegExp(pattern.replace(/\(\?!.*?\]\)/, ''), 'u'), {
    size: 'small',
  });
}

function text(schema: Schema): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = 40 } = schema as Record<string, never>;
  if (format === 'date-time') return instant();
  if (format === 'date') return instant().map((value) => value.slice(0, 10));
  if (pattern !== undefined) {
    return textMatching(pattern).map((value) => value.slice(0, maxLength).padEnd(minLength, 'a'));
  }
  return fc.string({ minLength, maxLength: Math.min(maxLength, 60) });
}

/** Around the days that the tests play in. */
function instant(): fc.Arbitrary<string> {
  return fc
    .date({
      noInvalidDate: true,
      min: new Date('2026-11-20T00:00Z'),
      max: new Date('2026-12-20T00:00Z'),
    })
    .map((date) => `${date.toISOString().slice(0, 16)}:00+01:00`);
}

function object({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const members = Object.entries(properties as Record<string, Schema>);
  return fc.record(Object.fromEntries(members.map(([name, schema]) => [name, valuesOf(schema)])), {
    requiredKeys: required as never,
  });
}

/**
 * Values that a schema of the contract describes: most of them valid, some on the wrong side of a
 * rule that only the server knows.
 */
export function valuesOf(described: Schema): fc.Arbitrary<unknown> {
  const schema = plainSchema(described);
  const { enum: members, const: only, ...parts } = schema as Record<string, unknown[] | undefined>;
  if (members !== undefined) return fc.constantFrom(...members);
  if (only !== undefined) return fc.constant(only);
  const ways = (parts['oneOf'] ?? parts['anyOf']) as Schema[] | undefined;
  if (ways !== undefined) {
    const rest: Schema = { ...schema, oneOf: undefined, anyOf: undefined };
    return fc.oneof(...ways.map((each) => valuesOf({ ...rest, ...plainSchema(each) })));
  }
  const types = [schema.type ?? 'object'].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema)));
}

function ofType(type: string, schema: Schema): fc.Arbitrary<unknown> {
  const { minimum = 0, maximum = 1000 } = schema as Record<string, never>;
  const { minItems: minLength = 0, maxItems = 4 } = schema as Record<string, never>;
  switch (type) {
    case 'string':
      return text(schema);
    case 'integer':
      return fc.integer({ min: minimum, max: maximum });
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}), {
        minLength,
        maxLength: Math.min(maxItems, 4),
      });
    default:
      return object(schema);
  }
}
