import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { type Flow, writeAppointment, writeBundle, writeRegulator } from '@sas-kit/fhir';
import { SAMPLE_AGENDA, SAMPLE_OPTIONS } from '../../../fhir/src/testing/sample-agenda.ts';
import { runCommand } from '../testing/run-command.ts';
import { flowOf } from './flow.ts';
import { lintFile } from './lint-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'sas-conformance-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const bundle = (flow: Flow): any =>
  structuredClone(writeBundle(flow, SAMPLE_AGENDA, SAMPLE_OPTIONS).resource);
const account: any = writeRegulator({
  identifier: { kind: 'national', value: '3760009001/4242' },
  active: true,
  family: 'NORMAND',
  given: 'Alix',
  email: 'alix.normand@sas.example',
}).resource;
const appointment: any = writeAppointment({
  identifier: { system: 'https://agenda.example/rdv', value: 'b6e39355' },
  status: 'booked',
  start: '2026-11-23T09:20:00.000+01:00',
  end: '2026-11-23T09:40:00.000+01:00',
  practitioner: '810999001000',
  regulator: { kind: 'national', value: '3760009001/4242' },
}).resource;

suite('the flow is found out', () => {
  for (const flow of ['ps', 'cpts', 'sos'] as const) {
    test(`${flow}, by its profile and without it`, () => {
      const whole = bundle(flow);
      assert.equal(flowOf(whole), flow);
      whole.meta.profile[0] += '|1.1.0';
      assert.equal(flowOf(whole), flow);
      delete whole.meta;
      assert.equal(flowOf(whole), flow);
    });
  }

  test('of any resource of an answer, by its profile', () => {
    const resourcesOf = (flow: Flow) => bundle(flow).entry.map((entry: any) => entry.resource);
    for (const resource of resourcesOf('ps')) assert.equal(flowOf(resource), 'ps');
    for (const resource of resourcesOf('sos')) assert.equal(flowOf(resource), 'sos');
    const slot = resourcesOf('cpts').find((each: any) => each.resourceType === 'Slot');
    assert.equal(flowOf(slot), 'cpts');
  });

  test('of one resource alone, and of nothing', () => {
    assert.equal(flowOf(account), 'accounts');
    assert.equal(flowOf(appointment), 'appointments');
    for (const value of [
      null,
      1,
      [],
      {},
      { resourceType: 'Bundle' },
      { resourceType: 'Patient' },
    ]) {
      assert.equal(flowOf(value), null);
    }
  });
});

test('what our writers write passes every rule of its flow', () => {
  for (const [name, resource] of [
    ['ps.json', bundle('ps')],
    ['cpts.json', bundle('cpts')],
    ['sos.json', bundle('sos')],
    ['account.json', account],
    ['appointment.json', appointment],
  ] as const) {
    const verdicts = lintFile(file(name, resource));
    assert.ok(verdicts.length > 5);
    assert.deepEqual(
      verdicts.filter(({ status }) => status !== 'passed').map(({ check }) => check.id),
      [],
    );
  }
});

test('a fault is a verdict named after the file and the rule', () => {
  const faulty = bundle('ps');
  faulty.entry[0].resource.status = 'busy';
  const failed = lintFile(file('busy.json', faulty)).filter(({ status }) => status === 'failed');
  assert.deepEqual(
    failed.map(({ check }) => check.id),
    ['busy.json/slot-status'],
  );
  assert.equal(failed[0]?.findings[0]?.place, 'Bundle.entry[0].resource.status');
});

test('what is no JSON or of no flow is unreadable', () => {
  for (const content of ['<html>', '', '{"resourceType":"Patient"}']) {
    const [verdict, ...more] = lintFile(file('odd.json', content));
    assert.deepEqual([verdict?.check.id, verdict?.status], ['odd.json/readable', 'failed']);
    assert.deepEqual(more, []);
  }
});

test('a flow that is given is taken', () => {
  const verdicts = lintFile(file('ps.json', bundle('ps')), { flow: 'sos' });
  assert.ok(verdicts.some(({ status }) => status === 'failed'));
});

test('the command reads several files, in one report', async () => {
  const faulty = bundle('cpts');
  faulty.total += 1;
  const files = [file('good.json', bundle('ps')), file('bad.json', faulty)];
  const { code, stdout } = await runCommand(['--bundle', ...files]);
  assert.equal(code, 0);
  assert.match(stdout, /^SAS Kit, 2 fichiers relus/);
  assert.match(stdout, /✔ good\.json {2}\d+ conformes/);
  assert.match(stdout, /! bad\.json\/bundle-total/);
  faulty.entry[0].resource.status = 'busy';
  const failed = await runCommand(['--bundle', file('bad.json', faulty)]);
  assert.equal(failed.code, 1);
  assert.doesNotMatch(failed.stdout, /--only/);
});
