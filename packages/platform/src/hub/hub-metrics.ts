import { Counter, Gauge, type Registry } from 'prom-client';
import type { Database } from '../database/database.ts';
import { patiently } from '../metrics/database-metrics.ts';
import type { TransmissionState } from './progress.ts';

/** How a process stands with the Hub. */
export interface HubState {
  isUp(): boolean;
  /** Answers that it gave back for good, since its start. */
  answersRefused(): number;
}

/**
 * Registers how far what dispatch software is told has come.
 *
 * @param hub null where this process is to reach none.
 * @returns brings them up to date; for each reading.
 */
export function hubMetrics(
  registry: Registry,
  database: Database,
  hub: HubState | null,
): () => Promise<void> {
  if (hub === null) return async () => undefined;
  const registers = [registry];
  const connected = new Gauge({
    name: 'sas_hub_connected',
    help: 'Whether this process reaches the Hub Santé.',
    registers,
  });
  const transmissions = new Gauge({
    name: 'sas_hub_transmissions',
    help: 'Messages to dispatch software of the last 24 hours, by how far they are.',
    labelNames: ['state'],
    registers,
  });
  new Counter({
    name: 'sas_hub_answers_refused_total',
    help: 'Answers of the Hub that can never be taken in, given back for good by this process.',
    registers,
    collect() {
      this.reset();
      this.inc(hub.answersRefused());
    },
  });
  return async () => {
    connected.set(hub.isUp() ? 1 : 0);
    const rows = await patiently(
      database.query<{ state: TransmissionState; count: number }>(
        `select state, count(*)::int as count from transmission
         where created_at > sas_now() - interval '24 hours' group by state`,
      ),
    );
    if (rows === null) return; // what was last known stays
    transmissions.reset();
    for (const { state, count } of rows) transmissions.set({ state }, count);
  };
}
