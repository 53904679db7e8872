import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { BaseElement, codeOf } from '../../base/base-element.ts';
import { button } from '../../base/button.ts';
import { providerOf } from '../../base/client.ts';
import { clock } from '../../base/clock.ts';
import { define } from '../../base/define.ts';
import { heading } from '../../base/heading.ts';
import { printOnly } from '../../base/print-only.ts';
import { problem } from '../../base/problem.ts';
import { share } from '../../base/share.ts';
import { AsyncTask } from '../../controllers/async-task.ts';
import { LocaleController } from '../../controllers/locale.ts';
import { SasFilterEvent } from '../../events/filter.ts';
import { SasPrintEvent } from '../../events/print.ts';
import { SasShareEvent } from '../../events/share.ts';
import { civilTime } from '../../format/civil.ts';
import type { NewsItem } from '../../static/news.ts';
import type { Reading } from '../../static/members.ts';
import { newsFr, type NewsStrings } from '../../strings/fr/news.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { publicStyles } from '../../styles/public.styles.ts';
import { colourLinks } from './article-links.ts';
import { cleanArticle, createArticle, readArticle, type NewsArticle } from './article.ts';
import { addressWithFilter, filterOfAddress } from './news-address.ts';
import { newsControls } from './news-controls.ts';
import { newsEntry } from './news-entry.ts';
import { filterNews, newsChoices, noFilter, type NewsFilter } from './news-filter.ts';
import { newsStyles } from './news.styles.ts';

/**
 * A list of information for professionals. Each item is an `<article>` between the element's tags,
 * readable without script; the element filters, sorts, prints and shares them. Where there is none,
 * they come from a static file or from a platform, and become such articles.
 *
 * @summary Filters, sorts, prints and shares the articles inside it.
 *
 * @fires {SasFilterEvent} sas-filter - the reader narrowed or sorted the list
 * @fires {SasPrintEvent} sas-print - the reader prints the list; cancelable
 * @fires {SasShareEvent} sas-share - the reader shares an item or the list; cancelable
 * @fires {SasErrorEvent} sas-error - the file or the platform could not be read
 *
 * @slot - `<article>` elements: `data-type`, `data-sector`, `data-area`, `data-published`, `data-source`, `data-source-url`, `data-licence`, `data-archived`, `data-superseded-by`; the emergency text, for readers whose browser does not run the script
 *
 * @csspart base - the whole element
 * @csspart emergency - the emergency text
 * @csspart form - the filters
 * @csspart item - one item
 * @csspart archived - the notice of an archived item
 * @csspart empty - what is shown where no item is left
 * @csspart problem - what is shown when the file or the platform could not be read
 *
 * @cssproperty --sas-color-accent - colour of links, buttons and focus
 * @cssproperty --sas-color-ground - background
 * @cssproperty --sas-color-ink - text
 * @cssproperty --sas-font-family - typeface; default, the page's
 * @cssproperty --sas-radius - corner of notices and fields
 * @cssproperty --sas-padding - space around the content
 */
