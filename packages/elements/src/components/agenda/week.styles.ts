import { css } from 'lit';

/** The week: its head, its days, its slots. */
export const weekStyles = css`
  .week-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .week-head .button {
    padding-inline: 0.75rem;
  }
  .week-name {
    order: -2;
    flex: 1 1 calc(100% - 4rem);
    padding-inline-end: 0.5rem;
  }
  .again {
    order: -1;
  }
  .turn {
    display: flex;
    gap: 0.25rem;
  }
  .views {
    display: flex;
  }
  .views .button {
    min-inline-size: 2.75rem;
  }
  .views .button:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .views .button:last-child {
    margin-inline-start: -1px;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .views [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
    color: var(--_on-tint);
    z-index: 1;
  }
  .gauge {
    display: grid;
    gap: 0.25rem;
  }
  meter {
    inline-size: min(100%, 20rem);
    block-size: 0.75rem;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
    text-align: start;
  }
  th,
  td {
    padding: 0.5rem 0.75rem 0.5rem 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: baseline;
  }
  thead th {
    color: var(--_quiet);
    font-weight: 400;
  }
  .days {
    display: grid;
    gap: 1.25rem;
  }
  .days.one .day-head {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .day {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9rem), 1fr));
    gap: 0.5rem;
    align-content: start;
  }
  .day-head {
    grid-column: 1 / -1;
    padding-block-end: 0.375rem;
    border-block-end: 1px solid var(--_line);
  }
  .day-head > * {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    align-items: baseline;
    font-size: 1rem;
    line-height: 1.4;
    font-weight: 700;
  }
  .weekday::first-letter {
    text-transform: uppercase;
  }
  .date {
    font-size: 0.875rem;
    font-weight: 400;
    color: var(--_quiet);
  }
  .now {
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--_accent);
  }
  .today .day-head {
    border-block-end: 2px solid var(--_accent);
    padding-block-end: calc(0.375rem - 1px);
  }
  .none {
    grid-column: 1 / -1;
    font-size: 0.875rem;
  }
  .bare {
    grid-template-columns: auto 1fr;
    gap: 0.75rem;
    align-items: baseline;
  }
  .bare > * {
    grid-column: auto;
  }
  .bare:not(.today) .day-head {
    border-block-end: 0;
  }
  .slot {
    --_mark: var(--_accent);
    position: relative;
    display: grid;
    grid-template-columns: minmax(7rem, 2fr) 3fr;
    gap: 0.125rem 0.75rem;
    align-content: start;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.375rem 0.5rem 0.625rem;
    border: 1px solid var(--_line);
    border-radius: 0.5rem;
    background: var(--_ground);
    color: var(--_ink);
    font: inherit;
    font-size: 0.8125rem;
    line-height: 1.35;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .slot::before {
    content: '';
    position: absolute;
    inset-block: -1px;
    inset-inline-start: -1px;
    inline-size: 0.25rem;
    border-start-start-radius: 0.5rem;
    border-end-start-radius: 0.5rem;
    background: var(--_mark);
  }
  .slot:is(:hover, [aria-selected='true']) {
    border-color: var(--_accent);
  }
  .slot[aria-selected='true'] {
    box-shadow: 0 0 0 1px var(--_accent);
  }
  .lines:has(> .time) {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.375rem;
    align-items: baseline;
  }
  .fact:not(:last-child)::after {
    content: '\\00a0· ' / '';
  }
  .time {
    font-size: 0.9375rem;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .state {
    font-weight: 600;
    color: var(--_on-tint);
  }
  .reference {
    white-space: nowrap;
    font-family: ui-monospace, monospace;
    font-size: 0.875rem;
    font-weight: 700;
  }
  .fact {
    color: var(--_quiet);
  }
  .slot:is([data-state='full'], [data-state='partly']) {
    --_mark: var(--_on-success);
    border-color: transparent;
    background: var(--_success);
    color: var(--_on-success);
  }
  .slot[data-state='held'] {
    --_mark: var(--_on-notice);
    border-color: transparent;
    background: var(--_notice);
    color: var(--_on-notice);
  }
  .slot:is([data-state='withdrawn'], [data-state='past']) {
    --_mark: var(--_edge);
    background: var(--_soft);
    color: var(--_quiet);
  }
  .slot[data-state='withdrawn'] {
    border-style: dashed;
    border-color: var(--_edge);
  }
  .slot[data-state='withdrawn'] .time {
    text-decoration: line-through;
  }
  .slot:not([data-state='free']) :is(.state, .fact) {
    color: inherit;
  }
`;
