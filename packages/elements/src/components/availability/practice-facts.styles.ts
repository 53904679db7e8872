import { css } from 'lit';

/** Facts side by side, the rest below. */
export const practiceFactsStyles = css`
  .practice {
    display: grid;
    gap: 0.375rem;
    margin-block-start: 0.25rem;
    overflow-wrap: anywhere;
  }
  .practice ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }
  .practice li {
    padding: 0.0625rem 0.5rem;
    border: 1px solid var(--_line);
    border-radius: 1rem;
  }
`;
