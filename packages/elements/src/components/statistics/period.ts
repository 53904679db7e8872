import { addDays, mondayOf } from '../../format/week.ts';

/** How long one period is. */
export type Step = 'hour' | 'day' | 'week' | 'month';

/** Civil days, the last one included, and how they are cut. */
export interface Period {
  from: string;
  to: string;
  step: Step;
}

/** What a reader chooses with one gesture. */
export const presets = [
  'today',
  'last-30-days',
  'this-week',
  'last-week',
  'last-4-weeks',
  'this-month',
  'last-month',
  'last-12-months',
] as const;

export type Preset = (typeof presets)[number];

/** Days that a platform answers at once. */
const most: Readonly<Record<Step, number>> = { hour: 31, day: 366, week: 3660, month: 3660 };

const firstOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;
const lastOfMonth = (date: string): string =>
  addDays(firstOfMonth(addDays(firstOfMonth(date), 31)), -1);

/** First day of the month that lies some months before. */
function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}

/** The days of a preset, seen from a civil day: never by adding hours. */
export function periodOf(preset: Preset, today: string): Period {
  const monday = mondayOf(today);
  switch (preset) {
    case 'today':
      return { from: today, to: today, step: 'hour' };
    case 'last-30-days':
      return { from: addDays(today, -30), to: addDays(today, -1), step: 'day' };
    case 'this-week':
      return { from: monday, to: addDays(monday, 6), step: 'day' };
    case 'last-week':
      return { from: addDays(monday, -7), to: addDays(monday, -1), step: 'day' };
    case 'last-4-weeks':
      return { from: addDays(monday, -28), to: addDays(monday, -1), step: 'week' };
    case 'this-month':
      return { from: firstOfMonth(today), to: lastOfMonth(today), step: 'day' };
    case 'last-month': {
      const from = monthsBefore(today, 1);
      return { from, to: lastOfMonth(from), step: 'day' };
    }
    case 'last-12-months':
      return {
        from: monthsBefore(today, 12),
        to: lastOfMonth(monthsBefore(today, 1)),
        step: 'month',
      };
  }
}

/** Days from the first to the last, both counted. */
export function daysOf({ from, to }: Pick<Period, 'from' | 'to'>): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** Steps in which a platform tells so many days. Whole months alone, for whoever reads nothing finer. */
export function stepsOf(days: Pick<Period, 'from' | 'to'>, monthsOnly: boolean): Step[] {
  if (monthsOnly) return ['month'];
  const count = daysOf(days);
  return (['hour', 'day', 'week', 'month'] as const).filter((step) => count <= most[step]);
}

/** The same days, in a step that is told: as they were, else the finest. */
export function fitting(period: Period, monthsOnly: boolean): Period {
  const steps = stepsOf(period, monthsOnly);
  const days = monthsOnly
    ? { from: firstOfMonth(period.from), to: lastOfMonth(period.to) }
    : { from: period.from, to: period.to };
  return { ...days, step: steps.includes(period.step) ? period.step : (steps[0] ?? 'month') };
}

/** What is wrong with two days. */
export function faultOf(from: string, to: string): 'missing' | 'order' | 'long' | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(from) || !/^\d{4}-\d\d-\d\d$/.test(to)) return 'missing';
  if (to < from) return 'order';
  return daysOf({ from, to }) > most.month ? 'long' : undefined;
}
