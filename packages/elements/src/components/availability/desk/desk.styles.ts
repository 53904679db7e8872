import { css } from 'lit';

/**
 * The panel of the search has room for what comes later, and what follows the list stays below the
 * window: neither moves a card. The bar of arrivals lies over the list, and below its end.
 */
export const deskStyles = css`
  .desk {
    display: flex;
    flex-direction: column;
    gap: 1rem;
    min-block-size: 100svh;
  }
  /* The page around it asks for the own doctor already. */
  :host(.beside-own-doctor) .own-doctor {
    display: none;
  }
  .results[aria-busy='true'] .desk .cards {
    opacity: 1;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    align-content: start;
    justify-content: space-between;
    min-block-size: 12.5rem;
    padding: 0.75rem 1rem;
    border-radius: calc(var(--_radius) - 0.25rem);
    background: var(--_soft);
  }
  .status.warn {
    background: var(--_notice);
    color: var(--_on-notice);
  }
  .status ul {
    flex: 1 1 14rem;
    display: grid;
    gap: 0.125rem;
  }
  .preferred {
    border: 0.125rem solid var(--_accent);
    border-radius: calc(var(--_radius) - 0.25rem);
    overflow: clip;
  }
  .preferred .card {
    border: 0;
    border-radius: 0;
  }
  .banner {
    padding: 0.375rem 1rem;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.9375rem;
    font-weight: 700;
    letter-spacing: 0.05em;
    text-transform: uppercase;
  }
  .cell {
    display: grid;
  }
  a.slot {
    text-decoration: none;
  }
  a.slot .tag {
    text-decoration: underline;
  }
  .slot:is(.taken, .unsure),
  .slot:is(.taken, .unsure):hover {
    background: none;
    border-color: var(--_line);
    color: var(--_quiet);
    font-weight: 400;
    cursor: default;
  }
  .slot.taken {
    text-decoration: line-through;
  }
  .slot.unsure {
    border-style: dashed;
  }
  .arrivals {
    position: sticky;
    inset-block-end: 0.75rem;
    z-index: 1;
    margin-block-start: auto;
    pointer-events: none;
  }
  .bar {
    display: grid;
    gap: 0.5rem;
    justify-items: center;
    max-block-size: 50svh;
    overflow-y: auto;
  }
  .bar > * {
    max-inline-size: 100%;
    box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 30%);
    pointer-events: auto;
  }
  .departure {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    padding: 0.75rem 1rem;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) - 0.25rem);
    background: var(--_ground);
  }
  .departure.warn {
    border-color: var(--_on-notice);
    background: var(--_notice);
    color: var(--_on-notice);
  }
  .practice-filters {
    padding-inline: 1rem;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) - 0.25rem);
  }
  .practice-filters summary {
    padding-block: 0.75rem;
    min-block-size: 1.25rem;
    cursor: pointer;
  }
  .practice-filters .stack {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
    padding-block-end: 1rem;
  }
  .desk :is(button, a) {
    scroll-margin-block: 1rem calc(var(--_bar, 0px) + 1.75rem);
  }
  .origin {
    display: none;
  }
  /* Where it is narrow, the first card comes within reach: where slots come from is said with the form. */
  @container (max-width: 39.99rem) {
    :host([professional]) :is(.root, .desk) {
      gap: 0.625rem;
    }
    :host([professional]) .title {
      font-size: 1.25rem;
    }
    :host([professional]) .root > .stack > .quiet {
      display: none;
    }
    :host([professional]) .origin {
      display: block;
    }
  }
  @container (max-width: 20rem) {
    .desk .day {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (min-width: 34rem) {
    .status {
      min-block-size: 5.5rem;
    }
  }
  @media (forced-colors: active) {
    .status,
    .slot.taken {
      border: 1px solid;
    }
  }
  @media print {
    .desk,
    .status {
      min-block-size: 0;
    }
    .arrivals {
      display: none;
    }
  }
`;
