import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { heading } from '../../../base/heading.ts';
import { AsyncTask } from '../../../controllers/async-task.ts';
import { LocaleController } from '../../../controllers/locale.ts';
import type { ParticipationStrings } from '../../../strings/fr/participation.ts';
import { practiceFormFr, type PracticeFormStrings } from '../../../strings/fr/practice-form.ts';
import { address } from '../../availability/address.ts';
import { formEnd } from '../form-end.ts';
import type { ParticipationClient } from '../participation-data.ts';
import type { SettingsForm } from '../settings-form.ts';
import { type PracticeSettings, readPractices } from './practice-data.ts';
import { practiceFields } from './practice-fields.ts';

/** Whom a saved form is told, and a call that failed. */
export interface PracticeTold {
  saved(): void;
  failed(error: unknown): void;
}

/** What the places of a professional say of themselves: a form for each. Loaded where a page asks for it. */
export class PracticePart {
  readonly #told: PracticeTold;
  readonly #locale: LocaleController<PracticeFormStrings>;
  readonly #practices: AsyncTask<[ParticipationClient, string], PracticeSettings[]>;

  constructor(host: ReactiveElement, told: PracticeTold) {
    this.#told = told;
    this.#locale = new LocaleController<PracticeFormStrings>(host, {
      fr: practiceFormFr,
      en: async () => (await import('../../../strings/en/practice-form.ts')).practiceFormEn,
    });
    this.#practices = new AsyncTask(host, (signal, api: ParticipationClient, id: string) =>
      readPractices(host, api, id, signal),
    );
  }

  /** Reads them; what was written and not saved is given up. */
  async load(api: ParticipationClient, nationalId: string): Promise<void> {
    this.#practices.value = undefined;
    await this.#practices.run(api, nationalId);
    if (this.#practices.status === 'failed') this.#told.failed(this.#practices.error);
  }

  /** The forms; nothing while they are read. */
  render(strings: ParticipationStrings, level: number): TemplateResult | typeof nothing {
    const words = this.#locale.strings;
    const { value, status } = this.#practices;
    if (!words || (!value && status !== 'failed')) return nothing;
    return html`<section class="fields" part="practice">
      ${heading(level, words.title, 'subtitle')}
      <p class="quiet">${words.intro}</p>
      ${value?.length === 0 ? html`<p>${words.noPlace}</p>` : nothing}
      ${value ? value.map((each) => this.#form(each, words, strings, level)) : words.notRead}
    </section>`;
  }

  #form(
    settings: PracticeSettings,
    words: PracticeFormStrings,
    strings: ParticipationStrings,
    level: number,
  ): TemplateResult {
    const { form, location } = settings;
    const { language } = this.#locale;
    const end = { ...strings, ...words.end };
    return html`<form
      class="card"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#save(form);
      }}
    >
      ${heading(level + 1, html`${address(location, location.name)}`, '')}
      ${practiceFields(settings, { words, language })}
      ${formEnd({
        form: form as unknown as SettingsForm<object>,
        strings: end,
        language,
        reset: () => form.reset(),
      })}
    </form>`;
  }

  async #save(form: SettingsForm<PracticeSettings['form']['draft']>): Promise<void> {
    if (form.busy) return;
    const error = await form.save();
    if (error === undefined) this.#told.saved();
    else if (Object.keys(form.faults).length === 0 && !form.outdated) {
      this.#told.failed(error);
    }
  }
}
