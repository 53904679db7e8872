import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { APPOINTMENT_CHECKS } from '../appointments/index.ts';
import { lintFile } from '../bundles/lint-file.ts';
import type { Check, Verdict } from '../check.ts';
import { CHECKS } from '../checks/index.ts';
import { CONFIG_SCHEMA } from '../config-schema.ts';
import type { Config } from '../config.ts';
import { Client } from '../http/client.ts';
import { NoAnswer } from '../http/exchange.ts';
import { LRM_CHECKS } from '../lrm/index.ts';
import type { TrialHub } from '../lrm/trial-hub.ts';
import { ConfigError, readConfig } from '../read-config.ts';
import { stringsOf } from '../report/human.ts';
import { jsonReport, type RunFacts } from '../report/json.ts';
import { junitReport } from '../report/junit.ts';
import { exitCodeOf, totalsOf } from '../report/totals.ts';
import { runChecks } from '../runner.ts';
import { selectChecks } from '../select.ts';
import { VERSION } from '../version.ts';
import { readArguments, type Reports, type Request, UsageError } from './arguments.ts';
import { brokerName, openTrial } from './trial.ts';
import { HELP } from './help.ts';
import { HumanReport, type Outputs } from './human-report.ts';
import { listChecks } from './list.ts';
import { Progress } from './progress.ts';

/** Where a command speaks. */
export interface Console extends Outputs {
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Runs the command.
 *
 * @returns its exit code: 0 nothing failed, 1 something failed, 2 nothing could be checked.
 */
export async function command(args: readonly string[], io: Console): Promise<0 | 1 | 2> {
  try {
    return await execute(readArguments(args, io.environment), io);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof ConfigError)) throw error;
    io.stderr.write(`sas-conformance: ${error.message}\n`);
    return 2;
  }
}

async function execute(request: Request, io: Console): Promise<0 | 1 | 2> {
  switch (request.kind) {
    case 'help':
      io.stdout.write(HELP);
      return 0;
    case 'version':
      io.stdout.write(`${VERSION}\n`);
      return 0;
    case 'print-schema':
      io.stdout.write(`${JSON.stringify(CONFIG_SCHEMA, null, 2)}\n`);
      return 0;
    case 'list':
      io.stdout.write(listChecks(chosen(request), request.language));
      return 0;
    case 'bundles':
      return lintFiles(request, io);
    case 'endpoint':
      return testEndpoint(request, io);
  }
}

const CHECKS_OF = { vendor: CHECKS, appointments: APPOINTMENT_CHECKS, lrm: LRM_CHECKS };

function chosen({ subject, only }: Extract<Request, { kind: 'list' | 'endpoint' }>) {
  const checks = CHECKS_OF[subject];
  if (only.length === 0) return checks;
  const { selected, unknown } = selectChecks(checks, only);
  if (unknown.length === 0) return selected;
  throw new UsageError(`--only ${unknown.join(',')}: no such check; see --list`);
}

async function testEndpoint(
  request: Extract<Request, { kind: 'endpoint' }>,
  io: Console,
): Promise<0 | 1 | 2> {
  const config = readConfig(request.config);
  const checks = chosen(request);
  if (request.subject === 'lrm') {
    const hub = await openTrial(request.base, config, request.reports.language, io.stderr);
    try {
      return await runAll(brokerName(request.base), config, checks, request.reports, io, hub);
    } finally {
      await hub.close();
    }
  }
  await reach(new Client(request.base.replace(/\/+$/, ''), config));
  return runAll(request.base, config, checks, request.reports, io);
}

async function runAll(
  base: string,
  config: Config,
  checks: readonly Check[],
  reports: Reports,
  io: Console,
  hub?: TrialHub,
): Promise<0 | 1 | 2> {
  const startedAt = new Date();
  const started = performance.now();
  const human = new HumanReport(reports, io, stringsOf(reports.language).target(base));
  const progress = new Progress(io.stderr, checks.length);
  const verdicts = await runChecks({
    base,
    config,
    checks,
    ...(hub !== undefined && { hub }),
    onCheck: ({ id }) => progress.show(id),
    onVerdict: (verdict) => {
      progress.clear();
      human.add(verdict);
    },
  });
  return finish(verdicts, human, reports, io, {
    base,
    startedAt,
    ms: performance.now() - started,
  });
}

/** @throws {UsageError} when nobody listens at the address. */
async function reach(client: Client): Promise<void> {
  try {
    await client.ask({ path: '/metadata' });
  } catch (error) {
    const unreachable = error instanceof NoAnswer && error.reason === 'unreachable';
    // Whatever else goes wrong is for the checks to say.
    if (unreachable) throw new UsageError(`${error.request.url}: ${error.message}`);
  }
}

async function lintFiles(
  { files, flow, guide, reports }: Extract<Request, { kind: 'bundles' }>,
  io: Console,
): Promise<0 | 1 | 2> {
  const startedAt = new Date();
  const started = performance.now();
  const human = new HumanReport(reports, io, stringsOf(reports.language).files(files.length));
  const verdicts: Verdict[] = [];
  for (const file of files) {
    const found = readable(file, () => lintFile(file, { ...(flow !== null && { flow }), guide }));
    found.forEach((verdict) => human.add(verdict));
    verdicts.push(...found);
  }
  return finish(verdicts, human, reports, io, {
    base: null,
    startedAt,
    ms: performance.now() - started,
  });
}

function readable<Value>(path: string, use: () => Value): Value {
  try {
    return use();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(`${path}: ${message}`);
  }
}

function finish(
  verdicts: readonly Verdict[],
  human: HumanReport,
  reports: Reports,
  io: Console,
  facts: RunFacts,
): 0 | 1 | 2 {
  human.end(verdicts, facts.ms, facts.base !== null);
  const { json, junit, language } = reports;
  const write = (path: string | null, report: () => string): void => {
    if (path === '-') io.stdout.write(report());
    else if (path !== null) readable(path, () => writeFileSync(path, report()));
  };
  write(json, () => jsonReport(verdicts, facts));
  write(junit, () => junitReport(verdicts, facts, language));
  return exitCodeOf(totalsOf(verdicts));
}
