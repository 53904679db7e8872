import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { editorsResource } from '@sas-kit/client/editors';
import type { Editor } from '@sas-kit/client';
import { codeOf } from '../../base/base-element.ts';
import { button } from '../../base/button.ts';
import { clock } from '../../base/clock.ts';
import { heading } from '../../base/heading.ts';
import { type OwnConnection, OwnResources } from '../../base/own-resources.ts';
import { pageClient } from '../../base/page-client.ts';
import type { TaskStatus } from '../../controllers/async-task.ts';
import { LocaleController } from '../../controllers/locale.ts';
import { formatTime } from '../../format/formats.ts';
import { editorStatusFr, type EditorStatusStrings } from '../../strings/fr/editor-status.ts';
import type { ErrorStrings } from '../../strings/fr/errors.ts';
import { disclosureStyles } from '../../styles/disclosure.styles.ts';
import { publicStyles } from '../../styles/public.styles.ts';
import { editorRow, type RowContext } from './editor-row.ts';
import { editorStatusStyles } from './editor-status.styles.ts';
import { EditorStore, type EditorOutcome, type EditorStatusClient } from './editor-store.ts';

/** What the panel asks of its element. */
export type PanelHost = ReactiveElement &
  OwnConnection & {
    client: EditorStatusClient | undefined;
    headingLevel: number;
    refresh(): Promise<void>;
  };

/** What its element does for it. */
export interface PanelHooks {
  report: (error: unknown) => void;
  say: (text: string) => void;
  /** Sentences that any element may say. */
  shared: () => ErrorStrings;
}

/** Classes of what is said of an act; all else is an alarm. */
const tones: Readonly<Record<string, string | undefined>> = {
  paused: 'good',
  resumed: 'good',
  checked: 'good',
  notChecked: 'warn',
  conflict: 'warn',
};

/** The vendors, once they are read: loaded with its texts. */
export class EditorPanel {
  readonly store: EditorStore;
  readonly #host: PanelHost;
  readonly #hooks: PanelHooks;
  readonly #locale: LocaleController<EditorStatusStrings>;
  readonly #own = new OwnResources((transport): EditorStatusClient => ({
    editors: editorsResource(transport),
  }));

  constructor(host: PanelHost, hooks: PanelHooks) {
    this.#host = host;
    this.#hooks = hooks;
    this.store = new EditorStore(host);
    this.#locale = new LocaleController<EditorStatusStrings>(host, {
      fr: editorStatusFr,
      en: async () => (await import('../../strings/en/editor-status.ts')).editorStatusEn,
    });
    for (const { styleSheet } of [publicStyles, disclosureStyles, editorStatusStyles]) {
      if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    }
  }

  /** Reads the vendors, in place of what is shown. */
  read(signal: AbortSignal): Promise<void> {
    return this.store.read(this.#api, signal);
  }

  get #api(): EditorStatusClient {
    return pageClient(this.#host, this.#own);
  }

  #sentence(code: string, strings: EditorStatusStrings): string {
    const { codes, other } = this.#hooks.shared();
    return code === 'forbidden' ? strings.notYours : (codes[code] ?? other);
  }

  #said(outcome: EditorOutcome, strings: EditorStatusStrings): string {
    return outcome.kind === 'failed'
      ? this.#sentence(outcome.code, strings)
      : strings[outcome.kind](outcome.name);
  }

  /** Does what a button says, tells what came of it, and leaves the focus with the vendor. */
  async #act(work: () => Promise<void>, button: string): Promise<void> {
    await work();
    const { outcome } = this.store;
    if (outcome?.kind === 'failed') this.#hooks.report({ code: outcome.code });
    const { strings } = this.#locale;
    if (outcome && strings) this.#hooks.say(this.#said(outcome, strings));
    await this.#focus(button);
  }

  async #focus(id: string): Promise<void> {
    await this.#host.updateComplete;
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    if (activeElement?.isConnected && activeElement.id !== '') return;
    this.#host.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
  }

  render(status: TaskStatus, error: unknown): TemplateResult | typeof nothing {
    const { strings } = this.#locale;
    if (!strings) return nothing;
    const { headingLevel } = this.#host;
    const { editors } = this.store;
    return html`<div class="top row">
        ${heading(headingLevel, strings.heading, 'title')}
        ${
          editors
            ? button(strings.refresh, () => void this.#host.refresh(), {
                busy: status === 'pending',
              })
            : nothing
        }
      </div>
      ${error === undefined ? nothing : this.#failed(error, strings)}
      ${editors ? this.#list(editors, strings) : this.#waiting(error, strings)}`;
  }

  #waiting(error: unknown, strings: EditorStatusStrings): TemplateResult | typeof nothing {
    return error === undefined
      ? html`<p class="sr">${strings.loading}</p>
          <div class="skeleton" aria-busy="true"></div>`
      : nothing;
  }

  #failed(error: unknown, strings: EditorStatusStrings): TemplateResult {
    const code = codeOf(error);
    return html`<div class="notice alarm" part="problem" role="alert">
      <p>${this.#sentence(code, strings)}</p>
      ${this.store.editors ? html`<p>${strings.stale}</p>` : nothing}
      ${
        code === 'forbidden'
          ? nothing
          : button(this.#hooks.shared().retry, () => void this.#host.refresh())
      }
    </div>`;
  }

  #list(editors: readonly Editor[], strings: EditorStatusStrings): TemplateResult {
    const { store } = this;
    const zone = clock.zone();
    const { language } = this.#locale;
    const readAt = formatTime(new Date(store.readAt).toISOString(), zone, language);
    if (editors.length === 0) {
      return html`<div class="notice">
        <p><strong>${strings.none}</strong></p>
        <p>${strings.noneHint}</p>
      </div>`;
    }
    const asked = editors.filter(({ state }) => state !== 'disabled' && state !== 'unknown');
    const well = asked.filter(({ state }) => state === 'working').length;
    const { outcome } = store;
    const context: RowContext = {
      strings,
      language,
      zone,
      level: this.#host.headingLevel + 1,
      store,
      check: (editor) => void this.#act(() => store.check(this.#api, editor), `${editor.id}-check`),
      ask: (editor, confirm) => {
        store.ask(confirm ? editor.id : '');
        void this.#focus(confirm ? `${editor.id}-no` : `${editor.id}-turn`);
      },
      turn: (editor, enabled) =>
        void this.#act(() => store.turn(this.#api, editor, enabled), `${editor.id}-turn`),
    };
    return html`<p>
        ${asked.length > 0 ? strings.summary(well, asked.length) : strings.notYet}
        <span class="quiet">${strings.readAt(readAt)}</span>
      </p>
      ${
        outcome
          ? html`<p class="notice ${tones[outcome.kind] ?? 'alarm'}" part="outcome">
              ${this.#said(outcome, strings)}
            </p>`
          : nothing
      }
      <ul class="editors">
        ${editors.map((editor) => editorRow(editor, context))}
      </ul>`;
  }
}
