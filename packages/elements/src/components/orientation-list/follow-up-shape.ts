import { html, svg, type TemplateResult } from 'lit';
import type { FollowUp } from '@sas-kit/client';

/** A shape of its own for each state: whoever sees no colours tells them apart. */
const shapes: Readonly<Record<FollowUp | 'none', TemplateResult>> = {
  booked: svg`<path d="M3 8.5l3.5 3.5L13 4.5" />`,
  honoured: svg`<path d="M1.5 8.5L5 12l6-7M7.5 11l1 1 6-7" />`,
  pending: svg`<circle cx="8" cy="8" r="5.5" /><path d="M8 5v3l2 2" />`,
  moved: svg`<path d="M2 8h11M9 4l4 4-4 4" />`,
  noshow: svg`<circle cx="8" cy="8" r="5.5" /><path d="M4.2 11.8l7.6-7.6" />`,
  cancelled: svg`<path d="M4 4l8 8M12 4l-8 8" />`,
  none: svg`<circle cx="8" cy="8" r="2" />`,
};

/** The shape of a state, in the colour of the text; the word stands beside it. */
export function followUpShape(followUp: FollowUp | null): TemplateResult {
  return html`<svg class="shape" viewBox="0 0 16 16" aria-hidden="true">
    ${shapes[followUp ?? 'none']}
  </svg>`;
}
