import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { SasClient } from '@sas-kit/client';
import { territoriesResource } from '@sas-kit/client/territories';
import type { Transport } from '@sas-kit/client/transport';
import { button } from '../../base/button.ts';
import { clock } from '../../base/clock.ts';
import { define } from '../../base/define.ts';
import { heading } from '../../base/heading.ts';
import { problem } from '../../base/problem.ts';
import { codeOf, SasElement } from '../../base/sas-element.ts';
import { selectField } from '../../base/select.ts';
import { AsyncTask } from '../../controllers/async-task.ts';
import { LocaleController } from '../../controllers/locale.ts';
import { SasFilterEvent } from '../../events/filter.ts';
import { civilTime } from '../../format/civil.ts';
import { departmentLabel } from '../../format/departments.ts';
import { formatTime } from '../../format/formats.ts';
import type { DirectoryEntry } from '../../static/territories.ts';
import { directoryFr, type DirectoryStrings } from '../../strings/fr/directory.ts';
import { publicStyles } from '../../styles/public.styles.ts';
import { directoryFromFile, directoryFromPlatform, type Directory } from './directory-data.ts';
import { choicesOf, filterEntries, type DirectoryFilter } from './directory-filter.ts';
import { disclosureStyles } from '../../styles/disclosure.styles.ts';
import { directoryStyles } from './directory.styles.ts';
import { remarks } from './remarks.ts';
import { territoryCard } from './territory-card.ts';

/** The resources that the directory calls. */
export type DirectoryClient = Pick<SasClient, 'territories'>;

/**
 * The SAS of the country, by region and department.
 *
 * @summary Directory of the SAS: status, numbers, partners.
 *
 * @fires {SasFilterEvent} sas-filter - the reader narrowed the list
 * @fires {SasErrorEvent} sas-error - the list could not be read
 *
 * @slot - never shown: the emergency text, for readers whose browser does not run the script
 *
 * @csspart base - the whole element
 * @csspart emergency - the emergency text
 * @csspart form - the filters
 * @csspart card - one territory
 * @csspart status - the status of a territory
 * @csspart timeline - the stages of a territory
 * @csspart partners - the partners of a territory
 * @csspart empty - what is shown where no territory is left
 * @csspart problem - what is shown when the list could not be read
 *
 * @cssproperty --sas-color-accent - colour of links, buttons and focus
 * @cssproperty --sas-color-ground - background
 * @cssproperty --sas-color-ink - text
 * @cssproperty --sas-color-tint - ground of a status
 * @cssproperty --sas-font-family - typeface; default, the page's
 * @cssproperty --sas-radius - corner of cards
 * @cssproperty --sas-padding - space around the content
 */
export class SasDirectory extends SasElement<DirectoryClient, DirectoryStrings> {
  static override styles = [...SasElement.styles, publicStyles, disclosureStyles, directoryStyles];

  static override properties: PropertyDeclarations = {
    src: {},
    region: {},
    department: {},
    status: {},
  };

  /** Static file of the same site, in place of a platform: `territories.json`. */
  declare src: string;

  /** Region to begin with, by name. */
  declare region: string;

  /** Department to begin with, by code: `76`. */
  declare department: string;

  /** Status to begin with: `in-design`, `pilot`, `operational`, `generalised`. */
  declare status: string;

