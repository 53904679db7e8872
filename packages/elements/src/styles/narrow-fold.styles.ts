import { css } from 'lit';

/** Narrow is less than 40 rem, as for the padding of every element. The arrow is drawn: no reader speaks it. */
export const narrowFoldStyles = css`
  .fold {
    display: none;
  }
  .folded {
    display: grid;
    gap: inherit;
    min-inline-size: 0;
  }
  @container (max-width: 39.99rem) {
    .fold {
      display: flex;
      gap: 0.75rem;
      align-items: center;
      justify-content: space-between;
      inline-size: 100%;
      min-block-size: 2.75rem;
      padding: 0.375rem 0.75rem;
      border: 1px solid var(--_edge);
      border-radius: calc(var(--_radius) - 0.25rem);
      background: none;
      color: inherit;
      font: inherit;
      font-size: 0.9375rem;
      text-align: start;
      cursor: pointer;
    }
    .fold::after {
      content: '';
      flex: none;
      inline-size: 0.5rem;
      block-size: 0.5rem;
      border: solid var(--_accent);
      border-width: 0 2px 2px 0;
      transform: rotate(45deg);
    }
    .fold[aria-expanded='true']::after {
      transform: rotate(-135deg);
    }
    .fold[aria-expanded='false'] + .folded:not(:focus-within) {
      display: none;
    }
  }
`;
