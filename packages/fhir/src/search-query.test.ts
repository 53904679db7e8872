import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeSearchValue, searchParts, searchPath } from './search-query.ts';

const window = { ge: '2026-11-23T08:00:00.000+01:00', le: '2026-11-25T08:00:00.000+01:00' };
const GE = '2026-11-23T08:00:00.000%2B01:00';
const LE = '2026-11-25T08:00:00.000%2B01:00';
const PRACTITIONER = 'urn:oid:1.2.250.1.71.4.2.1%7C';
const STRUCTURE = 'urn:oid:1.2.250.1.71.4.2.2%7C';

const searches: [flow: 'ps' | 'cpts' | 'sos', ids: string[], path: string][] = [
  [
    'ps',
    ['810999900018', '0769900018'],
    `/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor&schedule.actor:Practitioner.identifier=${PRACTITIONER}810999900018,${PRACTITIONER}0769900018&start=ge${GE}&start=le${LE}&status=free`,
  ],
  [
    'cpts',
    ['810999900018'],
    `/Slot?_include=Slot:schedule&_include=Slot:service-type-reference&_include:iterate=Schedule:actor&_include:iterate=HealthcareService:organization&schedule.actor:Practitioner.identifier=${PRACTITIONER}810999900018&start=ge${GE}&start=le${LE}&status=free`,
  ],
  [
    'sos',
    ['390000090200016'],
    `/Schedule?_revinclude=Slot:schedule&_include=Schedule:actor:Location&_include:iterate=Location:organization&actor:Location.organization.identifier=${STRUCTURE}390000090200016&_has:Slot:schedule:start=ge${GE}&_has:Slot:schedule:start=le${LE}&_has:Slot:schedule:status=free`,
  ],
];
for (const [flow, ids, path] of searches) {
  test(`the search of ${flow} is written as the guide has it`, () => {
    assert.equal(searchPath(flow, searchParts(flow, ids, window)), path);
  });
}

const values: [value: string, escaped: string][] = [
  ['+', '%2B'],
  ['|', '%7C'],
  ['&start=x', '%26start%3Dx'],
  ['a,b:c', 'a,b:c'],
  ['é', '%C3%A9'],
];
for (const [value, escaped] of values) {
  test(`« ${value} » is escaped to ${escaped}`, () => {
    assert.equal(escapeSearchValue(value), escaped);
    assert.equal(new URLSearchParams(`x=${escaped}`).get('x'), value);
  });
}
