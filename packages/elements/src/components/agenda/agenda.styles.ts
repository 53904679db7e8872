import { css } from 'lit';
import { formStyles } from '../../styles/form.styles.ts';
import { weekStyles } from './week.styles.ts';

const layout = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem 1.5rem;
    align-items: end;
  }
  .head > .stack {
    flex: 1 1 16rem;
  }
  .head > .field {
    flex: 0 1 24rem;
  }
  .layout,
  .main,
  .side,
  .open {
    display: grid;
    gap: 1.25rem;
    align-content: start;
    min-inline-size: 0;
  }
  .layout > * > *,
  .fields > * {
    min-inline-size: 0;
  }
  .subtitle {
    font-size: 1.125rem;
    line-height: 1.35;
    font-weight: 700;
  }
  div[tabindex] {
    outline: none;
  }
  .card {
    display: grid;
    gap: 1rem;
    align-content: start;
    justify-items: stretch;
    padding: 1rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .panel {
    border-color: var(--_accent);
  }
  .panel-head {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.5rem;
    align-items: start;
  }
  .panel-head > :first-child {
    padding-block: 0.5rem;
  }
  .icon {
    display: inline-grid;
    place-content: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    padding: 0;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) - 0.25rem);
    background: none;
    color: var(--_accent);
    cursor: pointer;
  }
  .turn .icon {
    border-color: var(--_edge);
  }
  svg {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .facts {
    display: grid;
    gap: 0.5rem;
  }
  .facts > div {
    display: grid;
    grid-template-columns: 6.5rem 1fr;
    gap: 0 0.75rem;
    align-items: baseline;
  }
  .facts dt {
    font-size: 0.875rem;
    color: var(--_quiet);
  }
  .button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
    justify-self: start;
  }
  details.card {
    gap: 0.5rem;
    padding-block: 0.5rem;
  }
  .feed {
    display: grid;
    gap: 1rem;
    padding-block-end: 0.5rem;
  }
  .card > summary {
    font-size: 1.125rem;
    font-weight: 700;
  }
  .card > .button {
    justify-self: start;
  }
  .list {
    display: grid;
    gap: 1rem;
  }
  .list > li {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }
  .list > li + li {
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--_line);
  }
  .tag {
    padding: 0.0625rem 0.5rem;
    border-radius: 1rem;
    background: var(--_notice);
    color: var(--_on-notice);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .undo {
    grid-template-columns: 1fr auto;
    align-items: center;
  }
`;

const wide = css`
  @container (min-width: 34rem) {
    .week-name {
      order: 0;
      flex: 1 1 0;
    }
    .again {
      order: 0;
    }
    .slot {
      grid-template-columns: minmax(0, 1fr);
    }
    .side {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 60rem) {
    .days:not(.one) {
      display: flex;
      gap: 0.5rem;
    }
    .days > * {
      flex: 1 1 0;
      min-inline-size: 0;
    }
    .days > .bare {
      flex-grow: 0.7;
    }
    .days:not(.one) > .day {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.5rem;
      align-items: stretch;
    }
    .bare .day-head {
      border-block-end: 1px solid var(--_line) !important;
    }
    .day-head > * {
      gap: 0 0.25rem;
    }
    .weekday {
      flex-basis: 100%;
      font-size: 0.9375rem;
    }
    .date,
    .now {
      font-size: 0.75rem;
    }
  }
  @container (min-width: 78rem) {
    .layout {
      grid-template-columns: minmax(0, 1fr) 21rem;
      grid-template-rows: auto 1fr;
      column-gap: 1.5rem;
    }
    .main {
      grid-area: 1 / 1 / 3 / 2;
    }
    .open,
    .side {
      grid-column: 2;
    }
    .side {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .slot,
    .card,
    .chips .choice {
      border: 1px solid;
    }
    .slot[data-state='withdrawn'] {
      border-style: dashed;
    }
    .slot[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
    .views [aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .slot::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .track,
    .track::after {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: ButtonFace;
    }
    .track::after {
      background: ButtonText;
    }
    :checked + .track {
      border-color: Highlight;
      background: Highlight;
    }
    :checked + .track::after {
      background: HighlightText;
    }
  }
  @media print {
    .side,
    .open {
      display: none;
    }
  }
`;

/** Narrow first: what a wide container changes comes last. */
export const agendaStyles = [layout, weekStyles, formStyles, wide];
