import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Orientation, TokenProvider } from '@sas-kit/client';
import { appointmentsResource } from '@sas-kit/client/appointments';
import { orientationsResource } from '@sas-kit/client/orientations';
import { transmissionsResource } from '@sas-kit/client/transmissions';
import { BaseElement, codeOf } from '../../base/base-element.ts';
import { button } from '../../base/button.ts';
import { clock } from '../../base/clock.ts';
import { define } from '../../base/define.ts';
import { heading } from '../../base/heading.ts';
import { OwnResources } from '../../base/own-resources.ts';
import { pageClient } from '../../base/page-client.ts';
import { LocaleController } from '../../controllers/locale.ts';
import { SasOrientationAcknowledgedEvent } from '../../events/orientation-acknowledged.ts';
import { SasOrientationAgainEvent } from '../../events/orientation-again.ts';
import { SasOrientationExecuteEvent } from '../../events/orientation-execute.ts';
import { formatTime } from '../../format/formats.ts';
import {
  orientationListFr,
  type OrientationListStrings,
} from '../../strings/fr/orientation-list.ts';
import { publicStyles } from '../../styles/public.styles.ts';
import { Alert } from './alert.ts';
import type { Day, Show } from './day.ts';
import type { OrientationListClient } from './feed.ts';
import { FocusKeeper } from './focus-keeper.ts';
import { keyOf } from './keys.ts';
import { lists } from './lists.ts';
import { orientationListStyles } from './orientation-list.styles.ts';
import { alarmSentence } from './words.ts';
import { Worklist } from './worklist.ts';

export type { OrientationListClient } from './feed.ts';
export type { Show } from './day.ts';

/** Rows of the last list that are drawn at first, and each time that more are asked for. */
const portion = 50;

/**
 * The orientations of a desk's day, live: what became of each appointment, how far dispatch software is
 * told, what waits to be carried out. A booked slot that is cancelled, moved or covered by an absence comes
 * to the top within a second and stays until somebody acknowledges it; nothing else moves what is read.
 *
 * @summary The orientations of the day, with what became of them, for desks.
 *
 * @fires {SasOrientationAcknowledgedEvent} sas-orientation-acknowledged - somebody looks after an alarm
 * @fires {SasOrientationAgainEvent} sas-orientation-again - another appointment is wanted
 * @fires {SasOrientationExecuteEvent} sas-orientation-execute - a decision that waits was chosen
 * @fires {SasErrorEvent} sas-error - a call failed
 *
 * @csspart base - the whole element
 * @csspart alarm - an orientation to whose appointment something happened
 * @csspart orientation - any other
 * @csspart state - what became of it, in a word and a shape
 * @csspart transmission - how far dispatch software is told
 * @csspart frozen - what is shown while the list is not kept up to date
 * @csspart problem - what is shown when a call failed
 */
