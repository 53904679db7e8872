import { css } from 'lit';

export const whenToCallStyles = css`
  .facts {
    display: grid;
    gap: 1.5rem;
  }
  .now,
  .signs {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
  }
  .now {
    padding: 1rem;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .why {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem 0.75rem;
    align-items: baseline;
  }
  .badge {
    padding: 0.125rem 0.625rem;
    border: 1px solid transparent;
    border-radius: 1rem;
    background: var(--_tint);
    color: var(--_on-tint);
    font-size: 0.875rem;
    font-weight: 600;
  }
  .subtitle {
    font-size: 1.125rem;
    line-height: 1.35;
  }
  .numbers {
    display: grid;
    gap: 0.75rem;
    inline-size: 100%;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    padding: 0;
  }
  .number {
    display: grid;
    place-items: center;
    min-block-size: 3.5rem;
    padding: 0.25rem 1rem;
    border: 2px solid transparent;
    border-radius: calc(var(--_radius) - 0.25rem);
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 1.75rem;
    font-weight: 700;
    line-height: 1.2;
    text-decoration: none;
    white-space: nowrap;
  }
  .none {
    font-size: 1.125rem;
    font-weight: 600;
  }
  .signs ul {
    display: grid;
    gap: 0.25rem 2rem;
    padding-inline-start: 1.25rem;
    list-style: disc;
  }
  .about {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.5rem;
  }
  .about summary {
    min-block-size: 2.75rem;
    padding-block: 0.5rem;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  .about dl {
    display: grid;
    gap: 0.25rem;
  }
  .about dt {
    font-weight: 600;
  }
  .about dd {
    margin: 0;
  }
  @container (min-width: 40rem) {
    .signs ul {
      grid-template-columns: 1fr 1fr;
    }
  }
  @media print {
    .number {
      border-color: currentcolor;
      background: none;
      color: inherit;
    }
  }
`;
