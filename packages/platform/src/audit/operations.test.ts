import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileContract } from '../http/contract.ts';
import { auditedOperations, recordOf } from './operations.ts';

test('the record is what the path ends in, or what the call makes', () => {
  const table: [string, boolean, { kind: string; parameter: string | null }][] = [
    ['/v1/appointments', true, { kind: 'appointment', parameter: null }],
    [
      '/v1/appointments/{appointmentId}',
      false,
      { kind: 'appointment', parameter: 'appointmentId' },
    ],
    [
      '/v1/appointments/{appointmentId}/cancel',
      false,
      { kind: 'appointment', parameter: 'appointmentId' },
    ],
    ['/v1/schedules/{scheduleId}/absences', true, { kind: 'absence', parameter: null }],
    ['/v1/schedules/{scheduleId}/slots', false, { kind: 'schedule', parameter: 'scheduleId' }],
    ['/v1/schedules/{scheduleId}/rules/{ruleId}', false, { kind: 'rule', parameter: 'ruleId' }],
    ['/v1/news', true, { kind: 'news', parameter: null }],
    ['/v1/territories', false, { kind: 'territory', parameter: null }],
    ['/v1/call-events/{callEventId}', false, { kind: 'call-event', parameter: 'callEventId' }],
  ];
  for (const [path, creates, expected] of table) {
    assert.deepEqual(recordOf(path, creates), expected, path);
  }
});

test('a path parameter that is a secret is never the record', () => {
  const operations = auditedOperations();
  for (const id of ['extendHold', 'releaseHold']) {
    assert.deepEqual([operations.get(id)!.kind, operations.get(id)!.parameter], ['hold', null], id);
  }
});

test('every method but GET is a change; every operation of the contract is known', () => {
  const audited = auditedOperations();
  const operations = compileContract();
  assert.equal(audited.size, operations.length);
  for (const { id, method } of operations)
    assert.equal(audited.get(id)!.changes, method !== 'GET', id);
});
