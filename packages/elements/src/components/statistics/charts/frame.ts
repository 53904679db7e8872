import { scaleBand, scaleLinear } from 'd3-scale';
import { nothing, svg, type TemplateResult } from 'lit';
import type { Language } from '../../../controllers/locale.ts';
import type { Chart } from '../model.ts';
import { formatFigure } from '../numbers.ts';

/** What a chart is drawn with, besides its figures. */
export interface Drawing {
  language: Language;
  /** CSS pixels, at least 240. */
  width: number;
  /** Words for what is masked, and for what should be reached. */
  masked: string;
  aim: string;
}

/** Places of a chart, in the units of its drawing. */
export interface Frame {
  /** Where lines across begin and end. */
  left: number;
  right: number;
  /** Start of a row's band, by the row's number. */
  x: (row: number) => number;
  band: number;
  y: (value: number) => number;
  /** Values that have a line across. */
  ticks: readonly number[];
  base: number;
}

const height = 260;
const top = 12;
const bottom = 28;

/** Whether there is an aim to draw. */
export const aimed = ({ targets = {} }: Chart): boolean =>
  Object.values(targets).some((aim) => aim !== null);

/** Axes that hold the values up to `most`; shares always up to 100. */
export function frameOf(chart: Chart, most: number, drawing: Drawing): Frame {
  const { rows, unit } = chart;
  const { width } = drawing;
  const right = aimed(chart) ? 44 : 8;
  const left = 12 + 7 * Math.max(3, formatFigure(most, unit, drawing.language).length);
  const x = scaleBand<number>()
    .domain(rows.map((_, at) => at))
    .range([left, width - right])
    .paddingInner(rows.length > 1 ? 0.25 : 0)
    .paddingOuter(0.125);
  const y = scaleLinear()
    .domain([0, Math.max(most, 1)])
    .range([height - bottom, top]);
  if (unit === 'count') y.nice(4);
  return {
    left: left - 4,
    right: width - right + 4,
    x: (row) => x(row) ?? left,
    band: x.bandwidth(),
    y,
    ticks: y.ticks(4),
    base: height - bottom,
  };
}

/** Room that a name on the axis takes, in CSS pixels. */
const nameWidth = 56;

/** Lines and numbers across, names below: as many as there is room for. */
export function axes(frame: Frame, { rows, unit }: Chart, language: Language): TemplateResult {
  const { left, right, x, y, band, base } = frame;
  const ticks = frame.ticks.filter((value) => unit === 'percent' || Number.isInteger(value));
  const every = Math.max(1, Math.ceil((rows.length * nameWidth) / (right - left)));
  return svg`<g class="axis">
    ${ticks.map(
      (value) => svg`<line class="grid" x1=${left} x2=${right} y1=${y(value)} y2=${y(value)} />
        <text class="number" x=${left - 4} y=${y(value) + 4}>${formatFigure(value, unit, language)}</text>`,
    )}
    <line class="ground" x1=${left} x2=${right} y1=${base} y2=${base} />
    ${rows.map(({ short }, at) =>
      at % every === 0
        ? svg`<text class="name" x=${x(at) + band / 2} y=${base + 18}>${short}</text>`
        : nothing,
    )}
  </g>`;
}

/** What the pointer is told of each row. */
export function tips(
  frame: Frame,
  { rows, columns, unit }: Chart,
  drawing: Drawing,
): TemplateResult {
  const { language, masked } = drawing;
  const told = (value: number | null | undefined) =>
    value === null ? masked : value === undefined ? '–' : formatFigure(value, unit, language);
  return svg`<g class="tips">${rows.map(
    (
      { label, values },
      at,
    ) => svg`<rect x=${frame.x(at)} y=${top} width=${frame.band} height=${frame.base - top}>
      <title>${[label, ...columns.map((each) => `${each.label}\u00a0: ${told(values[each.key])}`)].join('\n')}</title>
    </rect>`,
  )}</g>`;
}
