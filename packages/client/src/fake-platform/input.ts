import type { ErrorCode, Operation, Parameter, Schema } from './contract.ts';
import { plainSchema } from './contract.ts';
import { type Fault, Refusal, refusalOf } from './problem.ts';
import { faultsOf, type SchemaFault } from './schema.ts';

/** Values of an operation's parameters, by place and name. */
export interface ParameterValues {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  header: Record<string, unknown>;
}

/** NUL and lone surrogates: the platform cannot keep them. */
const UNSTORABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const DEEPEST = 12;
const MOST_FAULTS = 20;

const CODES: Readonly<Record<string, ErrorCode>> = {
  additionalProperties: 'unknown-member',
  required: 'missing-member',
  type: 'invalid-type',
  minProperties: 'missing-member',
  pattern: 'invalid-format',
  format: 'invalid-format',
  minLength: 'out-of-range',
  maxLength: 'out-of-range',
  minimum: 'out-of-range',
  maximum: 'out-of-range',
  exclusiveMinimum: 'out-of-range',
  exclusiveMaximum: 'out-of-range',
  minItems: 'out-of-range',
  maxItems: 'out-of-range',
};

const codeOf = ({ keyword }: SchemaFault): ErrorCode => CODES[keyword] ?? 'invalid-value';

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal('invalid-format', 'The query is not percent-encoded UTF-8.');
  }
}

/** Reads a query as the platform does: a raw `+` stays a `+`, for instants carry one. */
function readQuery(text: string): Map<string, string[]> {
  const query = new Map<string, string[]>();
  for (const pair of text.split('&').filter((each) => each !== '')) {
    const [name = '', ...rest] = pair.split('=');
    const values = query.get(decode(name)) ?? [];
    query.set(decode(name), [...values, decode(rest.join('='))]);
  }
  return query;
}

/** Text becomes what its schema describes; text that does not fit stays text. */
function typed(text: string, given: Schema): unknown {
  const schema = plainSchema(given);
  switch (schema['type']) {
    case 'integer':
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'array':
      return text.split(',').map((each) => typed(each, (schema['items'] ?? {}) as Schema));
    default:
      return text;
  }
}

function parameterFault({ name, schema }: Parameter, text: string | undefined, value: unknown) {
  const fault = (code: ErrorCode, words: string): Fault => ({
    parameter: name,
    code,
    detail: `${name} ${words}`,
  });
  if (text !== undefined && UNSTORABLE.test(text)) {
    return fault('invalid-format', 'holds a NUL or a lone surrogate');
  }
  const [first] = faultsOf(schema, value);
  return first ? fault(codeOf(first), first.message) : null;
}

/** @throws {Refusal} 400 naming every parameter that is unknown, missing or wrong. */
export function readParameters(
  { parameters, ignoresUnknown }: Operation,
  path: Readonly<Record<string, string>>,
  search: string,
  headers: Headers,
): ParameterValues {
  const values: ParameterValues = { path: {}, query: {}, header: {} };
  const query = readQuery(search);
  const known = new Set(parameters.filter((each) => each.in === 'query').map(({ name }) => name));
  const faults: Fault[] = ignoresUnknown
    ? []
    : [...query.keys()]
        .filter((name) => !known.has(name))
        .map((name) => ({
          parameter: name.slice(0, 80),
          code: 'unknown-parameter',
          detail: `${name.slice(0, 80)} is not known here`,
        }));
  for (const parameter of parameters) {
    const { name, in: place, schema, required } = parameter;
    const texts =
      {
        path: path[name] === undefined ? [] : [decode(path[name])],
        query: query.get(name) ?? [],
        header: [headers.get(name) ?? []].flat(),
      }[place] ?? [];
    if (texts.length > 1) {
      faults.push({
        parameter: name,
        code: 'invalid-value',
        detail: `${name} stands more than once`,
      });
      continue;
    }
    const [text] = texts;
    const value = text === undefined ? plainSchema(schema)['default'] : typed(text, schema);
    if (value === undefined) {
      const detail = `${name} is required`;
      if (required) faults.push({ parameter: name, code: 'missing-parameter', detail });
      continue;
    }
    const fault = parameterFault(parameter, text, value);
    if (fault) faults.push(fault);
    else values[place as keyof ParameterValues][name] = value;
  }
  const [first, ...more] = faults;
  if (first) throw refusalOf([first, ...more]);
  return values;
}

const escape = (member: string) => member.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1');

/** The place of what cannot be kept; null where all can. */
function unstorable(value: unknown, pointer: string, depth = 0): string | null {
  if (depth > DEEPEST) throw new Refusal('invalid-body', 'The body is nested too deep.');
  if (typeof value === 'string') return UNSTORABLE.test(value) ? pointer : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const place = `${pointer}/${escape(name)}`;
    const found = UNSTORABLE.test(name) ? place : unstorable(inner, place, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function bodyFault(fault: SchemaFault): Fault {
  const { pointer: place, member, message } = fault;
  const pointer = member === undefined ? place : `${place}/${escape(member)}`;
  return { pointer, code: codeOf(fault), detail: `${pointer || 'The body'} ${message}` };
}

/** Reads the text of a body. @throws {Refusal} 400 `invalid-json`, 415. */
export function parseBody({ form }: Operation, text: string, type: string | null): unknown {
  const media = type?.split(';')[0]?.trim().toLowerCase();
  if (text === '' && media === undefined) return undefined;
  if (media !== (form ? 'application/x-www-form-urlencoded' : 'application/json')) {
    throw new Refusal('unsupported-media-type');
  }
  if (form) {
    const entries = [...new URLSearchParams(text)];
    const body = Object.fromEntries(entries);
    if (Object.keys(body).length === entries.length) return body;
    throw new Refusal('invalid-body', 'A member stands twice.');
  }
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Refusal('invalid-json', (error as Error).message.slice(0, 200));
  }
}

/** Nothing is coerced and nothing removed. @throws {Refusal} 400 with the pointer of every fault. */
export function checkBody({ body: schema, bodyRequired }: Operation, body: unknown): void {
  if (schema === null) {
    if (body === undefined || body === null) return;
    throw new Refusal('invalid-body', 'This operation takes no body.');
  }
  if (body === undefined || body === null) {
    if (!bodyRequired) return;
    throw new Refusal('invalid-body', 'A JSON body is required.');
  }
  const pointer = unstorable(body, '');
  if (pointer !== null) {
    const detail = `${pointer || 'The body'} holds a NUL or a lone surrogate`;
    throw refusalOf([{ pointer, code: 'invalid-format', detail }]);
  }
  const [first, ...more] = faultsOf(schema, body).slice(0, MOST_FAULTS).map(bodyFault);
  if (first) throw refusalOf([first, ...more]);
}
