import { contract } from '../generated/contract.ts';
import type { Schema } from './contract.ts';
import { formats } from './formats.ts';

/** What a value does against its schema, and where. */
export interface SchemaFault {
  readonly keyword: string;
  /** JSON pointer to the value. */
  readonly pointer: string;
  /** The member that is missing or one too many. */
  readonly member?: string;
  readonly message: string;
}

type Check = (schema: Schema, value: unknown, pointer: string, report: Report) => void;
type Report = (fault: SchemaFault) => void;

const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  let expression = expressions.get(pattern);
  if (!expression) expressions.set(pattern, (expression = new RegExp(pattern, 'u')));
  return expression;
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object')
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

/** JSON values: two objects with the same members in another order are the same. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  const [a, b] = [Object.entries(one), Object.entries(other)];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    a.length === b.length &&
    a.every(([name, value]) => Object.hasOwn(other, name) && same(value, other[name as never]))
  );
}

/** What a schema asks of one kind of value: keyword, then whether the value keeps it. */
type Rules = Readonly<Record<string, readonly [(value: never, limit: never) => boolean, string]>>;

const NUMBER: Rules = {
  maximum: [(value: number, limit: number) => value <= limit, 'must be <= '],
  minimum: [(value: number, limit: number) => value >= limit, 'must be >= '],
  exclusiveMaximum: [(value: number, limit: number) => value < limit, 'must be < '],
  exclusiveMinimum: [(value: number, limit: number) => value > limit, 'must be > '],
  multipleOf: [
    (value: number, step: number) => Number.isInteger(value / step),
    'must be multiple of ',
  ],
};

const STRING: Rules = {
  maxLength: [(text: string, limit: number) => [...text].length <= limit, 'characters at most: '],
  minLength: [(text: string, limit: number) => [...text].length >= limit, 'characters at least: '],
  pattern: [
    (text: string, pattern: string) => expressionOf(pattern).test(text),
    'must match pattern ',
  ],
  format: [(text: string, name: string) => formats[name]?.(text) ?? true, 'must match format '],
};

const ARRAY: Rules = {
  maxItems: [(items: unknown[], limit: number) => items.length <= limit, 'items at most: '],
  minItems: [(items: unknown[], limit: number) => items.length >= limit, 'items at least: '],
};

const OBJECT: Rules = {
  maxProperties: [
    (value: object, limit: number) => Object.keys(value).length <= limit,
    'members at most: ',
  ],
  minProperties: [
    (value: object, limit: number) => Object.keys(value).length >= limit,
    'members at least: ',
  ],
};

function applyRules(rules: Rules, schema: Schema, value: unknown, pointer: string, report: Report) {
  for (const [keyword, [holds, words]] of Object.entries(rules)) {
    const limit = schema[keyword];
    if (limit === undefined || holds(value as never, limit as never)) continue;
    report({ keyword, pointer, message: `${words}${JSON.stringify(limit)}` });
  }
}

const escape = (member: string) => member.replaceAll('~', '~0').replaceAll('/', '~1');

const checkItems: Check = (schema, value, pointer, report) => {
  const { items = {}, uniqueItems } = schema as { items?: Schema; uniqueItems?: boolean };
  for (const [index, item] of (value as unknown[]).entries()) {
    check(items, item, `${pointer}/${index}`, report);
  }
  if (uniqueItems !== true) return;
  // Of items that are plain values, those of another type have been told already.
  const types = [items['type'] ?? []].flat() as string[];
  const listed = (value as unknown[]).filter(
    (item) => types.length === 0 || types.some((type) => isOf(type, item)),
  );
  if (listed.every((item, at) => !listed.slice(0, at).some((each) => same(each, item)))) return;
  report({ keyword: 'uniqueItems', pointer, message: 'must NOT have duplicate items' });
};

