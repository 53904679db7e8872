import { html, nothing, type TemplateResult } from 'lit';
import type { StatisticsStrings } from '../../strings/fr/statistics.ts';
import type { FigureTable } from './model.ts';

/** What the words of a table stand for that stand for no figure, and how exact its figures are. */
export function notes(
  { columns, rows, totals }: FigureTable,
  { suppressedBelow, roundedTo }: { suppressedBelow: number; roundedTo: number },
  strings: StatisticsStrings,
  furtherMasking = '',
): TemplateResult | typeof nothing {
  const shown = [...rows, ...totals];
  const has = (what: null | undefined) =>
    shown.some(({ values }) => columns.some(({ key }) => values[key] === what));
  const said = [
    roundedTo > 1 ? strings.rounded(roundedTo) : '',
    has(null) ? (roundedTo > 1 ? strings.maskedFromZero : strings.masking)(suppressedBelow) : '',
    has(null) && roundedTo > 1 ? furtherMasking : '',
    has(undefined) ? strings.nothingNote : '',
  ].filter(Boolean);
  return said.length > 0 ? html`<p class="quiet small">${said.join(' ')}</p>` : nothing;
}
