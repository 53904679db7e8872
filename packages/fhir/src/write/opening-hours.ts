import { DAYS_OF_WEEK, isCode } from '../codes.ts';
import type { DayOfWeek, OpeningHours, Site } from '../model.ts';
import { mendTime } from '../times-of-day.ts';
import type { HoursOfOperation } from '../resources.ts';
import { type Notes, recordPlace } from './notes.ts';
import { typed, typedList } from './typed.ts';

/** Opening hours of a site; those that cannot be read are left out with a finding. */
export function writeOpeningHours(site: Site, notes: Notes): HoursOfOperation[] {
  const written: HoursOfOperation[] = [];
  const all: unknown = site.openingHours;
  (Array.isArray(all) ? all : []).forEach((each: Partial<OpeningHours> | null, index) => {
    const hours = each ?? {};
    const days = typedList(hours.days)
      .map((day) => day.toLowerCase())
      .filter((day): day is DayOfWeek => isCode(DAYS_OF_WEEK, day));
    const openingTime = mendTime(typed(hours.opens));
    const closingTime = mendTime(typed(hours.closes));
    if (days.length === 0 || openingTime === null || closingTime === null) {
      const place = recordPlace('sites', site.id, `openingHours[${index}]`);
      notes.add('agenda-opening-hours', place, `${typed(hours.opens)}–${typed(hours.closes)}`);
      return;
    }
    written.push({ daysOfWeek: days, openingTime, closingTime });
  });
  return written;
}
