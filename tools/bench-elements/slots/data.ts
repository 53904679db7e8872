/** One bookable time. */
export interface Slot {
  readonly id: string;
  /** RFC 3339 with the offset of Paris. */
  readonly start: string;
  readonly end: string;
}

/** A week of days, each with a slot every ten minutes: 7 × 144 = 1,008. */
export interface Week {
  readonly from: string;
  readonly to: string;
  readonly days: readonly (readonly Slot[])[];
}

const DAYS = 7;
const MINUTES = 10;
const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-23T09:20:00+01:00`; the week is one without a change of clocks. */
function instant(day: number, minutes: number): string {
  const [date, time] = [23 + day + Math.floor(minutes / 1440), minutes % 1440];
  return `2026-11-${two(date)}T${two(Math.floor(time / 60))}:${two(time % 60)}:00+01:00`;
}

const slotsOf = (day: number): Slot[] =>
  Array.from({ length: 1440 / MINUTES }, (_, index) => ({
    id: `slot-${day}-${index}`,
    start: instant(day, index * MINUTES),
    end: instant(day, (index + 1) * MINUTES),
  }));

export const WEEK: Week = {
  from: instant(0, 0),
  to: instant(DAYS, 0),
  days: Array.from({ length: DAYS }, (_, day) => slotsOf(day)),
};

export const COUNT = WEEK.days.flat().length;

/** The slot whose change is measured: in the middle of the week. */
export const CHANGED = WEEK.days[3]![72]!.id;
