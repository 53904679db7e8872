import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { TokenProvider } from '@sas-kit/client';
import { BaseElement } from '../../base/base-element.ts';
import { define } from '../../base/define.ts';
import { AsyncTask } from '../../controllers/async-task.ts';
import { LocaleController } from '../../controllers/locale.ts';
import { errorsFr, type ErrorStrings } from '../../strings/fr/errors.ts';
import type { TerritorySettingsClient } from './settings-store.ts';
import type { TerritoryForm } from './territory-form.ts';

export type { TerritorySettingsClient } from './settings-store.ts';

/**
 * What a lead changes of its territory: numbers, hours, status, partners, danger signs, booking by the
 * public; now or from an instant on, with a preview of what the public will see. What was typed is kept
 * when somebody else changed the territory meanwhile.
 *
 * @summary A lead changes its territory, with a preview and a date.
 *
 * @fires {SasTerritoryChangeEvent} sas-territory-change - the lead saves, or withdraws a change; cancelable
 * @fires {SasErrorEvent} sas-error - a call failed
 *
 * @csspart base - the whole element
 * @csspart form - the parts of the territory
 * @csspart outcome - what was done, or why it was not
 * @csspart preview - what the public will see
 * @csspart now - the number to call, in the preview
 * @csspart regime - daytime, or nights and weekends, in the preview
 * @csspart numbers - the list of numbers, in the preview
 * @csspart number - one number, in the preview
 * @csspart none - what is said where no number is known, in the preview
 * @csspart next - what comes next, in the preview
 * @csspart signs - the danger signs, in the preview
 * @csspart pending - the changes that wait
 * @csspart problem - what is shown when the territory could not be read
 */
export class SasTerritorySettings extends BaseElement<ErrorStrings> {
  static override properties: PropertyDeclarations = {
    territory: {},
    baseUrl: { attribute: 'base-url' },
    session: { type: Boolean },
    getToken: { attribute: false },
    client: { attribute: false },
  };

  protected static override readonly emergencyFirst = false;

  /** Territory, by id: `le-havre-fecamp`. */
  declare territory: string;

  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  declare baseUrl: string;

  /** Calls as the reader who signed in on this very origin, by the cookie of its session. */
  declare session: boolean;

  /** Gives the bearer token of the lead, and a new one when it is refused. */
  declare getToken: TokenProvider | undefined;

  /** Resources to call with. Wins over token, session and the nearest `<sas-provider>`. */
  declare client: TerritorySettingsClient | undefined;

  protected readonly locale = new LocaleController<ErrorStrings>(this, {
    fr: errorsFr,
    en: async () => (await import('../../strings/en/errors.ts')).errorsEn,
  });
  #form: TerritoryForm | undefined;
  readonly #read = new AsyncTask(this, async (signal) => {
    // Who writes a territory loads its form; a page that shows other elements does not.
    const { TerritoryForm } = await import('./territory-form.ts');
    this.#form ??= new TerritoryForm(this, {
      shared: () => (this.locale.strings ?? errorsFr).codes,
      report: (error) => this.report(error),
      say: (text) => this.announcer.say(text),
      retry: () => void this.refresh(),
    });
    await this.#form.read(signal);
  });

  constructor() {
    super();
    this.territory = this.baseUrl = '';
    this.session = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.#read.status === 'idle') void this.refresh();
  }

  /** Reads the territory again, in place of what was written. */
  async refresh(): Promise<void> {
    await this.#read.run();
    if (this.#read.status === 'failed') this.report(this.#read.error);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const sources = ['territory', 'client', 'baseUrl', 'getToken', 'session'] as const;
    if (sources.some((name) => changed.has(name))) void this.refresh();
  }

  protected override renderContent(strings: ErrorStrings): TemplateResult {
    const { status, error } = this.#read;
    if (this.#form) return this.#form.render(status === 'failed' ? error : undefined);
    return status === 'failed'
      ? html`<p class="notice alarm" part="problem">${strings.other}</p>`
      : html`<div class="skeleton" aria-busy="true"></div>`;
  }
}

define('sas-territory-settings', SasTerritorySettings);

declare global {
  interface HTMLElementTagNameMap {
    'sas-territory-settings': SasTerritorySettings;
  }
}
