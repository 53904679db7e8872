import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Flow, searchParts, searchPath } from '@sas-kit/fhir';
import { windowOf } from './window.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

const WINDOWS = [
  // now, flow, ge, le, from, to
  [
    '2026-11-22T08:30:15.250Z',
    'ps',
    '2026-11-22T09:30:15.000+00:00',
    '2026-11-24T23:59:59.000+00:00',
    '2026-11-22T09:30:15.000Z',
    '2026-11-24T23:59:59.000Z',
  ],
  [
    '2026-11-22T08:30:15.250Z',
    'cpts',
    '2026-11-22T09:30:15.000',
    '2026-11-24T23:59:59.000',
    '2026-11-22T08:30:15.000Z',
    '2026-11-24T22:59:59.000Z',
  ],
  [
    '2026-11-22T08:30:15.250Z',
    'sos',
    '2026-11-22T09:30:15+01:00',
    '2026-11-24T23:59:59+01:00',
    '2026-11-22T08:30:15.000Z',
    '2026-11-24T22:59:59.999Z',
  ],
  // late in the evening of summer: the day in Paris is the next one
  [
    '2026-07-13T22:30:00.000Z',
    'cpts',
    '2026-07-14T00:30:00.000',
    '2026-07-16T23:59:59.000',
    '2026-07-13T22:30:00.000Z',
    '2026-07-16T21:59:59.000Z',
  ],
  // over the night in which summer ends
  [
    '2026-10-24T10:00:00.000Z',
    'sos',
    '2026-10-24T12:00:00+02:00',
    '2026-10-26T23:59:59+01:00',
    '2026-10-24T10:00:00.000Z',
    '2026-10-26T22:59:59.999Z',
  ],
  // and over that in which it begins
  [
    '2026-03-28T10:00:00.000Z',
    'cpts',
    '2026-03-28T11:00:00.000',
    '2026-03-30T23:59:59.000',
    '2026-03-28T10:00:00.000Z',
    '2026-03-30T21:59:59.000Z',
  ],
] as const;

for (const [now, flow, ge, le, from, to] of WINDOWS) {
  test(`${flow}, asked at ${now}`, () => {
    const window = windowOf(flow, Date.parse(now));
    assert.deepEqual([window.ge, window.le, iso(window.from), iso(window.to)], [ge, le, from, to]);
  });
}

test('the searches are written as the official kit and the guide write them', () => {
  const now = Date.parse('2026-11-22T08:30:15Z');
  const path = (flow: Flow, ids: string[]): string =>
    searchPath(flow, searchParts(flow, ids, windowOf(flow, now)));
  assert.equal(
    path('ps', ['810999001000', '810999001018']),
    '/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor' +
      '&schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C810999001000' +
      ',urn:oid:1.2.250.1.71.4.2.1%7C810999001018' +
      '&start=ge2026-11-22T09:30:15.000%2B00:00&start=le2026-11-24T23:59:59.000%2B00:00&status=free',
  );
  assert.equal(
    path('cpts', ['810999001000']),
    '/Slot?_include=Slot:schedule&_include=Slot:service-type-reference' +
      '&_include:iterate=Schedule:actor&_include:iterate=HealthcareService:organization' +
      '&schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C810999001000' +
      '&start=ge2026-11-22T09:30:15.000&start=le2026-11-24T23:59:59.000&status=free',
  );
  assert.equal(
    path('sos', ['390000090200016']),
    '/Schedule?_revinclude=Slot:schedule&_include=Schedule:actor:Location' +
      '&_include:iterate=Location:organization' +
      '&actor:Location.organization.identifier=urn:oid:1.2.250.1.71.4.2.2%7C390000090200016' +
      '&_has:Slot:schedule:start=ge2026-11-22T09:30:15%2B01:00' +
      '&_has:Slot:schedule:start=le2026-11-24T23:59:59%2B01:00&_has:Slot:schedule:status=free',
  );
});
