import { css } from 'lit';

export const joinStyles = css`
  .kinds {
    gap: 0.5rem;
  }
  .chip {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 2.75rem;
    padding: 0.375rem 0.875rem;
    border: 1px solid var(--_edge);
    border-radius: 2rem;
    cursor: pointer;
  }
  .chip input,
  .check input {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .chip:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
    color: var(--_on-tint);
  }
  .chip:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .chip input:focus-visible {
    outline: none;
  }
  .check {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 2.75rem;
    cursor: pointer;
  }
  .steps {
    display: grid;
    gap: 0.75rem;
    counter-reset: step;
  }
  .steps li {
    display: grid;
    grid-template-columns: 2rem 1fr;
    gap: 0.75rem;
    counter-increment: step;
  }
  .steps li::before {
    content: counter(step) / '';
    display: grid;
    place-content: center;
    inline-size: 2rem;
    block-size: 2rem;
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--_tint);
    color: var(--_on-tint);
    font-weight: 700;
  }
  .support {
    display: grid;
    gap: 1rem;
    justify-items: start;
    max-inline-size: 40rem;
  }
  .support > .field {
    inline-size: 100%;
  }
  .full {
    inline-size: 100%;
  }
  textarea {
    resize: vertical;
  }
  @media (forced-colors: active) {
    .chip:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
  @media print {
    .kinds,
    .support {
      display: none;
    }
  }
`;
