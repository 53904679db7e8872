import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { territoriesResource } from '@sas-kit/client/territories';
import { codeOf } from '../../base/base-element.ts';
import { button } from '../../base/button.ts';
import { heading } from '../../base/heading.ts';
import { type OwnConnection, OwnResources } from '../../base/own-resources.ts';
import { pageClient } from '../../base/page-client.ts';
import { LocaleController } from '../../controllers/locale.ts';
import { wholeTexts } from '../../controllers/whole-texts.ts';
import { SasTerritoryChangeEvent, type TerritoryAct } from '../../events/territory-change.ts';
import type { texts as answersEn } from '../../strings/en/territory-answers.ts';
import { territoryFormFr, type TerritoryFormStrings } from '../../strings/fr/territory-form.ts';
import { disclosureStyles } from '../../styles/disclosure.styles.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { publicStyles } from '../../styles/public.styles.ts';
import type { TerritorySettingsClient } from './settings-store.ts';
import type { PreviewPanel } from './preview-panel.ts';
import { SettingsStore } from './settings-store.ts';
import { outcomeText, settingsView, type ViewContext } from './settings-view.ts';
import { territorySettingsStyles } from './territory-settings.styles.ts';

/** Texts of the form as it opens. */
type OpeningStrings = Omit<TerritoryFormStrings, keyof typeof answersEn>;

interface Parts {
  /** Faults, what was done, what the public will see. */
  answers: Pick<TerritoryFormStrings, keyof typeof answersEn>;
}

/** What the form asks of its element. */
export type FormHost = ReactiveElement &
  OwnConnection & {
    client: TerritorySettingsClient | undefined;
    territory: string;
    headingLevel: number;
  };

/** What its element does for it. */
export interface FormHooks {
  report: (error: unknown) => void;
  say: (text: string) => void;
  retry: () => void;
  /** Sentences of the codes that any element may meet. */
  shared: () => Readonly<Record<string, string | undefined>>;
}

/** Classes of what is said of an act; all else is an alarm. */
const tones: Readonly<Record<string, string | undefined>> = {
  saved: 'good',
  scheduled: 'good',
  withdrawn: 'good',
  conflict: 'warn',
};
/** Where focus goes after an act; else to what is said of it. */
const places: Readonly<Record<string, string | undefined>> = {
  faulty: '[aria-invalid]',
  withdrawn: '#pending',
};

