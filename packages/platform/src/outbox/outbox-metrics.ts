import { Gauge, type Registry } from 'prom-client';
import type { Database } from '../database/database.ts';
import { patiently } from '../metrics/database-metrics.ts';

interface KindCounts extends Record<string, unknown> {
  kind: string;
  waiting: number;
  dead: number;
  lag: number;
}

/**
 * Registers what stands in the outbox.
 *
 * @returns brings it up to date; for each reading.
 */
export function outboxMetrics(registry: Registry, database: Database): () => Promise<void> {
  const gauge = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ['kind'], registers: [registry] });
  const waiting = gauge('sas_outbox_waiting', 'Rows that have not arrived yet.');
  const dead = gauge('sas_outbox_dead', 'Rows that were given up and are still kept.');
  const lag = gauge('sas_outbox_lag_seconds', 'Age of the oldest row that is due.');
  return async () => {
    const rows = await patiently(countKinds(database));
    if (rows === null) return; // what was last known stays
    for (const each of [waiting, dead, lag]) each.reset();
    for (const row of rows) {
      waiting.set({ kind: row.kind }, row.waiting);
      dead.set({ kind: row.kind }, row.dead);
      lag.set({ kind: row.kind }, row.lag);
    }
  };
}

function countKinds(database: Database): Promise<KindCounts[]> {
  return database.query<KindCounts>(
    `select kind, count(*) filter (where state = 'waiting')::int as waiting,
       count(*) filter (where state = 'dead')::int as dead,
       coalesce(extract(epoch from sas_now() - min(due_at)
         filter (where state = 'waiting' and due_at <= sas_now())), 0)::float8 as lag
     from outbox where state <> 'delivered' group by kind`,
  );
}
