import { svg, html, type TemplateResult } from 'lit';

const icon = (path: TemplateResult): TemplateResult =>
  html`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">${path}</svg>`;

export const cross = icon(svg`<path d="m5 5 10 10M15 5 5 15" />`);
export const back = icon(svg`<path d="m12.5 4.5-5.5 5.5 5.5 5.5" />`);
export const forth = icon(svg`<path d="m7.5 4.5 5.5 5.5-5.5 5.5" />`);
export const again = icon(svg`<path d="M15.5 7A6.2 6.2 0 1 0 16 12M16 3v4.5h-4.5" />`);
