/**
 * Whether the platform works.
 *
 * @module
 */
import type { CallOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { Health } from './types.ts';

/** Whether the platform works. Needs no credentials. */
export interface SystemResource {
  /** The process answers (`getHealth`). */
  health(options?: CallOptions): Promise<Health>;
  /**
   * The database answers and its migrations are applied (`getReadiness`).
   *
   * @throws ServerError `unavailable`, once `retries` are used up: give `retries: 0` to a probe
   */
  readiness(options?: CallOptions): Promise<Health>;
}

/** `client.system` over a transport of one's own. */
export function systemResource({ request }: Transport): SystemResource {
  return {
    health: (options) => request('GET', '/healthz', { ...options }),
    readiness: (options) => request('GET', '/readyz', { ...options }),
  };
}
