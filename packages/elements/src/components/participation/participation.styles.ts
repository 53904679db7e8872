import { css } from 'lit';

export const participationStyles = css`
  #title,
  .title {
    outline: none;
  }
  .subtitle {
    font-size: 1.125rem;
    line-height: 1.35;
    font-weight: 700;
  }
  .fields {
    max-inline-size: 46rem;
    gap: 1rem;
  }
  .card {
    display: grid;
    gap: 1rem;
    padding: 1rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .choice {
    padding-block: 0.625rem 0.25rem;
  }
  .choice ~ .small {
    margin-block-start: -0.375rem;
    padding-inline-start: 1.875rem;
  }
  .switch ~ .small {
    margin-block-start: -0.5rem;
    padding-inline-start: 3.5rem;
  }
  textarea {
    resize: vertical;
  }
  .notice ul {
    list-style: disc;
    padding-inline-start: 1.25rem;
  }
  .end {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.5rem;
    align-items: center;
    justify-content: space-between;
  }
  [data-unsaved] {
    font-weight: 600;
  }
  [data-unsaved]::before {
    content: '● ' / '';
    color: var(--_accent);
  }
  @media (forced-colors: active) {
    .track,
    .track::after {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: ButtonFace;
    }
    .track::after {
      background: ButtonText;
    }
    :checked + .track {
      border-color: Highlight;
      background: Highlight;
    }
    :checked + .track::after {
      background: HighlightText;
    }
  }
  @media print {
    .row {
      display: none;
    }
  }
`;
