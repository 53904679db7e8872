import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Territory } from '@sas-kit/client';
import { codeOf } from '../../base/base-element.ts';
import { button } from '../../base/button.ts';
import { heading } from '../../base/heading.ts';
import { type OwnConnection, OwnResources } from '../../base/own-resources.ts';
import { pageClient } from '../../base/page-client.ts';
import { printOnly } from '../../base/print-only.ts';
import type { TaskStatus } from '../../controllers/async-task.ts';
import { LocaleController } from '../../controllers/locale.ts';
import type { ErrorStrings } from '../../strings/fr/errors.ts';
import {
  statisticsFiguresFr,
  type StatisticsFigureStrings,
} from '../../strings/fr/statistics-figures.ts';
import { statisticsFr, type StatisticsStrings } from '../../strings/fr/statistics.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { publicStyles } from '../../styles/public.styles.ts';
import { agendaPart } from './agenda-view.ts';
import { areasOf, readsMonthsOnly, readsPlaces } from './areas.ts';
import { callsPart } from './calls-view.ts';
import { ChartDrawer } from './chart-drawer.ts';
import { type AskedFor, Choice } from './choice.ts';
import { choiceFields } from './choice-fields.ts';
import { FigurePart, type PartHooks } from './figure-part.ts';
import { orientationsPart } from './orientations-view.ts';
import { ownAgendaPart } from './own-agenda-view.ts';
import { ownDoctorPart } from './own-doctor-view.ts';
import { formatDays } from './period-names.ts';
import { searchesPart } from './searches-view.ts';
import { statisticsClient, type StatisticsClient } from './statistics-client.ts';
import { statisticsStyles } from './statistics.styles.ts';
import { vendorsPart } from './vendors-view.ts';

