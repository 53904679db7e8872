import { plainSchema, type Schema } from './contract.ts';
import { WEBHOOK_SECRET } from './webhook-secret.ts';

/** Texts by the pattern that they fit, where the first example of the contract is none. */
const BY_PATTERN: readonly string[] = [
  '2026-11-23T09:20:00+01:00',
  '2026-11-23',
  'exemple',
  'SM54',
  '09:00',
  '10:00',
  '76351',
  '810999900018',
  '0',
  'fr',
  'https://exemple.example/page',
  '+33261911000',
  'contact@exemple.example',
  'fr.health.test.samu760',
  'a'.repeat(64),
  WEBHOOK_SECRET,
];

/** Texts by their format. */
const BY_FORMAT: Readonly<Record<string, string>> = {
  'date-time': '2026-11-23T09:20:00+01:00',
  date: '2026-11-23',
  email: 'contact@exemple.example',
  uri: 'https://exemple.example/page',
};

function textOf(schema: Schema): string {
  const {
    pattern,
    format,
    minLength = 0,
  } = schema as {
    pattern?: string;
    format?: string;
    minLength?: number;
  };
  const formatted = BY_FORMAT[format ?? ''];
  if (formatted !== undefined) return formatted;
  const fits = (text: string) => pattern === undefined || new RegExp(pattern, 'u').test(text);
  return BY_PATTERN.find((text) => fits(text) && text.length >= minLength) ?? 'exemple';
}

function membersOf(schema: Schema): Record<string, unknown> {
  const {
    properties = {},
    required = [],
    minProperties = 0,
  } = schema as {
    properties?: Record<string, Schema>;
    required?: string[];
    minProperties?: number;
  };
  const names = Object.keys(properties);
  const wanted = names.filter((name) => required.includes(name));
  if (wanted.length < minProperties) wanted.push(...names.slice(0, minProperties));
  return Object.fromEntries(wanted.map((name) => [name, exampleOf(properties[name] ?? {})]));
}

/** A value that fits a schema: its example, its default or its first value where it names one. */
export function exampleOf(given: Schema): unknown {
  const schema = plainSchema(given);
  const { examples, enum: values, anyOf, oneOf, allOf } = schema as Record<string, unknown[]>;
  for (const known of [examples?.[0], schema['const'], schema['default'], values?.[0]]) {
    if (known !== undefined) return known;
  }
  if (allOf) {
    const parts = allOf.map((part) => exampleOf(part as Schema));
    return parts.every((part) => typeof part === 'object') ? Object.assign({}, ...parts) : parts[0];
  }
  const branch = (anyOf ?? oneOf)?.[0];
  if (branch) return exampleOf(branch as Schema);
  const { minItems = 0, minimum = 0 } = schema as Record<string, number>;
  switch ([schema['type']].flat()[0]) {
    case 'object':
      return membersOf(schema);
    case 'array':
      return Array.from({ length: minItems }, () => exampleOf((schema['items'] ?? {}) as Schema));
    case 'integer':
    case 'number':
      return minimum;
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return textOf(schema);
  }
}
