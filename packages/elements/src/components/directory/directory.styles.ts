import { css } from 'lit';

export const directoryStyles = css`
  .results,
  .region,
  .cards,
  .filters {
    display: grid;
    gap: 1rem;
  }
  .region,
  .cards {
    gap: 0.625rem;
  }
  .filters {
    align-items: end;
  }
  .results > *,
  .filters > * {
    min-inline-size: 0;
  }
  .results[aria-busy='true'] .cards {
    opacity: 0.6;
  }
  .count {
    font-size: 1.125rem;
  }
  .bar {
    min-block-size: 4rem;
  }
  .card {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  summary {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.75rem 1rem 0.75rem 2.5rem;
    border-radius: var(--_radius);
    cursor: pointer;
    position: relative;
  }
  summary:hover {
    background: var(--_soft);
  }
  .who {
    display: grid;
    gap: 0.125rem;
    min-inline-size: 0;
    flex: 1 1 12rem;
  }
  .name {
    font-size: 1.0625rem;
    line-height: 1.35;
    font-weight: 700;
  }
  .badge {
    background: var(--_tint);
    color: var(--_on-tint);
  }
  .badge.operational,
  .badge.generalised {
    background: var(--_success);
    color: var(--_on-success);
  }
  .badge.in-design {
    background: var(--_notice);
    color: var(--_on-notice);
  }
  .body {
    display: grid;
    gap: 1.25rem;
    padding: 0.25rem 1rem 1rem;
  }
  .section {
    display: grid;
    gap: 0.375rem;
    align-content: start;
  }
  .section-title {
    font-size: 1rem;
    line-height: 1.4;
    font-weight: 700;
  }
  .plain {
    display: grid;
    gap: 0.5rem;
  }
  .timeline li {
    position: relative;
    padding-inline-start: 1.5rem;
    padding-block-end: 0.75rem;
  }
  .timeline li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0.125rem;
    inset-block-start: 0.375rem;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    background: var(--_ground);
  }
  .timeline [aria-current]::before {
    background: var(--_accent);
  }
  .timeline li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-inline-start: 0.4375rem;
    inset-block: 1.25rem -0.25rem;
    border-inline-start: 2px solid var(--_line);
  }
  .equals {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
    grid-auto-rows: 1fr;
    gap: 0.5rem;
  }
  .equals li {
    display: grid;
    align-content: center;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) - 0.375rem);
  }
  @container (min-width: 34rem) {
    .filters {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (min-width: 56rem) {
    .filters {
      grid-template-columns: 1.4fr 1fr 1fr 1fr;
    }
    .body {
      grid-template-columns: 1fr 1fr;
      padding-inline: 2.5rem;
    }
    .section:has(.equals) {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
    .timeline [aria-current]::before {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
    .card {
      break-inside: avoid;
    }
  }
`;
