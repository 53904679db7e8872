import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { contract } from '../generated/contract.ts';
import { exampleOf } from './example.ts';
import { createRandom } from './random.ts';
import { faultsOf } from './schema.ts';

const definitions = JSON.parse(
  JSON.stringify(contract.schemas).replaceAll(/"\$ref":"(\w+)"/g, '"$ref":"#/$defs/$1"'),
) as object;
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
ajv.addSchema({ $id: 'contract', $defs: definitions });

/** Keyword and place of every fault, as the platform's validator tells them. */
function judged(name: string, value: unknown): string[] {
  const validate = ajv.getSchema(`contract#/$defs/${name}`)!;
  if (validate(value) === true) return [];
  return validate.errors!.map(({ keyword, instancePath, params }) => {
    const member = (params['additionalProperty'] ?? params['missingProperty'] ?? '') as string;
    return `${keyword} ${instancePath} ${member}`;
  });
}

const own = (name: string, value: unknown) =>
  faultsOf({ $ref: name }, value).map(
    ({ keyword, pointer, member = '' }) => `${keyword} ${pointer} ${member}`,
  );

const RUBBISH: unknown[] = [
  ...[null, true, 0, -1, 2, 0.5, 1e9, '', ' ', 'x', 'é', '15', '0', [], {}, [1, 1], ['AMB', 'AMB']],
  ...['2026-11-23', '2026-02-30', '2026-11-23T09:00:00+01:00', '2026-11-23T09:00:00', '1999-01-01'],
  ...[
    '2026-06-30T23:59:60Z',
    '2026-11-23T09:00:60Z',
    '2026-11-23 09:00:00Z',
    '2026-11-23T24:00:00Z',
  ],
  ...['mon', 'PUBLIC', 'SM54', '09:00', '24:00', '76351', '2A004', '810999900018', 'a@b', 'a@b.fr'],
  ...['https://a.example', 'ftp://a', 'a'.repeat(300), '<b>', '😀', '__proto__', { a: 1 }],
];

/** The value with one of its places changed, dropped or added. */
function mutate(value: unknown, random: () => number): unknown {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  if (typeof value !== 'object' || value === null || random() < 0.25) return pick(RUBBISH);
  if (Array.isArray(value)) {
    const at = Math.floor(random() * (value.length + 1));
    return value.toSpliced(at, 1, at < value.length ? mutate(value[at], random) : pick(RUBBISH));
  }
  const members = Object.entries(value);
  const way = random();
  if (way < 0.15) return { ...value, another: pick(RUBBISH) };
  const [name, member] = members.length === 0 ? ['one', 1] : pick(members);
  const rest = Object.fromEntries(members.filter(([each]) => each !== name));
  return way < 0.3 ? rest : { ...value, [name]: mutate(member, random) };
}

describe('the validator of the fake platform', () => {
  // The one schema of answers that asks for what no other keyword has looked at.
  const names = Object.keys(contract.schemas).filter(
    (name) => !['TerritoryRegime', 'TerritoryChangeResult'].includes(name),
  );

  it('knows every keyword of the contract', () => {
    const known = new Set(
      (
        '$ref type enum const properties required additionalProperties items allOf anyOf oneOf ' +
        'minLength maxLength pattern format minimum maximum minItems maxItems uniqueItems ' +
        'minProperties default examples unevaluatedProperties x-transitions'
      ).split(' '),
    );
    const visit = (schema: unknown, isMap = false): void => {
      if (Array.isArray(schema)) return schema.forEach((each) => visit(each));
      if (typeof schema !== 'object' || schema === null) return;
      for (const [keyword, inner] of Object.entries(schema)) {
        if (!isMap) assert.ok(known.has(keyword), keyword);
        if (['examples', 'default', 'x-transitions', 'enum'].includes(keyword) && !isMap) continue;
        visit(inner, !isMap && keyword === 'properties');
      }
    };
    visit(contract.schemas, true);
  });

  it('finds what the validator of the platform finds, in its order', () => {
    const random = createRandom(7);
    let refused = 0;
    for (const name of names) {
      const example = exampleOf({ $ref: name });
      for (let round = 0; round < 120; round += 1) {
        let value = example;
        for (let times = Math.floor(random() * 4); times >= 0; times -= 1) {
          value = mutate(value, random);
        }
        const expected = judged(name, value);
        assert.deepEqual(own(name, value), expected, `${name} ${JSON.stringify(value)}`);
        if (expected.length > 0) refused += 1;
      }
    }
    assert.ok(refused > names.length * 40, `only ${refused} were refused`);
  });

  it('the examples of all schemas are valid for both', () => {
    for (const name of Object.keys(contract.schemas)) {
      const example = exampleOf({ $ref: name });
      assert.deepEqual(judged(name, example), [], `${name} ${JSON.stringify(example)}`);
      assert.deepEqual(own(name, example), [], name);
    }
  });
});
