import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import Fastify from 'fastify';
import { createJobRunner, type JobReport } from './jobs.ts';

test('a job that fails is logged by its kind of failure alone and reported; the next runs', async () => {
  let log = '';
  const app = Fastify({ logger: { stream: { write: (line: string) => void (log += line) } } });
  const reports: JobReport[] = [];
  const jobs = [
    { name: 'first', run: async () => 3 },
    {
      name: 'second',
      run: async () => Promise.reject(new RangeError('of Dominique Exemple')),
    },
    {
      name: 'third',
      run: async (onFailure: (error: unknown) => void) => {
        onFailure(new TypeError('one of many'));
        return 1;
      },
    },
  ];
  await createJobRunner(jobs, app.log, (report) => reports.push(report)).run();
  assert.deepEqual(
    reports.map(({ name, rows }) => [name, rows]),
    [
      ['first', 3],
      ['second', null],
      ['third', 1],
    ],
  );
  const lines = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { job: string; error: string });
  assert.deepEqual(
    lines.map(({ job, error }) => [job, error]),
    [
      ['second', 'RangeError'],
      ['third', 'TypeError'],
    ],
  );
  assert.equal(log.includes('Exemple'), false);
});

test('two rounds never run at once; a stop waits for the round', async () => {
  const app = Fastify();
  const steps: string[] = [];
  let release = () => {};
  const gate = new Promise<void>((done) => (release = done));
  const job = {
    name: 'slow',
    run: async () => {
      steps.push('begins');
      await gate;
      steps.push('ends');
      return 0;
    },
  };
  const runner = createJobRunner([job], app.log);
  const rounds = [runner.run(), runner.run(), runner.stop()];
  release();
  await Promise.all(rounds);
  assert.deepEqual(steps, ['begins', 'ends', 'begins', 'ends']);
});

test('rounds come again and again in their time, until they are stopped', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const app = Fastify();
  let rounds = 0;
  const job = { name: 'counted', run: async () => ++rounds };
  const runner = createJobRunner([job], app.log, undefined, 15_000);
  runner.schedule();
  for (const [ms, expected] of [
    [14_999, 0],
    [1, 1],
    [15_000, 2],
  ] as const) {
    t.mock.timers.tick(ms);
    await setImmediate();
    assert.equal(rounds, expected);
  }
  await runner.stop();
  t.mock.timers.tick(15_000);
  await setImmediate();
  assert.equal(rounds, 2);
});
