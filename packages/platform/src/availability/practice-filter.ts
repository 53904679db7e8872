import { parameterProblem } from '../http/problem.ts';
import type { Bindings } from '../identity/visibility.ts';
import type { AvailabilityQuery } from './query.ts';

const FLAGS = ['thirdPartyPayment', 'wheelchair', 'newPatients'] as const;
const FILTERS = ['feeSector', 'language', ...FLAGS, 'open', 'redirection'] as const;

/** What practices must say of themselves, and of whom they take: the filters of a query that narrow. */
export type PracticeFilter = Pick<AvailabilityQuery, (typeof FILTERS)[number]>;

/** The filters of a query; those that are `false` ask for nothing. */
export function practiceFilterOf(query: AvailabilityQuery): PracticeFilter {
  const given = FILTERS.filter((name) => query[name] !== undefined && query[name] !== false);
  return Object.fromEntries(given.map((name) => [name, query[name]]));
}

/** @throws {ProblemError} 403 `forbidden`: what a practice says of itself is no business of the public. */
export function refusePracticeFilter(filter: PracticeFilter): void {
  const [name] = Object.keys(filter);
  if (name !== undefined) {
    throw parameterProblem('forbidden', name, `${name} is for professionals only`);
  }
}

/** The SQL conditions on `practice` of a schedule. */
export function practiceConditions(
  filter: PracticeFilter,
  schedule: string,
  bind: Bindings,
): string[] {
  const practice = `${schedule}.practice`;
  const conditions: string[] = [];
  if (filter.feeSector !== undefined) {
    conditions.push(`${practice} ->> 'feeSector' = any(${bind.add(filter.feeSector)}::text[])`);
  }
  if (filter.language !== undefined) {
    const wanted = filter.language.map((tag) => tag.toLowerCase());
    conditions.push(`exists (
      select from jsonb_array_elements_text(${practice} -> 'languages') spoken
      cross join unnest(${bind.add(wanted)}::text[]) wanted
      where lower(spoken) = wanted or starts_with(lower(spoken), wanted || '-'))`);
  }
  const flags = FLAGS.filter((name) => filter[name] === true);
  if (flags.length > 0) {
    const wanted = Object.fromEntries(flags.map((name) => [name, true]));
    conditions.push(`${practice} @> ${bind.add(JSON.stringify(wanted))}::jsonb`);
  }
  if (filter.open === true) conditions.push(isOpen(schedule));
  if (filter.redirection === true) conditions.push(takesRedirected(schedule));
  return conditions;
}

/** Whether its practitioner takes people redirected from an emergency department. */
function takesRedirected(schedule: string): string {
  return `exists (select from practitioner scheme
    where scheme.id = ${schedule}.practitioner_id and scheme.redirection_scheme)`;
}

/** Whether one of its opening hours holds now, on the clocks of its place. */
function isOpen(schedule: string): string {
  return `exists (
    select from location place
    cross join lateral (select (select sas_now()) at time zone place.time_zone as at) clock
    cross join lateral jsonb_array_elements(${schedule}.practice -> 'openingHours') hours
    where place.id = ${schedule}.location_id
      and hours -> 'days' ? to_char(clock.at, 'dy')
      and to_char(clock.at, 'HH24:MI') >= hours ->> 'from'
      and to_char(clock.at, 'HH24:MI') < hours ->> 'to')`;
}
