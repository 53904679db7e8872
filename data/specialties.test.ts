import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';

interface Specialty {
  code: string;
  fr: string;
  en: string;
  synonyms: string[];
  group?: 'general-practice';
}

const specialties = JSON.parse(
  readFileSync(new URL('specialties.json', import.meta.url), 'utf8'),
) as Specialty[];

/** The codes of TRE_R38 that the SAS tells apart. */
const COUNT = 63;

const label = { type: 'string', minLength: 2, maxLength: 60, pattern: '^\\S(.*\\S)?$' };
const schema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['code', 'fr', 'en', 'synonyms'],
    properties: {
      code: { type: 'string', pattern: '^SM\\d{2}$' },
      fr: label,
      en: label,
      synonyms: { type: 'array', minItems: 1, uniqueItems: true, items: label },
      group: { const: 'general-practice' },
    },
  },
};

test('every entry has a code, a French and an English label and synonyms', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  assert.ok(validate(specialties), JSON.stringify(validate.errors, null, 2));
});

test('codes and labels are unique, codes in order', () => {
  const codes = specialties.map(({ code }) => code);
  assert.equal(codes.length, COUNT);
  assert.deepEqual(codes, [...new Set(codes)].toSorted());
  for (const language of ['fr', 'en'] as const) {
    assert.equal(new Set(specialties.map((specialty) => specialty[language])).size, COUNT);
  }
});

test('SM26, SM53 and SM54 are all general practice, and nothing else is', () => {
  const general = specialties.filter(({ group }) => group === 'general-practice');
  assert.deepEqual(
    general.map(({ code }) => code),
    ['SM26', 'SM53', 'SM54'],
  );
  for (const { synonyms } of general) assert.ok(synonyms.includes('généraliste'));
});
