/**
 * `client.statistics`: the figures of a service.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type { CallStatistics } from './types.ts';

const calls = '/v1/statistics/calls' as const;

/** Query of `GET /v1/statistics/calls`: one place, and the first and last civil day. */
export type CallStatisticsQuery = Omit<Query<'GET', typeof calls>, 'format'>;

/** Figures of one territory, department or region. Counts that are too small are null. */
export interface StatisticsResource {
  /**
   * Calls presented, answered and abandoned, by hour, day, week or month (`getCallStatistics`).
   *
   * @throws PermissionError for a territory that the caller does not lead; for an authority or a payer, other
   *   periods than whole months
   */
  calls(query: CallStatisticsQuery, options?: CallOptions): Promise<CallStatistics>;
}

/** `client.statistics` over a transport of one's own. */
export function statisticsResource({ request }: Transport): StatisticsResource {
  return {
    calls: (query, options) => request('GET', calls, { ...options, query }),
  };
}
