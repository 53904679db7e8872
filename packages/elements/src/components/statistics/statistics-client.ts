import type { SasClient } from '@sas-kit/client';
import { sessionResource } from '@sas-kit/client/session';
import { statisticsResource } from '@sas-kit/client/statistics';
import { territoriesResource } from '@sas-kit/client/territories';
import type { Transport } from '@sas-kit/client/transport';
import type { Period } from './period.ts';

/** The resources that the element calls. */
export interface StatisticsClient {
  statistics: SasClient['statistics'];
  session: Pick<SasClient['session'], 'get'>;
  territories: Pick<SasClient['territories'], 'list'>;
}

/** One area, its days and their step; without an area, the reader's own agendas. */
export interface FigureQuery extends Period {
  territory?: string;
  department?: string;
  region?: string;
}

/** The same by day, where there is nothing by hour. */
export const withoutHours = ({ step, ...query }: FigureQuery) => ({
  ...query,
  step: step === 'hour' ? ('day' as const) : step,
});

/** These resources over a transport. */
export const statisticsClient = (transport: Transport): StatisticsClient => ({
  statistics: statisticsResource(transport),
  session: sessionResource(transport),
  territories: territoriesResource(transport),
});
