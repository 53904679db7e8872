import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HubAppointment } from '@sas-kit/fhir/hub';
import { differences } from './differences.ts';

const TOLD: HubAppointment = {
  appointmentId: 'rdv-1',
  method: 'CreateAppointment',
  created: '2026-11-23T09:01:00+01:00',
  start: '2026-11-24T09:00:00+01:00',
  end: '2026-11-24T09:20:00+01:00',
  status: 'booked',
  orientationCategory: 'PS',
  regulator: {
    regulatorEmail: 'regulation@samu.example',
    regulatorName: 'RÉGULATION',
    regulatorFirstname: 'SAS',
  },
};

const ROWS = [
  ['as it was told', {}, []],
  ['the same instant under another offset', { start: '2026-11-24T08:00:00Z' }, []],
  [
    'an hour late: both times as people read them',
    { start: '2026-11-24T10:00:00+01:00' },
    [['start', '2026-11-24T10:00:00+01:00', '2026-11-24T09:00:00+01:00']],
  ],
  ['no time', { start: 'demain' }, [['start', 'demain', '2026-11-24T09:00:00+01:00']]],
  ['no end', { end: undefined }, [['end', undefined, '2026-11-24T09:20:00+01:00']]],
] as const;

for (const [what, changes, expected] of ROWS)
  test(`what is shown: ${what}`, () => {
    const { start, end, status } = TOLD;
    assert.deepEqual(differences({ start, end, status, ...changes } as object, TOLD), expected);
  });

test('an end that was never told is a difference, and none on both sides is not', () => {
  const { end, ...endless } = TOLD;
  assert.deepEqual(differences({ ...endless, end } as object, endless), [['end', end, undefined]]);
  assert.deepEqual(differences(endless as object, endless), []);
});
