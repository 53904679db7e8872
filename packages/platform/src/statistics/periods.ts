import { Temporal } from 'temporal-polyfill';
import type { Window } from './window.ts';

/** The bounds of one period, the end excluded. */
export interface Period {
  from: Date;
  to: Date;
}

/**
 * SQL of the windows of statistics: `bounds` of the parameters $2 (first day), $3 (last day), $4 (zone) and
 * $5 (step), and the rows of `period`, each with its `key`: that of what happened `at` is `KEY('at')`.
 *
 * Periods begin in the zone: an hour is an instant's, so that the hour that comes twice is two; days and longer
 * ones are civil, so that a day has 23 to 25 hours.
 */
export const BOUNDS = `bounds as (
  select $2::date::timestamp at time zone $4::text as first,
    ($3::date + 1)::timestamp at time zone $4::text as last, $4::text as zone, $5::text as step
)`;

const HOURS = `select begins as key, begins as "from", begins + interval '1 hour' as "to"
  from bounds, generate_series(first, last - interval '1 second', interval '1 hour') begins`;
const CIVIL = `select local at time zone zone as key, greatest(first, local at time zone zone) as "from",
    least(last, (local + ('1 ' || step)::interval) at time zone zone) as "to"
  from bounds, generate_series(date_trunc(step, first at time zone zone),
    (last at time zone zone) - interval '1 second', ('1 ' || step)::interval) local`;

/** SQL: the rows of `period`. */
export function periodsOf(step: string): string {
  return `period as (${step === 'hour' ? HOURS : CIVIL})`;
}

/** SQL: the period of an instant, of `bounds`. */
export const KEY = (at: string) => `date_trunc(bounds.step, ${at}, bounds.zone)`;

/** SQL: whether an instant lies in the window of `bounds`. */
export const WITHIN = (at: string) => `${at} >= bounds.first and ${at} < bounds.last`;

/** Of a whole window. */
export function windowBounds({ from, to }: Window, timeZone: string): Period {
  const midnight = (day: Temporal.PlainDate) =>
    new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
  const [first, last] = [from, to].map((day) => Temporal.PlainDate.from(day));
  return { from: midnight(first!), to: midnight(last!.add({ days: 1 })) };
}

/** From the beginning of the first to the end of the last. */
export function spanOf(periods: readonly Period[]): Period {
  return { from: periods[0]!.from, to: periods.at(-1)!.to };
}

/** SQL: the rows of `span`: every period, and the whole window without a `key`. */
export const SPANS = `span as (
  select key, "from", "to", false as whole from period union all select null, first, last, true from bounds
)`;

/** A row of `span`. */
export interface Span extends Period {
  whole: boolean;
}

/** SQL: counts by `key` and of the whole window, of which each row of `span` finds its own by `OF_SPAN`. */
export const BY_SPAN = 'group by grouping sets ((key), ())';
export const IS_WHOLE = 'grouping(key) = 1 as whole';
export const OF_SPAN = (counted: string) =>
  `${counted}.whole = span.whole and ${counted}.key is not distinct from span.key`;
