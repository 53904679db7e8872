import type { FastifyBaseLogger } from 'fastify';
import { peopleJobs } from './accounts/jobs.ts';
import { addUpEditorDays } from './aggregation/health/editor-days.ts';
import { sealAudit } from './audit/seal.ts';
import { resealAll } from './booking/reseal.ts';
import type { Secrets } from './booking/secrets.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { hubJobs } from './hub/jobs.ts';
import { eraseEndedWindows } from './http/shared-counters.ts';
import { extendHorizons } from './publishing/horizon.ts';
import { raiseUnanswered, raiseUnexecuted } from './regulation/overdue.ts';
import { retentionJobs } from './retention.ts';
import { eraseEndedSecrets } from './webhooks/webhook-secrets.ts';

/** What is due is done within this time, ms: contacts are erased, horizons move, the hour is sealed. */
const EVERY_MS = 10 * 60_000;
/** A desk hears of what is overdue within this time, ms. */
export const DESK_EVERY_MS = 15_000;

/** What the platform does by itself. May run in several processes at once. */
export interface Job {
  /** As metrics and logs name it. */
  name: string;
  /** Does what is due; answers how many rows it made, changed or removed. */
  run(onFailure: (error: unknown) => void): Promise<number>;
}

/** How one run of a job went. */
export interface JobReport {
  name: string;
  /** Null where it failed. */
  rows: number | null;
  seconds: number;
}

/** Every job, in the order in which they run. */
export function platformJobs(
  database: Database,
  secrets: Secrets,
  config: Pick<Config, 'horizonDays' | 'retention' | 'sessions' | 'accounts'>,
): Job[] {
  return [
    { name: 'audit-seal', run: () => sealAudit(database) },
    { name: 'unexecuted', run: () => raiseUnexecuted(database) },
    { name: 'editor-days', run: () => addUpEditorDays(database) },
    ...retentionJobs(database, config.retention),
    ...peopleJobs(database, config),
    ...hubJobs(database, config.retention.deliveryDays),
    { name: 'webhook-secrets', run: () => eraseEndedSecrets(database) },
    { name: 'rate-windows', run: () => eraseEndedWindows(database) },
    { name: 'reseal', run: () => resealAll(database, secrets) },
    {
      name: 'horizon',
      run: (onFailure) => extendHorizons(database, config.horizonDays, onFailure),
    },
  ];
}

/** What a desk waits for. */
export function deskJobs(database: Database): Job[] {
  return [{ name: 'unanswered', run: () => raiseUnanswered(database) }];
}

/** Runs jobs, one after the other; one that fails is logged, and the next runs. */
export interface JobRunner {
  /** Does now what is due. */
  run(): Promise<void>;
  /** Runs them again and again until stopped. */
  schedule(): void;
  /** Ends after the round that runs. */
  stop(): Promise<void>;
}

/**
 * @param onReport is told how each run went.
 * @param everyMs from one scheduled round to the next.
 */
export function createJobRunner(
  jobs: readonly Job[],
  log: FastifyBaseLogger,
  onReport: (report: JobReport) => void = () => undefined,
  everyMs = EVERY_MS,
): JobRunner {
  const failed = (job: string) => (error: unknown) =>
    log.error({ job, error: error instanceof Error ? error.name : 'unknown' });
  const runOne = async (job: Job): Promise<void> => {
    const { name } = job;
    const started = performance.now();
    const rows = await job.run(failed(name)).catch((error: unknown) => {
      failed(name)(error);
      return null;
    });
    onReport({ name, rows, seconds: (performance.now() - started) / 1000 });
  };
  let round = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const run = (): Promise<void> => {
    round = round.then(async () => {
      for (const job of jobs) await runOne(job);
    });
    return round;
  };
  return {
    run,
    schedule() {
      timer = setInterval(() => void run(), everyMs).unref();
    },
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}
