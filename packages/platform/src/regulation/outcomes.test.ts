import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoryOf, hubCodes, type Category, type Outcome, type OutcomeForm } from './outcomes.ts';

/** Outcome, form, category → typeDecision, typeOrientation, typeRessource. */
const CODES: [Outcome, OutcomeForm | null, Category | null, (string | null)[]][] = [
  ['advice', null, null, ['CONSEIL', null, null]],
  ['advice', 'phone-prescription', null, ['PMT', null, null]],
  ['unscheduled-consultation', null, null, ['ORIENT', 'CABINET', 'LIBERAL']],
  ['unscheduled-consultation', null, 'PS', ['ORIENT', 'CABINET', 'LIBERAL.MG']],
  ['unscheduled-consultation', null, 'SOS', ['ORIENT', 'CABINET', 'LIBERAL.SOS']],
  ['unscheduled-consultation', null, 'MSP', ['ORIENT', 'CABINET', 'LIBERAL.MSPD']],
  ['unscheduled-consultation', null, 'CPTS', ['ORIENT', 'CABINET', 'LIBERAL']],
  ['unscheduled-consultation', null, 'CDS', ['ORIENT', 'CABINET', 'LIBERAL']],
  ['unscheduled-consultation', null, 'PDM', ['ORIENT', 'CABINET', 'LIBERAL']],
  ['unscheduled-consultation', 'home-visit', 'SOS', ['INTER', 'DOMICILE', 'LIBERAL.SOS']],
  ['unscheduled-consultation', 'home-visit', 'PS', ['INTER', 'DOMICILE', 'LIBERAL.MG']],
  ['unscheduled-consultation', 'teleconsultation', 'PS', ['ORIENT', 'CABINET', 'LIBERAL.MG']],
  ['emergency-department', null, null, ['ORIENT', 'URGENCES', null]],
  ['ambulance', null, null, ['INTER', null, 'TSU']],
  ['smur', null, null, ['INTER', null, 'SMUR']],
  ['other-prehospital-team', null, null, ['INTER', null, null]],
];

for (const [outcome, form, category, [typeDecision, typeOrientation, typeRessource]] of CODES) {
  test(`${outcome}, ${form ?? 'no form'}, ${category ?? 'nobody'}: ${typeDecision}`, () => {
    assert.deepEqual(hubCodes(outcome, form, category), {
      typeDecision,
      typeOrientation,
      typeRessource,
    });
  });
}

test('of structures, those that receive people by telephone have a category', () => {
  const kinds = ['sos', 'cpts', 'msp', 'cds', 'practice', 'hospital', 'samu'] as const;
  assert.deepEqual(kinds.map(categoryOf), ['SOS', 'CPTS', 'MSP', 'CDS', null, null, null]);
});
