import type { ErrorObject } from 'ajv';
import type { Operation, Parameter, Schema } from './contract.ts';
import { plainSchema } from './contract.ts';
import { type ErrorCode, type Fault, ProblemError } from './problem.ts';

/** Values of an operation's parameters, by place and name, typed by the contract. */
export interface ParameterValues {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  header: Record<string, unknown>;
}

/** NUL and lone surrogates: no database column and no JSON consumer can keep them. */
const UNSTORABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

const KEYWORD_CODES: Partial<Record<string, ErrorCode>> = {
  additionalProperties: 'unknown-member',
  required: 'missing-member',
  type: 'invalid-type',
  enum: 'invalid-value',
  const: 'invalid-value',
  uniqueItems: 'invalid-value',
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

function codeOf(error: ErrorObject): ErrorCode {
  return KEYWORD_CODES[error.keyword] ?? 'invalid-value';
}

function describe(error: ErrorObject): string {
  const allowed =
    error.keyword === 'enum' ? `: ${(error.params['allowedValues'] as unknown[]).join(', ')}` : '';
  return `${error.message ?? 'is not valid'}${allowed}`;
}

/**
 * Reads a query string strictly. A raw `+` stays a `+`: instants carry one, and form decoding would
 * turn it into a space.
 *
 * @throws {ProblemError} `invalid-format` for a percent sequence that is not UTF-8.
 */
export function parseQuery(text: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null) as Record<string, string>;
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    const value = decode(at < 0 ? '' : pair.slice(at + 1));
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
  }
  return query;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ProblemError('invalid-format', 'The query is not percent-encoded UTF-8.');
  }
}

/** Turns the text of a parameter into what its schema describes; text that does not fit stays text. */
function coerce(text: string, schema: Schema): unknown {
  const { type, items } = plainSchema(schema);
  switch (type) {
    case 'integer':
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'array':
      return text.split(',').map((each) => coerce(each, items ?? {}));
    default:
      return text;
  }
}

/**
 * Checks and types the parameters of a call.
 *
 * @throws {ProblemError} 400 naming every parameter that is unknown, missing or wrong.
 */
export function readParameters(
  operation: Operation,
  raw: {
    path: Record<string, string>;
    query: Record<string, string | string[]>;
    header: (name: string) => string | undefined;
  },
): ParameterValues {
  const values: ParameterValues = { path: {}, query: {}, header: {} };
  const faults: Fault[] = [];
  const known = new Set(
    operation.parameters.filter((each) => each.in === 'query').map((each) => each.name),
  );
  for (const name of Object.keys(raw.query)) {
    if (!known.has(name) && !operation.ignoresUnknown)
      faults.push(fault(name.slice(0, 80), 'unknown-parameter', 'is not known here'));
  }
  for (const parameter of operation.parameters) {
    const text = textOf(parameter, raw);
    if (Array.isArray(text)) {
      faults.push(fault(parameter.name, 'invalid-value', 'stands more than once'));
      continue;
    }
    const value =
      text === undefined
        ? plainSchema(parameter.schema)['default']
        : coerce(text, parameter.schema);
    if (value === undefined) {
      if (parameter.required)
        faults.push(fault(parameter.name, 'missing-parameter', 'is required'));
      continue;
    }
    const found = checkParameter(operation, parameter, text, value);
    if (found === null) values[parameter.in][parameter.name] = value;
    else faults.push(found);
  }
  if (faults.length > 0) throw firstFault(faults);
  return values;
}

function textOf(
  parameter: Parameter,
  raw: Parameters<typeof readParameters>[1],
): string | string[] | undefined {
  if (parameter.in === 'path') return raw.path[parameter.name];
  return parameter.in === 'query' ? raw.query[parameter.name] : raw.header(parameter.name);
}

function checkParameter(
  operation: Operation,
  parameter: Parameter,
  text: string | undefined,
  value: unknown,
): Fault | null {
  if (text !== undefined && UNSTORABLE.test(text)) {
    return fault(parameter.name, 'invalid-format', 'holds a NUL or a lone surrogate');
  }
  const validate = operation.validateParameter.get(parameter.name)!;
  if (validate(value)) return null;
  const error = validate.errors![0]!;
  return fault(parameter.name, codeOf(error), describe(error));
}

function fault(parameter: string, code: ErrorCode, detail: string): Fault {
  return { parameter, code, detail: `${parameter} ${detail}` };
}

/** The problem's own code is that of its first fault. */
function firstFault(faults: readonly Fault[]): ProblemError {
  const details = faults.slice(0, 20).map((each) => each.detail);
  return new ProblemError(faults[0]!.code, details.join('; '), {
    faults,
  });
}

/**
 * Checks a body. Nothing is coerced and nothing is removed.
 *
 * @throws {ProblemError} 400 with the JSON pointer of every fault.
 */
export function checkBody(operation: Operation, body: unknown): void {
  if (operation.validateBody === null) {
    if (body === undefined || body === null) return;
    throw new ProblemError('invalid-body', 'This operation takes no body.');
  }
  if (body === undefined) {
    if (!operation.bodyRequired) return;
    throw new ProblemError('invalid-body', 'A JSON body is required.');
  }
  const unstorable = findUnstorable(body, '');
  if (unstorable !== null) {
    const detail = `${unstorable || 'The body'} holds a NUL or a lone surrogate`;
    throw firstFault([{ pointer: unstorable, code: 'invalid-format', detail }]);
  }
  if (operation.validateBody(body)) return;
  throw firstFault(faultsOf(body, operation.validateBody.errors!).map(bodyFault));
}

/** The first twenty; of a list, the first of every row. */
function faultsOf(body: unknown, errors: readonly ErrorObject[]): ErrorObject[] {
  if (!Array.isArray(body)) return errors.slice(0, 20);
  const byRow = new Map<string, ErrorObject>();
  for (const error of errors) {
    const row = error.instancePath.split('/')[1] ?? '';
    if (!byRow.has(row)) byRow.set(row, error);
  }
  return [...byRow.values()];
}

function bodyFault(error: ErrorObject): Fault {
  const member = (error.params['additionalProperty'] ?? error.params['missingProperty']) as
    string | undefined;
  const pointer =
    member === undefined ? error.instancePath : `${error.instancePath}/${escapePointer(member)}`;
  return { pointer, code: codeOf(error), detail: `${pointer || 'The body'} ${describe(error)}` };
}

function escapePointer(member: string): string {
  return member.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Nothing in the contract is nested deeper. */
const MAX_DEPTH = 12;

function findUnstorable(value: unknown, pointer: string, depth = 0): string | null {
  if (depth > MAX_DEPTH) throw new ProblemError('invalid-body', 'The body is nested too deep.');
  if (typeof value === 'string') return UNSTORABLE.test(value) ? pointer : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const place = `${pointer}/${escapePointer(name)}`;
    if (UNSTORABLE.test(name)) return place;
    const found = findUnstorable(inner, place, depth + 1);
    if (found !== null) return found;
  }
  return null;
}
