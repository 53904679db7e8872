import { css } from 'lit';

export const availabilityStyles = css`
  .own-doctor {
    gap: 0.125rem;
  }
  .form,
  .results,
  .cards,
  .card,
  .days {
    display: grid;
    gap: 1rem;
  }
  .form {
    align-items: end;
  }
  .place {
    position: relative;
  }
  .places {
    position: absolute;
    inset-block-start: calc(100% + 0.25rem);
    inset-inline: 0;
    z-index: 2;
    max-block-size: 20rem;
    overflow: auto;
    padding: 0.25rem;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) - 0.25rem);
    background: var(--_ground);
  }
  .places li {
    display: flex;
    gap: 0.5rem;
    justify-content: space-between;
    align-items: center;
    min-block-size: 2.75rem;
    padding: 0.375rem 0.75rem;
    border-radius: 0.375rem;
    cursor: pointer;
  }
  .places li:hover,
  .places [aria-selected='true'] {
    background: var(--_tint);
    color: var(--_on-tint);
  }
  .places [aria-selected='true'] {
    outline: 2px solid var(--_accent);
  }
  .filters {
    gap: 0.5rem;
  }
  .filters legend {
    float: inline-start;
    margin-inline-end: 0.25rem;
  }
  .chip {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 2.75rem;
    padding: 0.375rem 0.875rem;
    border: 1px solid var(--_edge);
    border-radius: 2rem;
    cursor: pointer;
  }
  .chip input {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .chip:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
    color: var(--_on-tint);
  }
  .results[aria-busy='true'] .cards {
    opacity: 0.6;
  }
  .who,
  .when {
    display: grid;
    gap: 0.25rem;
    align-content: start;
  }
  .specialty {
    color: var(--_on-tint);
    font-weight: 500;
  }
  .contact {
    gap: 0.25rem 1rem;
    margin-block-start: 0.25rem;
  }
  .when {
    justify-items: start;
  }
  .days {
    inline-size: 100%;
  }
  .day {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(4.75rem, 1fr));
    gap: 0.5rem;
    align-content: start;
  }
  .day-head,
  .none,
  .slot.wide {
    grid-column: 1 / -1;
  }
  .day-head {
    padding-block-end: 0.25rem;
    border-block-end: 1px solid var(--_line);
  }
  .day-head > * {
    font-size: 1rem;
    line-height: 1.4;
    font-weight: 700;
  }
  .day-head span {
    font-weight: 400;
  }
  .none {
    padding-block: 0.5rem;
  }
  .slot {
    display: grid;
    place-content: center;
    justify-items: center;
    min-block-size: 2.75rem;
    padding: 0.25rem 0.125rem;
    border: 1px solid transparent;
    border-radius: 0.5rem;
    background: var(--_tint);
    color: var(--_on-tint);
    font: inherit;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
    white-space: nowrap;
    cursor: pointer;
  }
  .slot.wide {
    white-space: normal;
  }
  .slot:hover {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .slot .tag {
    font-size: 0.75rem;
    font-weight: 500;
  }
  .link {
    min-block-size: 2.75rem;
    padding: 0.25rem 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-decoration: underline;
    cursor: pointer;
  }
  .more {
    justify-self: center;
  }
  @container (min-width: 37rem) {
    .form {
      grid-template-columns: 1fr 1fr;
    }
    .filters,
    .form .submit {
      grid-column: 1 / -1;
    }
    .days {
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
    }
    .day-head span {
      display: block;
    }
    .who {
      grid-template-columns: 1fr 1fr;
      column-gap: 1.5rem;
    }
  }
  @container (min-width: 46rem) {
    .form {
      grid-template-columns: 1.4fr 1fr auto;
      align-items: start;
    }
    .form .submit {
      grid-column: auto;
      margin-block-start: 1.875rem;
    }
  }
  @container (min-width: 56rem) {
    .card {
      grid-template-columns: minmax(12rem, 17rem) 1fr;
      gap: 1.5rem;
      padding: 1.25rem;
    }
    .who {
      grid-template-columns: 1fr;
    }
  }
  @media (forced-colors: active) {
    .chip:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
  @media print {
    .card {
      break-inside: avoid;
    }
  }
`;
