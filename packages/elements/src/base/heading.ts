import { html, type TemplateResult } from 'lit';

/** A real heading of a level that is known at run time only, at most 6. */
export function heading(level: number, text: unknown, name = ''): TemplateResult {
  switch (Math.min(level, 6)) {
    case 1:
      return html`<h1 class=${name}>${text}</h1>`;
    case 2:
      return html`<h2 class=${name}>${text}</h2>`;
    case 3:
      return html`<h3 class=${name}>${text}</h3>`;
    case 4:
      return html`<h4 class=${name}>${text}</h4>`;
    case 5:
      return html`<h5 class=${name}>${text}</h5>`;
    default:
      return html`<h6 class=${name}>${text}</h6>`;
  }
}
