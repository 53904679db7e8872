import { css } from 'lit';

export const statisticsStyles = css`
  .top {
    justify-content: space-between;
  }
  .choice {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    gap: 0.75rem 1rem;
    align-items: end;
  }
  .dates {
    max-inline-size: 44rem;
  }
  .part-of,
  .table {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  .part-of {
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--_line);
  }
  .keys {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr));
    gap: 0.75rem;
  }
  .key {
    display: grid;
    gap: 0.125rem;
    align-content: start;
    padding: 0.75rem;
  }
  .value {
    font-size: 1.5rem;
    line-height: 1.25;
    white-space: nowrap;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .key .aim {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    justify-self: start;
    padding: 0.125rem 0.625rem;
    border: 1px solid transparent;
    border-radius: 1rem;
    font-weight: 600;
  }
  .aim.working {
    background: var(--_success);
    color: var(--_on-success);
  }
  .aim.failing {
    background: var(--_alarm);
    color: var(--_on-alarm);
  }
  .shape {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr));
    gap: 1.5rem;
  }
  .figure {
    display: grid;
    gap: 0.5rem;
    align-content: start;
    min-inline-size: 0;
    margin: 0;
  }
  .caption {
    font-weight: 600;
  }
  .scroll {
    overflow: auto;
    max-block-size: 32rem;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) - 0.25rem);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding: 0.75rem;
    font-weight: 600;
    text-align: start;
  }
  :is(th, td) {
    padding: 0.375rem 0.75rem;
    border-block-start: 1px solid var(--_line);
    text-align: end;
    vertical-align: bottom;
  }
  th {
    font-weight: 600;
  }
  th:first-child {
    text-align: start;
  }
  :is(tbody, tfoot) th {
    min-inline-size: 8rem;
  }
  tbody th {
    font-weight: 400;
  }
  @media (width >= 40rem) {
    tbody th {
      white-space: nowrap;
    }
  }
  thead th {
    min-inline-size: 6.5rem;
    position: sticky;
    inset-block-start: 0;
    background: var(--_soft);
  }
  tfoot :is(th, td) {
    border-block-start: 2px solid var(--_edge);
    font-weight: 700;
  }
  .masked {
    color: var(--_quiet);
    font-style: italic;
  }
  @media (forced-colors: active) {
    .key .aim {
      border-color: currentcolor;
    }
  }
  @media screen {
    .folded {
      display: none;
    }
  }
  @media print {
    .root {
      padding: 0;
    }
    .scroll {
      overflow: visible;
      max-block-size: none;
      border: 0;
    }
    table {
      font-size: 0.625rem;
    }
    :is(th, td) {
      padding: 0.125rem 0.25rem;
    }
    thead th {
      min-inline-size: 0;
      position: static;
    }
    tbody th {
      min-inline-size: 7rem;
      white-space: normal;
    }
    /* Grids that go on over a page lie on each other. */
    :is(.root, .part-of, .charts, .figure, .table) {
      display: block;
    }
    :is(.root, .part-of, .charts, .figure) > * {
      margin-block-end: 0.75rem;
    }
    .figure {
      max-inline-size: 15cm;
    }
    .figure,
    .key,
    tr {
      break-inside: avoid;
    }
    .keys {
      grid-template-columns: repeat(3, 1fr);
    }
  }
`;
