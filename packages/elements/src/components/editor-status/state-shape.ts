import { svg, html, type TemplateResult } from 'lit';
import type { Editor } from '@sas-kit/client';

/** A shape of its own for each state: whoever sees no colours tells them apart. */
const shapes: Readonly<Record<Editor['state'], TemplateResult>> = {
  working: svg`<path d="M3 8.5l3.5 3.5L13 4.5" />`,
  unsteady: svg`<path d="M8 2.5l6 11H2zM8 7v3M8 11.5v.5" />`,
  failing: svg`<path d="M4 4l8 8M12 4l-8 8" />`,
  unknown: svg`<circle cx="8" cy="8" r="5.5" />`,
  disabled: svg`<path d="M5.5 3.5v9M10.5 3.5v9" />`,
};

/** The shape of a state, in the colour of the text; the word stands beside it. */
export function stateShape(state: Editor['state']): TemplateResult {
  return html`<svg class="shape" viewBox="0 0 16 16" aria-hidden="true">${shapes[state]}</svg>`;
}
