import { stack } from 'd3-shape';
import { nothing, svg, type TemplateResult } from 'lit';
import type { Chart, Row } from '../model.ts';
import { axes, frameOf, tips, type Drawing } from './frame.ts';

/** Place of what is masked among the patterns. */
const rest = 'rest';

/** Columns of a row as numbers, and what is left of the whole where one of them is masked. */
function partsOf({ values }: Row, { columns, whole }: Chart): Record<string, number> {
  const parts = Object.fromEntries(columns.map(({ key }) => [key, values[key] ?? 0]));
  const known = Object.values(parts).reduce((sum, value) => sum + value, 0);
  const all = whole === undefined ? null : values[whole];
  const hidden = columns.some(({ key }) => values[key] === null);
  return { ...parts, [rest]: hidden && all != null ? Math.max(0, all - known) : 0 };
}

/** Bars that stand on each other, one a row, each part with its own pattern. */
export function bars(chart: Chart, drawing: Drawing): TemplateResult {
  const { columns, rows, whole } = chart;
  const keys = [...columns.map(({ key }) => key), rest];
  const layers = stack<Record<string, number>>().keys(keys)(rows.map((row) => partsOf(row, chart)));
  const most = Math.max(0, ...layers.flat().map(([, end]) => end));
  const frame = frameOf(chart, most, drawing);
  const { x, y, band, base } = frame;
  const thin = band < 4 ? 'thin' : '';
  return svg`${axes(frame, chart, drawing.language)}
    ${layers.map(
      (layer, index) =>
        svg`<g class="part p${layer.key === rest ? rest : index} ${thin}">${layer.map(
          ([start, end], at) =>
            end > start
              ? svg`<rect x=${x(at)} y=${y(end)} width=${band} height=${y(start) - y(end)} />`
              : nothing,
        )}</g>`,
    )}
    ${
      whole === undefined
        ? nothing
        : rows.map(({ values }, at) =>
            values[whole] === null
              ? svg`<path class="hidden" d="M${x(at) + band / 2} ${base - 12}l5 5l-5 5l-5 -5z" />`
              : nothing,
          )
    }
    ${tips(frame, chart, drawing)}`;
}
