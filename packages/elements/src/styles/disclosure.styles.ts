import { css } from 'lit';

/** The arrow before the title of a part that opens, drawn: no font has to have it, no reader speaks it. */
export const disclosureStyles = css`
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    position: absolute;
    inset-inline-start: 1.125rem;
    inset-block-start: 1.25rem;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border: solid var(--_accent);
    border-width: 0 2px 2px 0;
    transform: rotate(-45deg);
  }
  [open] > summary::before {
    transform: rotate(45deg);
  }
`;
