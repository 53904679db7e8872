import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/locale.ts';
import type { StatisticsStrings } from '../../strings/fr/statistics.ts';
import { stateShape } from '../editor-status/state-shape.ts';
import type { KeyFigure } from './model.ts';
import { formatFigure, tell } from './numbers.ts';

/** The figures of the whole period, each beside what it should reach. */
export function keyFigures(
  figures: readonly KeyFigure[],
  language: Language,
  strings: StatisticsStrings,
): TemplateResult {
  return html`<dl class="keys" part="keys">
    ${figures.map(
      (figure) =>
        html`<div class="key panel">
          <dt class="small">${figure.label}</dt>
          <dd class="value">${tell(figure.value, figure.unit, language, strings)}</dd>
          ${target(figure)}
        </div>`,
    )}
  </dl>`;

  function target({ value, unit, target }: KeyFigure): TemplateResult | typeof nothing {
    if (target === undefined) return nothing;
    if (target === null) return html`<dd class="quiet small">${strings.noTarget}</dd>`;
    const aim = html`<dd class="quiet small">
      ${strings.target(formatFigure(target, unit, language))}
    </dd>`;
    if (value == null) return aim;
    const lacking = Math.round((target - value) * 10) / 10;
    const state = lacking > 0 ? 'failing' : 'working';
    return html`${aim}
      <dd class="aim small ${state}">
        ${stateShape(state)}<span
          >${
            lacking > 0
              ? strings.missed(formatFigure(lacking, 'count', language), lacking >= 2)
              : strings.reached
          }</span
        >
      </dd>`;
  }
}
