import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { type AuditException, type AuditReport, judge } from './audit-gate.ts';
import type { Lock } from './lock.ts';

const LOCK: Lock = {
  'node_modules/served': { version: '1.0.0' },
  'node_modules/builder': { version: '1.0.0', dev: true },
};
const TODAY = '2026-11-22';

const advisory = (name: string, severity: 'low' | 'moderate' | 'high') => ({
  url: `https://github.com/advisories/GHSA-${name}-0001`,
  title: 'Prototype pollution',
  name,
  severity,
});

const report: AuditReport = {
  vulnerabilities: {
    served: { nodes: ['node_modules/served'], via: [advisory('served', 'low')] },
    builder: {
      nodes: ['node_modules/builder'],
      via: [advisory('builder', 'high'), advisory('builder', 'moderate')],
    },
    above: { nodes: ['node_modules/above'], via: ['served'] },
  },
};

const exception = (name: string, until: string): AuditException => ({
  advisory: `GHSA-${name}-0001`,
  package: name,
  reason: 'never reached from a request',
  accepted: '2026-11-01',
  until,
});

test('what people run counts from low on, what builds it from high on', () => {
  const { refused, accepted } = judge(report, LOCK, [], TODAY);
  assert.deepEqual(refused, [
    'GHSA-served-0001 served (low, shipped): Prototype pollution',
    'GHSA-builder-0001 builder (high, development): Prototype pollution',
  ]);
  assert.deepEqual(accepted, []);
});

test('an exception lets one weakness of one package pass until its day, that day included', () => {
  const both = [exception('served', TODAY), exception('builder', '2026-12-31')];
  const { refused, accepted } = judge(report, LOCK, both, TODAY);
  assert.deepEqual(refused, []);
  assert.equal(accepted.length, 2);
  assert.match(accepted[0]!, /until 2026-11-22: never reached from a request$/);
});

test('an exception that has run out no longer holds', () => {
  const old = [exception('served', '2026-11-21'), exception('builder', '2026-12-31')];
  const { refused } = judge(report, LOCK, old, TODAY);
  assert.deepEqual(refused, [
    'GHSA-served-0001 served (low, shipped): Prototype pollution; accepted until 2026-11-21',
  ]);
});

test('an exception that meets nothing is to be taken out', () => {
  const { refused } = judge({ vulnerabilities: {} }, LOCK, [exception('served', TODAY)], TODAY);
  assert.deepEqual(refused, ['GHSA-served-0001 served: the exception meets nothing, take it out']);
});

test('every written exception says what, why, since when and until when, for half a year at most', async () => {
  const file = new URL('../security/audit-exceptions.json', import.meta.url);
  const written = JSON.parse(await readFile(file, 'utf8')) as AuditException[];
  for (const { advisory: id, package: name, reason, accepted, until } of written) {
    assert.match(id, /^GHSA(-\w{4}){3}$/);
    assert.ok(name.length > 0 && reason.length > 20, id);
    const days = (Date.parse(until) - Date.parse(accepted)) / 86_400_000;
    assert.ok(days > 0 && days <= 184, `${id}: ${days} days`);
  }
});
