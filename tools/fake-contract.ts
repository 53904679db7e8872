import { readFileSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerPreflight, corsHeaders } from '../packages/platform/src/http/cors.ts';
import { ProblemError, type ErrorCode } from '../packages/platform/src/http/problem.ts';
import { RIGHTS, SLOTS } from '../packages/platform/src/identity/rights.ts';

/** Where the contract stands that the fake platform of the client reads. */
export const FAKE_CONTRACT = 'packages/client/src/generated/contract.ts';
/** Where its specialties stand. */
export const FAKE_SPECIALTIES = 'packages/client/src/generated/specialties.ts';

type Json = Record<string, unknown>;

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Json;
}

interface Media {
  content?: Record<string, { schema: Json }>;
}

interface RawOperation extends Json {
  operationId: string;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: Media & { required?: boolean };
  responses: Record<string, Media | { $ref: string }>;
}

interface Document {
  info: { version: string };
  paths: Record<string, Json & { parameters?: Parameter[] }>;
  components: { schemas: Record<string, Json> } & Record<string, Record<string, unknown>>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const FORM = 'application/x-www-form-urlencoded';
/** Words for people: a program does not read them. */
const WORDS = new Set(['description', 'summary', 'title']);
/** Members whose members are names, not keywords. */
const MAPS = new Set(['properties', '$defs']);

/** A schema without its words, its references by name. */
function plain(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(
    ([name, member]) => isMap || !WORDS.has(name) || typeof member !== 'string',
  );
  return Object.fromEntries(
    members.map(([name, member]) =>
      name === '$ref' && typeof member === 'string'
        ? [name, member.split('/').at(-1)]
        : [name, plain(member, !isMap && MAPS.has(name))],
    ),
  );
}

function resolver({ components }: Document) {
  return <T>(value: T | { $ref: string }): T => {
    if (typeof value !== 'object' || value === null || !('$ref' in value)) return value;
    const [, , group = '', name = ''] = value.$ref.split('/');
    return components[group]?.[name] as T;
  };
}

function jsonOf({ content = {} }: Media): unknown {
  const media = content['application/json'] ?? content['application/problem+json'] ?? content[FORM];
  return media === undefined ? null : plain(media.schema);
}

/** Every operation of the bundled contract, as the fake platform reads it. */
export function operationsOf(bundled: unknown) {
  const document = bundled as Document;
  const resolve = resolver(document);
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => {
      const raw = item[method] as RawOperation;
      const parameters = [...(item.parameters ?? []), ...(raw.parameters ?? [])].map((each) =>
        resolve<Parameter>(each),
      );
      const responses = Object.entries(raw.responses).map(([status, answer]) => [
        status,
        jsonOf(resolve<Media>(answer)),
      ]);
      return {
        id: raw.operationId,
        method: method.toUpperCase(),
        path,
        right: raw['x-right'] === 'open' ? null : raw['x-right'],
        parameters: parameters.map(({ name, in: place, required, schema }) => ({
          name,
          in: place,
          required: required ?? false,
          schema: plain(schema),
        })),
        body: jsonOf(raw.requestBody ?? {}),
        bodyRequired: raw.requestBody?.required ?? false,
        form: raw.requestBody?.content?.[FORM] !== undefined,
        ignoresUnknown: raw['x-ignores-unknown'] ?? false,
        responses: Object.fromEntries(responses.filter(([status]) => status !== 'default')),
      };
    }),
  );
}

/** Status and title of every code. */
function problemsOf(codes: readonly ErrorCode[]) {
  const told = codes.map((code) => new ProblemError(code).toProblem(''));
  return Object.fromEntries(told.map(({ code, status, title }) => [code, [status, title]]));
}

/** Headers of the answer to a preflight, and those that every page may read. */
function corsOf() {
  let preflight: Record<string, string> = {};
  const reply = {
    code: () => reply,
    headers: (headers: Record<string, string>) => ((preflight = headers), reply),
    send: () => reply,
  };
  const headers = { 'access-control-request-method': 'POST' };
  const request = { method: 'OPTIONS', headers };
  answerPreflight(request as unknown as FastifyRequest, reply as unknown as FastifyReply);
  return { preflight, exposed: corsHeaders('*')['access-control-expose-headers'] };
}

/** One member a line, so that a change of the contract shows as what it is. */
function lines(members: Record<string, unknown>): string {
  const each = Object.entries(members).map(
    ([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  );
  return `{\n${each.join('')}  }`;
}

/** The module that holds operations, schemas, rights and problems, and no word for people. */
export function fakeContract(bundled: unknown): string {
  const document = bundled as Document;
  const { schemas } = document.components;
  const codes = schemas['ErrorCode']?.['enum'] as ErrorCode[];
  const operations = operationsOf(bundled).map((each) => `    ${JSON.stringify(each)},\n`);
  return `// Generated from openapi/platform.yaml by \`npm run generate\`. Do not edit.
import type { Contract } from '../fake-platform/contract.ts';

export const contract: Contract = {
  version: ${JSON.stringify(document.info.version)},
  operations: [
${operations.join('')}  ],
  schemas: ${lines(plain(schemas, true) as Json)},
  rights: ${lines(RIGHTS)},
  slots: ${lines(SLOTS)},
  problems: ${lines(problemsOf(codes))},
  cors: ${lines(corsOf())},
};
`;
}

interface Specialty {
  code: string;
  fr: string;
  en: string;
  synonyms: string[];
  group?: string;
}

/** The module that holds the specialties of `data/`. */
export function fakeSpecialties(): string {
  const file = new URL('../data/specialties.json', import.meta.url);
  const records = JSON.parse(readFileSync(file, 'utf8')) as Specialty[];
  const rows = records.map(({ code, fr, en, synonyms, group = code }) =>
    JSON.stringify({ code, label: fr, labelEn: en, group, words: synonyms.join(' ') }),
  );
  return `// Generated from data/specialties.json by \`npm run generate\`. Do not edit.

/** Specialties; those of one group mean the same to a person who searches. */
export const specialties: readonly {
  readonly code: string;
  readonly label: string;
  readonly labelEn: string;
  readonly group: string;
  readonly words: string;
}[] = [
${rows.map((row) => `  ${row},\n`).join('')}];
`;
}
