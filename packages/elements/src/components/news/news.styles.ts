import { css } from 'lit';

export const newsStyles = css`
  .filters,
  .results {
    display: grid;
    gap: 1rem;
  }
  .filters > *,
  .results > * {
    min-inline-size: 0;
  }
  .filters {
    align-items: end;
  }
  .bar {
    justify-content: space-between;
  }
  .check {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 2.75rem;
    cursor: pointer;
  }
  .check input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .entry {
    display: grid;
    gap: 0;
    padding-block: 1.25rem;
    border-block-start: 1px solid var(--_line);
  }
  .entry > * {
    min-inline-size: 0;
  }
  .meta,
  .foot {
    gap: 0.25rem 1rem;
  }
  .badge {
    background: var(--_tint);
    color: var(--_on-tint);
  }
  .badge.old {
    background: var(--_notice);
    color: var(--_on-notice);
  }
  ::slotted(article) {
    margin: 0;
    min-inline-size: 0;
  }
  .link {
    min-block-size: 2.75rem;
    padding: 0.25rem 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .address {
    display: none;
  }
  @container (min-width: 34rem) {
    .filters {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (min-width: 56rem) {
    .filters {
      grid-template-columns: repeat(5, 1fr);
    }
    .check {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
  }
  @media print {
    .entry {
      break-inside: avoid;
    }
    .address {
      display: inline;
      overflow-wrap: anywhere;
    }
  }
`;
