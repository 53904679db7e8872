import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Asking } from '../aggregation/asking/asking.ts';
import type { LiveChanges } from '../availability/live-changes.ts';
import type { Database } from '../database/database.ts';
import type { HubState } from '../hub/hub-metrics.ts';
import { unauthenticated } from '../identity/authenticate.ts';
import type { JobReport } from '../jobs.ts';
import { createMetrics, type Metrics } from './metrics.ts';

/** Where metrics are read; with neither there are none. */
export interface MetricsSettings {
  /** Port of a listener of its own on the loopback address; 0 picks a free one. */
  port: number | null;
  /** Bearer token of `/metrics` beside the API. */
  token: string | null;
}

/** The metrics of a platform, on or off. */
export interface OpenMetrics {
  jobDone: (report: JobReport) => void;
  /** Starts the listener; answers its address, or null without one. */
  listen(): Promise<string | null>;
  close(): Promise<void>;
}

/** Counts what the application does from now on, where somebody may read it. */
export function openMetrics(
  app: FastifyInstance,
  database: Database,
  live: LiveChanges,
  asking: Asking,
  { port, token }: MetricsSettings,
  hub: HubState | null,
): OpenMetrics {
  if (port === null && token === null) {
    return {
      jobDone: () => undefined,
      listen: async () => null,
      close: async () => undefined,
    };
  }
  const metrics = createMetrics(database, live, asking, hub);
  metrics.observe(app);
  if (token !== null) addRoute(app, metrics, token);
  const listener = port === null ? null : createListener(metrics, port);
  return {
    jobDone: metrics.jobDone,
    listen: async () => (await listener?.listen()) ?? null,
    close: async () => listener?.close(),
  };
}

function addRoute(app: FastifyInstance, metrics: Metrics, token: string): void {
  const expected = digest(`Bearer ${token}`);
  app.get('/metrics', async (request, reply) => {
    const sent = digest(request.headers.authorization ?? '');
    if (!timingSafeEqual(sent, expected)) throw unauthenticated('Send the token of the metrics.');
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.render());
  });
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function createListener(metrics: Metrics, port: number) {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.render().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return {
    async listen(): Promise<string> {
      await new Promise<void>((done, fail) => {
        server.once('error', fail);
        server.listen(port, '127.0.0.1', done);
      });
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`;
    },
    async close(): Promise<void> {
      if (!server.listening) return;
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
