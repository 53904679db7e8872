import { css } from 'lit';

export const pathwayStyles = css`
  .path {
    display: grid;
    gap: 2rem;
    counter-reset: step;
  }
  .step {
    position: relative;
    display: grid;
    gap: 0.5rem;
    align-content: start;
    padding: 1rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    counter-increment: step;
    min-inline-size: 0;
  }
  .step > :first-child::before {
    content: counter(step) '. ' / '';
    color: var(--_accent);
  }
  .step:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block-start: calc(100% + 0.5rem);
    inset-inline-start: calc(50% - 0.5rem);
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border: solid var(--_accent);
    border-width: 0 3px 3px 0;
    transform: rotate(45deg);
  }
  .boxes {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
  }
  .box {
    padding: 0.625rem 0.75rem;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) - 0.375rem);
    background: var(--_tint);
    color: var(--_on-tint);
  }
  .box strong {
    display: block;
  }
  .number {
    font-size: 1.375rem;
    font-weight: 700;
  }
  @container (min-width: 60rem) {
    .path {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .step:nth-child(n + 4) {
      grid-column: 1 / -1;
    }
    .step:nth-child(-n + 2)::after {
      inset-block-start: calc(50% - 0.5rem);
      inset-inline-start: calc(100% + 0.375rem);
      transform: rotate(-45deg);
    }
    .step:nth-child(3)::after {
      inset-inline-start: auto;
      inset-inline-end: calc(50% - 0.5rem);
    }
  }
  @media print {
    .step {
      break-inside: avoid;
    }
  }
`;
