import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { composeClient, type SasClient } from '../client.ts';
import { isSasError, type SasError } from '../errors.ts';
import type { ClientOptions } from '../options.ts';
import { telling } from '../telling.ts';
import { createTransport, type StreamTransport } from '../transport.ts';
import { serve, type Received, type Reply } from './server.ts';

/** A transport, what its server received, and how long it would have waited between attempts. */
export interface Opened {
  readonly baseUrl: string;
  readonly transport: StreamTransport;
  readonly received: readonly Received[];
  readonly waits: readonly number[];
}

/** The same with every resource over the transport. */
export interface Started extends Opened {
  readonly client: SasClient;
}

/**
 * A transport to a real server that gives these replies. Waiting takes no time but moves its clock;
 * chance is always one half.
 */
export async function open(
  t: TestContext,
  options: Partial<ClientOptions>,
  ...replies: [Reply, ...Reply[]]
): Promise<Opened> {
  const { baseUrl, received } = await serve(t, ...replies);
  const waits: number[] = [];
  let now = Date.parse('2026-11-23T09:20:00+01:00');
  const transport = createTransport(telling({ baseUrl, key: 'pk_test', ...options }), {
    now: () => now,
    random: () => 0.5,
    wait: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  });
  return { baseUrl, transport, received, waits };
}

/** A client over such a transport. */
export async function start(...given: Parameters<typeof open>): Promise<Started> {
  const opened = await open(...given);
  return { client: composeClient(opened.transport), ...opened };
}

/** The error that a call rejects with. */
export async function failure(call: Promise<unknown>): Promise<SasError> {
  const error: unknown = await call.then(
    () => assert.fail('the call worked'),
    (reason: unknown) => reason,
  );
  assert.ok(isSasError(error), String(error));
  return error;
}
