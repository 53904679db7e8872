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
import type { StatisticsClient } from './statistics-client.ts';
import type { StatisticsPanel } from './statistics-panel.ts';

export type { StatisticsClient } from './statistics-client.ts';

/**
 * Figures of a service: calls received and answered, against the targets that the operator sets. Charts with
 * the same figures as a table, on screen, on paper and as a file. Counts that are too small are masked. A
 * practice sees the slots of its own agendas, and who came.
 *
 * @summary Figures of a service, for territory leads and authorities; of its own agendas, for a practice.
 *
 * @fires {SasErrorEvent} sas-error - a call failed
 *
 * @slot note - what the page has to say of its figures, where they come from: above them, on paper too
 *
 * @csspart base - the whole element
 * @csspart choice - the fields of place and period
 * @csspart scope - which place and days are shown
 * @csspart part - figures of one kind
 * @csspart keys - the figures of the whole period
 * @csspart chart - one chart
 * @csspart table - the same figures as a table
 * @csspart problem - what is shown when figures could not be read, or may not be seen
 */
export class SasStatistics extends BaseElement<ErrorStrings> {
  static override properties: PropertyDeclarations = {
    territory: {},
    department: {},
    region: {},
    from: {},
    to: {},
    step: {},
    baseUrl: { attribute: 'base-url' },
    session: { type: Boolean },
    getToken: { attribute: false },
    client: { attribute: false },
  };

  protected static override readonly emergencyFirst = false;

  /**
   * Territory to begin with, by id: `le-havre-fecamp`. Default, the first that the reader may see. Whoever may
   * see its own agendas alone sees these, whatever the page names.
   */
  declare territory: string;

  /** Department to begin with, by its code, in place of a territory. */
  declare department: string;

  /** Region to begin with, by its name, in place of a territory. */
  declare region: string;

  /** First civil day, `2026-10-01`; together with `to`. Default, the last 30 days. */
  declare from: string;

  /** Last civil day. */
  declare to: string;

  /** One figure an `hour`, `day`, `week` or `month`. Default, what suits the period. */
  declare step: 'hour' | 'day' | 'week' | 'month' | '';

  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  declare baseUrl: string;

  /** Calls as the reader who signed in on this very origin, by the cookie of its session. */
  declare session: boolean;

  /** Gives the bearer token of the reader, and a new one when it is refused. */
  declare getToken: TokenProvider | undefined;

  /** Resources to call with. Wins over token, session and the nearest `<sas-provider>`. */
  declare client: StatisticsClient | undefined;

  protected readonly locale = new LocaleController<ErrorStrings>(this, {
    fr: errorsFr,
    en: async () => (await import('../../strings/en/errors.ts')).errorsEn,
  });
  #panel: StatisticsPanel | undefined;
  readonly #read = new AsyncTask(this, async (signal) => {
    // Who reads figures loads the panel; a page that shows other elements does not.
    const { StatisticsPanel } = await import('./statistics-panel.ts');
    this.#panel ??= new StatisticsPanel(this, {
      shared: () => this.locale.strings ?? errorsFr,
      report: (error) => this.report(error),
      say: (text) => this.announcer.say(text),
    });
    await this.#panel.read(signal);
  });

  constructor() {
    super();
    this.territory = this.department = this.region = this.from = this.to = this.step = '';
    this.baseUrl = '';
    this.session = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.#read.status === 'idle') void this.refresh();
  }

  /** Reads again what the reader may see, and the figures, as the page asks for them. */
  async refresh(): Promise<void> {
    await this.#read.run();
    if (this.#read.status === 'failed') this.report(this.#read.error);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const sources = ['client', 'baseUrl', 'getToken', 'session'] as const;
    const asked = ['territory', 'department', 'region', 'from', 'to', 'step'] as const;
    if (!this.hasUpdated || sources.some((name) => changed.has(name))) void this.refresh();
    else if (asked.some((name) => changed.has(name))) this.#panel?.adopt();
  }

  protected override renderContent(strings: ErrorStrings): TemplateResult | typeof nothing {
    const { status, error } = this.#read;
    if (this.#panel) return this.#panel.render(status, error);
    return status === 'failed'
      ? html`<p class="notice alarm" part="problem">${strings.other}</p>`
      : html`<div class="skeleton" aria-busy="true"></div>`;
  }
}

define('sas-statistics', SasStatistics);

declare global {
  interface HTMLElementTagNameMap {
    'sas-statistics': SasStatistics;
  }
}
