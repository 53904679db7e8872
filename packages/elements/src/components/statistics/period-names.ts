import type { Language } from '../../controllers/locale.ts';
import { civilTime } from '../../format/civil.ts';
import { formatDay, formatTime } from '../../format/formats.ts';
import { memo } from '../../format/memo.ts';
import { formatDate } from '../../format/week.ts';
import type { StatisticsStrings } from '../../strings/fr/statistics.ts';
import type { Step } from './period.ts';

const shortMonth = memo(
  (language: Language) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
      timeZone: 'UTC',
      month: 'short',
      year: '2-digit',
    }),
);

/** How a period of an answer is named. */
export interface PeriodName {
  label: string;
  /** For the axis of a chart. */
  short: string;
}

/** First and last of some days, each as short as the other allows: `1er`, `31 octobre 2026`. */
export function formatDays(from: string, to: string, language: Language): [string, string] {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const parts = sameMonth ? 'day' : from.slice(0, 4) === to.slice(0, 4) ? 'month' : 'year';
  return [formatDate(from, language, parts), formatDate(to, language)];
}

/** Names of the periods of an answer, in the place's zone. An hour that comes twice says so. */
export function periodNames(
  periods: readonly { from: string; to: string }[],
  step: Step,
  zone: string,
  language: Language,
  strings: Pick<StatisticsStrings, 'days' | 'secondTime'>,
): PeriodName[] {
  const names = periods.map(({ from, to }): PeriodName => {
    const { date } = civilTime(from, zone);
    const last = civilTime(Date.parse(to) - 1, zone).date;
    const day = formatDay(date, language);
    const short = formatDay(date, language, 'date');
    if (step === 'hour') {
      const time = formatTime(from, zone, language);
      return { label: `${day}, ${time}`, short: time };
    }
    if (step === 'day') return { label: day, short };
    if (step === 'month' && isWholeMonth(date, last)) {
      return {
        label: formatDate(date, language, 'month and year'),
        short: shortMonth(language).format(new Date(date)),
      };
    }
    const [first, end] = formatDays(date, last, language);
    return { label: date === last ? end : strings.days(first, end), short };
  });
  return names.map((name, at) =>
    name.label === names[at - 1]?.label
      ? { ...name, label: `${name.label} ${strings.secondTime}` }
      : name,
  );
}

function isWholeMonth(first: string, last: string): boolean {
  const after = new Date(Date.parse(last) + 86_400_000).toISOString();
  return (
    first.endsWith('-01') && first.slice(0, 7) === last.slice(0, 7) && after.slice(8, 10) === '01'
  );
}