  protected readonly locale = new LocaleController<DirectoryStrings>(this, {
    fr: directoryFr,
    en: async () => (await import('../../strings/en/directory.ts')).directoryEn,
  });
  readonly #list = new AsyncTask(this, (signal): Promise<Directory> =>
    this.src === ''
      ? directoryFromPlatform(this.api.territories, signal)
      : directoryFromFile(this.src, signal),
  );
  #text = '';
  #readAt = 0;

  constructor() {
    super();
    this.src = '';
    this.region = '';
    this.department = '';
    this.status = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.#list.status === 'idle') void this.refresh();
  }

  /** Reads the list again. What is shown stays until it is there. */
  async refresh(): Promise<void> {
    const list = await this.#list.run();
    if (this.#list.status === 'failed') this.report(this.#list.error);
    if (!list) return;
    this.#readAt = clock.today();
    this.say((strings) => strings.count(this.#shown(list).length, list.entries.length));
  }

  protected override connect(transport: Transport): DirectoryClient {
    return { territories: territoriesResource(transport) };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const sources = ['src', 'client', 'baseUrl', 'key'] as const;
    if (!this.hasUpdated || sources.some((name) => changed.has(name))) void this.refresh();
  }

  #filter(): DirectoryFilter {
    const { region, department, status } = this;
    return { text: this.#text, region, department, status };
  }

  #shown({ entries }: Directory): DirectoryEntry[] {
    return filterEntries(entries, this.#filter());
  }

  #narrow(change: Partial<DirectoryFilter>): void {
    const { text = this.#text, ...filters } = change;
    this.#text = text;
    Object.assign(this, filters);
    this.requestUpdate();
    const list = this.#list.value;
    if (!list) return;
    const { length } = this.#shown(list);
    this.say((strings) => strings.count(length, list.entries.length));
    const { region, department, status } = this;
    this.dispatchEvent(new SasFilterEvent({ region, department, status }, length));
  }

  async #reset(): Promise<void> {
    this.#narrow({ text: '', region: '', department: '', status: '' });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#text')?.focus();
  }

  protected override renderContent(strings: DirectoryStrings): TemplateResult {
    const { status, value: list, error } = this.#list;
    const failed =
      status === 'failed'
        ? problem(codeOf(error), strings, { retry: () => void this.refresh() })
        : nothing;
    return html`<div class="stack">
        ${heading(this.headingLevel, strings.heading, 'title')}
        <p class="quiet">${strings.intro}</p>
      </div>
      ${failed}
      <div class="results" aria-busy=${status === 'pending'}>
        ${list ? this.#renderList(list, strings) : status === 'pending' ? skeleton(strings) : nothing}
      </div>
      ${
        // What is not there yet is moved by nothing that comes.
        list || status !== 'pending'
          ? html`<p class="quiet small">${strings.independent}</p>`
          : nothing
      }`;
  }

  #renderList(list: Directory, strings: DirectoryStrings): TemplateResult {
    const { language } = this.locale;
    const shown = this.#shown(list);
    const { entries } = list;
    const kept = this.#list.status === 'failed';
    return html`${
        kept
          ? html`<p class="notice warn">
              ${strings.kept(formatTime(new Date(this.#readAt).toISOString(), clock.zone(), language))}
            </p>`
          : nothing
      }
      ${remarks(list, { strings, language, today: this.#today() })}
      ${entries.length > 0 ? this.#renderFilters(entries, strings) : nothing}
      <p class="count"><strong>${strings.count(shown.length, entries.length)}</strong></p>
      ${shown.length > 0 ? this.#renderRegions(shown, strings) : this.#renderEmpty(entries, strings)}`;
  }

  #today(): string {
    return civilTime(clock.today(), clock.zone()).date;
  }

  #renderFilters(entries: readonly DirectoryEntry[], strings: DirectoryStrings): TemplateResult {
    const { regions, departments, statuses } = choicesOf(entries);
    return html`<div class="filters no-print" part="form" role="search">
      <div class="field">
        <label class="label" for="text">${strings.search}</label>
        <input
          id="text"
          class="input"
          type="search"
          autocomplete="off"
          .value=${this.#text}
          @input=${(event: Event) =>
            this.#narrow({ text: (event.target as HTMLInputElement).value })}
        />
      </div>
      ${selectField({
        id: 'region',
        label: strings.region,
        all: strings.all.region,
        value: this.region,
        options: regions.map((region) => [region, region]),
        change: (region) => this.#narrow({ region }),
      })}
      ${selectField({
        id: 'department',
        label: strings.department,
        all: strings.all.department,
        value: this.department,
        options: departments.map((code) => [code, departmentLabel(code)]),
        change: (department) => this.#narrow({ department }),
      })}
      ${selectField({
        id: 'status',
        label: strings.status,
        all: strings.all.status,
        value: this.status,
        options: statuses.map((stage) => [stage, strings.statuses[stage]]),
        change: (status) => this.#narrow({ status }),
      })}
    </div>`;
  }

  #renderRegions(shown: readonly DirectoryEntry[], strings: DirectoryStrings): TemplateResult[] {
    const level = this.headingLevel + 1;
    const context = { strings, language: this.locale.language, today: this.#today() };
    return [...new Set(shown.map(({ region }) => region))].map(
      (region) =>
        html`<div class="region">
          ${heading(level, region, 'subtitle')}
          <ul class="cards">
            ${shown
              .filter((entry) => entry.region === region)
              .map((entry) => territoryCard(entry, { ...context, level: level + 1 }))}
          </ul>
        </div>`,
    );
  }

  #renderEmpty(entries: readonly DirectoryEntry[], strings: DirectoryStrings): TemplateResult {
    const nothingListed = entries.length === 0;
    return html`<div class="notice empty" part="empty">
      ${heading(
        this.headingLevel + 1,
        nothingListed ? strings.noneTitle : strings.noMatchTitle,
        'subtitle',
      )}
      <p>${nothingListed ? strings.none : strings.noMatch}</p>
      ${nothingListed ? nothing : button(strings.reset, () => void this.#reset())}
    </div>`;
  }
}

const skeleton = (strings: DirectoryStrings): TemplateResult => {
  const bar = html`<div class="skeleton bar"></div>`;
  return html`<p class="sr">${strings.loading}</p>
    ${bar}${bar}${bar}`;
};

define('sas-directory', SasDirectory);

declare global {
  interface HTMLElementTagNameMap {
    'sas-directory': SasDirectory;
  }
}
