import { css } from 'lit';

/** Fields with their labels and faults. */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: 0.375rem;
    align-content: start;
  }
  .label {
    font-weight: 600;
  }
  .input {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) - 0.375rem);
    background: var(--_ground);
    color: inherit;
    font: inherit;
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .fault {
    color: var(--_danger);
    font-weight: 600;
  }
`;