/** The form of a territory, once there is one to write: loaded with its texts when it is read. */
export class TerritoryForm {
  readonly store: SettingsStore;
  readonly #host: FormHost;
  readonly #hooks: FormHooks;
  readonly #locale: LocaleController<OpeningStrings, Parts>;
  readonly #own = new OwnResources((transport): TerritorySettingsClient => ({
    territories: territoriesResource(transport),
  }));
  #preview: PreviewPanel | undefined;

  constructor(host: FormHost, hooks: FormHooks) {
    this.#host = host;
    this.#hooks = hooks;
    this.store = new SettingsStore(host);
    this.#locale = new LocaleController<OpeningStrings, Parts>(host, {
      fr: territoryFormFr,
      en: async () => (await import('../../strings/en/territory-form.ts')).territoryFormEn,
    });
    for (const { styleSheet } of [
      fieldStyles,
      publicStyles,
      disclosureStyles,
      territorySettingsStyles,
    ]) {
      if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    }
  }

  /** Reads the territory, in place of what was written. */
  async read(signal: AbortSignal): Promise<void> {
    if (this.#host.territory === '') return;
    this.store.begin(await this.store.read(this.#api, this.#host.territory, signal));
  }

  get #api(): TerritorySettingsClient {
    return pageClient(this.#host, this.#own);
  }

  /** Whether the page lets it happen. */
  #mayChange(act: TerritoryAct, from: string | null): boolean {
    return this.#host.dispatchEvent(new SasTerritoryChangeEvent(act, this.#host.territory, from));
  }

  /** Those of answers are read once there is one; undefined while they are loaded. */
  #strings(error: unknown): TerritoryFormStrings | undefined {
    const { outcome, seen, asked, faults } = this.store;
    const answered = error ?? outcome ?? seen ?? (asked !== '' || Object.keys(faults).length > 0);
    const strings = answered ? this.#locale.part('answers') : this.#locale.strings;
    return strings as TerritoryFormStrings | undefined;
  }

  /** The sentence of an error's code. */
  #sentence(code: string, { codes, other }: TerritoryFormStrings): string {
    return codes[code] ?? this.#hooks.shared()[code] ?? other;
  }

  async #act(work: () => Promise<void>): Promise<void> {
    const strings = await wholeTexts(this.#locale, 'answers');
    await work();
    const { outcome, seen } = this.store;
    if (outcome?.kind === 'failed') this.#hooks.report({ code: outcome.code });
    if (seen && !this.#preview) {
      this.#preview = new (await import('./preview-panel.ts')).PreviewPanel(this.#host);
      this.#host.requestUpdate();
    }
    const text = outcomeText(outcome, this.#context(strings));
    if (text !== undefined) this.#hooks.say(text);
    await this.#host.updateComplete;
    const place = seen ? '#seen' : (places[outcome?.kind ?? ''] ?? '#outcome');
    this.#host.renderRoot.querySelector<HTMLElement>(place)?.focus();
  }

  async #ask(id: string): Promise<void> {
    await wholeTexts(this.#locale, 'answers');
    this.store.ask(id);
  }

  #context(strings: TerritoryFormStrings): ViewContext {
    const { store } = this;
    return {
      store,
      strings,
      language: this.#locale.language,
      level: this.#host.headingLevel + 1,
      sentence: (code) => this.#sentence(code, strings),
      ask: (id) => void this.#ask(id),
      panel: this.#preview,
      preview: () => void this.#act(() => store.preview(this.#api)),
      save: () => {
        if (this.#mayChange('update', store.effectiveFrom))
          void this.#act(() => store.save(this.#api));
      },
      withdraw: (id) => {
        const from = store.pending.find((change) => change.id === id)?.effectiveFrom ?? null;
        if (this.#mayChange('withdraw', from)) void this.#act(() => store.withdraw(this.#api, id));
      },
    };
  }

  /** @param error why the territory could not be read, where it could not */
  render(error: unknown): TemplateResult {
    const strings = this.#strings(error);
    if (!strings) return html`<div class="skeleton" aria-busy="true"></div>`;
    const { territory } = this.store;
    return html`<div class="stack">
        ${heading(this.#host.headingLevel, strings.heading, 'title')}
        ${territory ? html`<p class="quiet" lang="fr">${territory.name}</p>` : nothing}
      </div>
      ${
        error === undefined
          ? nothing
          : html`<div class="notice alarm" part="problem" role="alert">
              <p>${this.#sentence(codeOf(error), strings)}</p>
              ${button(strings.retry, this.#hooks.retry)}
            </div>`
      }
      ${territory ? this.#renderForm(strings) : error === undefined ? this.#renderNone(strings) : nothing}`;
  }

  /** Being read, or no territory is named. */
  #renderNone({ noTerritory, loading }: TerritoryFormStrings): TemplateResult {
    return this.#host.territory === ''
      ? html`<p class="notice">${noTerritory}</p>`
      : html`<div class="skeleton" aria-busy="true"><p class="sr">${loading}</p></div>`;
  }

  #renderForm(strings: TerritoryFormStrings): TemplateResult {
    const context = this.#context(strings);
    const { outcome } = this.store;
    const text = outcomeText(outcome, context);
    return html`${
      text === undefined
        ? nothing
        : html`<p
            id="outcome"
            class="notice ${tones[outcome?.kind ?? ''] ?? 'alarm'}"
            part="outcome"
            tabindex="-1"
          >
            ${text}
          </p>`
    }
    ${settingsView(context)}`;
  }
}
