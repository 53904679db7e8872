import { html, nothing, type TemplateResult } from 'lit';
import type { Chart } from '../model.ts';
import { bars } from './bars.ts';
import { aimed, type Drawing } from './frame.ts';
import { lines, markOf } from './lines.ts';

export { chartStyles } from './chart.styles.ts';

/** Patterns of the parts of a bar, once a page: whoever sees no colours tells them apart. */
export const patterns = html`<svg class="sample patterns" aria-hidden="true">
  <defs>
    <pattern
      id="hatch"
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="6" height="6" class="under" />
      <rect width="2.5" height="6" class="p1 over" />
    </pattern>
    <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" class="under" />
      <circle cx="3" cy="3" r="1.5" class="p2 over" />
    </pattern>
    <pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse">
      <rect width="5" height="5" class="under" />
      <rect width="5" height="2" class="p4 over" />
    </pattern>
    <pattern id="grid" width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" class="under" />
      <path d="M0 0H6M0 0V6" class="p5 over" />
    </pattern>
  </defs>
</svg>`;

/** A chart, drawn; `text` says what is in it. */
export function drawnChart(chart: Chart, text: string, drawing: Drawing): TemplateResult {
  return html`<svg
      class="chart"
      part="chart"
      role="img"
      aria-label=${text}
      viewBox="0 0 ${drawing.width} 260"
    >
      ${(chart.kind === 'bars' ? bars : lines)(chart, drawing)}
    </svg>
    ${legend(chart, drawing)}`;
}

function legend(chart: Chart, { masked, aim }: Drawing): TemplateResult {
  const { kind, columns, rows, whole } = chart;
  const hidden =
    kind === 'bars' &&
    rows.some(({ values }) =>
      [...columns.map(({ key }) => key), whole].some(
        (key) => key !== undefined && values[key] === null,
      ),
    );
  return html`<ul class="legend small" aria-hidden="true">
    ${columns.map(
      ({ label }, index) =>
        html`<li>
          ${kind === 'bars' ? partSample(String(index)) : lineSample(index)}<span>${label}</span>
        </li>`,
    )}
    ${aimed(chart) ? html`<li>${aimSample}<span>${aim}</span></li>` : nothing}
    ${hidden ? html`<li>${partSample('rest')}<span>${masked}</span></li>` : nothing}
  </ul>`;
}

const partSample = (index: string): TemplateResult =>
  html`<svg class="sample" viewBox="0 0 20 14">
    <g class="part p${index}"><rect x="1" y="1" width="18" height="12" /></g>
  </svg>`;

const lineSample = (index: number): TemplateResult =>
  html`<svg class="sample" viewBox="0 0 30 14">
    <g class="line l${index}">
      <path class="stroke" d="M1 7h28" />
      <path class="mark" transform="translate(15 7)" d=${markOf(index)} />
    </g>
  </svg>`;

const aimSample = html`<svg class="sample" viewBox="0 0 30 14">
  <g class="line l3"><line class="aim" x1="1" x2="29" y1="7" y2="7" /></g>
</svg>`;