/** What the panel asks of its element. */
export type PanelHost = ReactiveElement &
  OwnConnection &
  AskedFor & {
    client: StatisticsClient | undefined;
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

/** Territories that one page holds at most. */
const limit = 100;

/** The choice and the figures, once it is known what the reader may see: loaded with its texts. */
export class StatisticsPanel {
  readonly #host: PanelHost;
  readonly #hooks: PanelHooks;
  readonly #locale: LocaleController<StatisticsStrings>;
  #names: LocaleController<StatisticsFigureStrings> | undefined;
  readonly #own = new OwnResources(statisticsClient);
  readonly #choice = new Choice();
  readonly #drawer: ChartDrawer;
  readonly #all: readonly FigurePart<unknown>[];
  /** Those that the reader has the right for. */
  #readable: readonly FigurePart<unknown>[] = [];
  #state: 'waiting' | 'ready' | 'not yours' | 'no area' = 'waiting';
  #loads = 0;

  constructor(host: PanelHost, hooks: PanelHooks) {
    this.#host = host;
    this.#hooks = hooks;
    this.#drawer = new ChartDrawer(host);
    this.#locale = new LocaleController<StatisticsStrings>(host, {
      fr: statisticsFr,
      en: async () => (await import('../../strings/en/statistics.ts')).statisticsEn,
    });
    for (const { styleSheet } of [publicStyles, fieldStyles, statisticsStyles]) {
      if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    }
    const part: PartHooks = {
      client: () => this.#api,
      level: () => host.headingLevel + 1,
      drawer: this.#drawer,
      report: hooks.report,
      said: (code) => hooks.shared().codes[code] ?? '',
      retry: () => hooks.shared().retry,
      fileName: (id) => this.#fileName(id),
    };
    this.#all = [
      new FigurePart(host, callsPart, part),
      new FigurePart(host, orientationsPart, part),
      new FigurePart(host, ownDoctorPart, part),
      new FigurePart(host, agendaPart, part),
      new FigurePart(host, searchesPart, part),
      new FigurePart(host, vendorsPart, part),
      new FigurePart(host, ownAgendaPart, part),
    ];
  }

  get #api(): StatisticsClient {
    return pageClient(this.#host, this.#own);
  }

  /** Reads whose figures the reader may see, then these figures. */
  async read(signal: AbortSignal): Promise<void> {
    const [reader, territories] = await Promise.all([
      this.#api.session.get({ signal }),
      this.#territories(signal),
    ]);
    const areas = areasOf(reader, territories);
    this.#choice.areas = areas;
    this.#choice.area = undefined;
    this.#choice.places = { read: readsPlaces(reader), monthsOnly: readsMonthsOnly(reader) };
    this.#choice.adopt(this.#host);
    this.#readable = this.#all.filter(({ source }) => reader.rights.includes(source.right));
    const may = readsPlaces(reader) || areas.length > 0;
    // Who may see no figures needs no names for them.
    if (may) {
      this.#names ??= new LocaleController<StatisticsFigureStrings>(this.#host, {
        fr: statisticsFiguresFr,
        en: async () =>
          (await import('../../strings/en/statistics-figures.ts')).statisticsFiguresEn,
      });
    }
    this.#state = !may ? 'not yours' : this.#choice.area ? 'ready' : 'no area';
    void this.load();
  }

  get #ofOwnAlone(): boolean {
    return this.#choice.area?.kind === 'own' && !this.#choice.places.read;
  }

  /** Those of the place, or of the agendas, that is chosen. */
  get #parts(): readonly FigurePart<unknown>[] {
    const own = this.#choice.area?.kind === 'own';
    return this.#readable.filter(({ source }) => (source.own ?? false) === own);
  }

  /** Takes what the page asks for now. */
  adopt(): void {
    if (this.#state !== 'ready') return;
    this.#choice.adopt(this.#host);
    void this.load();
  }

  /** Reads the figures of what is chosen, each kind by itself. */
  async load(): Promise<void> {
    const { query } = this.#choice;
    if (this.#state !== 'ready' || !query) return;
    const load = (this.#loads += 1);
    this.#host.requestUpdate();
    await Promise.all(this.#parts.map((part) => part.load(query)));
    const { strings } = this.#locale;
    const figures = this.#names?.strings;
    const done = this.#parts.filter((part) => part.done);
    if (load !== this.#loads || !strings || !figures || done.length === 0) return;
    const names = done.map(({ source }) => source.heading(figures)).join(', ');
    this.#hooks.say(strings.ready(names, this.#areaName(strings), this.#days(strings)));
  }

  async #territories(signal: AbortSignal): Promise<Territory[]> {
    const items: Territory[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#api.territories.list(
        { limit, ...(cursor !== undefined && { cursor }) },
        { signal },
      );
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return items;
  }

  #areaName(strings: StatisticsStrings): string {
    return this.#choice.area?.name || strings.ownAgendas;
  }

  #days(strings: StatisticsStrings): string {
    const { from, to } = this.#choice.period;
    const [first, last] = formatDays(from, to, this.#locale.language);
    return from === to ? strings.oneDay(last) : strings.days(first, last);
  }

  #fileName(id: string): string {
    const { area, period } = this.#choice;
    const name = this.#locale.strings?.fileName ?? '';
    return [name, id, area?.id, period.from, period.to]
      .filter(Boolean)
      .join('-')
      .replaceAll(/[^\p{L}\d-]+/gu, '-');
  }

  render(status: TaskStatus, error: unknown): TemplateResult | typeof nothing {
    const { strings } = this.#locale;
    if (!strings) return nothing;
    return html`<div class="top row">
        ${heading(
          this.#host.headingLevel,
          this.#ofOwnAlone ? strings.ownHeading : strings.heading,
          'title',
        )}
        ${
          this.#state === 'ready'
            ? html`<span class="no-print"
                >${button(strings.print, () => printOnly(this.#host))}</span
              >`
            : nothing
        }
      </div>
      ${
        status === 'failed'
          ? this.#failed(error, strings)
          : this.#state === 'waiting' || status === 'pending'
            ? html`<p class="sr">${strings.preparing}</p>
                <div class="skeleton" aria-busy="true"></div>`
            : this.#content(strings)
      }`;
  }

  #failed(error: unknown, strings: StatisticsStrings): TemplateResult {
    const { codes, retry } = this.#hooks.shared();
    return html`<div class="notice alarm" part="problem" role="alert">
      <p>${strings.failed} ${codes[codeOf(error)] ?? nothing}</p>
      ${button(retry, () => void this.#host.refresh())}
    </div>`;
  }

  #content(strings: StatisticsStrings): TemplateResult {
    if (this.#state !== 'ready') {
      return html`<p class="notice" part="problem">
        ${this.#state === 'no area' ? strings.noArea : strings.notYours}
      </p>`;
    }
    const { language } = this.#locale;
    const names = this.#names?.strings;
    const days = this.#days(strings);
    return html`${choiceFields(this.#choice, strings, {
        changed: () => void this.load(),
        drafted: () => this.#host.requestUpdate(),
      })}
      <p class="scope subtitle" part="scope">${strings.scope(this.#areaName(strings), days)}</p>
      <slot name="note"></slot>
      ${this.#drawer.patterns ?? nothing}
      ${names ? this.#parts.map((part) => part.render({ strings, names, language, days })) : nothing}`;
  }
}
