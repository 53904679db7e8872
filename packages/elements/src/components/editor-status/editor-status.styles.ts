import { css } from 'lit';

export const editorStatusStyles = css`
  .top {
    justify-content: space-between;
  }
  .editors,
  .editor,
  .probes {
    display: grid;
    gap: 0.75rem;
  }
  .editor {
    grid-template-columns: minmax(0, 1fr);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
    justify-content: space-between;
  }
  .state {
    display: flex;
    gap: 0.5rem;
    align-items: center;
  }
  .head .state {
    padding: 0.25rem 0.75rem;
    border: 1px solid transparent;
    border-radius: 1rem;
    background: var(--_soft);
  }
  .head .state.working {
    background: var(--_success);
    color: var(--_on-success);
  }
  .head .state.unsteady {
    background: var(--_notice);
    color: var(--_on-notice);
  }
  .head .state.failing {
    background: var(--_alarm);
    color: var(--_on-alarm);
  }
  .shape {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .figures,
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
    gap: 0.75rem 1.5rem;
  }
  .figures dd {
    font-variant-numeric: tabular-nums;
  }
  .facts {
    padding-block-start: 0.75rem;
  }
  summary {
    position: relative;
    display: block;
    inline-size: fit-content;
    min-block-size: 2.75rem;
    padding: 0.625rem 0 0.5rem 1.5rem;
    color: var(--_accent);
    cursor: pointer;
  }
  summary::before {
    inset-inline-start: 0.25rem;
    inset-block-start: 1.125rem;
  }
  .findings {
    padding-inline-start: 1.25rem;
    list-style: disc;
  }
  @media (forced-colors: active) {
    .head .state {
      border-color: currentcolor;
    }
  }
`;
