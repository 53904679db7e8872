/**
 * The whole of `dist/testing/service-worker.js`: answers what the pages of its site ask of a platform,
 * from memory. `service-worker.js?url=https://sas.example&seed=3&latency=200`
 */
import type { FakeFault, Matcher } from './faults.ts';
import { createFakePlatform } from './platform.ts';

/** A message of the page: what it would call on a platform of its own. */
export type WorkerMessage =
  | { readonly call: 'advance'; readonly ms: number }
  | { readonly call: 'reset' }
  | {
      readonly call: 'fail';
      readonly operation: Matcher & string;
      readonly fault: FakeFault;
      readonly times?: number;
    };

/** What of a service worker's scope is used here; the types of pages do not have it. */
interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install', listener: () => void): void;
  addEventListener(
    type: 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(
    type: 'fetch',
    listener: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
  addEventListener(
    type: 'message',
    listener: (event: { data: WorkerMessage; ports: readonly MessagePort[] }) => void,
  ): void;
}

const scope = globalThis as unknown as WorkerScope;
const options = new URL(scope.location.href).searchParams;
const platform = createFakePlatform({
  url: options.get('url') ?? 'https://sas.example',
  seed: Number(options.get('seed') ?? 1),
  latency: Number(options.get('latency') ?? 0),
  now: Date.now,
});
const { origin } = new URL(platform.url);

scope.addEventListener('install', () => void scope.skipWaiting());
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).origin === origin)
    event.respondWith(platform.fetch(event.request));
});
scope.addEventListener('message', ({ data, ports }) => {
  if (data.call === 'advance') platform.advance(data.ms);
  else if (data.call === 'reset') platform.reset();
  else platform.fail(data.operation, data.fault, data.times);
  ports[0]?.postMessage('done');
});