export class SasOrientationList extends BaseElement<OrientationListStrings> {
  static override styles = [...BaseElement.styles, publicStyles, orientationListStyles];

  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: 'base-url' },
    session: { type: Boolean },
    show: {},
    shortcuts: {},
    getToken: { attribute: false },
    client: { attribute: false },
  };

  protected static override readonly emergencyFirst = false;

  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  declare baseUrl: string;

  /** Calls as the reader who signed in on this very origin, by the cookie of its session. */
  declare session: boolean;

  /** Whose orientations: `mine`, those of the whole `desk`, or only what is `to-execute`. */
  declare show: Show;

  /** `off` takes the single keys away; they work only while the list has the focus. */
  declare shortcuts: 'on' | 'off';

  /** Gives the bearer token of the reader, and a new one when it is refused. */
  declare getToken: TokenProvider | undefined;

  /** Resources to call with. Wins over token, session and the nearest `<sas-provider>`. */
  declare client: OrientationListClient | undefined;

  protected readonly locale = new LocaleController<OrientationListStrings>(this, {
    fr: orientationListFr,
    en: async () => (await import('../../strings/en/orientation-list.ts')).orientationListEn,
  });
  readonly #own = new OwnResources((transport): OrientationListClient => ({
    appointments: appointmentsResource(transport),
    orientations: orientationsResource(transport),
    transmissions: transmissionsResource(transport),
  }));
  readonly #alert = new Alert(this);
  readonly #focus = new FocusKeeper(this);
  readonly #list = new Worklist(this, {
    api: () => this.#api,
    show: () => this.show,
    report: (error) => this.report(error),
    alarmed: (one, left) => {
      const { language } = this.locale;
      this.#alert.say(alarmSentence(one, left, { strings: this.#strings, language }));
    },
    frozen: () => this.#alert.say(this.#strings.frozen(this.#frozenTime())),
    refused: (error) => this.announcer.say(this.#sentence(error)),
  });
  #most = portion;

  constructor() {
    super();
    this.baseUrl = '';
    this.session = false;
    this.show = 'mine';
    this.shortcuts = 'on';
    this.addEventListener('keydown', (event) => this.#press(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#list.leave();
  }

  /** Reads the day anew. What is shown stays until it is there. */
  refresh(): void {
    this.#list.follow();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const sources = ['client', 'baseUrl', 'getToken', 'session'] as const;
    if (!this.hasUpdated) this.refresh();
    else if (sources.some((name) => changed.has(name))) {
      this.#list.forget();
      this.refresh();
    } else if (changed.has('show') && this.#list.day) this.#list.settle(true);
  }

  get #api(): OrientationListClient {
    return pageClient(this, this.#own);
  }

  get #strings(): OrientationListStrings {
    return this.locale.strings ?? orientationListFr;
  }

  #sentence(error: unknown): string {
    const { failures, other } = this.#strings;
    return failures[codeOf(error)] ?? other;
  }

  #frozenTime(): string {
    const { frozenSince = clock.today() } = this.#list;
    return formatTime(new Date(frozenSince).toISOString(), clock.zone(), this.locale.language);
  }

  async #acknowledge(one: Orientation): Promise<void> {
    const seen = await this.#list.acknowledge(one);
    if (!seen) return;
    const [next] = this.#list.day?.alarms ?? [];
    this.#focus.next(next && `${next.id}-title`);
    this.say((strings) => strings.acknowledged);
    this.dispatchEvent(new SasOrientationAcknowledgedEvent(seen));
  }

  async #close(one: Orientation, booked: boolean): Promise<void> {
    if (!(await this.#list.close(one, booked))) return;
    this.#focus.next(`${one.id}-title`);
    this.say(({ closed }) => closed[booked ? 'booked' : 'givenUp']);
  }

  async #resend(one: Orientation): Promise<void> {
    if (await this.#list.resend(one)) this.say((strings) => strings.resent);
  }

  /** A key works for the alarm that has the focus: none is acknowledged that came a moment ago. */
  #press(event: KeyboardEvent): void {
    const name = this.shortcuts === 'off' ? undefined : keyOf(event);
    if (!name) return;
    const root = this.renderRoot as ShadowRoot;
    const row = root.activeElement?.closest<HTMLElement>('[data-id]');
    const [first] = this.#list.day?.alarms ?? [];
    const id = name === 'alarms' ? `${first?.id}-title` : `${row?.dataset['id']}-${name}`;
    const target = root.getElementById(id);
    if (!target) return;
    event.preventDefault();
    target.focus();
    if (name !== 'alarms') target.click();
  }

  protected override renderContent(strings: OrientationListStrings): TemplateResult {
    const { day, whole, frozenSince, failure } = this.#list;
    const failed = failure !== undefined;
    return html`${this.#alert.render()}
      <div class="top row">
        ${heading(this.headingLevel, strings.heading, 'title')}
        ${
          whole && frozenSince === undefined && !failed
            ? html`<p class="quiet small">${strings.live}</p>`
            : nothing
        }
      </div>
      ${frozenSince === undefined ? nothing : this.#frozen(strings)}
      ${failed ? this.#failed(failure, strings) : nothing}
      ${
        day
          ? this.#lists(day, strings)
          : failed
            ? nothing
            : html`<p class="sr">${strings.loading}</p>
                <div class="skeleton" aria-busy="true"></div>`
      }`;
  }

  #frozen(strings: OrientationListStrings): TemplateResult {
    return html`<div class="notice alarm" part="frozen">
      <p><strong>${strings.frozen(this.#frozenTime())}</strong></p>
      ${this.#list.whole ? nothing : html`<p>${strings.partial}</p>`}
    </div>`;
  }

  #failed(failure: unknown, strings: OrientationListStrings): TemplateResult {
    return html`<div class="notice alarm" part="problem" role="alert">
      <p>${this.#sentence(failure)}</p>
      ${codeOf(failure) === 'forbidden' ? nothing : button(strings.again, () => this.refresh())}
    </div>`;
  }

  #lists(day: Day, strings: OrientationListStrings): TemplateResult {
    const { busy, faults, count } = this.#list;
    return lists(day, {
      strings,
      language: this.locale.language,
      level: this.headingLevel + 2,
      show: this.show,
      most: this.#most,
      count,
      busy,
      keyed: this.shortcuts !== 'off',
      get: (id) => this.#list.get(id),
      fault: ({ id }) => (faults.has(id) ? this.#sentence(faults.get(id)) : undefined),
      choose: (show) => (this.show = show),
      showMore: () => {
        this.#most += portion;
        this.requestUpdate();
      },
      showHeld: () => {
        this.#list.settle(true);
        this.#focus.next();
      },
      resend: (one) => void this.#resend(one),
      acknowledge: (one) => void this.#acknowledge(one),
      close: (one, booked) => void this.#close(one, booked),
      again: (one) => this.dispatchEvent(new SasOrientationAgainEvent(one)),
      execute: (one) => this.dispatchEvent(new SasOrientationExecuteEvent(one)),
    });
  }
}

define('sas-orientation-list', SasOrientationList);

declare global {
  interface HTMLElementTagNameMap {
    'sas-orientation-list': SasOrientationList;
  }
}
