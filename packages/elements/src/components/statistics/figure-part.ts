import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { codeOf } from '../../base/base-element.ts';
import { button } from '../../base/button.ts';
import { clock } from '../../base/clock.ts';
import { heading } from '../../base/heading.ts';
import { AsyncTask } from '../../controllers/async-task.ts';
import type { Language } from '../../controllers/locale.ts';
import type { StatisticsFigureStrings } from '../../strings/fr/statistics-figures.ts';
import type { StatisticsStrings } from '../../strings/fr/statistics.ts';
import { chartText } from './chart-text.ts';
import type { ChartDrawer } from './chart-drawer.ts';
import { figureTable } from './figure-table.ts';
import { notes } from './figure-notes.ts';
import { keyFigures } from './key-figures.ts';
import type { Chart, FigureView } from './model.ts';
import type { FigureQuery, StatisticsClient } from './statistics-client.ts';
import { saveTable, tableFile } from './table-file.ts';

/** What a part reads and how it is shown. `A` is the platform's answer. */
export interface PartSource<A> {
  id: string;
  /** Whoever has it not is not shown the part. */
  right: 'statistics:read' | 'agenda-statistics:read';
  /** Whether it is of the agendas that the reader keeps. Default: of a place. */
  own?: boolean;
  heading(names: StatisticsFigureStrings): string;
  read(client: StatisticsClient, query: FigureQuery, signal: AbortSignal): Promise<A>;
  /** Whether there is nothing to count, and what is said then. */
  isEmpty(answer: A): boolean;
  empty(names: StatisticsFigureStrings): string;
  /** What is said below the table of what the platform does not tell. */
  telling(answer: A): { suppressedBelow: number; roundedTo: number };
  /** What else is masked for whoever reads rounded figures. */
  furtherMasking?(names: StatisticsFigureStrings): string;
  view(answer: A, context: PartContext): FigureView;
}

/** With what a part is shown. */
export interface PartContext {
  strings: StatisticsStrings;
  /** What the figures are called. */
  names: StatisticsFigureStrings;
  language: Language;
  /** The days, in words. */
  days: string;
}

/** What the panel does for its parts. */
export interface PartHooks {
  client: () => StatisticsClient;
  level: () => number;
  drawer: ChartDrawer;
  report: (error: unknown) => void;
  /** Sentence for a code. */
  said: (code: string) => string;
  retry: () => string;
  /** Name of a file of these figures, without its ending. */
  fileName: (id: string) => string;
}

/** Milliseconds after which the reader is told that it takes long. */
export const slowAfter = 4000;

/** Figures of one kind: read by themselves, so that one that fails leaves the others. */
export class FigurePart<A> {
  readonly source: PartSource<A>;
  readonly #task: AsyncTask<[], A>;
  readonly #host: ReactiveElement;
  readonly #hooks: PartHooks;
  #query: FigureQuery | undefined;
  #slow = false;
  #open = false;

  constructor(host: ReactiveElement, source: PartSource<A>, hooks: PartHooks) {
    this.#host = host;
    this.source = source;
    this.#hooks = hooks;
    this.#task = new AsyncTask(host, (signal) => source.read(hooks.client(), this.#query!, signal));
  }

  get done(): boolean {
    return this.#task.status === 'done';
  }

  /** Reads the figures; what was shown of other days goes. */
  async load(query: FigureQuery): Promise<void> {
    this.#query = query;
    this.#slow = false;
    const taken = clock.after(slowAfter, () => {
      this.#slow = true;
      this.#host.requestUpdate();
    });
    this.#task.value = undefined;
    await this.#task.run();
    taken();
    if (this.#task.status === 'failed') this.#hooks.report(this.#task.error);
  }

  render(context: PartContext): TemplateResult {
    const { strings, names } = context;
    const { id } = this.source;
    const { value, status, error } = this.#task;
    return html`<section class="part-of" part="part" aria-labelledby="${id}-title">
      <div id="${id}-title">
        ${heading(this.#hooks.level(), this.source.heading(names), 'subtitle')}
      </div>
      ${
        status === 'failed'
          ? this.#failed(error, strings)
          : value === undefined
            ? this.#waiting(strings)
            : this.#shown(value, context)
      }
    </section>`;
  }

  #waiting({ loading, slow }: StatisticsStrings): TemplateResult {
    return html`<div aria-busy="true">
      <p class="quiet">${loading} ${this.#slow ? slow : nothing}</p>
      <div class="skeleton"></div>
    </div>`;
  }

  #failed(error: unknown, strings: StatisticsStrings): TemplateResult {
    const code = codeOf(error);
    const query = this.#query;
    return html`<div class="notice alarm" part="problem" role="alert">
      <p>
        ${code === 'forbidden' ? strings.notYours : `${strings.failed} ${this.#hooks.said(code)}`}
      </p>
      ${
        code === 'forbidden' || !query
          ? nothing
          : button(this.#hooks.retry(), () => void this.load(query))
      }
    </div>`;
  }

  #shown(answer: A, context: PartContext): TemplateResult {
    const { strings, names, language } = context;
    const { source } = this;
    if (source.isEmpty(answer)) return html`<p class="notice">${source.empty(names)}</p>`;
    const { keys, charts, table } = source.view(answer, context);
    const { drawer } = this.#hooks;
    // Where no chart can be drawn, the table stands for it.
    const alone = drawer.failed || charts.length === 0;
    const open = this.#open || alone;
    const tableId = `${source.id}-table`;
    return html`${keyFigures(keys, language, strings)}
      ${drawer.failed ? html`<p class="notice warn">${strings.noChart}</p>` : nothing}
      ${
        alone
          ? nothing
          : html`<div class="charts">${charts.map((chart) => this.#chart(chart, context))}</div>`
      }
      <div class="row no-print">
        ${
          alone
            ? nothing
            : html`<button
                id="${source.id}-toggle"
                class="button"
                type="button"
                aria-expanded=${open ? 'true' : 'false'}
                aria-controls=${tableId}
                @click=${() => this.#toggle()}
              >
                ${open ? strings.hideTable : strings.showTable}
              </button>`
        }
        ${button(strings.csv, () =>
          saveTable(tableFile(table, language, strings), `${this.#hooks.fileName(source.id)}.csv`),
        )}
      </div>
      <div id=${tableId} class="table ${open ? '' : 'folded'}">
        ${figureTable(table, language, strings)}
      </div>
      ${notes(table, source.telling(answer), strings, source.furtherMasking?.(names))}`;
  }

  #toggle(): void {
    this.#open = !this.#open;
    this.#host.requestUpdate();
  }

  #chart(chart: Chart, { strings, language }: PartContext): TemplateResult {
    const { drawer } = this.#hooks;
    return html`<figure class="figure">
      <figcaption class="caption">${chart.title}</figcaption>
      ${
        drawer.draw(chart, chartText(chart, language, strings), {
          language,
          masked: strings.masked,
          aim: strings.aim,
        }) ?? html`<p class="skeleton" aria-busy="true">${strings.chartLoading}</p>`
      }
    </figure>`;
  }
}
