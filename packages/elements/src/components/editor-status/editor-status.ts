import {
  html,
  type nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { TokenProvider } from '@sas-kit/client';
import { BaseElement } from '../../base/base-element.ts';
import { define } from '../../base/define.ts';
import { AsyncTask } from '../../controllers/async-task.ts';
import { LocaleController } from '../../controllers/locale.ts';
import { errorsFr, type ErrorStrings } from '../../strings/fr/errors.ts';
import type { EditorStatusClient } from './editor-store.ts';
import type { EditorPanel } from './editor-panel.ts';

export type { EditorStatusClient } from './editor-store.ts';

/**
 * How the connected vendors' systems stand: who answers, since when, how fast, what breaks the rules of
 * the guide. An administrator asks one at once, pauses and resumes it; others see the state only.
 *
 * @summary How connected vendors stand, for administrators.
 *
 * @fires {SasErrorEvent} sas-error - a call failed
 *
 * @csspart base - the whole element
 * @csspart editor - one vendor
 * @csspart state - its state, in a word and a shape
 * @csspart check - what came of asking it now
 * @csspart outcome - what was done, or why it was not
 * @csspart problem - what is shown when the vendors could not be read
 */
export class SasEditorStatus extends BaseElement<ErrorStrings> {
  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: 'base-url' },
    session: { type: Boolean },
    getToken: { attribute: false },
    client: { attribute: false },
  };

  protected static override readonly emergencyFirst = false;

  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  declare baseUrl: string;

  /** Calls as the reader who signed in on this very origin, by the cookie of its session. */
  declare session: boolean;

  /** Gives the bearer token of the reader, and a new one when it is refused. */
  declare getToken: TokenProvider | undefined;

  /** Resources to call with. Wins over token, session and the nearest `<sas-provider>`. */
  declare client: EditorStatusClient | undefined;

  protected readonly locale = new LocaleController<ErrorStrings>(this, {
    fr: errorsFr,
    en: async () => (await import('../../strings/en/errors.ts')).errorsEn,
  });
  #panel: EditorPanel | undefined;
  readonly #read = new AsyncTask(this, async (signal) => {
    // Who watches the vendors loads the panel; a page that shows other elements does not.
    const { EditorPanel } = await import('./editor-panel.ts');
    this.#panel ??= new EditorPanel(this, {
      shared: () => this.locale.strings ?? errorsFr,
      report: (error) => this.report(error),
      say: (text) => this.announcer.say(text),
    });
    await this.#panel.read(signal);
  });

  constructor() {
    super();
    this.baseUrl = '';
    this.session = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.#read.status === 'idle') void this.refresh();
  }

  /** Reads the vendors again. What is shown stays until they are there. */
  async refresh(): Promise<void> {
    await this.#read.run();
    if (this.#read.status === 'failed') this.report(this.#read.error);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const sources = ['client', 'baseUrl', 'getToken', 'session'] as const;
    if (!this.hasUpdated || sources.some((name) => changed.has(name))) void this.refresh();
  }

  protected override renderContent(strings: ErrorStrings): TemplateResult | typeof nothing {
    const { status, error } = this.#read;
    if (this.#panel) return this.#panel.render(status, status === 'failed' ? error : undefined);
    return status === 'failed'
      ? html`<p class="notice alarm" part="problem">${strings.other}</p>`
      : html`<div class="skeleton" aria-busy="true"></div>`;
  }
}

define('sas-editor-status', SasEditorStatus);

declare global {
  interface HTMLElementTagNameMap {
    'sas-editor-status': SasEditorStatus;
  }
}
