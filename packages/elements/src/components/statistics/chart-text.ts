import type { Language } from '../../controllers/locale.ts';
import type { StatisticsStrings } from '../../strings/fr/statistics.ts';
import type { Chart, Column } from './model.ts';
import { formatFigure } from './numbers.ts';

/** What a chart shows, in sentences: for whoever does not see it. */
export function chartText(chart: Chart, language: Language, strings: StatisticsStrings): string {
  const { title, columns, rows, unit, targets, whole } = chart;
  const keys = [...columns.map(({ key }) => key), ...(whole === undefined ? [] : [whole])];
  const masked = rows.flatMap(({ values }) => keys.filter((key) => values[key] === null)).length;
  return [
    strings.chart(title),
    ...columns.map(sentence),
    ...(masked > 0 ? [strings.chartMasked(masked)] : []),
  ].join(' ');

  function sentence({ key, label }: Column): string {
    const told = rows.flatMap(({ values, label: at }) => {
      const value = values[key];
      return value == null ? [] : [{ value, at }];
    });
    const [first] = told;
    if (!first) return strings.chartNone(label);
    const figure = (value: number) => formatFigure(value, unit, language);
    const low = told.reduce((least, each) => (each.value < least.value ? each : least), first);
    const high = told.reduce((most, each) => (each.value > most.value ? each : most), first);
    const part =
      told.length < rows.length ? strings.chartPart(label, told.length, rows.length) : label;
    const range =
      low.value === high.value
        ? strings.chartSame(part, figure(low.value))
        : strings.chartRange(part, figure(low.value), low.at, figure(high.value), high.at);
    const aim = targets?.[key];
    return aim == null ? range : `${range} ${strings.chartTarget(figure(aim))}`;
  }
}
