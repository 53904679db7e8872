import { html, type TemplateResult } from 'lit';
import { heading } from '../../base/heading.ts';
import { cross } from './icons.ts';

/** What opens beside the week: details or a form. It is no dialog, the rest stays usable. */
export interface PanelContext {
  title: string;
  level: number;
  closeLabel: string;
  close: () => void;
  content: unknown;
}

export function panel({ title, level, closeLabel, close, content }: PanelContext): TemplateResult {
  return html`<section
    class="card panel"
    part="panel"
    aria-labelledby="panel-title"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      close();
    }}
  >
    <div class="panel-head">
      <div id="panel-title" tabindex="-1">${heading(level, title, 'subtitle')}</div>
      <button class="icon" type="button" aria-label=${closeLabel} @click=${close}>${cross}</button>
    </div>
    ${content}
  </section>`;
}
