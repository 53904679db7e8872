import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/locale.ts';
import type { StatisticsStrings } from '../../strings/fr/statistics.ts';
import type { FigureTable, Row } from './model.ts';
import { tell } from './numbers.ts';

/** The table of some figures, for who reads it and for paper. */
export function figureTable(
  { caption, rowHeading, columns, rows, totals }: FigureTable,
  language: Language,
  strings: StatisticsStrings,
): TemplateResult {
  const line = ({ label, values }: Row) =>
    html`<tr>
      <th scope="row">${label}</th>
      ${columns.map(
        ({ key, unit }) =>
          html`<td class=${values[key] === null ? 'masked' : nothing}>
            ${tell(values[key], unit, language, strings)}
          </td>`,
      )}
    </tr>`;
  return html`<div class="scroll" role="region" aria-label=${caption} tabindex="0">
    <table part="table">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${rowHeading}</th>
          ${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(line)}
      </tbody>
      ${
        totals.length > 0
          ? html`<tfoot>
              ${totals.map(line)}
            </tfoot>`
          : nothing
      }
    </table>
  </div>`;
}
