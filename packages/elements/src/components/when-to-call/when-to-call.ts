import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { regimeAt, type RegimeAnswer } from '@sas-kit/client/regime';
import { BaseElement, codeOf } from '../../base/base-element.ts';
import { button } from '../../base/button.ts';
import { clock } from '../../base/clock.ts';
import { define } from '../../base/define.ts';
import { heading } from '../../base/heading.ts';
import { fifteen } from '../../base/phone-link.ts';
import { problem } from '../../base/problem.ts';
import { AsyncTask } from '../../controllers/async-task.ts';
import { LocaleController } from '../../controllers/locale.ts';
import { civilTime } from '../../format/civil.ts';
import { foreignZone, formatMoment } from '../../format/formats.ts';
import { formatPartialDate } from '../../format/partial-date.ts';
import { addDays } from '../../format/week.ts';
import type { CallTerritory } from '../../static/call-territory.ts';
import { whenToCallFr, type WhenToCallStrings } from '../../strings/fr/when-to-call.ts';
import { about } from './about.ts';
import { nowPanel } from './now-panel.ts';
import { dangerSigns } from './signs.ts';
import { readTerritory, type WhenToCallClient } from './territory-source.ts';
import { whenToCallStyles } from './when-to-call.styles.ts';

export type { WhenToCallClient } from './territory-source.ts';

/** What is said is looked at again each minute: a page may stay open over a change. */
const tick = 60_000;
/** The numbers are read again each hour. */
const readAfter = 60 * tick;
/** Numbers that nobody has compared with their sources for so many days are told to be old. */
const oldAfter = 180;

/**
 * Whom to call now in a territory, why, until when, and what comes next.
 *
 * @summary Which number now: daytime hours, nights, weekends, public holidays.
 *
 * @fires {SasErrorEvent} sas-error - the territory could not be read
 *
 * @slot - never shown: the emergency text, for readers whose browser does not run the script
 *
 * @csspart base - the whole element
 * @csspart emergency - the emergency text
 * @csspart now - the number to call now
 * @csspart regime - daytime, or nights and weekends
 * @csspart numbers - the list of numbers
 * @csspart number - one number
 * @csspart none - what is said where no number is known
 * @csspart next - until when, and what comes next
 * @csspart signs - the danger signs
 * @csspart about - hours, dates and sources
 * @csspart problem - what is shown when the territory could not be read
 *
 * @cssproperty --sas-color-accent - colour of numbers, links and focus
 * @cssproperty --sas-color-on-accent - text on the accent colour
 * @cssproperty --sas-color-ground - background
 * @cssproperty --sas-color-ink - text
 * @cssproperty --sas-color-tint - ground of the regime
 * @cssproperty --sas-font-family - typeface; default, the page's
 * @cssproperty --sas-radius - corners
 * @cssproperty --sas-padding - space around the content
 */
export class SasWhenToCall extends BaseElement<WhenToCallStrings> {
  static override styles = [...BaseElement.styles, whenToCallStyles];

  static override properties: PropertyDeclarations = {
    territory: {},
    src: {},
    at: {},
    baseUrl: { attribute: 'base-url' },
    key: {},
    publishableKey: { attribute: 'publishable-key' },
    client: { attribute: false },
  };

  /** Territory, by id: `le-havre-fecamp`. In a file of one territory, empty. */
  declare territory: string;

  /** Static file of the same site, in place of a platform: `territory.json`. */
  declare src: string;

  /** The instant to speak of, RFC 3339. For tests: unset, it is now. */
  declare at: string | undefined;

  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  declare baseUrl: string;

  /** Publishable key `pk_…`; not needed here, accepted as by the other elements. */
  declare key: string;

  /** The same as `key`, under a name that React and Vue pass on. */
  declare publishableKey: string | undefined;

  /** Resources to call with. Wins over the nearest `<sas-provider>` and `base-url`. */
  declare client: WhenToCallClient | undefined;

  protected readonly locale = new LocaleController<WhenToCallStrings>(this, {
    fr: whenToCallFr,
    en: async () => (await import('../../strings/en/when-to-call.ts')).whenToCallEn,
  });
  readonly #read = new AsyncTask(this, (signal) => readTerritory(this, signal));
  #answer: RegimeAnswer | undefined;
  /** Of a clock that never jumps, when it was last asked. */
  #askedAt = 0;
  /** Milliseconds since 1970, when what is shown was read. */
  #readAt = 0;
  #cancelTick: (() => void) | undefined;

