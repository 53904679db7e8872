/** The program on a real RabbitMQ, with a stand-in of the Hub's dispatcher. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { LRM_CHECKS, parseConfig, runChecks, TrialHub } from '@sas-kit/conformance';
import { buildAppointmentMessage, HUB_STATUSES } from '@sas-kit/fhir/hub';
import type { CaseFile } from './cases.ts';
import { type Running, startProgram } from './program.ts';
import { cookieOf } from './testing/cookie.ts';
import { shuffled, startPlatform, until } from './testing/platform.ts';

const { AMQP_URL, SAS_TEST_HUB_URL, SAS_TEST_BROKER_PID: PID } = process.env;
const noBroker = AMQP_URL
  ? false
  : 'no AMQP broker: set AMQP_URL, or install rabbitmq-server for `npm test -- hub`';

const mark = () => crypto.randomUUID().slice(0, 8);

async function withProgram(
  client: string,
  cases: readonly CaseFile[],
  use: (running: Running, again: () => Promise<Running>) => Promise<void>,
): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'sas-dispatch-'));
  const hub = { url: SAS_TEST_HUB_URL ?? AMQP_URL!, client };
  const start = () => startProgram({ port: 0, data, hub, platform: null }, { cases });
  let running = await start();
  try {
    await use(running, async () => {
      await running.close();
      return (running = await start());
    });
  } finally {
    await running.close();
    await rm(data, { recursive: true });
  }
}

test('sas-conformance --lrm finds nothing wrong with it', { skip: noBroker }, async () => {
  const [client, platform] = [`fr.health.test.samu-${mark()}`, `fr.health.test.ptfsas-${mark()}`];
  const hub = await TrialHub.open({ url: AMQP_URL!, client, platform, deadlineMs: 60_000 });
  try {
    await withProgram(client, [], async ({ origin }) => {
      const door = { url: `${origin}/lrm/appointments` };
      const config = parseConfig({ lrm: { client, door } });
      const verdicts = await runChecks({ base: 'amqp://test', config, checks: LRM_CHECKS, hub });
      const others = verdicts.filter(({ status }) => status !== 'passed');
      const told = others.map(({ check, reason, findings }) => [check.id, reason, findings]);
      assert.deepEqual(told, []);
    });
  } finally {
    await hub.close();
  }
});

const REGULATORS = 25;
const EACH = 20;
const MINUTE_MS = 60_000;

/** 500 cases: 25 regulators who decide every twenty minutes. */
function manyCases(now: number): CaseFile[] {
  return Array.from({ length: REGULATORS * EACH }, (_, index) => ({
    caseId: `DRM-2026-${String(index).padStart(4, '0')}`,
    decidedAt: new Date(now - (1 + Math.floor(index / REGULATORS)) * 20 * MINUTE_MS).toISOString(),
    regulatorEmails: [`regulation${index % REGULATORS}@samu.example`],
    place: { inseeCode: '76351', city: 'Le Havre' },
    decision: 'Consultation dans les 48 h',
  }));
}

const brokerOfTests =
  noBroker || (PID ? false : 'only a broker of `npm test -- hub` may be killed');

