import { contract } from '../generated/contract.ts';
import type { components, operations } from '../generated/platform.ts';

export type Schemas = components['schemas'];
export type ErrorCode = Schemas['ErrorCode'];
export type OperationId = keyof operations;

/** A JSON Schema; its references are names of other schemas. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Schema;
}

/** One operation, as far as a program reads it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** `/v1/holds/{holdId}` */
  readonly path: string;
  /** What one must hold to call it; null where no credentials are needed. */
  readonly right: string | null;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
  readonly bodyRequired: boolean;
  /** The body is a form, not JSON. */
  readonly form: boolean;
  readonly ignoresUnknown: boolean;
  /** By status; null where the answer is not JSON. */
  readonly responses: Readonly<Record<string, Schema | null>>;
}

/** What the generated module holds. */
export interface Contract {
  /** Of the contract itself. */
  readonly version: string;
  readonly operations: readonly Operation[];
  readonly schemas: Readonly<Record<string, Schema>>;
  /** Right, role, scopes. */
  readonly rights: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Role, code of a slot, where it is seen. */
  readonly slots: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Status and title of every code. */
  readonly problems: Readonly<Record<ErrorCode, readonly [number, string]>>;
  /** Headers of the answer to a preflight, and the headers that every page may read. */
  readonly cors: {
    readonly preflight: Readonly<Record<string, string>>;
    readonly exposed: string;
  };
}

/** The operation behind a method and a path, and the values of its path parameters, still encoded. */
export interface Found {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
}

interface Route {
  readonly operation: Operation;
  readonly pattern: RegExp;
}

let table: readonly Route[] | null = null;

/** `/v1/feeds/{token}.ics` as an expression; a path without parameters goes first. */
function routes(): readonly Route[] {
  table ??= contract.operations
    .map((operation) => {
      const parts = operation.path.split(/\{(\w+)\}/);
      const text = parts.map((part, index) =>
        index % 2 === 1 ? `(?<${part}>[^/]+)` : part.replaceAll('.', '\\.'),
      );
      return { operation, pattern: new RegExp(`^${text.join('')}$`), plain: parts.length === 1 };
    })
    .sort((one, other) => Number(other.plain) - Number(one.plain));
  return table;
}

/** Finds the operation of a request; null where there is none. */
export function findOperation(method: string, path: string): Found | null {
  for (const { operation, pattern } of routes()) {
    if (operation.method !== method) continue;
    const found = pattern.exec(path);
    if (found) return { operation, path: { ...found.groups } };
  }
  return null;
}

/** The methods that a path has. */
export function methodsOf(path: string): string[] {
  return routes()
    .filter(({ pattern }) => pattern.test(path))
    .map(({ operation }) => operation.method);
}

/** A schema whose reference is followed; what stands beside the reference goes before. */
export function plainSchema(schema: Schema): Schema {
  const { $ref: name, ...own } = schema;
  if (typeof name !== 'string') return schema;
  return { ...plainSchema(contract.schemas[name] ?? {}), ...own };
}
