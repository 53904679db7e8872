import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf, type FactsRow } from './facts.ts';

const row: FactsRow = {
  appointment: 'a',
  method: 'CreateAppointment',
  told: {
    status: 'booked',
    startsAt: '2026-11-24T09:00:00+01:00',
    endsAt: '2026-11-24T09:20:00+01:00',
    category: null,
  },
  orientation: null,
  booked: new Date('2026-11-23T08:00:00+01:00'),
  zone: 'Europe/Paris',
  practitioner: null,
  structure: null,
  account: {
    nationalId: '810999900133',
    family: 'PETIT',
    given: 'Anne',
    email: 'anne.petit@samu.example',
  },
  desk: { family: 'RÉGULATION', given: 'SAS', email: 'regulation@samu.example' },
};
const structure = (kind: string) => ({ kind, name: 'Structure', nationalId: '1760000001' });

test('who booked is named where there is a name and an address, else the desk', () => {
  const { identifier, ...named } = factsOf(row).regulator;
  assert.deepEqual(named, { family: 'PETIT', given: 'Anne', email: 'anne.petit@samu.example' });
  assert.deepEqual(identifier, { kind: 'national', value: '810999900133' });
  for (const account of [null, { ...row.account!, email: null }, { ...row.account!, given: null }])
    assert.deepEqual(factsOf({ ...row, account }).regulator, row.desk);
});

for (const [what, told, orientation, kind, category] of [
  ['what an editor says goes first', 'PDM', 'SOS', 'msp', 'PDM'],
  ['then what the orientation says', null, 'SOS', 'msp', 'SOS'],
  ['then the kind of the structure', null, null, 'msp', 'MSP'],
  ['a health centre', null, null, 'cds', 'CDS'],
  ['a CPTS', null, null, 'cpts', 'CPTS'],
  ['SOS Médecins', null, null, 'sos', 'SOS'],
  ['any other is a practice', null, null, 'practice', 'PS'],
] as const)
  test(`category: ${what}`, () => {
    const facts = factsOf({
      ...row,
      told: { ...row.told, category: told },
      orientation,
      structure: structure(kind),
    });
    assert.equal(facts.orientation, category);
  });