const checkMembers: Check = (schema, value, pointer, report) => {
  const {
    required = [],
    properties = {},
    additionalProperties,
  } = schema as {
    required?: string[];
    properties?: Record<string, Schema>;
    additionalProperties?: boolean | Schema;
  };
  const members = value as Record<string, unknown>;
  for (const member of required) {
    if (Object.hasOwn(members, member)) continue;
    report({
      keyword: 'required',
      pointer,
      member,
      message: `must have required property '${member}'`,
    });
  }
  for (const member of Object.keys(members)) {
    if (Object.hasOwn(properties, member) || additionalProperties === undefined) continue;
    if (additionalProperties === false) {
      const message = 'must NOT have additional properties';
      report({ keyword: 'additionalProperties', pointer, member, message });
    } else if (additionalProperties !== true) {
      check(additionalProperties, members[member], `${pointer}/${escape(member)}`, report);
    }
  }
  for (const [member, inner] of Object.entries(properties)) {
    if (!Object.hasOwn(members, member)) continue;
    check(inner, members[member], `${pointer}/${escape(member)}`, report);
  }
};

/** Keywords of any kind of value. */
const checkAnything: Check = (schema, value, pointer, report) => {
  const { $ref, allOf = [], anyOf, oneOf } = schema as Record<string, Schema[] | undefined>;
  if (typeof $ref === 'string') check(contract.schemas[$ref] ?? {}, value, pointer, report);
  if ('const' in schema && !same(schema['const'], value)) {
    report({ keyword: 'const', pointer, message: 'must be equal to constant' });
  }
  const allowed = schema['enum'] as unknown[] | undefined;
  if (allowed && !allowed.some((each) => same(each, value))) {
    const message = `must be equal to one of the allowed values: ${allowed.join(', ')}`;
    report({ keyword: 'enum', pointer, message });
  }
  for (const [keyword, branches] of Object.entries({ anyOf, oneOf })) {
    if (!branches) continue;
    const found = branches.map((branch) => faultsOf(branch, value, pointer));
    const fitting = found.filter((faults) => faults.length === 0).length;
    if (fitting === 1 || (fitting > 1 && keyword === 'anyOf')) continue;
    for (const fault of fitting === 0 ? found.flat() : []) report(fault);
    report({ keyword, pointer, message: 'must match a schema in it' });
  }
  for (const branch of allOf) check(branch, value, pointer, report);
};

const GROUPS: readonly (readonly [
  type: string | null,
  rules: Rules,
  keywords: readonly string[],
  more: Check,
])[] = [
  [null, {}, [], checkAnything],
  ['number', NUMBER, Object.keys(NUMBER), () => undefined],
  ['string', STRING, Object.keys(STRING), () => undefined],
  ['array', ARRAY, [...Object.keys(ARRAY), 'items', 'uniqueItems'], checkItems],
  [
    'object',
    OBJECT,
    [...Object.keys(OBJECT), 'required', 'properties', 'additionalProperties'],
    checkMembers,
  ],
];

/**
 * Faults are found in the order in which the platform's own validator finds them: the first one gives
 * a problem its code. A wrong type is told where the keywords of that type would have their turn.
 */
function check(schema: Schema, value: unknown, pointer: string, report: Report): void {
  const types = [schema['type'] ?? []].flat() as string[];
  const wrong = types.length > 0 && !types.some((type) => isOf(type, value));
  const typeFault = { keyword: 'type', pointer, message: `must be ${types.join(',')}` };
  const group = GROUPS.find(([type]) => type !== null && types.length === 1 && type === types[0]);
  const late = group?.[2].some((keyword) => keyword in schema) === true;
  if (wrong && !late) report(typeFault);
  for (const [type, rules, , more] of GROUPS) {
    if (type === null || isOf(type, value)) {
      applyRules(rules, schema, value, pointer, report);
      more(schema, value, pointer, report);
    } else if (wrong && late && type === group?.[0]) report(typeFault);
  }
}

/** Every fault of a value, in order; none where it fits. */
export function faultsOf(schema: Schema, value: unknown, pointer = ''): SchemaFault[] {
  const faults: SchemaFault[] = [];
  check(schema, value, pointer, (fault) => faults.push(fault));
  return faults;
}
