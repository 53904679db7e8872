import type { ReactiveController, ReactiveElement, TemplateResult } from 'lit';
import type { Language } from '../../controllers/locale.ts';
import type * as charts from './charts/chart.ts';
import type { Chart } from './model.ts';

type Charts = typeof charts;

/** Widths of charts come in steps: a scroll bar that comes and goes redraws nothing. */
const widthStep = 20;

/** The library of charts, asked for when one is shown, and the width that a chart has. */
export class ChartDrawer implements ReactiveController {
  /** The library could not be had. */
  failed = false;
  #charts: Charts | undefined;
  #asked = false;
  #width = 600;
  readonly #host: ReactiveElement;
  readonly #observer = new ResizeObserver(() => {
    // A chart that changes the element's height while it is being observed is an error of the page.
    requestAnimationFrame(() => this.#measure());
  });

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
    if (host.isConnected) this.hostConnected();
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** A chart as wide as its place; undefined while the library is being loaded. */
  draw(
    chart: Chart,
    text: string,
    words: { language: Language; masked: string; aim: string },
  ): TemplateResult | undefined {
    if (!this.#asked) void this.#load();
    return this.#charts?.drawnChart(chart, text, { ...words, width: this.#width });
  }

  /** Patterns that the charts share. */
  get patterns(): TemplateResult | undefined {
    return this.#charts?.patterns;
  }

  async #load(): Promise<void> {
    this.#asked = true;
    try {
      this.#charts = await import('./charts/chart.ts');
      const { styleSheet } = this.#charts.chartStyles;
      if (styleSheet) this.#host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    } catch {
      this.failed = true;
    }
    this.#host.requestUpdate();
  }

  #measure(): void {
    const place = this.#host.renderRoot.querySelector('.figure');
    if (!place) return;
    const width = Math.max(240, Math.floor(place.clientWidth / widthStep) * widthStep);
    if (width === this.#width) return;
    this.#width = width;
    this.#host.requestUpdate();
  }
}
