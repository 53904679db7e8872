import { addDays, civilTime, holidayCalendarOf, holidayOn, instantOf } from '@sas-kit/regime';
import { offerOf } from './offer.ts';
import { LIMITS, type Offer, type Period, type RuleRecord, type ScheduleRecord } from './world.ts';

const MINUTE = 60_000;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** A slot that a source wants to offer, by its identity in that source. */
export interface WantedSlot extends Period, Offer {
  readonly key: string;
  readonly ruleId: string | null;
}

/** The Monday of a civil date's week, in days. */
function weekOf(date: string): number {
  const days = Date.parse(date) / 86_400_000;
  return Math.floor((days + 3) / 7);
}

function isDayOf({ facts }: RuleRecord, date: string, insee: string | null): boolean {
  const weekday = WEEKDAYS[new Date(date).getUTCDay()]!;
  return (
    facts.days.includes(weekday) &&
    date >= facts.validFrom &&
    (facts.validUntil === null || date <= facts.validUntil) &&
    (weekOf(date) - weekOf(facts.validFrom)) % facts.intervalWeeks === 0 &&
    !facts.exceptDates.includes(date) &&
    !(facts.skipHolidays && holidayOn(date, holidayCalendarOf(insee ?? '')))
  );
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (at: number) =>
  [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** When a civil day begins, and whether all its hours have sixty minutes on the clocks of the zone. */
interface Day {
  readonly begins: number;
  readonly isPlain: boolean;
}

const days = /* @__PURE__ */ new Map<string, Day>();

function dayOf(date: string, timeZone: string): Day {
  const key = `${date} ${timeZone}`;
  let day = days.get(key);
  if (!day) {
    const begins = instantOf(date, '00:00', timeZone);
    day = { begins, isPlain: instantOf(date, '24:00', timeZone) - begins === 1440 * MINUTE };
    days.set(key, day);
  }
  return day;
}

/** The instant of a local time; null for one that the clock skips. */
function startOf(date: string, at: number, timeZone: string): number | null {
  const { begins, isPlain } = dayOf(date, timeZone);
  if (isPlain) return begins + at * MINUTE;
  const start = instantOf(date, timeOf(at), timeZone);
  const { hour, minute } = civilTime(start, timeZone);
  return hour * 60 + minute === at ? start : null;
}

/** The slots of a weekly rule up to the horizon, on the clocks of the place. */
export function occurrencesOf(
  rule: RuleRecord,
  { location }: ScheduleRecord,
  now: number,
): WantedSlot[] {
  const { timeZone, insee } = location;
  const { startTime, endTime, slotMinutes } = rule.facts;
  const found: WantedSlot[] = [];
  const today = civilTime(now, timeZone).date;
  for (let ahead = 0; ahead <= LIMITS.horizonDays; ahead += 1) {
    const date = addDays(today, ahead);
    if (!isDayOf(rule, date, insee)) continue;
    const last = minutesOf(endTime) - slotMinutes;
    for (let at = minutesOf(startTime); at <= last; at += slotMinutes) {
      const start = startOf(date, at, timeZone);
      if (start === null || start <= now) continue;
      const key = `${rule.id} ${date} ${timeOf(at)}`;
      const end = start + slotMinutes * MINUTE;
      found.push({ key, ruleId: rule.id, start, end, ...offerOf(rule.facts) });
    }
  }
  return found;
}
