import { css } from 'lit';

/** The steps. The search inside has no frame of its own. */
export const bookingStyles = css`
  sas-availability {
    --sas-padding: 0;
  }
  .view {
    display: grid;
    gap: 1.25rem;
    max-inline-size: 42rem;
  }
  .wide-gap {
    gap: 1.25rem;
  }
  .summary {
    display: grid;
    gap: 0.625rem;
  }
  .summary > div {
    display: grid;
    gap: 0 1rem;
  }
  .moment dd {
    font-weight: 700;
  }
  .reference dd {
    font-size: 1.75rem;
    line-height: 1.2;
    font-weight: 700;
    letter-spacing: 0.12em;
  }
  .hold,
  .reference {
    font-variant-numeric: tabular-nums;
  }
  progress {
    inline-size: 100%;
    block-size: 0.5rem;
    accent-color: var(--_accent);
  }
  .privacy {
    gap: 0.25rem;
  }
  .alternative {
    display: block;
    text-align: start;
    inline-size: 100%;
  }
  .conflict .stack {
    inline-size: 100%;
  }
  .badge.pending,
  .badge.fulfilled {
    background: var(--_soft);
    color: inherit;
  }
  .badge.cancelled,
  .badge.noshow {
    background: var(--_alarm);
    color: var(--_on-alarm);
  }
  .print-only {
    display: none;
  }
  @container (min-width: 30rem) {
    .summary > div {
      grid-template-columns: 6rem 1fr;
      align-items: baseline;
    }
  }
  @container (min-width: 46rem) {
    .panel {
      padding: 1.25rem;
    }
  }
  @container (min-width: 56rem) {
    .view:has(> form) {
      grid-template-columns: minmax(0, 3fr) minmax(0, 4fr);
      grid-template-rows: repeat(4, auto) 1fr;
      column-gap: 2.5rem;
      max-inline-size: none;
    }
    .view:has(> form) > * {
      grid-column: 1;
    }
    .view > form {
      align-content: start;
      grid-area: 2 / 2 / 6 / 3;
    }
  }
  @media print {
    .view .button,
    #link {
      display: none;
    }
    .print-only {
      display: block;
    }
  }
`;