export class SasNews extends BaseElement<NewsStrings> {
  // Articles are shown in the order and the number that the reader asks for, and stay where they are.
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    slotAssignment: 'manual',
  };

  static override styles = [...BaseElement.styles, fieldStyles, publicStyles, newsStyles];

  static override properties: PropertyDeclarations = {
    src: {},
    baseUrl: { attribute: 'base-url' },
    type: {},
    sector: {},
    area: {},
    heading: {},
    noUrl: { type: Boolean, attribute: 'no-url' },
  };

  /** Static file of the same site, whose items become articles: `news.json`. */
  declare src: string;

  /**
   * Address of a platform, without `/v1`, whose information is listed where the page has none of its
   * own and no `src`; empty for the page's own origin. Default, that of the nearest `<sas-provider>`.
   */
  declare baseUrl: string | undefined;

  /** Only this kind is asked of a platform: `experience`. */
  declare type: string;

  /** Only what names this sector is asked of a platform. */
  declare sector: string;

  /** Only what names this area is asked of a platform. */
  declare area: string;

  /** Heading in place of the element's own. */
  declare heading: string;

  /** Leaves the page's address alone: the filters are not kept in it. */
  declare noUrl: boolean;

  protected readonly locale = new LocaleController<NewsStrings>(this, {
    fr: newsFr,
    en: async () => (await import('../../strings/en/news.ts')).newsEn,
  });
  readonly #file = new AsyncTask(this, async (signal): Promise<Reading<NewsItem>> => {
    // A page with articles of its own reads nothing.
    const { newsOfFile, newsOfPlatform } = await import('./news-source.ts');
    const platform = this.#platform;
    return platform === undefined
      ? newsOfFile(this.src, signal)
      : newsOfPlatform(platform, this, signal);
  });
  readonly #observer = new MutationObserver(() => this.#read());
  #articles: NewsArticle[] = [];
  #shown: NewsArticle[] = [];
  #filter: NewsFilter = noFilter;
  /** Articles that this element made of a file. */
  #made: HTMLElement[] = [];
  /** Address that the reader must copy by hand. */
  #byHand = '';

  constructor() {
    super();
    this.src = this.type = this.sector = this.area = '';
    this.heading = '';
    this.noUrl = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this, { childList: true, subtree: true, attributes: true });
    colourLinks(this);
    this.#read();
    this.#fromAddress();
    addEventListener('popstate', this.#fromAddress);
    if (this.hasUpdated && this.#file.status === 'idle') void this.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    removeEventListener('popstate', this.#fromAddress);
  }

  /** The platform to read: none where the page has a file, or articles of its own. */
  get #platform(): string | undefined {
    const own = this.#articles.length > this.#made.length;
    return this.src === '' && !own ? (this.baseUrl ?? providerOf(this)?.baseUrl) : undefined;
  }

  /** Reads the file or the platform again. What is shown stays until it is there. */
  async refresh(): Promise<void> {
    if (this.src === '' && this.#platform === undefined) return;
    const news = await this.#file.run();
    if (this.#file.status === 'failed') this.report(this.#file.error);
    if (!news) return;
    for (const article of this.#made) article.remove();
    this.#made = news.items.map((item) => createArticle(item, this.headingLevel + 1));
    this.append(...this.#made);
    this.#read();
    this.#revealTarget();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const sources = ['src', 'baseUrl', 'type', 'sector', 'area'] as const;
    if (sources.some((name) => changed.has(name))) void this.refresh();
    const today = civilTime(clock.today(), clock.zone()).date;
    this.#shown = filterNews(this.#articles, this.#filter, today);
  }

  protected override updated(): void {
    const slots = this.renderRoot.querySelectorAll('slot');
    for (const [index, slot] of slots.entries()) {
      const article = this.#shown[index]?.element;
      if (article) slot.assign(article);
    }
  }

  #read(): void {
    const elements = [...this.querySelectorAll<HTMLElement>(':scope > article')];
    for (const element of elements) cleanArticle(element);
    this.#articles = elements.map(readArticle);
    this.requestUpdate();
  }

  readonly #fromAddress = (): void => {
    this.#filter = (this.noUrl ? undefined : filterOfAddress(location.href)) ?? noFilter;
    this.#revealTarget();
    this.requestUpdate();
  };

  /** An archived article stays reachable by its own address. */
  #revealTarget(): void {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = this.#articles.find(({ element }) => id !== '' && element.id === id);
    if (!target?.archived) return;
    this.#filter = { ...this.#filter, archived: true };
    this.requestUpdate();
  }

  #change(change: Partial<NewsFilter>): void {
    this.#filter = { ...this.#filter, ...change };
    this.requestUpdate();
    if (!this.noUrl) {
      history.replaceState(history.state, '', addressWithFilter(location.href, this.#filter));
    }
    void this.updateComplete.then(() => {
      const { length } = this.#shown;
      this.say((strings) => strings.count(length));
      const { archived, ...filters } = this.#filter;
      this.dispatchEvent(new SasFilterEvent({ ...filters, archived: String(archived) }, length));
    });
  }

  async #reset(): Promise<void> {
    this.#change(noFilter);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#type')?.focus();
  }

  #print(): void {
    if (this.dispatchEvent(new SasPrintEvent())) printOnly(this);
  }

  async #share(title: string, url: string): Promise<void> {
    if (!this.dispatchEvent(new SasShareEvent(title, url))) return;
    const outcome = await share({ title, url });
    this.#byHand = outcome === 'shown' ? url : '';
    if (outcome === 'copied') this.say((strings) => strings.copied);
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('#by-hand')?.select();
  }

  protected override renderContent(strings: NewsStrings): TemplateResult {
    const { status, error, value } = this.#file;
    const choices = newsChoices(this.#articles);
    const any = this.#articles.length > 0;
    const title = this.heading === '' ? strings.heading : this.heading;
    return html`${heading(this.headingLevel, title, 'title')}
    ${
      status === 'failed'
        ? problem(codeOf(error), strings, { retry: () => void this.refresh() })
        : nothing
    }
    ${
      value && value.unreadable > 0
        ? html`<p class="notice warn">${strings.unreadable(value.unreadable)}</p>`
        : nothing
    }
    ${
      // Two templates: bars that go move nothing, where results that stay would be moved by the filters.
      any
        ? html`${newsControls({
              strings,
              choices,
              filter: this.#filter,
              change: (change) => this.#change(change),
            })}
            <div class="results" aria-busy=${status === 'pending'}>
              ${this.#renderList(strings)}
            </div>`
        : html`<div class="results" aria-busy=${status === 'pending'}>
            ${
              status === 'pending'
                ? html`<p class="sr">${strings.loading}</p>
                    <div class="skeleton"></div>
                    <div class="skeleton"></div>`
                : status === 'failed'
                  ? nothing
                  : this.#renderEmpty(strings.noneTitle, strings.none)
            }
          </div>`
    }`;
  }

  #renderList(strings: NewsStrings): TemplateResult {
    const { language } = this.locale;
    const shown = this.#shown;
    const hidden = this.#filter.archived ? 0 : newsChoices(this.#articles).archived;
    const context = {
      strings,
      language,
      titleOf: (address: string) =>
        this.#articles.find(({ element }) => `#${element.id}` === address)?.title,
      share: ({ title, url }: NewsArticle) => void this.#share(title, url ?? location.href),
    };
    return html`<div class="bar row">
        <p><strong>${strings.count(shown.length)}</strong></p>
        <div class="row no-print">
          ${button(strings.print, () => this.#print())}
          ${button(strings.shareList, () => void this.#share(document.title, location.href))}
        </div>
      </div>
      ${this.#renderByHand(strings)}
      ${
        shown.length === 0
          ? this.#renderEmpty(strings.noMatchTitle, strings.noMatch(hidden), strings.reset)
          : html`<ul class="list">
              ${repeat(
                shown,
                ({ element }) => element,
                (article) => newsEntry(article, context),
              )}
            </ul>`
      }`;
  }

  #renderByHand(strings: NewsStrings): TemplateResult | typeof nothing {
    if (this.#byHand === '') return nothing;
    return html`<div class="field no-print">
      <label class="label" for="by-hand">${strings.copyByHand}</label>
      <input id="by-hand" class="input" readonly .value=${this.#byHand} />
    </div>`;
  }

  #renderEmpty(title: string, text: string, reset?: string): TemplateResult {
    return html`<div class="notice empty" part="empty">
      ${heading(this.headingLevel + 1, title, 'subtitle')}
      <p>${text}</p>
      ${reset === undefined ? nothing : button(reset, () => void this.#reset())}
    </div>`;
  }
}

define('sas-news', SasNews);

declare global {
  interface HTMLElementTagNameMap {
    'sas-news': SasNews;
  }
}
