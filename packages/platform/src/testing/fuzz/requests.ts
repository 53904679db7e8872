import fc from 'fast-check';
import { FORM, type Operation, type OperationId, type Parameter } from '../../http/contract.ts';
import { valuesOf } from './from-schema.ts';
import { RUBBISH_TEXTS, rubbish, spoiled } from './spoil.ts';

/** One request, as it goes over the wire. */
export interface FuzzRequest {
  operation: OperationId;
  method: string;
  /** A role, `anonymous`, or `stranger` with a token that nobody gave out. */
  as: string;
  /** Percent-encoded path and query. */
  path: string;
  headers: Record<string, string>;
  body: string | Buffer | null;
}

/** Ids of records that exist, by the name of the path parameter that takes them. */
export type KnownIds = Readonly<Record<string, string>>;

/** Percent-encodes every code unit that a path may not hold; a lone surrogate becomes bytes that are no UTF-8. */
export function encode(text: string): string {
  return [...text]
    .map((each) => (/[\ud800-\udfff]/u.test(each) ? '%ED%A0%80' : encodeURIComponent(each)))
    .join('');
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(',');
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

const rubbishText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...RUBBISH_TEXTS) },
  { weight: 1, arbitrary: rubbish.map(asText) },
);

/** A part of a request: as the contract describes it, and otherwise. */
interface Part<T> {
  well: fc.Arbitrary<T>;
  ill: fc.Arbitrary<T>;
}

function pathOf(operation: Operation, known: KnownIds): Part<string> {
  const names = operation.path.split('/').map((part) => /^\{(\w+)\}$/.exec(part)?.[1] ?? null);
  const join = (wild: (id: string) => fc.Arbitrary<string>) => {
    const parts = operation.path
      .split('/')
      .map((part, at) => (names[at] == null ? fc.constant(part) : wild(known[names[at]] ?? 'x')));
    return fc.tuple(...parts).map((each) => each.join('/'));
  };
  const wild = fc.oneof(fc.constantFrom(...RUBBISH_TEXTS), fc.uuid()).map(encode);
  return {
    well: join((id) => fc.constant(id)),
    ill: join((id) => fc.oneof(wild, fc.constant(id))),
  };
}

function queryOf({ parameters }: Operation): Part<string> {
  const queries = parameters.filter((each) => each.in === 'query');
  const pair = ({ name, schema }: Parameter) =>
    valuesOf(schema).map((value) => `${name}=${encode(asText(value))}`);
  const join = (pairs: readonly string[]) => (pairs.length === 0 ? '' : `?${pairs.join('&')}`);
  const required = fc.tuple(...queries.filter((each) => each.required).map(pair));
  const others = queries.filter((each) => !each.required).map(pair);
  const some =
    others.length === 0 ? fc.constant([]) : fc.array(fc.oneof(...others), { maxLength: 2 });
  const spoilt = queries.map(({ name }) => rubbishText.map((value) => `${name}=${encode(value)}`));
  const strange = fc.tuple(rubbishText, rubbishText).map((each) => each.map(encode).join('='));
  const torn = fc.constantFrom('%', '%ff', '&&&', '=', 'limit', 'a[b]=1', '%u0041=1', '+=+');
  const wrong = fc.oneof(...spoilt, strange, torn);
  return {
    well: fc.tuple(required, some).map(([first, more]) => join([...first, ...more])),
    ill: fc
      .tuple(required, fc.array(wrong, { minLength: 1, maxLength: 3 }))
      .map((all) => join(all.flat())),
  };
}

/** What Node's own client would refuse to send is for the tests on raw sockets. */
function sendable(text: string): string {
  return text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 4_000);
}

