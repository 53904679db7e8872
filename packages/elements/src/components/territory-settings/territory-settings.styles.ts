import { css } from 'lit';

export const territorySettingsStyles = css`
  .parts {
    display: grid;
    gap: 0.75rem;
  }
  :is(.parts, .inside, .card, .records, .record) {
    grid-template-columns: minmax(0, 1fr);
  }
  .part,
  .card {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  .part summary {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
    min-block-size: 3rem;
    padding: 0.5rem 1rem 0.5rem 2.25rem;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .inside,
  .card {
    display: grid;
    gap: 1rem;
    padding: 1rem;
  }
  .badge.waits {
    background: var(--_notice);
    color: var(--_on-notice);
  }
  .records {
    display: grid;
    gap: 1rem;
    justify-items: start;
    grid-column: 1 / -1;
    min-inline-size: 0;
  }
  .record {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
    inline-size: 100%;
    padding: 0 0 1rem;
    border-block-end: 1px solid var(--_line);
  }
  .record legend {
    padding-block-end: 0.5rem;
  }
  .record .record {
    padding: 0.75rem 1rem;
    border: 0;
    border-inline-start: 0.25rem solid var(--_line);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    gap: 1rem 1.5rem;
    align-items: start;
    inline-size: 100%;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .input {
    min-inline-size: 0;
  }
  .card .input {
    max-inline-size: min(100%, 18rem);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    padding-block-start: 0.375rem;
  }
  .chip {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    justify-self: start;
    min-block-size: 2.75rem;
    padding: 0.375rem 0.875rem;
    border: 1px solid var(--_edge);
    border-radius: 1.5rem;
    cursor: pointer;
  }
  .chip:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
    color: var(--_on-tint);
  }
  .chip input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
`;
