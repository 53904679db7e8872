import { css } from 'lit';

/** Fills, strokes and marks of the charts. Where the system takes the colours over, its own. */
export const chartStyles = css`
  .chart {
    --_a: var(--_accent);
    --_b: var(--_danger);
    --_c: var(--_on-notice);
    display: block;
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
  }
  .sample {
    --_a: var(--_accent);
    --_b: var(--_danger);
    --_c: var(--_on-notice);
    flex: none;
    block-size: 0.875rem;
  }
  .patterns {
    position: absolute;
    inline-size: 0;
    block-size: 0;
  }
  .chart text {
    fill: var(--_quiet);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .number {
    text-anchor: end;
  }
  .name {
    text-anchor: middle;
  }
  .grid {
    stroke: var(--_line);
  }
  .ground {
    stroke: var(--_edge);
  }
  .part rect {
    stroke: var(--_ink);
    stroke-width: 1;
  }
  .part.thin rect {
    stroke: none;
  }
  .p0 rect {
    fill: var(--_a);
  }
  .p1 rect {
    fill: url('#hatch');
  }
  .p2 rect {
    fill: url('#dots');
  }
  .p4 rect {
    fill: url('#stripes');
  }
  .p5 rect {
    fill: url('#grid');
  }
  .p3 rect,
  .under {
    fill: var(--_ground);
  }
  .p1.over {
    fill: var(--_b);
  }
  .p2.over {
    fill: var(--_c);
  }
  .p4.over {
    fill: var(--_ink);
  }
  .p5.over {
    stroke: var(--_a);
    stroke-width: 1.5;
  }
  .prest rect {
    fill: none;
    stroke-dasharray: 3 2;
  }
  .hidden {
    fill: var(--_ground);
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  .line {
    fill: none;
    stroke-width: 2;
  }
  .l0 {
    stroke: var(--_a);
  }
  .l1 {
    stroke: var(--_b);
    stroke-dasharray: 7 4;
  }
  .l3 {
    stroke: var(--_ink);
  }
  .l2 {
    stroke: var(--_c);
    stroke-dasharray: 2 3;
  }
  .mark {
    fill: var(--_ground);
    stroke-dasharray: none;
  }
  line.aim {
    stroke-width: 1;
    stroke-dasharray: 12 4;
  }
  .chart text.aim {
    stroke: none;
    fill: var(--_ink);
    font-weight: 700;
  }
  .tips rect {
    fill: transparent;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
  }
  .legend li {
    display: flex;
    gap: 0.5rem;
    align-items: center;
  }
  @media (forced-colors: active) {
    .grid {
      stroke-opacity: 0.3;
    }
    .chart,
    .sample {
      --_a: CanvasText;
      --_b: CanvasText;
      --_c: CanvasText;
      --_ink: CanvasText;
      --_quiet: CanvasText;
      --_edge: CanvasText;
      --_line: CanvasText;
      --_ground: Canvas;
      forced-color-adjust: none;
    }
  }
`;
