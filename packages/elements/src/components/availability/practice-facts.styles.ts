import { css } from 'lit';

/** Facts in one line after the other: a card hardly grows. */
export const practiceFactsStyles = css`
  .practice {
    display: grid;
    gap: 0.375rem;
    margin-block-start: 0.25rem;
    overflow-wrap: anywhere;
  }
  .practice li {
    display: inline;
  }
  .practice li:not(:last-child)::after {
    content: ' · ';
    content: ' · ' / '';
  }
`;