function headersOf({ parameters }: Operation): Part<Record<string, string>> {
  const named = parameters.filter((each) => each.in === 'header');
  const record = (values: (parameter: Parameter) => fc.Arbitrary<string>) =>
    fc.record(Object.fromEntries(named.map((each) => [each.name, values(each)])), {
      requiredKeys: [],
    }) as fc.Arbitrary<Record<string, string>>;
  const common = ['accept', 'origin', 'x-request-id', 'sec-fetch-site', 'content-encoding'];
  const strange = fc.dictionary(fc.constantFrom(...common), rubbishText.map(sendable), {
    maxKeys: 2,
  });
  return {
    well: record(({ schema }) => valuesOf(schema).map(asText).map(sendable)),
    ill: fc
      .tuple(
        record(() => rubbishText.map(sendable)),
        strange,
      )
      .map(([own, more]) => ({ ...own, ...more })),
  };
}

const TORN_BODIES = [
  '{',
  '{"a":',
  '[]',
  'null',
  '"x"',
  '0',
  '{"a":1}{"a":2}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '['.repeat(20_000),
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  '\ufeff{}',
  '{"a":1e999}',
  '{"a":1,"a":2}',
];

type Body = string | Buffer | null;

/** A body as its operation takes it: JSON, or a form with lone surrogates as bytes that are no UTF-8. */
export function bodyText({ form }: Pick<Operation, 'form'>, value: unknown): string {
  if (!form) return JSON.stringify(value) ?? '';
  if (typeof value !== 'object' || value === null) return asText(value);
  return Object.entries(value)
    .map((pair) => pair.map((each) => encode(asText(each))).join('='))
    .join('&');
}

function bodyOf(operation: Operation): Part<Body> {
  const { bodySchema } = operation;
  const torn: fc.Arbitrary<Body> = fc.oneof(
    fc.constantFrom(...TORN_BODIES),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.constant(null),
  );
  if (bodySchema === null) return { well: fc.constant(null), ill: torn };
  const values = valuesOf(bodySchema);
  return {
    well: values.map((value) => bodyText(operation, value)),
    ill: fc.oneof(
      { weight: 5, arbitrary: spoiled(values).map((value) => bodyText(operation, value)) },
      { weight: 1, arbitrary: torn },
    ),
  };
}

/** What the body is sent as. */
export function bodyType({ form }: Pick<Operation, 'form'>): string {
  return form ? FORM : 'application/json';
}

function typeOf(operation: Operation): Part<string> {
  return {
    well: fc.constant(bodyType(operation)),
    ill: fc.constantFrom('text/plain', 'application/xml', 'multipart/form-data', FORM, 'x', ''),
  };
}

/** Mostly one part is wrong: what follows it is then reached. */
function either<T>({ well, ill }: Part<T>, [right, wrong]: [number, number]): fc.Arbitrary<T> {
  return fc.oneof({ weight: right, arbitrary: well }, { weight: wrong, arbitrary: ill });
}

function requestTo(
  operation: Operation,
  callers: fc.Arbitrary<string>,
  known: KnownIds,
): fc.Arbitrary<FuzzRequest> {
  return fc
    .tuple(
      callers,
      either(pathOf(operation, known), [3, 1]),
      either(queryOf(operation), [2, 1]),
      either(headersOf(operation), [3, 1]),
      either(bodyOf(operation), [1, 1]),
      either(typeOf(operation), [30, 1]),
    )
    .map(([as, path, query, headers, body, contentType]) => ({
      operation: operation.id,
      method: operation.method,
      as,
      path: path + query,
      headers: {
        ...headers,
        ...(body === null || contentType === '' ? {} : { 'content-type': contentType }),
      },
      body,
    }));
}

/** Requests to every operation alike. `callersOf` says who sends them. */
export function requestsTo(
  operations: readonly Operation[],
  callersOf: (operation: Operation) => fc.Arbitrary<string>,
  known: KnownIds,
): fc.Arbitrary<FuzzRequest> {
  return fc.oneof(
    ...operations.map((operation) => requestTo(operation, callersOf(operation), known)),
  );
}
