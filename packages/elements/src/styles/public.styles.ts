import { css } from 'lit';

/** What the search and the path after it share. */
export const publicStyles = css`
  .subtitle {
    font-size: 1.125rem;
    line-height: 1.35;
    font-weight: 700;
  }
  .capital::first-letter,
  .moment dd::first-letter {
    text-transform: uppercase;
  }
  .panel {
    padding: 1rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .badge {
    padding: 0.125rem 0.625rem;
    border-radius: 1rem;
    background: var(--_success);
    color: var(--_on-success);
    font-size: 0.875rem;
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
  }
`;