test(
  '500 appointments shuffled, repeated, the broker killed, the program started again: each case has its own',
  { skip: brokerOfTests },
  async () => {
    const now = Date.now();
    const cases = manyCases(now);
    const client = `fr.health.test.samu-${mark()}`;
    const platform = await startPlatform(AMQP_URL!, client, `fr.health.test.ptfsas-${mark()}`);
    const facts = (index: number) => ({
      appointmentId: `rdv-${index}`,
      created: new Date(Date.parse(cases[index]!.decidedAt) + 2 * MINUTE_MS),
      start: new Date(now + 6 * 60 * MINUTE_MS),
      timeZone: 'Europe/Paris',
      orientation: 'PS' as const,
      regulator: {
        family: 'RÉGULATION',
        given: 'SAS',
        email: cases[index]!.regulatorEmails[0]!,
      },
      organization: { name: 'Cabinet de démonstration', siret: '390000090200016' },
    });
    const write = (index: number, isUpdate: boolean) =>
      buildAppointmentMessage(
        {
          ...facts(index),
          method: isUpdate ? 'UpdateAppointment' : 'CreateAppointment',
          status: isUpdate ? HUB_STATUSES[1 + (index % 4)]! : 'booked',
        },
        {
          sender: platform.id,
          recipient: client,
          id: crypto.randomUUID(),
          // Each update was sent after its creation, wherever it ends up in the queue.
          sentAt: new Date(now - (isUpdate ? 1 : 2) * MINUTE_MS),
        },
      ).message!;
    const all = cases.map((_, index) => index);
    // Of every tenth only the update comes: it was never known.
    const messages = shuffled([
      ...all.filter((index) => index % 10 !== 0).map((index) => write(index, false)),
      ...all.map((index) => write(index, true)),
    ]);
    const kill = async () => process.kill(Number(await readFile(PID!, 'utf8')), 'SIGKILL');
    try {
      await withProgram(client, cases, async (_first, again) => {
        for (const [at, message] of messages.entries()) {
          await platform.send(message);
          if (at % 5 === 0) await platform.send(message);
          if (at === 300) await kill();
        }
        const { desk, origin } = await again();
        const { board } = desk;
        const isIn = (index: number) =>
          board.received(`rdv-${index}`, false)?.record.history.length ===
          (index % 10 === 0 ? 1 : 2);
        await until(() => all.every(isIn));
        // The person takes the first case that is proposed, with one button.
        for (const { received, match } of board.unattached) {
          const { appointmentId } = received.record.appointment;
          assert.equal(match.best?.caseId, cases[Number(appointmentId.slice(4))]!.caseId);
        }
        const headers = { cookie: await cookieOf(origin) };
        for (const index of all) {
          const path = `${origin}/cases/${cases[index]!.caseId}/appointments`;
          const body = new URLSearchParams({ appointmentId: `rdv-${index}` });
          const { status } = await fetch(path, {
            ...{ method: 'POST', headers, body },
            redirect: 'manual',
          });
          assert.equal(status, 303);
        }
        for (const index of all) {
          const { appointments } = board.caseOf(cases[index]!.caseId)!;
          const found = appointments.map(({ record: { appointment } }) => [
            appointment.appointmentId,
            appointment.status,
          ]);
          assert.deepEqual(found, [[`rdv-${index}`, HUB_STATUSES[1 + (index % 4)]]]);
        }
        assert.deepEqual(board.unattached, []);
        const ids = new Set(messages.map(({ distributionID }) => distributionID));
        await until(() => platform.stepsOf('INTEGRE').size === ids.size);
        await until(() => platform.stepsOf('CONSULTE').size === cases.length);
        assert.deepEqual(platform.errors, []);
        assert.ok(platform.texts.every((text) => !/\d\dZ"/.test(text)));
      });
    } finally {
      await platform.close();
    }
  },
);

/** Samples of SAMU-Hub-Modeles; not part of this repository. */
const SAMPLES = new URL('../../../shared/hub/examples/RS-SAS-RDV/', import.meta.url);
const samplesMissing =
  noBroker || (existsSync(SAMPLES) ? false : 'the samples of the Hub are not here (../shared/hub)');

test('the seven official samples are on the board', { skip: samplesMissing }, async () => {
  const client = `fr.health.test.samu-${mark()}`;
  const platform = await startPlatform(AMQP_URL!, client, `fr.health.test.ptfsas-${mark()}`);
  try {
    await withProgram(client, [], async ({ desk: { board } }) => {
      const samples = readdirSync(SAMPLES).map((name) => {
        const text = readFileSync(new URL(name, SAMPLES), 'utf8');
        return (JSON.parse(text) as { appointment: { appointmentId: string } }).appointment;
      });
      assert.equal(samples.length, 7);
      for (const appointment of samples) await platform.send(platform.around(appointment));
      await until(() => platform.stepsOf('INTEGRE').size === 7);
      for (const { appointmentId } of samples) assert.equal(board.shown(appointmentId).length, 1);
      assert.deepEqual(platform.errors, []);
    });
  } finally {
    await platform.close();
  }
});
