import type { FastifyInstance, FastifyReply } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Asking } from '../aggregation/asking/asking.ts';
import { editorMetrics } from '../aggregation/health/editor-metrics.ts';
import type { LiveChanges } from '../availability/live-changes.ts';
import type { Database } from '../database/database.ts';
import { hubMetrics, type HubState } from '../hub/hub-metrics.ts';
import type { JobReport } from '../jobs.ts';
import { outboxMetrics } from '../outbox/outbox-metrics.ts';
import { databaseMetrics } from './database-metrics.ts';

/** Upper bounds of the latency histogram, seconds. */
const LATENCY_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Counts of one process. Labels are route templates, codes and names of jobs: nothing of a person, a
 * place or an address.
 */
export interface Metrics {
  /** Counts every request of the application from now on. */
  observe(app: FastifyInstance): void;
  jobDone: (report: JobReport) => void;
  /** In the Prometheus text format. */
  render(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics(
  database: Database,
  live: LiveChanges,
  asking: Asking,
  hub: HubState | null,
): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  streamMetrics(registry, live);
  editorMetrics(registry, asking);
  const refreshed = [
    databaseMetrics(registry, database),
    outboxMetrics(registry, database),
    hubMetrics(registry, database, hub),
  ];
  const jobDone = jobMetrics(registry);
  return {
    observe: (app) => observe(app, registry),
    jobDone,
    async render() {
      await Promise.all(refreshed.map((refresh) => refresh()));
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

function streamMetrics(registry: Registry, live: LiveChanges): void {
  new Gauge({
    name: 'sas_streams_open',
    help: 'Streams that are open at this moment, in this process.',
    registers: [registry],
    collect() {
      this.set(live.followers);
    },
  });
}

function observe(app: FastifyInstance, registry: Registry): void {
  const registers = [registry];
  const requests = new Counter({
    name: 'sas_http_requests_total',
    help: 'Requests answered, by route template.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const latency = new Histogram({
    name: 'sas_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route'],
    buckets: LATENCY_BUCKETS,
    registers,
  });
  const problems = new Counter({
    name: 'sas_http_problems_total',
    help: 'Problems answered, by code: rate-limited and too-many-… are limits, unauthenticated, forbidden and origin-not-allowed refusals, fhir-… what the rules of FHIR refuse.',
    labelNames: ['code'],
    registers,
  });
  const bookings = new Counter({
    name: 'sas_bookings_total',
    help: 'Bookings answered with success, by kind of caller.',
    labelNames: ['by'],
    registers,
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.statusCode;
    requests.inc({ method, route, status });
    // A stream is as long as its reader stays.
    if (!isStream(reply)) latency.observe({ method, route }, reply.elapsedTime / 1000);
    if (request.problem !== undefined) problems.inc({ code: request.problem });
    if (method === 'POST' && route === '/v1/appointments' && status === 201)
      bookings.inc({ by: request.caller.kind });
  });
}

function isStream(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type')).startsWith('text/event-stream');
}

function jobMetrics(registry: Registry): Metrics['jobDone'] {
  const registers = [registry];
  const labelNames = ['job'];
  const rows = new Counter({
    name: 'sas_job_rows_total',
    help: 'Rows that a job made, changed or removed.',
    labelNames,
    registers,
  });
  const failures = new Counter({
    name: 'sas_job_failures_total',
    help: 'Runs of a job that failed.',
    labelNames,
    registers,
  });
  const success = new Gauge({
    name: 'sas_job_last_success_timestamp_seconds',
    help: 'When a job last ended well.',
    labelNames,
    registers,
  });
  const duration = new Gauge({
    name: 'sas_job_duration_seconds',
    help: 'How long the last run of a job took.',
    labelNames,
    registers,
  });
  return (report) => {
    const job = { job: report.name };
    duration.set(job, report.seconds);
    failures.inc(job, report.rows === null ? 1 : 0);
    rows.inc(job, report.rows ?? 0);
    if (report.rows !== null) success.set(job, Date.now() / 1000);
  };
}
