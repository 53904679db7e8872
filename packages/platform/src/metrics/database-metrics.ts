import { setTimeout as wait } from 'node:timers/promises';
import { Gauge, type Registry } from 'prom-client';
import { CANCELLATION_OVERDUE } from '../booking/editor/waiting.ts';
import type { Database } from '../database/database.ts';

/** Whoever scrapes waits no longer for a database that does not answer, ms. */
const PATIENCE_MS = 2_000;

interface Counts extends Record<string, unknown> {
  holds: number;
  appointments: number;
  unsealed: number;
  overdue: number;
  cancellations: number;
}

/**
 * Registers what the database tells, and the state of its connections.
 *
 * @returns brings them up to date; for each reading.
 */
export function databaseMetrics(registry: Registry, database: Database): () => Promise<void> {
  const registers = [registry];
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const holds = gauge('sas_holds_live', 'Slots held at this moment.');
  const appointments = gauge('sas_appointments_coming', 'Booked appointments that have not begun.');
  const unsealed = gauge('sas_audit_unsealed', 'Entries of the audit trail that no seal protects.');
  const overdue = gauge(
    'sas_departures_overdue',
    'Departures for the page of an editor of which nobody has said in time what came.',
  );
  const cancellations = gauge(
    'sas_cancellations_overdue',
    'Coming appointments at editors that somebody wants cancelled, refused or not answered in time.',
  );
  const up = gauge('sas_database_up', 'Whether the database answers.');
  const connections = new Gauge({
    name: 'sas_database_connections',
    help: 'Connections of this process, by state, and requests that wait for one.',
    labelNames: ['state'],
    registers,
  });
  return async () => {
    for (const [state, count] of Object.entries(database.connections()))
      connections.set({ state }, count);
    const counts = await patiently(countRows(database));
    up.set(counts === null ? 0 : 1);
    if (counts === null) return; // what was last known stays
    holds.set(counts.holds);
    appointments.set(counts.appointments);
    unsealed.set(counts.unsealed);
    overdue.set(counts.overdue);
    cancellations.set(counts.cancellations);
  };
}

async function countRows(database: Database): Promise<Counts | null> {
  const rows = await database.query<Counts>(
    `select (select count(*)::int from hold where state = 'live' and expires_at > sas_now()) as holds,
       (select count(*)::int from appointment
          where starts_at > sas_now() and status in ('pending', 'booked')) as appointments,
       (select count(*)::int from appointment
          where status = 'pending' and overdue_at <= sas_now()) as overdue,
       (select count(*)::int from appointment a
          where ${CANCELLATION_OVERDUE}) as cancellations,
       (select count(*)::int from audit_entry
          where id > (select coalesce(max(last_id), 0) from audit_segment)) as unsealed`,
  );
  return rows[0]!;
}

/** The answer of the database; null where it fails or takes too long. */
export async function patiently<T>(answer: Promise<T | null>): Promise<T | null> {
  const stop = new AbortController();
  const tooLate = wait(PATIENCE_MS, null, { signal: stop.signal }).catch(() => null);
  try {
    return await Promise.race([answer.catch(() => null), tooLate]);
  } finally {
    stop.abort();
  }
}
