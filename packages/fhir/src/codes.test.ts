import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  BOOKING_MODES,
  CODE_SYSTEMS,
  CONSULTATION_TYPES,
  ESTABLISHMENT_CATEGORIES,
  isCode,
  ORIENTATION_CATEGORIES,
  PROFESSIONS,
  SLOT_TYPES,
} from './codes.ts';
import { GUIDE_DIFFERENCES } from './guide.ts';
import { findSpecialty, SPECIALTY_CODES, specialtyLabel } from './specialties.ts';
import { SHARED, SHARED_ABSENT, sharedJson } from './testing/shared.ts';

interface CodeList {
  system: string;
  codes: Record<string, string>;
}

test('code systems and codes are those of the national nomenclatures', (t) => {
  if (SHARED === null) return t.skip(SHARED_ABSENT);
  const lists = sharedJson('data/nos-codes.json') as Record<string, CodeList>;
  const tables: [string, string, readonly string[]][] = [
    ['TRE_R38', CODE_SYSTEMS.specialty, SPECIALTY_CODES],
    ['TRE_G15', CODE_SYSTEMS.profession, Object.keys(PROFESSIONS)],
    ['TRE_R66', CODE_SYSTEMS.establishment, Object.keys(ESTABLISHMENT_CATEGORIES)],
    ['TRE_R314', CODE_SYSTEMS.slotType, Object.keys(SLOT_TYPES)],
    ['ActCode', CODE_SYSTEMS.consultationType, Object.keys(CONSULTATION_TYPES)],
    ['v2-0276', CODE_SYSTEMS.appointmentType, Object.keys(BOOKING_MODES)],
  ];
  for (const [name, system, codes] of tables) {
    assert.equal(system, lists[name]!.system);
    assert.deepEqual([...codes].sort(), Object.keys(lists[name]!.codes).sort(), name);
  }
});

test('the labels of specialties are those of the reference data of the repository', () => {
  const file = new URL('../../../data/specialties.json', import.meta.url);
  const records = JSON.parse(readFileSync(file, 'utf8')) as {
    code: string;
    fr: string;
    en: string;
  }[];
  assert.equal(records.length, SPECIALTY_CODES.length);
  for (const { code, fr, en } of records) assert.deepEqual(specialtyLabel(code), { fr, en });
});

test('a specialty is found by its code or by its whole label', () => {
  const cases: [string, string | null][] = [
    ['SM54', 'SM54'],
    [' sm 54 ', 'SM54'],
    ['Médecine générale', 'SM54'],
    ['MEDECINE GENERALE (SM)', 'SM54'],
    ['General practice', 'SM54'],
    ['Pédiatrie', 'SM40'],
    ['Médecine du sport', null],
    ['SM99', null],
    ['constructor', null],
    ['', null],
  ];
  for (const [text, code] of cases) assert.equal(findSpecialty(text), code, text);
  assert.equal(specialtyLabel('toString'), null);
});

test('every orientation category has a code of its own and labels in both languages', () => {
  const codes = Object.values(ORIENTATION_CATEGORIES).map(
    ({ system, code }) => `${system}|${code}`,
  );
  assert.equal(new Set(codes).size, 6);
  assert.ok(isCode(ORIENTATION_CATEGORIES, 'PS'));
  assert.ok(!isCode(ORIENTATION_CATEGORIES, 'toString'));
  for (const { id, '1.1': older, '1.2': newer } of GUIDE_DIFFERENCES) {
    assert.notDeepEqual(older, newer, id);
  }
});
