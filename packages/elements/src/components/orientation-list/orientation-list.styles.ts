import { css } from 'lit';

export const orientationListStyles = css`
  .top {
    justify-content: space-between;
  }
  .lists,
  .list,
  .orientation {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .lists {
    gap: 1.25rem;
  }
  .orientation {
    justify-items: start;
    gap: 0.5rem;
  }
  .orientation > * {
    max-inline-size: 100%;
  }
  .orientation .subtitle {
    font-size: 1.25rem;
  }
  .alarmed {
    border: 0.1875rem solid var(--_danger);
  }
  .alarmed.seen {
    border-color: var(--_line);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
    justify-content: space-between;
    justify-self: stretch;
  }
  .focusable {
    border-radius: 0.25rem;
    scroll-margin-block: 4rem;
  }
  .state {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    padding: 0.25rem 0.75rem;
    border: 1px solid transparent;
    border-radius: 1rem;
    background: var(--_soft);
    font-size: 1.125rem;
  }
  .state:is(.booked, .honoured) {
    background: var(--_success);
    color: var(--_on-success);
  }
  .state:is(.pending, .to-execute, .moved) {
    background: var(--_notice);
    color: var(--_on-notice);
  }
  .state:is(.cancelled, .noshow) {
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
  .change {
    display: grid;
    gap: 0.25rem;
    font-size: 1.125rem;
  }
  .change > div {
    display: grid;
    grid-template-columns: 7rem minmax(0, 1fr);
    gap: 0 0.75rem;
  }
  .change dt {
    color: var(--_quiet);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
  }
  .dispatch.notice {
    padding: 0.625rem 0.875rem;
    gap: 0.5rem;
  }
  .orientation > .notice {
    justify-self: stretch;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
  }
  .choices legend {
    float: inline-start;
    padding-block: 0.625rem;
    padding-inline-end: 1.25rem;
    font-weight: 600;
  }
  .choice {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 2.75rem;
    cursor: pointer;
  }
  .choice input {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  kbd {
    padding: 0 0.4375rem;
    border: 1px solid currentcolor;
    border-radius: 0.25rem;
    font: inherit;
    font-size: 0.875rem;
  }
  .arrivals {
    position: sticky;
    inset-block-end: 0.75rem;
    z-index: 1;
    display: grid;
    justify-items: center;
    min-block-size: 2.75rem;
    pointer-events: none;
  }
  .arrivals .button {
    box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 30%);
    pointer-events: auto;
  }
  @container (max-width: 30rem) {
    .change > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .state {
      border-color: currentcolor;
    }
  }
  @media print {
    .arrivals,
    .choices {
      display: none;
    }
    .orientation {
      break-inside: avoid;
    }
  }
`;
