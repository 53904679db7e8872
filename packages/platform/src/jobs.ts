import type { FastifyBaseLogger } from 'fastify';
import { eraseExpired } from './booking/retention.ts';
import type { Database } from './database/database.ts';
import { extendHorizons } from './publishing/horizon.ts';

const MINUTE = 60_000;
/** Contacts are erased within this time of their deadline; horizons move within it after midnight. */
const EVERY_MS = 10 * MINUTE;

/** Runs what is due now. Each job may run in several processes at once; one that fails is logged. */
export async function runJobs(
  database: Database,
  horizonDays: number,
  log: FastifyBaseLogger,
): Promise<void> {
  const failed = (job: string) => (error: unknown) =>
    log.error({ job, error: error instanceof Error ? error.name : 'unknown' });
  await eraseExpired(database).catch(failed('retention'));
  await extendHorizons(database, horizonDays, failed('horizon')).catch(failed('horizon'));
}

/** Runs the jobs again and again until stopped. */
export function scheduleJobs(
  database: Database,
  horizonDays: number,
  log: FastifyBaseLogger,
): { stop(): Promise<void> } {
  let round = Promise.resolve();
  const timer = setInterval(() => {
    round = round.then(() => runJobs(database, horizonDays, log));
  }, EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}
