import type { Database } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { CSV, writeCsv } from '../http/csv.ts';
import { type Answer, document, type Handlers, ok } from '../http/handler.ts';
import { readArea } from './areas.ts';
import { countCalls } from './call-counts.ts';
import { storeCallEvents } from './call-events.ts';
import { callFigures } from './call-figures.ts';
import { checkAggregate, checkWindow } from './window.ts';

type CallStatistics = components['schemas']['CallStatistics'];

/** What a service sets itself, and what it tells. */
export interface StatisticsSettings {
  /** Counts below are not told; 1 tells all. */
  least: number;
  targets: components['schemas']['CallTargets'];
}

export function statisticsRoutes(
  database: Database,
  { least, targets }: StatisticsSettings,
): Handlers<'receiveCallEvents' | 'getCallStatistics'> {
  return {
    receiveCallEvents: async ({ caller, body }) =>
      ok(await storeCallEvents(database, caller, body)),
    getCallStatistics: async ({ caller, query, headers }) => {
      const window = { from: query.from, to: query.to, step: query.step ?? 'day' };
      checkWindow(window);
      checkAggregate(caller, window);
      const { area, timeZone } = await readArea(database, caller, query);
      const queue = query.queue ?? null;
      const counted = await countCalls(database, area.territories, window, timeZone, queue);
      const figures = callFigures(counted, timeZone, least);
      const { step } = window;
      const answer = { area, timeZone, step, suppressedBelow: least, targets, ...figures };
      return wantsCsv(query.format, headers.accept) ? asTable(answer) : ok(answer);
    },
  };
}

function wantsCsv(format: 'json' | 'csv' | undefined, accept: string | undefined): boolean {
  if (format !== undefined) return format === 'csv';
  return accept?.split(',')[0]?.split(';')[0]?.trim().toLowerCase() === CSV;
}

/** One line a period, the total last; an empty field is what is not told. */
function asTable({ area, items, total }: CallStatistics): Answer<never> {
  const columns = Object.keys(total) as (keyof typeof total)[];
  const lines = [...items, total].map((figures, at) => [
    area.kind,
    area.id,
    at === items.length ? 'total' : 'period',
    ...columns.map((name) => figures[name]),
  ]);
  const text = writeCsv(['areaKind', 'area', 'row', ...columns], lines);
  return document(text, `${CSV}; charset=utf-8; header=present`) as Answer<never>;
}
