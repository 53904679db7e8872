/**
 * Docstrings of the contract's types in the client: what the contract says of a schema, and which
 * operations take or answer it. The names are listed by hand, in the file itself.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './run.ts';

/** Where they stand. */
export const CONTRACT_TYPES = 'packages/client/src/types.ts';

interface Schema {
  description?: string;
  type?: string;
}

interface Operation {
  operationId: string;
  requestBody?: object;
  responses: Record<string, object>;
}

interface Contract {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** Names of the schemas that a part of the contract refers to. */
const refersTo = (part: unknown): Set<string> =>
  new Set(
    [...JSON.stringify(part ?? {}).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name!,
    ),
  );

const COMBINED = ['allOf', 'anyOf', 'oneOf'];
const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);

function operationsOf({ paths }: Contract): Operation[] {
  return Object.values(paths).flatMap((item) =>
    Object.entries(item).flatMap(([method, operation]) => (METHODS.has(method) ? [operation] : [])),
  );
}

const few = (names: readonly string[]): string => {
  const shown = names.slice(0, 4).map((name) => `\`${name}\``);
  return [...shown, ...(names.length > 4 ? ['others'] : [])].join(', ');
};

/** `Body of …`, `Answer of …`; of what is neither, `Part of …`. */
function usesOf(contract: Contract): (name: string) => string[] {
  const operations = operationsOf(contract).map(({ operationId, requestBody, responses }) => ({
    operationId,
    takes: refersTo(requestBody),
    answers: refersTo(Object.entries(responses).filter(([status]) => status.startsWith('2'))),
  }));
  const parts = Object.entries(contract.components.schemas).map(
    ([whole, schema]) => [whole, refersTo(schema)] as const,
  );
  return (name) => {
    const using = (which: 'takes' | 'answers') =>
      operations.filter((each) => each[which].has(name)).map((each) => each.operationId);
    const direct = [
      ['Body of', using('takes')],
      ['Answer of', using('answers')],
    ] as const;
    const told = direct.filter(([, names]) => names.length > 0);
    if (told.length > 0) return told.map(([what, names]) => `${what} ${few(names)}.`);
    const wholes = parts.filter(([, refers]) => refers.has(name)).map(([whole]) => whole);
    return wholes.length > 0 ? [`Part of ${few(wholes)}.`] : [];
  };
}

/** A `description` in one line, without what would end a comment. */
const oneLine = (text: string): string =>
  text.trim().replaceAll(/\s+/g, ' ').replaceAll('*/', '*\\/');

/** Cuts a text into lines of at most 100 characters, for a comment. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 96) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}

function comment(text: string): string {
  const lines = wrapped(text);
  return lines.length === 1
    ? `/** ${text} */`
    : ['/**', ...lines.map((line) => ` * ${line}`), ' */'].join('\n');
}

/** An interface has its name in what an editor shows and a compiler says; an alias has not. */
function declaration(name: string, schema: Schema): string {
  const isObject = schema.type === 'object' && !COMBINED.some((keyword) => keyword in schema);
  return isObject
    ? `interface ${name} extends Schema<'${name}'> {}`
    : `type ${name} = Schemas['${name}'];`;
}

/** The file as the contract says, with the names that it has. */
export async function contractTypes(contract: Contract): Promise<string> {
  const path = join(root, CONTRACT_TYPES);
  const names = [
    ...(await readFile(path, 'utf8')).matchAll(/^export (?:type|interface) (\w+)/gm),
  ].map(([, name]) => name!);
  const uses = usesOf(contract);
  const types = [...new Set(names)].sort().map((name) => {
    const schema = contract.components.schemas[name];
    if (schema === undefined) throw new Error(`${CONTRACT_TYPES}: the contract has no ${name}`);
    const texts = [...(schema.description ? [oneLine(schema.description)] : []), ...uses(name)];
    return `${comment(texts.join(' '))}\nexport ${declaration(name, schema)}`;
  });
  const head = `/**
 * The contract's schemas under short names. The names are listed by hand; \`npm run generate\` writes what
 * each is for.
 */
/* eslint-disable @typescript-eslint/no-empty-object-type -- they name the types of the contract */
import type { components } from './generated/platform.ts';

type Schemas = components['schemas'];
type Schema<Name extends keyof Schemas> = Schemas[Name];
`;
  const options = await resolveConfig(path);
  return format([head, ...types].join('\n'), { ...options, filepath: path });
}
