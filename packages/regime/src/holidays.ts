import { easter } from 'date-easter';
import { addDays } from './civil-time.ts';

/**
 * Days that a part of France has more than the others: Alsace and Moselle (code du travail,
 * L. 3134-13), and the day that remembers the abolition of slavery overseas (law 83-550, decree 83-1003).
 */
export type HolidayCalendar =
  'national' | 'alsace-moselle' | 'guadeloupe' | 'martinique' | 'guyane' | 'la-reunion' | 'mayotte';

/** A public holiday, by what it is. */
export type Holiday =
  | 'new-year'
  | 'good-friday'
  | 'easter-monday'
  | 'labour-day'
  | 'victory-1945'
  | 'ascension'
  | 'whit-monday'
  | 'bastille-day'
  | 'assumption'
  | 'all-saints'
  | 'armistice-1918'
  | 'christmas'
  | 'second-day-of-christmas'
  | 'abolition-of-slavery';

/** Every year on the same day, `MM-DD` (code du travail, L. 3133-1). */
const fixed: Record<string, Holiday> = {
  '01-01': 'new-year',
  '05-01': 'labour-day',
  '05-08': 'victory-1945',
  '07-14': 'bastille-day',
  '08-15': 'assumption',
  '11-01': 'all-saints',
  '11-11': 'armistice-1918',
  '12-25': 'christmas',
};

/** Days after Easter Sunday. */
const movable: Record<number, Holiday> = {
  1: 'easter-monday',
  39: 'ascension',
  50: 'whit-monday',
};

const abolition: Partial<Record<HolidayCalendar, string>> = {
  mayotte: '04-27',
  martinique: '05-22',
  guadeloupe: '05-27',
  guyane: '06-10',
  'la-reunion': '12-20',
};

/** By the first letters of an INSEE code: the department or overseas collectivity. */
const local: Record<string, HolidayCalendar> = {
  57: 'alsace-moselle',
  67: 'alsace-moselle',
  68: 'alsace-moselle',
  971: 'guadeloupe',
  972: 'martinique',
  973: 'guyane',
  974: 'la-reunion',
  976: 'mayotte',
};

/** The calendar of a commune or department, by its INSEE code (`67482`, `974`). */
export function holidayCalendarOf(insee: string): HolidayCalendar {
  return local[insee.slice(0, 2)] ?? local[insee.slice(0, 3)] ?? 'national';
}

const known = new Map<string, ReadonlyMap<string, Holiday>>();

/**
 * The public holidays of a year, by date (`2026-05-14`), in the order of the calendar. Where two fall on
 * one day (1 May 2008 was Ascension too) the day is there once, under the movable one.
 */
export function publicHolidays(
  year: number,
  calendar: HolidayCalendar = 'national',
): ReadonlyMap<string, Holiday> {
  const key = `${year} ${calendar}`;
  let days = known.get(key);
  if (!days) known.set(key, (days = computed(year, calendar)));
  return days;
}

function computed(year: number, calendar: HolidayCalendar): ReadonlyMap<string, Holiday> {
  const days: [string, Holiday][] = Object.entries(fixed).map(([on, name]) => [
    `${year}-${on}`,
    name,
  ]);
  const { month, day } = easter(year);
  const sunday = `${year}-${month}-${day}`;
  const afterEaster = (offset: number, name: Holiday) => days.push([addDays(sunday, offset), name]);
  if (abolition[calendar]) days.push([`${year}-${abolition[calendar]}`, 'abolition-of-slavery']);
  if (calendar === 'alsace-moselle') {
    days.push([`${year}-12-26`, 'second-day-of-christmas']);
    afterEaster(-2, 'good-friday');
  }
  for (const [offset, name] of Object.entries(movable)) afterEaster(Number(offset), name);
  return new Map(days.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
}

/** The holiday that a civil date is, if it is one. */
export function holidayOn(date: string, calendar: HolidayCalendar): Holiday | undefined {
  return publicHolidays(Number(date.slice(0, 4)), calendar).get(date);
}
