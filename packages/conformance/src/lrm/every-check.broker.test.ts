/** Every check of dispatch software is green on sound programs, and red on a faulty one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHubConsumer, MemoryHubStore } from '@sas-kit/connector/hub';
import { applyToAppointment, type AppointmentRecord } from '@sas-kit/fhir/hub';
import type { Check, Verdict } from '../check.ts';
import { parseConfig } from '../read-config.ts';
import { runChecks } from '../runner.ts';
import { type DispatchProgram, startDispatchProgram } from '../testing/dispatch-program.ts';
import { startAnswering } from '../testing/server.ts';
import { LRM_CHECKS } from './index.ts';
import { LRM_FAULTS } from './lrm.faults.ts';
import { TrialHub } from './trial-hub.ts';

const { AMQP_URL, SAS_TEST_HUB_URL } = process.env;
const skip = AMQP_URL
  ? false
  : 'no AMQP broker: set AMQP_URL, or install rabbitmq-server for `npm test -- hub`';

async function run(
  start: (client: string) => Promise<DispatchProgram>,
  checks: readonly Check[],
  deadlineMs = 20_000,
): Promise<Verdict[]> {
  const mark = crypto.randomUUID().slice(0, 8);
  const client = `fr.health.test.samu-${mark}`;
  const platform = `fr.health.test.ptfsas-${mark}`;
  const hub = await TrialHub.open({ url: AMQP_URL!, client, platform, deadlineMs });
  try {
    const program = await start(client);
    try {
      const config = parseConfig({ lrm: { client, door: { url: program.door } } });
      return await runChecks({ base: 'amqp://test', config, checks, hub });
    } finally {
      await program.close();
    }
  } finally {
    await hub.close();
  }
}

/** Our own consumer, as docs/dispatch-software.md shows it, with a door. */
async function startOwn(client: string): Promise<DispatchProgram> {
  const known = new Map<string, AppointmentRecord>();
  const consumer = createHubConsumer({
    url: SAS_TEST_HUB_URL ?? AMQP_URL!,
    clientId: client,
    store: new MemoryHubStore(),
    onAppointment(message) {
      const row = `${message.status} ${message.appointment.appointmentId}`;
      known.set(row, applyToAppointment(known.get(row) ?? null, message).record);
    },
    onError: () => undefined,
  });
  await consumer.start();
  const server = await startAnswering(({ url }) => {
    const record = known.get(`Actual ${new URL(url).searchParams.get('appointmentId')}`);
    return Response.json(record === undefined ? [] : [record.appointment]);
  });
  return {
    door: `${server.base}/shown`,
    async close() {
      await consumer.stop();
      await server.close();
    },
  };
}

const SOUND: Readonly<Record<string, (client: string) => Promise<DispatchProgram>>> = {
  'our own consumer': startOwn,
  'the program of the tests': (client) => startDispatchProgram(AMQP_URL!, client),
};

for (const [name, start] of Object.entries(SOUND))
  test(`${name} is green`, { skip }, async () => {
    const verdicts = await run(start, LRM_CHECKS);
    const others = verdicts.filter(({ status }) => status !== 'passed');
    const told = others.map(({ check, status, findings, reason }) => {
      return { id: check.id, status, reason, findings: findings.map(({ message }) => message.en) };
    });
    assert.deepEqual(told, []);
  });

for (const { check: id, name, misconduct, status: wanted, deadlineMs } of LRM_FAULTS)
  test(`${id} sees: ${name}`, { skip }, async () => {
    const checks = LRM_CHECKS.filter((check) => check.id === id);
    assert.equal(checks.length, 1);
    const start = (client: string) => startDispatchProgram(AMQP_URL!, client, misconduct);
    const [verdict] = await run(start, checks, deadlineMs);
    const { status, findings, reason } = verdict!;
    assert.equal(status, wanted ?? 'failed', JSON.stringify([findings, reason], null, 1));
    const [found] = findings;
    assert.ok(found!.place !== '' && found!.source && found!.mend);
    assert.ok(found!.message.fr !== '');
  });

test('every check has a fault, its own id, both languages, a source and a way to mend', () => {
  const shown = new Set(LRM_FAULTS.map(({ check }) => check));
  assert.deepEqual(
    LRM_CHECKS.map(({ id }) => id).filter((id) => !shown.has(id)),
    [],
  );
  assert.equal(new Set(LRM_CHECKS.map(({ id }) => id)).size, LRM_CHECKS.length);
  for (const { id, title, mend, source } of LRM_CHECKS) {
    assert.match(id, /^lrm-[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
    for (const text of [title.fr, title.en, mend.fr, mend.en, source]) assert.ok(text.trim(), id);
    assert.notEqual(title.fr, title.en);
  }
});
