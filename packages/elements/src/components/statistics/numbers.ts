import type { Language } from '../../controllers/locale.ts';
import { memo } from '../../format/memo.ts';
import type { StatisticsStrings } from '../../strings/fr/statistics.ts';
import type { Told, Unit } from './model.ts';

const options: Readonly<Record<Unit | 'seconds', Intl.NumberFormatOptions>> = {
  count: {},
  number: {},
  percent: { style: 'unit', unit: 'percent' },
  km: { style: 'unit', unit: 'kilometer' },
  milliseconds: { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 },
  seconds: { style: 'unit', unit: 'second' },
  minutes: { style: 'unit', unit: 'minute', maximumFractionDigits: 0 },
};

const format = memo(
  (language: Language, unit: Unit | 'seconds') =>
    new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
      maximumFractionDigits: 1,
      ...options[unit],
    }),
);

/** `1 204`, `87,5 %`, `12,4 km`, `45 min`, `5 h 20`, `320 ms`, `1,2 s`. */
export function formatFigure(value: number, unit: Unit, language: Language): string {
  if (unit === 'minutes' && value >= 60) return formatHours(Math.round(value), language);
  if (unit === 'milliseconds' && value >= 1000) return plain(value / 1000, 'seconds', language);
  return plain(value, unit, language);
}

function plain(value: number, unit: Unit | 'seconds', language: Language): string {
  // Many fonts have no narrow no-break space.
  return format(language, unit).format(value).replaceAll('\u202f', '\u00a0');
}

const formatHours = (minutes: number, language: Language): string => {
  const rest = minutes % 60;
  const hours = `${plain(Math.floor(minutes / 60), 'count', language)}\u00a0h`;
  return rest === 0 ? hours : `${hours}\u00a0${String(rest).padStart(2, '0')}`;
};

/** In percent with one decimal, as the platform rounds it; undefined of nothing. */
export function shareOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part * 1000) / whole) / 10;
}

/** A figure, or the word for what is masked or cannot be. */
export function tell(
  value: Told,
  unit: Unit,
  language: Language,
  strings: Pick<StatisticsStrings, 'masked' | 'nothing'>,
): string {
  if (value === undefined) return strings.nothing;
  return value === null ? strings.masked : formatFigure(value, unit, language);
}
