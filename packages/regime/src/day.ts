import { addDays, type CivilTime } from './civil-time.ts';
import { type Holiday, holidayOn } from './holidays.ts';
import type { BridgeDay, DailyHours, OpeningHours, Weekday } from './territory.ts';

/** Sunday first. */
export const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Why a regime holds. The French code, for texts and feeds in French, is in `reasonsFr`. */
export type Reason =
  | 'sas-hours'
  | 'night'
  | 'saturday'
  | 'sunday'
  | 'public-holiday'
  | 'bridge-day'
  | 'outside-hours'
  | 'hours-to-be-announced';

/** The French code of each reason. */
export const reasonsFr = {
  'sas-hours': 'heures-sas',
  night: 'nuit',
  saturday: 'samedi',
  sunday: 'dimanche',
  'public-holiday': 'jour-ferie',
  'bridge-day': 'pont',
  'outside-hours': 'hors-horaires',
  'hours-to-be-announced': 'horaires-a-annoncer',
} as const satisfies Record<Reason, string>;

/** Day of the week of a civil date. */
export function weekdayOf(date: string): Weekday {
  return weekdays[new Date(date).getUTCDay()]!;
}

/** What makes a whole day PDSA. */
export interface DayOff {
  reason: 'public-holiday' | 'bridge-day';
  holiday: Holiday;
}

/** For each bridge day, its weekday and how far the holiday may be, in days. */
const bridges: Record<BridgeDay, [day: Weekday, ...offsets: number[]]> = {
  'monday-before-holiday': ['mon', 1],
  'friday-after-holiday': ['fri', -1],
  'saturday-after-holiday': ['sat', -1, -2],
};

/** Whether a civil date is a public holiday, or a bridge day where the area counts it. */
export function dayOffOn(
  date: string,
  { holidays, bridgeDays }: Pick<OpeningHours, 'holidays' | 'bridgeDays'>,
): DayOff | undefined {
  const holiday = holidayOn(date, holidays);
  if (holiday) return { reason: 'public-holiday', holiday };
  const weekday = weekdayOf(date);
  for (const bridgeDay of bridgeDays) {
    const [day, ...offsets] = bridges[bridgeDay];
    if (day !== weekday) continue;
    for (const offset of offsets) {
      const near = holidayOn(addDays(date, offset), holidays);
      if (near) return { reason: 'bridge-day', holiday: near };
    }
  }
  return undefined;
}

/** The SAS hours of a civil date; none on a day off. */
export function hoursOn(date: string, opening: OpeningHours): readonly DailyHours[] {
  if (dayOffOn(date, opening)) return [];
  const weekday = weekdayOf(date);
  return opening.sas.filter(({ days }) => days.includes(weekday));
}

/** Why a moment of a day that is not off is outside SAS hours: R. 6315-1 counts 20 h to 8 h as night. */
export function reasonOutside({ date, hour }: CivilTime): Reason {
  const weekday = weekdayOf(date);
  if (weekday === 'sun') return 'sunday';
  if (hour < 8 || hour >= 20) return 'night';
  return weekday === 'sat' && hour >= 12 ? 'saturday' : 'outside-hours';
}
