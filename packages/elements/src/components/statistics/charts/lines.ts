import { line, symbol, symbolCircle, symbolSquare, symbolTriangle } from 'd3-shape';
import { nothing, svg, type TemplateResult } from 'lit';
import type { Chart } from '../model.ts';
import { formatFigure } from '../numbers.ts';
import { axes, frameOf, tips, type Drawing } from './frame.ts';

const shapes = [symbolCircle, symbolSquare, symbolTriangle];

/** Beyond, marks would hide their line. */
const mostMarks = 45;

/** The mark of a line, around the origin. */
export const markOf = (index: number): string =>
  symbol(shapes[index % shapes.length] ?? symbolCircle, 40)() ?? '';

/** A line a column, each with its own stroke and mark; a gap where nothing is told; aims across. */
export function lines(chart: Chart, drawing: Drawing): TemplateResult {
  const { columns, rows, unit, targets = {} } = chart;
  const told = columns.flatMap(({ key }) => rows.map(({ values }) => values[key] ?? 0));
  const aims = columns.map(({ key }) => targets[key] ?? 0);
  const most = unit === 'percent' ? 100 : Math.max(0, ...told, ...aims);
  const frame = frameOf(chart, most, drawing);
  const { x, y, band, left, right } = frame;
  const middle = (row: number) => x(row) + band / 2;
  return svg`${axes(frame, chart, drawing.language)}
    ${columns.map(({ key }, index) => {
      const aim = targets[key];
      const path = line<(typeof rows)[number]>()
        .defined(({ values }) => values[key] != null)
        .x((_, at) => middle(at))
        .y(({ values }) => y(values[key] ?? 0));
      return svg`<g class="line l${index}">
        ${
          aim == null
            ? nothing
            : svg`<line class="aim" x1=${left} x2=${right} y1=${y(aim)} y2=${y(aim)} />
              <text class="aim" x=${right + 4} y=${y(aim) + 4}>${formatFigure(aim, unit, drawing.language)}</text>`
        }
        <path class="stroke" d=${path([...rows]) ?? ''} />
        ${
          rows.length > mostMarks
            ? nothing
            : rows.map(({ values }, at) => {
                const value = values[key];
                return value == null
                  ? nothing
                  : svg`<path class="mark" transform="translate(${middle(at)} ${y(value)})" d=${markOf(index)} />`;
              })
        }
      </g>`;
    })}
    ${tips(frame, chart, drawing)}`;
}
