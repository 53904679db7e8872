import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseConfig } from '../../read-config.ts';
import { runChecks } from '../../runner.ts';
import { SECURITY_CHECKS } from './index.ts';

const ADDRESSES: [string, boolean, 'passed' | 'failed'][] = [
  ['https://agenda.example/fhir', false, 'passed'],
  ['http://127.0.0.1:8080/fhir', false, 'passed'],
  ['http://[::1]:8080/fhir', false, 'passed'],
  ['http://localhost/fhir', false, 'passed'],
  ['http://agenda.example/fhir', false, 'failed'],
  ['http://127.0.0.1.agenda.example/fhir', false, 'failed'],
  ['http://localhost.agenda.example/fhir', false, 'failed'],
  ['http://agenda.example/fhir', true, 'passed'],
];

suite('an address in clear', () => {
  for (const [base, clearText, expected] of ADDRESSES) {
    test(`${base}${clearText ? ', admitted' : ''}: ${expected}`, async () => {
      const config = parseConfig({ policy: { clearText } });
      const checks = SECURITY_CHECKS.filter(({ id }) => id === 'security/encrypted');
      const [verdict] = await runChecks({ base, config, checks });
      assert.equal(verdict!.status, expected);
    });
  }

  test('all else about TLS is skipped there, with the reason', async () => {
    const base = 'http://127.0.0.1:9/fhir';
    const checks = SECURITY_CHECKS.filter(({ id }) => id !== 'security/encrypted');
    for (const { status, reason } of await runChecks({ base, config: parseConfig({}), checks })) {
      assert.equal(status, 'skipped');
      assert.match(reason!.en, /in clear|does not give tls\./);
    }
  });
});
