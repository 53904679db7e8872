import { editorDays, VENDOR_ZONE } from '../aggregation/health/editor-days.ts';
import type { Database } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { type Answer, type Handlers, ok } from '../http/handler.ts';
import type { Caller } from '../identity/caller.ts';
import { rolesWith } from '../identity/rights.ts';
import { countOwnSlots, countSlots, zoneOfOwn } from './agenda-counts.ts';
import { agendaFigures } from './agenda-figures.ts';
import { type Area, type AreaQuery, readArea } from './areas.ts';
import { countCalls } from './call-counts.ts';
import { storeCallEvents } from './call-events.ts';
import { callFigures } from './call-figures.ts';
import type { Telling } from './figures.ts';
import { countOrientations } from './orientation-counts.ts';
import { orientationFigures } from './orientation-figures.ts';
import { countOwnDoctors, ownDoctorFigures } from './own-doctor.ts';
import { windowBounds } from './periods.ts';
import { countSearches } from './search-counts.ts';
import { searchFigures } from './search-figures.ts';
import { asTable, type Line, wantsCsv } from './table.ts';
import { vendorFigures } from './vendor-figures.ts';
import { checkWindow, type StatisticsRight, type Step, tellingTo, type Window } from './window.ts';

/** What a service sets itself, and what it tells. */
export interface StatisticsSettings {
  /** Counts below are not told; 1 tells all. */
  least: number;
  targets: components['schemas']['CallTargets'];
  /** How long events of calls are kept. */
  callEventDays: number;
}

interface WindowQuery<S extends Step> extends AreaQuery {
  from: string;
  to: string;
  step?: S;
}

/** A question that was read: of where and when, and how much is told. */
interface Question<S extends Step> {
  area: Area;
  timeZone: string;
  window: Window<S>;
  telling: Telling;
}

type Operation =
  | 'receiveCallEvents'
  | 'getCallStatistics'
  | 'getOrientationStatistics'
  | 'getOwnDoctorStatistics'
  | 'getAgendaStatistics'
  | 'getSearchStatistics'
  | 'getVendorStatistics';

export function statisticsRoutes(
  database: Database,
  { least, targets, callEventDays }: StatisticsSettings,
): Handlers<Operation> {
  /** @throws {ProblemError} 400, 403, 404, 422. */
  const read = async <S extends Step>(
    caller: Caller,
    query: WindowQuery<S>,
    step: S,
    right: StatisticsRight = 'statistics:read',
  ): Promise<Question<S>> => {
    const window = { from: query.from, to: query.to, step: query.step ?? step };
    checkWindow(window);
    const { area, timeZone, today } = await readArea(database, caller, query, right);
    const telling = tellingTo(caller, right, window, today, least);
    return { area, timeZone, window, telling };
  };

  return {
    receiveCallEvents: async ({ caller, body }) =>
      ok(await storeCallEvents(database, caller, body, callEventDays)),
    getCallStatistics: async ({ caller, query, headers }) => {
      const question = await read(caller, query, 'day');
      const { area, timeZone, window, telling } = question;
      const queue = query.queue ?? null;
      const counted = await countCalls(database, area.territories, window, timeZone, queue);
      const answer = { ...frameOf(question), targets, ...callFigures(counted, timeZone, telling) };
      return wantsCsv(query.format, headers.accept) ? tableOf(answer) : ok(answer);
    },
    getOrientationStatistics: async ({ caller, query, headers }) => {
      const question = await read(caller, query, 'week');
      const { area, timeZone, window, telling } = question;
      const counted = await countOrientations(database, area.territories, window, timeZone);
      const answer = { ...frameOf(question), ...orientationFigures(counted, timeZone, telling) };
      return wantsCsv(query.format, headers.accept) ? tableOf(answer) : ok(answer);
    },
    getOwnDoctorStatistics: async ({ caller, query, headers }) => {
      const question = await read(caller, query, 'week');
      const { area, timeZone, window, telling } = question;
      const counted = await countOwnDoctors(database, area.territories, window, timeZone);
      const bounds = windowBounds(window, timeZone);
      const figures = ownDoctorFigures(counted, bounds, timeZone, telling);
      const answer = { ...frameOf(question), ...figures };
      return wantsCsv(query.format, headers.accept) ? tableOf(answer) : ok(answer);
    },
    getSearchStatistics: async ({ caller, query, headers }) => {
      const question = await read(caller, query, 'day');
      const { area, timeZone, window, telling } = question;
      const audience = query.audience ?? null;
      const counted = await countSearches(database, area.territories, window, timeZone, audience);
      const answer = { ...frameOf(question), ...searchFigures(counted, timeZone, telling) };
      return wantsCsv(query.format, headers.accept) ? tableOf(answer) : ok(answer);
    },
    getVendorStatistics: async ({ query, headers }) => {
      const { from, to, step = 'week', editor = null } = query;
      const window = { from, to, step };
      checkWindow(window);
      const figures = vendorFigures(await editorDays(database, from, to, editor), window);
      if (!wantsCsv(query.format, headers.accept)) {
        return ok({ timeZone: VENDOR_ZONE, step, ...figures });
      }
      const lines = figures.items.map((item) => ({ row: 'period', ...item }));
      return asTable([...lines, ...figures.totals.map((item) => ({ row: 'total', ...item }))]);
    },
    getAgendaStatistics: async ({ caller, query, headers }) => {
      const answer = readsOwn(caller, query)
        ? await ownAgendas(database, caller, query)
        : await agendasOf(database, await read(caller, query, 'week', 'agenda-statistics:read'));
      return wantsCsv(query.format, headers.accept) ? tableOf(answer) : ok(answer);
    },
  };
}

