/**
 * The whole test run: checks, build and budgets, units, the Hub on RabbitMQ, the server on PGlite and again on
 * PostgreSQL, elements and every story of them in a real browser, the walk from end to end.
 * `npm test [-- step …]` runs some.
 */
import { glob, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from './check.ts';
import { startBroker } from './broker.ts';
import { findChromium } from './chromium.ts';
import { prepareData } from './prepare-data.ts';
import { startPostgres } from './postgres.ts';
import { root, run } from './run.ts';
import { testElements } from './test-elements.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const one = (ok: boolean): Counts => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/** Tests that share a broker, and end it: they run in a step of their own, one file after the other. */
const ON_A_BROKER = [
  'packages/connector/src/hub/**/*.test.ts',
  'packages/conformance/src/lrm/*.broker.test.ts',
  'packages/platform/src/hub/*.broker.test.ts',
  'examples/*/*.broker.test.ts',
];

/** Runs files with node:test, two at a time. */
async function nodeTests(
  patterns: readonly string[],
  environment: Record<string, string> = {},
  { exclude = [] as readonly string[], atOnce = 2 } = {},
): Promise<Counts> {
  const files: string[] = [];
  const without = ['**/node_modules/**', ...exclude];
  for await (const file of glob(patterns, { cwd: root, exclude: without })) files.push(file);
  const { output, ok } = await run(
    process.execPath,
    [
      '--conditions=source',
      '--test',
      `--test-concurrency=${atOnce}`,
      '--test-reporter=./tools/count-reporter.ts',
      ...files.sort(),
    ],
    environment,
  );
  const counts = /^counts (\{.*\})$/m.exec(output);
  console.log(output.replace(/^counts .*\n?/m, ''));
  if (counts === null) return one(false);
  const parsed = JSON.parse(counts[1]!) as Counts;
  // A file that cannot even be loaded fails the run: it must count.
  return ok || parsed.failed > 0 ? parsed : { ...parsed, failed: 1 };
}

/** Runs tests with what a program makes once for all of them; each file opens a copy of it. */
async function sharing(program: string, tests: (made: string) => Promise<Counts>): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'sas-tests-'));
  const made = join(folder, 'made');
  try {
    const { ok, output } = await run(process.execPath, ['--conditions=source', program, made]);
    if (!ok) throw new Error(output);
    return await tests(made);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const onPglite = () =>
  sharing('packages/platform/src/testing/write-template.ts', (template) =>
    nodeTests(
      ['packages/platform/src/**/*.test.ts'],
      { SAS_TEST_DATABASE_URL: '', SAS_TEST_TEMPLATE: template },
      { exclude: ON_A_BROKER },
    ),
  );

const walk = () =>
  sharing('examples/demonstration/testing/empty-data.ts', (data) =>
    nodeTests(['examples/**/*.test.ts'], { SAS_TEST_DATA: data }, { exclude: ON_A_BROKER }),
  );

async function onPostgres(): Promise<Counts> {
  const postgres = await startPostgres();
  console.log(postgres.version);
  try {
    return await nodeTests(
      ['packages/platform/src/**/*.test.ts'],
      { SAS_TEST_DATABASE_URL: postgres.url },
      { exclude: ON_A_BROKER },
    );
  } finally {
    await postgres.stop();
  }
}

/** On PostgreSQL, which several processes share as they would anywhere. */
async function onBroker(): Promise<Counts> {
  const [broker, postgres] = [await startBroker(), await startPostgres()];
  try {
    const environment = { ...broker?.environment, SAS_TEST_DATABASE_URL: postgres.url };
    return await nodeTests(ON_A_BROKER, environment, { atOnce: 1 });
  } finally {
    await postgres.stop();
    await broker?.stop();
  }
}

const STEPS: Record<string, () => Promise<Counts>> = {
  check: async () => ({ ...(await check()), skipped: 0 }),
  build: async () => {
    const { ok, output } = await run(process.execPath, ['tools/build.ts']);
    console.log(output);
    return one(ok);
  },
  units: () =>
    nodeTests(
      [
        'tools/**/*.test.ts',
        'data/*.test.ts',
        'packages/{regime,client,fhir,connector,conformance}/src/**/*.test.ts',
        'packages/{client/command,elements/lint}/*.test.ts',
      ],
      {},
      { exclude: ON_A_BROKER },
    ),
  hub: onBroker,
  pglite: onPglite,
  postgresql: onPostgres,
  elements: async () => testElements(await findChromium()),
  stories: () => nodeTests(['stories/testing/*.test.ts']),
  walk,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  console.error(`unknown step: ${unknown.join(', ')}; there are ${Object.keys(STEPS).join(', ')}`);
  process.exit(2);
}
await prepareData(console.log);
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
for (const name of asked.length > 0 ? asked : Object.keys(STEPS)) {
  const started = performance.now();
  console.log(`\n── ${name}`);
  const counts = await STEPS[name]!().catch((error: unknown) => {
    console.error(error);
    return one(false);
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped, ${seconds} s`,
  );
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
