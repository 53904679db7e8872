import { css } from 'lit';

export const accessNoticeStyles = css`
  .notices {
    display: grid;
    gap: 1rem;
  }
  .panel {
    display: grid;
    gap: 0.375rem;
    border-inline-start: 0.375rem solid var(--_edge);
  }
  .regulated {
    border-inline-start-color: var(--_danger);
  }
  .access {
    font-size: 1.25rem;
    line-height: 1.3;
  }
  .badge.later {
    background: var(--_notice);
    color: var(--_on-notice);
  }
  @media print {
    .panel {
      break-inside: avoid;
    }
  }
`;
