import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { operations } from '../generated/platform.ts';
import { CSV } from './csv.ts';
import { isRight, type Right } from '../identity/rights.ts';

export type OperationId = keyof operations;

/** A JSON Schema, as far as this server looks into one. */
export type Schema = Record<string, unknown> & { type?: string | string[]; items?: Schema };

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
  /** The value is a secret: it is written nowhere. */
  'x-capability'?: boolean;
}

interface MediaTypes {
  content?: Record<string, { schema: Schema }>;
}

interface RawOperation {
  operationId: OperationId;
  summary: string;
  tags: string[];
  description?: string;
  parameters?: Parameter[];
  requestBody?: MediaTypes & { required?: boolean };
  responses: Record<string, MediaTypes & { description?: string }>;
  security?: Record<string, unknown>[];
  'x-right'?: string;
  'x-ignores-unknown'?: boolean;
  'x-lenient-query'?: boolean;
  'x-body-limit'?: number;
}

/** One operation of the contract, with its checks compiled. */
export interface Operation {
  id: OperationId;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/v1/holds/{holdId}` */
  path: string;
  tag: string;
  summary: string;
  parameters: readonly Parameter[];
  validateParameter: ReadonlyMap<string, ValidateFunction>;
  /** What a body looks like; null where none is taken. */
  bodySchema: Schema | null;
  validateBody: ValidateFunction | null;
  bodyRequired: boolean;
  /** Bytes of a body, where they are not those of all; null elsewhere. */
  bodyLimit: number | null;
  /** The body is a form, not JSON. */
  form: boolean;
  /** The body may be a table. */
  csv: boolean;
  /** A publishable key may come in the query. */
  keyInQuery: boolean;
  /** Query parameters that it does not know are ignored: others send their own. */
  ignoresUnknown: boolean;
  /** Its query is read by its module, which refuses nothing: whoever sends it cannot mend it. */
  lenientQuery: boolean;
  /** By status, then `default`; null where the answer has no JSON body. */
  validateResponse: ReadonlyMap<string, ValidateFunction | null>;
  /** What one must hold to call it; null where no credentials are needed. */
  right: Right | null;
}

/** Media type of a form. */
export const FORM = 'application/x-www-form-urlencoded';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The bundled contract, as `/openapi.json` serves it. */
export const contract = JSON.parse(
  readFileSync(new URL('../generated/platform.json', import.meta.url), 'utf8'),
) as {
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter> } & Record<
    string,
    Record<string, unknown>
  >;
};

/** Follows one local `$ref`. */
function resolve<T>(value: T | { $ref: string }): T {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return value;
  const [, , group, name] = value.$ref.split('/');
  return contract.components[group!]![name!] as T;
}

/** Resolves a schema that is nothing but a reference, to see its type. */
export function plainSchema(schema: Schema): Schema {
  return resolve<Schema>(schema);
}

function compiler(): (schema: Schema) => ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: false, removeAdditional: false });
  addFormats.default(ajv);
  const inAjv = (schema: unknown) =>
    JSON.parse(
      JSON.stringify(schema).replaceAll('"#/components/schemas/', '"contract#/$defs/'),
    ) as Schema;
  ajv.addSchema({ $id: 'contract', $defs: inAjv(contract.components.schemas) });
  return (schema) => ajv.compile(inAjv(schema));
}

function bodySchema(types: MediaTypes | undefined): Schema | null {
  const content = types?.content ?? {};
  const media = content['application/json'] ?? content['application/problem+json'] ?? content[FORM];
  return media?.schema ?? null;
}

/** @throws {Error} for an operation that declares no right, or one that the table does not know. */
function readRight({ operationId, 'x-right': right }: RawOperation): Right | null {
  if (right === 'open') return null;
  if (right !== undefined && isRight(right)) return right;
  throw new Error(`${operationId} declares no known right: ${right}`);
}

let compiled: readonly Operation[] | null = null;

/** Every operation of the contract, in its order. Its checks are compiled at the first call. */
export function compileContract(): readonly Operation[] {
  compiled ??= compileOperations();
  return compiled;
}

function compileOperations(): Operation[] {
  const compile = compiler();
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const method of METHODS) {
      const raw = item[method] as RawOperation | undefined;
      if (raw === undefined) continue;
      const shared = (item['parameters'] ?? []) as Parameter[];
      const parameters = [...shared, ...(raw.parameters ?? [])].map((each) => resolve(each));
      const body = bodySchema(raw.requestBody);
      const answers = Object.entries(raw.responses).map(([status, answer]) => {
        const schema = bodySchema(resolve(answer));
        return [status, schema === null ? null : compile(schema)] as const;
      });
      operations.push({
        id: raw.operationId,
        method: method.toUpperCase() as Operation['method'],
        path,
        tag: raw.tags[0]!,
        summary: raw.summary,
        parameters,
        validateParameter: new Map(parameters.map((each) => [each.name, compile(each.schema)])),
        bodySchema: body,
        validateBody: body === null ? null : compile(body),
        bodyRequired: raw.requestBody?.required ?? false,
        bodyLimit: raw['x-body-limit'] ?? null,
        form: raw.requestBody?.content?.[FORM] !== undefined,
        csv: raw.requestBody?.content?.[CSV] !== undefined,
        keyInQuery: parameters.some(({ in: where, name }) => where === 'query' && name === 'key'),
        ignoresUnknown: raw['x-ignores-unknown'] ?? false,
        lenientQuery: raw['x-lenient-query'] ?? false,
        validateResponse: new Map(answers),
        right: readRight(raw),
      });
    }
  }
  return operations;
}