  constructor() {
    super();
    this.territory = '';
    this.src = '';
    this.baseUrl = '';
    this.key = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#schedule();
    if (this.hasUpdated && this.#read.status === 'idle') void this.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancelTick?.();
  }

  /** Reads the territory again. What is shown stays until it is there. */
  async refresh(): Promise<void> {
    this.#askedAt = clock.now();
    const territory = await this.#read.run();
    if (this.#read.status === 'failed') this.report(this.#read.error);
    if (territory) this.#readAt = clock.today();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const sources = ['territory', 'src', 'client', 'baseUrl'] as const;
    const asked = this.src !== '' || this.territory !== '';
    if (asked && sources.some((name) => changed.has(name))) {
      this.#read.value = undefined;
      void this.refresh();
    }
    const before = this.#answer;
    const { value } = this.#read;
    const at = Date.parse(this.at ?? '');
    this.#answer = value && this.#answerOf(value, Number.isNaN(at) ? clock.today() : at);
    const differs = before && this.#answer && before.regime !== this.#answer.regime;
    if (differs && before.territory === this.#answer?.territory) this.say(({ changed }) => changed);
  }

  /** Undefined where the territory is not as the contract says, its zone no zone for one. */
  #answerOf(territory: CallTerritory, at: number): RegimeAnswer | undefined {
    try {
      return regimeAt(territory, at);
    } catch (error) {
      this.report(error);
      return undefined;
    }
  }

  #schedule(): void {
    this.#cancelTick = clock.after(tick, () => {
      this.#schedule();
      if (this.#answer && clock.now() - this.#askedAt >= readAfter) void this.refresh();
      this.requestUpdate();
    });
  }

  protected override renderContent(strings: WhenToCallStrings): TemplateResult {
    const { status, value: territory } = this.#read;
    const answer = this.#answer;
    const { language } = this.locale;
    const awaited = status === 'pending' && !territory;
    return html`<div class="stack">
        ${heading(this.headingLevel, strings.heading, 'title')}
        ${
          territory || awaited
            ? html`<p class="quiet" lang=${language === 'fr' ? nothing : 'fr'}>
                ${territory?.name ?? '\u00a0'}
              </p>`
            : nothing
        }
      </div>
      <div class="facts" aria-busy=${status === 'pending'}>
        ${
          territory && answer
            ? this.#renderTerritory(territory, answer, strings)
            : this.#renderNone(strings)
        }
      </div>
      ${
        // What is not there yet is moved by nothing that comes.
        awaited ? nothing : html`<p class="quiet small">${strings.independent}</p>`
      }`;
  }

  /** Nothing is known: being read, not read, or nothing was asked. */
  #renderNone(strings: WhenToCallStrings): TemplateResult {
    const { status, error, value } = this.#read;
    if (status === 'failed' || value) {
      const code = value ? 'invalid-response' : codeOf(error);
      return problem(code, strings, { retry: () => void this.refresh() });
    }
    return status === 'pending'
      ? html`<p class="sr">${strings.loading}</p>
          <div class="skeleton"></div>`
      : html`<p class="none">${strings.statuses['to-be-announced']} ${fifteen}.</p>`;
  }

  #renderTerritory(
    territory: CallTerritory,
    answer: RegimeAnswer,
    strings: WhenToCallStrings,
  ): TemplateResult {
    const context = { strings, language: this.locale.language, level: this.headingLevel + 1 };
    return html`${this.#renderRemarks(territory, answer, strings)} ${nowPanel(answer, context)}
    ${dangerSigns(territory.dangerSigns, context)} ${about(territory, answer, context)}`;
  }

  /** What must be known before calling: the service is silent, the facts are old, the zone is another. */
  #renderRemarks(
    { checkedOn, timeZone }: CallTerritory,
    { asOf }: RegimeAnswer,
    strings: WhenToCallStrings,
  ): TemplateResult {
    const { language } = this.locale;
    const readOn = new Date(this.#readAt).toISOString();
    const old = checkedOn < addDays(civilTime(asOf, timeZone).date, -oldAfter);
    const zone = foreignZone(asOf, timeZone, clock.zone(), language);
    return html`${
      this.#read.status === 'failed'
        ? html`<div class="notice warn" part="problem">
            <p>${strings.kept(...formatMoment(readOn, timeZone, language))}</p>
            ${button(strings.retry, () => void this.refresh(), { name: 'no-print' })}
          </div>`
        : nothing
    }
    ${
      old
        ? html`<p class="notice warn">
            <span>${strings.old(formatPartialDate(checkedOn, language))} ${fifteen}.</span>
          </p>`
        : nothing
    }
    ${zone ? html`<p class="notice">${strings.zone(zone)}</p>` : nothing}`;
  }
}

define('sas-when-to-call', SasWhenToCall);

declare global {
  interface HTMLElementTagNameMap {
    'sas-when-to-call': SasWhenToCall;
  }
}
