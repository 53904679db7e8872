/** `sas-conformance --lrm` as a process of its own. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  type DispatchProgram,
  type Misconduct,
  startDispatchProgram,
} from '../testing/dispatch-program.ts';
import { type Ran, runCommand } from '../testing/run-command.ts';
import { TrialHub } from './trial-hub.ts';

const { AMQP_URL } = process.env;
const skip = AMQP_URL
  ? false
  : 'no AMQP broker: set AMQP_URL, or install rabbitmq-server for `npm test -- hub`';

/** Runs the command with a program that is started as soon as its queues are there. */
async function runWith(
  misconduct: Misconduct | null,
  args: readonly string[],
  more: Record<string, unknown> = {},
): Promise<Ran> {
  const mark = crypto.randomUUID().slice(0, 8);
  const client = `fr.health.test.samu-${mark}`;
  const platform = `fr.health.test.ptfsas-${mark}`;
  const folder = await mkdtemp(join(tmpdir(), 'sas-lrm-'));
  const file = join(folder, 'lrm.json');
  await writeFile(file, JSON.stringify({ lrm: { client, platform, ...more } }));
  const program = misconduct === null ? null : await startEarly(client, platform, misconduct);
  try {
    return await runCommand([AMQP_URL!, '--lrm', '--config', file, '--lang', 'fr', ...args]);
  } finally {
    await program?.close();
    await rm(folder, { recursive: true });
  }
}

/** A second run finds the queues, and the program that reads them. */
async function startEarly(
  client: string,
  platform: string,
  misconduct: Misconduct,
): Promise<DispatchProgram> {
  const hub = await TrialHub.open({ url: AMQP_URL!, client, platform, deadlineMs: 1 });
  await hub.close();
  return startDispatchProgram(AMQP_URL!, client, misconduct);
}

test(
  'a sound program: 0, without its password, without what cannot be seen',
  { skip },
  async () => {
    const { code, stdout, stderr } = await runWith({}, ['--json', '-']);
    assert.equal(code, 0, stderr);
    const { base, totals, checks } = JSON.parse(stdout);
    assert.ok(!`${base}${stderr}`.includes(new URL(AMQP_URL!).password + '@'));
    assert.deepEqual([totals.failed, totals.warning], [0, 0]);
    const skipped = checks.filter(({ status }: any) => status === 'skipped');
    assert.deepEqual(new Set(skipped.map(({ group }: any) => group)), new Set(['lrm-screen']));
    assert.match(skipped[0].reason.fr, /lrm\.door/);
  },
);

test('a faulty one: 1, with what the Hub says and how to mend it', { skip }, async () => {
  const { code, stdout } = await runWith(
    { leaving: ({ properties }) => (properties.deliveryMode = 1) },
    ['--only', 'lrm-messages/create,lrm-answers/persistence'],
  );
  assert.equal(code, 1);
  assert.match(stdout, /le Hub l’a refusée : 100, not persistent/);
  assert.match(stdout, /corriger\s+publier avec delivery_mode 2/);
});

test('no program: 2, and what to start', { skip }, async () => {
  const { code, stderr } = await runWith(null, [], { startSeconds: 1 });
  assert.equal(code, 2);
  assert.match(stderr, /Démarrez votre programme sous l’identifiant fr\.health\.test\.samu-/);
  assert.match(stderr, /nobody reads it/);
});

test('a user that the broker does not know: 2', { skip }, async () => {
  const url = new URL(AMQP_URL!);
  url.password = 'wrong';
  const folder = await mkdtemp(join(tmpdir(), 'sas-lrm-'));
  const file = join(folder, 'lrm.json');
  await writeFile(file, '{"lrm": {"client": "fr.health.test.samu760"}}');
  const { code, stderr } = await runCommand([url.href, '--lrm', '--config', file]);
  await rm(folder, { recursive: true });
  assert.equal(code, 2);
  assert.match(stderr, /user and password are refused/);
  assert.ok(!stderr.includes('wrong'));
});