type AgendaStatistics = components['schemas']['AgendaStatistics'];

/** Whether a practice asks for its own agendas. */
function readsOwn(caller: Caller, { territory, department, region }: AreaQuery): boolean {
  const place = territory ?? department ?? region;
  return place === undefined && rolesWith(caller, 'agenda-statistics:read', 'own').length > 0;
}

async function ownAgendas(
  database: Database,
  caller: Caller,
  { from, to, step = 'week' }: WindowQuery<AgendaStatistics['step']>,
): Promise<AgendaStatistics> {
  const window = { from, to, step };
  checkWindow(window);
  const timeZone = await zoneOfOwn(database, caller);
  const counted = await countOwnSlots(database, caller, window, timeZone);
  const telling = { least: 1, roundedTo: 1 };
  return {
    ...frameOf({ area: null, timeZone, window, telling }),
    ...agendaFigures(counted, windowBounds(window, timeZone), timeZone, telling),
  };
}

async function agendasOf(
  database: Database,
  question: Question<AgendaStatistics['step']>,
): Promise<AgendaStatistics> {
  const { area, timeZone, window, telling } = question;
  const counted = await countSlots(database, area.territories, window, timeZone);
  const bounds = windowBounds(window, timeZone);
  return { ...frameOf(question), ...agendaFigures(counted, bounds, timeZone, telling) };
}

function frameOf<S extends Step, A extends Area | null>({
  area,
  timeZone,
  window,
  telling,
}: Omit<Question<S>, 'area'> & { area: A }) {
  const { least: suppressedBelow, roundedTo } = telling;
  return { area, timeZone, step: window.step, suppressedBelow, roundedTo };
}

/** One line an item, the total last. */
function tableOf<Item extends Line>(answer: {
  area: Area | null;
  items: readonly Item[];
  total: Item;
}): Answer<never> {
  const { kind: areaKind, id: area } = answer.area ?? { kind: 'own', id: null };
  const lines = answer.items.map((item) => ({ areaKind, area, row: 'period', ...item }));
  return asTable([...lines, { areaKind, area, row: 'total', ...answer.total }]);
}
