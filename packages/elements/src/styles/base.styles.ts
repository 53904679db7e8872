import { css } from 'lit';

/**
 * Reset, type, and the few patterns that every element uses. Lists are `''`, not `none`, by which
 * Safari takes the list away from screen readers. Padding with a margin of the opposite sign makes a
 * link a taller target without moving the lines.
 */
export const baseStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .root {
    display: grid;
    gap: 1.25rem;
    padding: var(--sas-padding, 1rem);
    border-radius: var(--_radius);
    background: var(--_ground);
    color: var(--_ink);
    font-family: var(--_font);
    line-height: 1.5;
    text-align: start;
    overflow-wrap: break-word;
  }
  @container (min-width: 40rem) {
    .root {
      padding: var(--sas-padding, 1.5rem);
    }
  }
  .root > * {
    min-inline-size: 0;
  }
  :is(h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd, fieldset, legend) {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: '';
  }
  .title {
    font-size: 1.5rem;
    line-height: 1.25;
    font-weight: 700;
    text-wrap: balance;
  }
  .title:focus,
  .step:focus {
    outline: none;
  }
  .quiet {
    color: var(--_quiet);
  }
  .small {
    font-size: 0.875rem;
  }
  .stack {
    display: grid;
    gap: 0.5rem;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .emergency {
    padding: 0.75rem 1rem;
    border-inline-start: 0.375rem solid var(--_danger);
    border-radius: 0.375rem;
    background: var(--_alarm);
    color: var(--_on-alarm);
    line-height: 1.75;
  }
  .emergency a,
  .tel {
    padding-block: 0.65em;
    margin-block: -0.65em;
  }
  .emergency a {
    color: inherit;
    font-weight: 700;
    padding-inline: 0.125rem;
  }
  .tel {
    font-weight: 600;
    white-space: nowrap;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-block-size: 2.75rem;
    padding: 0.5rem 1.125rem;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) - 0.25rem);
    background: var(--_ground);
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_tint);
    color: var(--_on-tint);
  }
  .button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    filter: brightness(0.9);
  }
  .button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: progress;
  }
  .notice {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
    padding: 0.875rem 1rem;
    border-radius: calc(var(--_radius) - 0.25rem);
    background: var(--_soft);
  }
  .notice.warn {
    background: var(--_notice);
    color: var(--_on-notice);
  }
  .notice.alarm {
    background: var(--_alarm);
    color: var(--_on-alarm);
  }
  .notice.good {
    background: var(--_success);
    color: var(--_on-success);
  }
  .notice:is(.alarm, .warn) a:not(.button) {
    color: inherit;
  }
  .skeleton {
    min-block-size: 9rem;
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  }
  @media (forced-colors: active) {
    .emergency,
    .notice,
    .skeleton {
      border: 1px solid;
    }
    .button.primary {
      forced-color-adjust: none;
      background: ButtonText;
      color: ButtonFace;
    }
  }
  @media print {
    :host {
      color-scheme: light !important;
    }
    .no-print,
    .skeleton {
      display: none !important;
    }
  }
`;
