import { css } from 'lit';

/** Fields of the forms, and the switches. */
export const formStyles = css`
  .fields {
    display: grid;
    gap: 1.25rem;
  }
  .boxes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    column-gap: 1.5rem;
  }
  .fields .input,
  .fields .pair {
    max-inline-size: 26rem;
  }
  .chips {
    margin-block-start: 0.5rem;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .choice {
    display: flex;
    gap: 0.625rem;
    align-items: start;
    min-block-size: 2.75rem;
    padding-block: 0.625rem;
    line-height: 1.4;
    cursor: pointer;
  }
  .choice > span > span {
    display: block;
  }
  .choice input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0.0625rem 0 0;
    accent-color: var(--_accent);
  }
  .chips .choice {
    align-items: center;
    padding: 0.375rem 0.75rem;
    border: 1px solid var(--_edge);
    border-radius: 2rem;
  }
  .chips .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
    color: var(--_on-tint);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr));
    gap: 1rem;
    align-items: start;
  }
  .times {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.25rem), 1fr));
    column-gap: 0.5rem;
  }
  .times .input {
    padding-inline: 0.5rem;
  }
  .pair > .field {
    grid-template-columns: minmax(0, 1fr);
  }
  .switch {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.75rem;
    align-items: center;
    min-block-size: 2.75rem;
    font-weight: 600;
    cursor: pointer;
  }
  .switch input {
    grid-area: 1 / 1;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .track {
    grid-area: 1 / 1;
    position: relative;
    inline-size: 2.75rem;
    block-size: 1.5rem;
    border: 2px solid var(--_edge);
    border-radius: 1rem;
    pointer-events: none;
  }
  .track::after {
    content: '';
    position: absolute;
    inset-block-start: 0.1875rem;
    inset-inline-start: 0.1875rem;
    inline-size: 0.875rem;
    block-size: 0.875rem;
    border-radius: 50%;
    background: var(--_edge);
  }
  :checked + .track {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  :checked + .track::after {
    inset-inline-start: 1.4375rem;
    background: var(--_on-accent);
  }
  :focus-visible + .track {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .viewers {
    gap: 0.25rem;
    justify-items: stretch;
    background: var(--_tint);
    color: var(--_on-tint);
  }
  .viewers :is(th, td, .quiet) {
    border-color: currentcolor;
    color: inherit;
  }
  .viewers td .small {
    display: block;
  }
  summary {
    padding-block: 0.625rem;
    font-size: 0.875rem;
    font-weight: 600;
    cursor: pointer;
  }
  .dates,
  .copies {
    display: grid;
    gap: 0.25rem;
  }
  .dates > li,
  .copies > li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: center;
    justify-content: space-between;
    font-size: 0.875rem;
  }
  .copies > li {
    padding-block: 0.375rem;
    border-block-end: 1px solid var(--_line);
  }
  .copies [data-state='failed'] {
    color: var(--_danger);
  }
  .fields > .button {
    justify-self: start;
  }
  .with-button {
    align-items: end;
  }
  .notice > ul {
    display: grid;
    gap: 0.25rem;
  }
`;
