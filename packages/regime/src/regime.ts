import { addDays, type CivilTime, civilTime, formatInstant, instantOf } from './civil-time.ts';
import { dayOffOn, hoursOn, type Reason, reasonOutside } from './day.ts';
import type { Holiday } from './holidays.ts';
import { callableOn, emergencyNumbers, type NumbersStatus, numbersStatus } from './numbers.ts';
import type { OpeningHours, Regime, RegimeNumber, RegimeTerritory } from './territory.ts';
import { changesOf, isValidOn } from './validity.ts';

/** How far the next change is looked for, in days. The longest time without a holiday is shorter. */
const horizon = 366;

/** Which regime holds at an instant, why, and who answers. */
export interface RegimeState<N extends RegimeNumber = RegimeNumber> {
  /** Null: the hours are to be announced. */
  regime: Regime | null;
  reason: Reason;
  /** The holiday of a `public-holiday`, or that which a `bridge-day` is next to. */
  holiday: Holiday | null;
  /** Numbers to call, in the territory's order; none that has expired or does not answer now. */
  numbers: N[];
  numbersStatus: NumbersStatus;
}

/** What holds from an instant on. */
export interface RegimeAnswer<N extends RegimeNumber = RegimeNumber> extends RegimeState<N> {
  territory: string;
  timeZone: string;
  /** The instant that was asked, RFC 3339 on the territory's clocks. */
  asOf: string;
  /** 15, 112 and 114, whatever the territory says. */
  emergencyNumbers: typeof emergencyNumbers;
  /** The instant at which the regime or the numbers change. Null: none within a year. */
  until: string | null;
  /** What holds from then on. */
  next: RegimeState<N> | null;
}

/**
 * Which regime a territory is in at an instant, SAS hours or PDSA (CSP R. 6315-1), why, which numbers
 * answer, until when, and what comes next. Pure: the same in a page, in Node and in the platform.
 *
 * Hours are those of the clocks on the wall: a day on which they change is an hour shorter or longer at
 * night, and the SAS opens at the same time.
 *
 * @param instant RFC 3339, milliseconds since 1970, or a date.
 * @throws {RangeError} for an instant or a time zone that is none.
 *
 * @example
 * regimeAt(territory, '2026-05-14T10:00:00+02:00').reason; // 'public-holiday', Ascension
 */
export function regimeAt<N extends RegimeNumber>(
  territory: RegimeTerritory<N>,
  instant: string | number | Date,
): RegimeAnswer<N> {
  const now = new Date(instant).getTime();
  const { id, timeZone } = territory;
  const state = stateAt(territory, now);
  const change = nextChange(territory, now, state);
  return {
    territory: id,
    timeZone,
    asOf: formatInstant(now, timeZone),
    ...state,
    emergencyNumbers,
    until: change && formatInstant(change.at, timeZone),
    next: change && change.state,
  };
}

function stateAt<N extends RegimeNumber>(
  { timeZone, accessNumbers, openingHours }: RegimeTerritory<N>,
  instant: number,
): RegimeState<N> {
  const civil = civilTime(instant, timeZone);
  const opening = openingHours.findLast((each) => isValidOn(each, civil.date));
  const { regime, reason, holiday } = situation(opening, civil, instant, timeZone);
  return {
    regime,
    reason,
    holiday,
    numbers: callableOn(accessNumbers, civil.date, regime),
    numbersStatus: numbersStatus(accessNumbers, civil.date, regime),
  };
}

function situation(
  opening: OpeningHours | undefined,
  civil: CivilTime,
  instant: number,
  zone: string,
): Pick<RegimeState, 'regime' | 'reason' | 'holiday'> {
  if (!opening) return { regime: null, reason: 'hours-to-be-announced', holiday: null };
  const dayOff = dayOffOn(civil.date, opening);
  if (dayOff) return { regime: 'pdsa', ...dayOff };
  const open = hoursOn(civil.date, opening).some(
    ({ from, to }) =>
      instantOf(civil.date, from, zone) <= instant && instant < instantOf(civil.date, to, zone),
  );
  return open
    ? { regime: 'sas', reason: 'sas-hours', holiday: null }
    : { regime: 'pdsa', reason: reasonOutside(civil), holiday: null };
}

/** The first instant at which another regime or other numbers hold. A new reason alone is no change. */
function nextChange<N extends RegimeNumber>(
  territory: RegimeTerritory<N>,
  now: number,
  { regime, numbers }: RegimeState<N>,
): { at: number; state: RegimeState<N> } | null {
  for (const at of boundaries(territory, now)) {
    const state = stateAt(territory, at);
    const same =
      state.regime === regime &&
      state.numbers.length === numbers.length &&
      state.numbers.every((each, index) => each === numbers[index]);
    if (!same) return { at, state };
  }
  return null;
}

/** Instants after now, in order, at which something may change. */
function* boundaries(territory: RegimeTerritory, now: number): Generator<number> {
  const { timeZone, accessNumbers, openingHours } = territory;
  const today = civilTime(now, timeZone).date;
  const validity = new Set([...accessNumbers, ...openingHours].flatMap(changesOf));
  const last = addDays(today, horizon);
  for (let date = today; date <= last; date = addDays(date, 1)) {
    const opening = openingHours.findLast((each) => isValidOn(each, date));
    const midnight = opening !== undefined || validity.has(date) ? ['00:00'] : [];
    const times = opening ? hoursOn(date, opening).flatMap(({ from, to }) => [from, to]) : [];
    const instants = [...midnight, ...times].map((time) => instantOf(date, time, timeZone));
    yield* instants.filter((at) => at > now).sort((one, other) => one - other);
  }
}
