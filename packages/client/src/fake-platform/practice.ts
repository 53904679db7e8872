import { formatInstant, weekdays } from '@sas-kit/regime';
import type { Call } from './handler.ts';
import type { Schemas } from './contract.ts';
import { bodyRefusal, parameterRefusal } from './problem.ts';
import type { ScheduleRecord } from './world.ts';

type Query = Call<'searchAvailability'>['query'];

const FLAGS = ['thirdPartyPayment', 'wheelchair', 'newPatients'] as const;
const FILTERS = ['feeSector', 'language', ...FLAGS, 'open', 'redirection'] as const;

/** All that a practice says. @throws {Refusal} 422 `end-before-start`. */
export function practiceOf(
  request: Schemas['PracticeRequest'] | null = null,
): Schemas['Practice'] | null {
  if (request === null) return null;
  const { information = null, feeSector = null, openingHours = [] } = request;
  const { thirdPartyPayment = null, wheelchair = null, newPatients = null } = request;
  for (const [index, { from, to }] of openingHours.entries()) {
    if (from < to) continue;
    const place = `/practice/openingHours/${index}/to`;
    throw bodyRefusal('end-before-start', place, 'to is after from; a night is two periods');
  }
  return {
    ...{ information, feeSector, thirdPartyPayment, wheelchair },
    ...{ languages: [...new Set(request.languages)], newPatients, openingHours },
  };
}

/** @throws {Refusal} 403: what a practice says of itself is no business of the public. */
export function refusePracticeFilter(query: Query): void {
  const name = FILTERS.find((each) => query[each] !== undefined && query[each] !== false);
  if (name === undefined) return;
  throw parameterRefusal('forbidden', name, `${name} is for professionals only`);
}

function isOpen({ practice, location }: ScheduleRecord, now: number): boolean {
  const local = formatInstant(now, location.timeZone);
  const [date, time] = [local.slice(0, 10), local.slice(11, 16)];
  const weekday = weekdays[new Date(date).getUTCDay()]!;
  return (practice?.openingHours ?? []).some(
    ({ days, from, to }) => days.includes(weekday) && time >= from && time < to,
  );
}

function speaks(languages: readonly string[], wanted: string): boolean {
  const tag = wanted.toLowerCase();
  return languages.some((each) => `${each.toLowerCase()}-`.startsWith(`${tag}-`));
}

/** Whether a practice says of itself all that a query asks for. Here nobody takes people redirected. */
export function saysAll(query: Query, schedule: ScheduleRecord, now: number): boolean {
  const { practice } = schedule;
  const { feeSector, language } = query;
  return (
    feeSector?.some((sector) => sector === practice?.feeSector) !== false &&
    language?.some((tag) => speaks(practice?.languages ?? [], tag)) !== false &&
    FLAGS.every((name) => query[name] !== true || practice?.[name] === true) &&
    (query.open !== true || isOpen(schedule, now)) &&
    query.redirection !== true
  );
}
