/**
 * `client.statistics`: the figures of a service.
 *
 * @module
 */
import type { Query } from './operation.ts';
import type { CallOptions } from './options.ts';
import type { Transport } from './transport.ts';
import type {
  AgendaStatistics,
  CallStatistics,
  OrientationStatistics,
  OwnDoctorStatistics,
  SearchStatistics,
  VendorStatistics,
} from './types.ts';

const calls = '/v1/statistics/calls' as const;
const orientations = '/v1/statistics/orientations' as const;
const ownDoctor = '/v1/statistics/own-doctor' as const;
const agenda = '/v1/statistics/agenda' as const;
const searches = '/v1/statistics/searches' as const;
const vendors = '/v1/statistics/vendors' as const;

/** Query of `GET /v1/statistics/calls`: one place, and the first and last civil day. */
export type CallStatisticsQuery = Omit<Query<'GET', typeof calls>, 'format'>;

/** Query of `GET /v1/statistics/orientations`: one place, and the first and last civil day. */
export type OrientationStatisticsQuery = Omit<Query<'GET', typeof orientations>, 'format'>;

/** Query of `GET /v1/statistics/own-doctor`: one place, and the first and last civil day. */
export type OwnDoctorStatisticsQuery = Omit<Query<'GET', typeof ownDoctor>, 'format'>;

/** Query of `GET /v1/statistics/agenda`: one place, none for one's own; the first and last civil day. */
export type AgendaStatisticsQuery = Omit<Query<'GET', typeof agenda>, 'format'>;

/** Query of `GET /v1/statistics/searches`: one place, and the first and last civil day. */
export type SearchStatisticsQuery = Omit<Query<'GET', typeof searches>, 'format'>;

/** Query of `GET /v1/statistics/vendors`: the first and last civil day, one vendor or all. */
export type VendorStatisticsQuery = Omit<Query<'GET', typeof vendors>, 'format'>;

/** Figures of one territory, department or region. Counts that are too small are null. */
export interface StatisticsResource {
  /**
   * Calls presented, answered and abandoned, by hour, day, week or month (`getCallStatistics`).
   *
   * @throws PermissionError for a territory that the caller does not lead; for an authority or a payer, other
   *   periods than whole months that are over
   */
  calls(query: CallStatisticsQuery, options?: CallOptions): Promise<CallStatistics>;
  /**
   * What was decided and what came of it, by day, week or month (`getOrientationStatistics`).
   *
   * @throws PermissionError as `calls` does
   */
  orientations(
    query: OrientationStatisticsQuery,
    options?: CallOptions,
  ): Promise<OrientationStatistics>;
  /**
   * People without a doctor of their own, by commune and day, week or month (`getOwnDoctorStatistics`).
   *
   * @throws PermissionError as `calls` does
   */
  ownDoctor(query: OwnDoctorStatisticsQuery, options?: CallOptions): Promise<OwnDoctorStatistics>;
  /**
   * Slots published and used, and people who did not come, by day, week or month: of a practice's own agendas,
   * or of a place (`getAgendaStatistics`).
   *
   * @throws PermissionError as `calls` does
   */
  agenda(query: AgendaStatisticsQuery, options?: CallOptions): Promise<AgendaStatistics>;
  /**
   * Searches, and those that found no free slot, by hour, day, week or month (`getSearchStatistics`).
   *
   * @throws PermissionError as `calls` does
   */
  searches(query: SearchStatisticsQuery, options?: CallOptions): Promise<SearchStatistics>;
  /** How connected vendors answered, by day, week or month (`getVendorStatistics`). */
  vendors(query: VendorStatisticsQuery, options?: CallOptions): Promise<VendorStatistics>;
}

/** `client.statistics` over a transport of one's own. */
export function statisticsResource({ request }: Transport): StatisticsResource {
  return {
    calls: (query, options) => request('GET', calls, { ...options, query }),
    orientations: (query, options) => request('GET', orientations, { ...options, query }),
    ownDoctor: (query, options) => request('GET', ownDoctor, { ...options, query }),
    agenda: (query, options) => request('GET', agenda, { ...options, query }),
    searches: (query, options) => request('GET', searches, { ...options, query }),
    vendors: (query, options) => request('GET', vendors, { ...options, query }),
  };
}
