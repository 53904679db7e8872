import { css } from 'lit';

/** A desk is read from a metre: large, few things at once, the keys beside their words. */
export const orientationStyles = css`
  .root {
    font-size: 1.125rem;
  }
  .small {
    font-size: 1rem;
  }
  .title {
    font-size: 1.75rem;
  }
  .head {
    justify-content: space-between;
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--_line);
  }
  .head .field {
    max-inline-size: none;
    gap: 0;
  }
  .step-line {
    font-weight: 600;
  }
  .step {
    scroll-margin-block-start: 0.5rem;
  }
  .desk-grid {
    display: grid;
    gap: 1rem 1.5rem;
    align-items: start;
    grid-template-columns: minmax(0, 1fr);
  }
  @container (min-width: 60rem) {
    .desk-grid.aside {
      grid-template: auto 1fr / minmax(0, 1fr) 20rem;
    }
    .desk-grid > .side {
      grid-area: 1 / 2 / span 2;
      position: sticky;
      inset-block-start: 1rem;
    }
  }
  /* What is under way stands still while its reader is asked. */
  .desk-grid[inert] {
    opacity: 0.5;
  }
  .pane,
  .side,
  .group,
  .own-doctor {
    display: grid;
    gap: 1rem;
    align-content: start;
    min-inline-size: 0;
  }
  .group,
  .own-doctor {
    gap: 0.75rem;
  }
  .field {
    max-inline-size: 26rem;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    gap: 0.75rem;
  }
  /* The slots come first in sight. */
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .side .choices {
    grid-template-columns: minmax(0, 1fr);
  }
  .phone {
    font-size: 1.5rem;
  }
  .key {
    justify-content: space-between;
    min-block-size: 3.25rem;
    text-align: start;
  }
  .ways .key {
    min-block-size: 2.75rem;
  }
  kbd {
    flex: none;
    min-inline-size: 1.75rem;
    padding: 0.0625rem 0.375rem;
    border: 1px solid currentcolor;
    border-radius: 0.375rem;
    font-family: inherit;
    font-size: 0.9375rem;
    font-weight: 600;
    line-height: 1.4;
    text-align: center;
  }
  .waiting {
    inline-size: 100%;
    min-block-size: 3.25rem;
    justify-content: start;
    text-align: start;
    font-weight: 500;
  }
  .button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
    color: var(--_on-tint);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .decided {
    font-weight: 600;
  }
  .recap {
    font-size: 1.375rem;
    line-height: 1.4;
    font-weight: 600;
  }
  .refusal:focus,
  .missing:focus {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .alternative {
    text-align: start;
  }
  .pane summary {
    position: relative;
    display: block;
    inline-size: fit-content;
    min-block-size: 2.75rem;
    padding: 0.5rem 0 0.5rem 2rem;
    color: var(--_accent);
    cursor: pointer;
  }
  .text {
    white-space: pre-line;
    padding-block: 0.5rem;
  }
  .read {
    display: grid;
    gap: 1rem;
    padding: 1.25rem;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    font-size: 1.25rem;
  }
  .read dl {
    display: grid;
    gap: 0.75rem;
  }
  .read dl > div {
    display: grid;
    gap: 0 1rem;
  }
  @container (min-width: 40rem) {
    .read dl > div {
      grid-template-columns: 9rem minmax(0, 1fr);
    }
  }
  .reference {
    font-size: 1.5rem;
    letter-spacing: 0.15em;
  }
  sas-availability {
    --sas-padding: 0;
  }
  .on-paper {
    display: none;
  }
  ::slotted([slot='instructions']) {
    font-size: 1rem;
  }
  /* Where it is narrow, what is chosen from comes within reach. */
  @container (max-width: 39.99rem) {
    .root,
    .desk-grid,
    .pane {
      gap: 0.625rem;
    }
    .head {
      gap: 0.25rem 0.75rem;
    }
    .head .small {
      font-size: 0.875rem;
    }
    .title {
      font-size: 1.375rem;
    }
    .step-line,
    .decided {
      font-size: 1rem;
    }
    .ways {
      gap: 0.375rem;
    }
    .ways .key {
      padding: 0.25rem 0.75rem;
      font-size: 1rem;
    }
    .own-doctor:has(> .fold[aria-expanded='false']:not(:focus-within)) {
      padding: 0;
      border: 0;
    }
    .own-doctor:has(> .fold) > #own-doctor {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @media (forced-colors: active) {
    .button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .head,
    .side,
    .step-line,
    sas-availability {
      display: none !important;
    }
    .read {
      border-color: currentcolor;
    }
    .on-paper {
      display: block;
    }
    .root:has(.sheet) {
      padding: 0;
    }
    .read.sheet {
      padding: 0;
      border: 0;
      font-size: 0.9375rem;
    }
    .read.sheet dl > div {
      grid-template-columns: 7rem minmax(0, 1fr);
    }
  }
`;
