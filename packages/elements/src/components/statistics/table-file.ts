import { clock } from '../../base/clock.ts';
import type { Language } from '../../controllers/locale.ts';
import type { StatisticsStrings } from '../../strings/fr/statistics.ts';
import type { FigureTable, Told, Unit } from './model.ts';

/** A text that begins like a formula is none. */
const cell = (text: string): string => {
  const plain = /^[=+@-]/.test(text) ? `'${text}` : text;
  return /[";,\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** What stands beside the name of a column, and not beside each figure. */
const signs: Readonly<Partial<Record<Unit, string>>> = {
  percent: '%',
  minutes: 'min',
  milliseconds: 'ms',
  km: 'km',
};

/**
 * A table as a file for a spreadsheet of the reader's language: in French `;` and a decimal comma. What is
 * masked is said by its word, what cannot be is empty.
 */
export function tableFile(
  { rowHeading, columns, rows, totals }: FigureTable,
  language: Language,
  { masked }: Pick<StatisticsStrings, 'masked'>,
): string {
  const [between, point] = language === 'en' ? [',', '.'] : [';', ','];
  const inUnit = (label: string, unit: Unit) =>
    unit in signs ? `${label} (${signs[unit] ?? ''})` : label;
  const told = (value: Told) =>
    value === null ? masked : value === undefined ? '' : String(value).replace('.', point);
  const lines = [
    [rowHeading, ...columns.map(({ label, unit }) => inUnit(label, unit))].map(cell),
    ...[...rows, ...totals].map(({ label, values }) => [
      cell(label),
      ...columns.map(({ key }) => told(values[key])),
    ]),
  ];
  // Spreadsheets read UTF-8 where the file begins with its mark.
  return `\uFEFF${lines.map((line) => `${line.join(between)}\r\n`).join('')}`;
}

/** Gives a file to the reader. Nothing leaves the page. */
export function saveTable(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  clock.after(60_000, () => URL.revokeObjectURL(link.href));
}
