import { html, type ReactiveElement, type TemplateResult } from 'lit';
import { heading } from '../../base/heading.ts';
import { LocaleController } from '../../controllers/locale.ts';
import { whenToCallFr, type WhenToCallStrings } from '../../strings/fr/when-to-call.ts';
import { nowPanel } from '../when-to-call/now-panel.ts';
import { dangerSigns } from '../when-to-call/signs.ts';
import { whenToCallStyles } from '../when-to-call/when-to-call.styles.ts';
import type { Seen } from './settings-store.ts';

/** What `<sas-when-to-call>` shows, by its own parts: loaded when somebody asks to see it. */
export class PreviewPanel {
  readonly #locale: LocaleController<WhenToCallStrings>;

  constructor(host: ReactiveElement) {
    this.#locale = new LocaleController<WhenToCallStrings>(host, {
      fr: whenToCallFr,
      en: async () => (await import('../../strings/en/when-to-call.ts')).whenToCallEn,
    });
    const sheet = whenToCallStyles.styleSheet;
    if (sheet) host.shadowRoot?.adoptedStyleSheets.push(sheet);
  }

  /** Two panels under their headings: now, and from the change on. */
  render({ now, then, signs }: Seen, titles: readonly string[], level: number): TemplateResult {
    const { language, strings } = this.#locale;
    if (!strings) return html`<div class="skeleton" aria-busy="true"></div>`;
    const context = { strings, language, level: level + 1 };
    return html`<div class="grid">
      <div class="stack">${heading(level, titles[0], 'label')} ${nowPanel(now, context)}</div>
      <div class="stack">
        ${heading(level, titles[1], 'label')} ${nowPanel(then, context)}
        ${dangerSigns(signs, context)}
      </div>
    </div>`;
  }
}
