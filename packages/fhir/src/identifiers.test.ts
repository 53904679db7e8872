import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasLuhnDigit, hasSiretDigit } from './check-digit.ts';
import {
  parseFiness,
  parsePracticeId,
  parsePractitionerId,
  parseSiret,
  parseStructureId,
  pickStructureIdentifier,
  type PractitionerIdKind,
} from './identifiers.ts';

const people: [string, PractitionerIdKind | null, string?, string?][] = [
  ['10999001000', 'rpps', '810999001000', 'right'],
  ['810999001000', 'rpps', '810999001000', 'right'],
  ['10 999 001 000', 'rpps', '810999001000', 'right'],
  ['10.999.001.000', 'rpps', '810999001000', 'right'],
  ['\u00a010999001000\t', 'rpps', '810999001000', 'right'],
  ['urn:oid:1.2.250.1.71.4.2.1|810999001000', 'rpps', '810999001000', 'right'],
  ['810100050075', 'rpps', '810100050075', 'wrong'],
  ['800001288385', 'rpps', '800001288385', 'wrong'],
  ['761234567', 'adeli', '0761234567', 'none'],
  ['0761234567', 'adeli', '0761234567', 'none'],
  ['2a1234567', 'adeli', '02A1234567', 'none'],
  ['3620100057/70326SR', 'hospital', '3620100057/70326SR', 'none'],
  ['620100057/70326SR', 'hospital', '3620100057/70326SR', 'none'],
  ['3 620 100 057 / 70326SR', 'hospital', '3620100057/70326SR', 'none'],
  [
    'B6E39355-8a61-4556-b340-36f7b95fec6a',
    'technical',
    'b6e39355-8a61-4556-b340-36f7b95fec6a',
    'none',
  ],
  ['', null],
  ['   ', null],
  ['1099900100', null],
  ['109990010000000', null],
  ['910999001000', null],
  ['Dr Aubry', null],
  ['1234/', null],
  ['/', null],
  ['9'.repeat(5000), null],
];

test('a national identifier is understood in every form a practice types', () => {
  for (const [typed, kind, sas, checkDigit] of people) {
    const id = parsePractitionerId(typed);
    assert.equal(id?.kind ?? null, kind, typed.slice(0, 40));
    if (id === null) continue;
    assert.deepEqual([id.sas, id.checkDigit], [sas, checkDigit], typed);
    assert.equal(parsePractitionerId(id.sas)?.sas, sas);
    assert.equal(id.type, kind === 'technical' ? 'INTRN' : 'IDNPS');
  }
});

test('a structure is understood with and without its prefix', () => {
  const cases: [typeof parseFiness, string, string | null, string?][] = [
    [parseFiness, '760009001', '1760009001', 'right'],
    [parseFiness, '1760009001', '1760009001', 'right'],
    [parseFiness, '76 000 900 1', '1760009001', 'right'],
    [parseFiness, '760009002', '1760009002', 'wrong'],
    [parseFiness, '2A0000014', '12A0000014', 'none'],
    [parseFiness, '76000900', null],
    [parseFiness, '2760009001', null],
    [parseSiret, '90000010000017', '390000010000017', 'right'],
    [parseSiret, '390000010000017', '390000010000017', 'right'],
    [parseSiret, '900 000 100 00017', '390000010000017', 'right'],
    [parseSiret, '35600000000048', '335600000000048', 'right'],
    [parseSiret, '9000001000001', null],
    [parsePracticeId, '410999005027001', '410999005027001', 'none'],
    [parsePracticeId, '10999005027001', '410999005027001', 'none'],
    [parsePracticeId, '076123456701', '076123456701', 'none'],
    [parsePracticeId, '0761234567', null],
    [parseStructureId, '760009001', '1760009001', 'right'],
    [parseStructureId, '390000010000017', '390000010000017', 'right'],
    [parseStructureId, '412345678912345', '412345678912345', 'none'],
    [parseStructureId, 'néant', null],
  ];
  for (const [parse, typed, sas, checkDigit] of cases) {
    const id = parse(typed);
    assert.equal(id?.sas ?? null, sas, `${parse.name} ${typed}`);
    if (checkDigit !== undefined) assert.equal(id?.checkDigit, checkDigit, typed);
  }
});

test('a structure is sent by FINESS, else SIRET, else RPPS rang, never by ADELI rang', () => {
  const finess = '760009001';
  const siret = '90000010000017';
  const practiceId = '410999005027001';
  const pick = (ids: Parameters<typeof pickStructureIdentifier>[0]) =>
    pickStructureIdentifier(ids)?.sas ?? null;
  assert.equal(pick({ finess, siret, practiceId }), '1760009001');
  assert.equal(pick({ siret, practiceId }), '390000010000017');
  assert.equal(pick({ practiceId }), practiceId);
  assert.equal(pick({ practiceId: '076123456701' }), null);
  assert.equal(
    pickStructureIdentifier({ practiceId: '076123456701' }, { adeliRang: true })?.kind,
    'adeli-rang',
  );
  assert.equal(pick({ finess: siret }), '390000010000017', 'a SIRET typed in the wrong field');
  assert.equal(pick({ finess: 'n/a', siret: '' }), null);
  assert.equal(pick({}), null);
  assert.equal(pick(undefined), null);
});

test("Luhn's check knows right from wrong, and La Poste", () => {
  assert.ok(hasLuhnDigit('79927398713'));
  assert.ok(!hasLuhnDigit('79927398710'));
  assert.ok(hasSiretDigit('35600000000048'));
  assert.ok(hasSiretDigit('35600000049837'));
  assert.ok(!hasSiretDigit('35600000049838'));
});
