import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Schedule, TokenProvider } from '@sas-kit/client';
import { absencesResource } from '@sas-kit/client/absences';
import { appointmentsResource } from '@sas-kit/client/appointments';
import { rulesResource } from '@sas-kit/client/rules';
import { schedulesResource } from '@sas-kit/client/schedules';
import { slotsResource } from '@sas-kit/client/slots';
import { structuresResource } from '@sas-kit/client/structures';
import type { Transport } from '@sas-kit/client/transport';
import { clock } from '../../base/clock.ts';
import { define } from '../../base/define.ts';
import { heading } from '../../base/heading.ts';
import { OwnResources } from '../../base/own-resources.ts';
import { printOnly } from '../../base/print-only.ts';
import { codeOf, SasElement } from '../../base/sas-element.ts';
import { LocaleController } from '../../controllers/locale.ts';
import { wholeTexts } from '../../controllers/whole-texts.ts';
import { RovingGrid } from '../../controllers/roving-grid.ts';
import { SasAgendaChangeEvent } from '../../events/agenda-change.ts';
import { isDate } from '../../format/week.ts';
import { agendaFr } from '../../strings/fr/agenda.ts';
import type { AgendaClient } from './agenda-data.ts';
import { agendaHead } from './agenda-head.ts';
import { AgendaStore } from './agenda-store.ts';
import type { AgendaParts, AgendaStrings } from './agenda-texts.ts';
import { agendaStyles } from './agenda.styles.ts';
import { AgendaDesk, places } from './desk.ts';
import { failure, sentenceOf } from './notice.ts';
import { openPanel } from './open-panel.ts';
import { Room } from './room.ts';
import { side } from './side.ts';
import type { WordContext } from './slot-words.ts';
import { openSlotForm } from './slot-work.ts';
import type { AgendaContext, View } from './view.ts';
import { pageCounts, pageTitle } from './week-head.ts';
import { weekSection } from './week-section.ts';

/**
 * The agenda of a practitioner or a site, for whoever publishes it: the slots of a week or a day,
 * weekly rules, absences, and who sees what.
 *
 * @summary Publishes the slots of a practitioner.
 *
 * @fires {SasAgendaChangeEvent} sas-agenda-change - the reader changed the agenda
 * @fires {SasErrorEvent} sas-error - a call failed
 *
 * @csspart base - the whole element
 * @csspart week - the slots of a week or a day
 * @csspart slot - one slot
 * @csspart bookings - the bookings of a day
 * @csspart hours - the hours that the week publishes
 * @csspart audience - who sees a slot
 * @csspart overlaps - what stands at the same time as a slot that is written
 * @csspart booked - the appointments that an absence would not cancel
 * @csspart done - what was done, and the button that takes it back
 * @csspart feed - the private calendar feed
 * @csspart panel - details or a form
 * @csspart form - the form of a slot, a rule or an absence
 * @csspart absences - the absences to come
 * @csspart rules - the weekly rules
 * @csspart empty - what is shown where there is no agenda or no slot
 * @csspart problem - what is shown when a call failed
 */
export class SasAgenda extends SasElement<AgendaClient, AgendaStrings> {
  static override styles = [...SasElement.styles, ...agendaStyles];
  protected static override readonly emergencyFirst = false;

  static override properties: PropertyDeclarations = {
    schedule: {},
    week: {},
    view: {},
    getToken: { attribute: false },
    session: { type: Boolean },
  };

  /** Id of the agenda to show. Default, the first one that the caller manages. */
  declare schedule: string;

  /** The day to show, or a day of the week to show, `2026-11-23`. Default, today at the place. */
  declare week: string;

  /** `week` or `day`. Default, the day where there is little room, else the week. */
  declare view: View | '';

  /** Gives the bearer token of whoever publishes, and a new one when it is refused. */
  declare getToken: TokenProvider | undefined;

  /** Calls as the reader who signed in on this very origin, by the cookie of its session. */
  declare session: boolean;

  protected readonly locale = new LocaleController<AgendaStrings, AgendaParts>(this, {
    fr: agendaFr,
    en: async () => (await import('../../strings/en/agenda.ts')).agendaEn,
  });
  readonly #roving = new RovingGrid(this);
  readonly #room = new Room(this, 34);
  readonly #store = new AgendaStore(this, () => this.api);
  readonly #desk = new AgendaDesk(this, this.#store, {
    api: () => this.api,
    report: (error) => this.report(error),
    words: () => this.#words(this.locale.strings ?? agendaFr),
    texts: (part) => wholeTexts(this.locale, part),
    say: (message) => this.announcer.say(message),
    focus: (...selectors) => this.#focus(selectors),
    changed: (change) =>
      this.dispatchEvent(new SasAgendaChangeEvent(change, this.#store.schedule?.id ?? '')),
  });
  readonly #own = new OwnResources((transport) => this.connect(transport));

  constructor() {
    super();
    this.schedule = '';
    this.week = '';
    this.view = '';
    this.session = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#load();
  }

  /** Reads again what is shown. */
  async refresh(): Promise<void> {
    if (!this.#store.schedule) return this.#load();
    await this.#desk.readAll();
    if (this.#store.week.status === 'done') this.#sayWeek();
  }

  protected override get api(): AgendaClient {
    return (this.client ? undefined : this.#own.of(this)) ?? super.api;
  }

  protected override connect(transport: Transport): AgendaClient {
    return {
      schedules: schedulesResource(transport),
      rules: rulesResource(transport),
      slots: slotsResource(transport),
      absences: absencesResource(transport),
      appointments: appointmentsResource(transport),
      structures: structuresResource(transport),
    };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { schedules, today, schedule } = this.#store;
    const sources = ['client', 'baseUrl', 'key', 'getToken', 'session'] as const;
    if (sources.some((name) => changed.has(name)) || schedules.status === 'idle') {
      void this.#load();
    } else if (changed.has('schedule') && schedules.status !== 'pending') {
      void this.#load({ anew: false });
    } else if (changed.has('week') && schedule) {
      const date = isDate(this.week) ? this.week : today;
      if (date !== this.#store.date) void this.#toWeek(date);
    }
  }

  /** Reads the agendas, unless the wanted one is known, then what is in it. */
  async #load({ anew = true } = {}): Promise<void> {
    const { schedules } = this.#store;
    const known = schedules.value?.some(({ id }) => id === this.schedule);
    if (anew || !known) await schedules.run(this.schedule);
    if (schedules.status === 'failed') this.report(schedules.error);
    if (schedules.status !== 'done') return;
    if (this.#store.choose(this.schedule)) this.#desk.leaveAgenda();
    this.requestUpdate();
    if (!this.#store.schedule) return;
    const { date } = this.#store;
    await Promise.all([this.#toWeek(anew || !date ? this.week : date), this.#readPlanning()]);
  }

  async #readPlanning(): Promise<void> {
    const { planning } = this.#store;
    await this.#store.readPlanning();
    if (planning.status === 'failed') this.report(planning.error);
  }

  /** Shows the week of a date, and tells which. */
  async #toWeek(date: string): Promise<void> {
    const { week } = this.#store;
    this.#desk.leaveWeek();
    const shown = await this.#store.readWeek(isDate(date) ? date : this.#store.today);
    if (week.status === 'failed') this.report(week.error);
    if (!shown) return;
    if (shown.error !== undefined) this.report(shown.error);
    this.#sayWeek();
  }

  #sayWeek(): void {
    const { strings } = this.locale;
    if (!strings) return;
    const context = this.#context(strings);
    this.announcer.say(`${pageTitle(this.#store, context)}. ${pageCounts(this.#store, context)}`);
  }

  /** Tries again what had failed. The button that asked goes: focus stays in its part. */
  async #retry(work: () => Promise<void>, place: string): Promise<void> {
    const working = work();
    await this.#focus([place]);
    await working;
    if (!this.shadowRoot?.activeElement) await this.#focus([place, places.week]);
  }

  #go(date: string): void {
    void this.#toWeek(date);
    this.week = this.#store.date;
  }

  /** Shows a day or a week, as the reader asks. */
  #show(view: View): void {
    this.view = view;
    this.#sayWeek();
  }

  #context(strings: AgendaStrings): AgendaContext {
    const { view } = this;
    return {
      ...this.#words(strings),
      desk: this.#desk,
      part: (name) => this.locale.part(name),
      view: view === 'day' || view === 'week' ? view : this.#room.narrow ? 'day' : 'week',
      level: this.headingLevel + 1,
    };
  }

  #words(strings: AgendaStrings): WordContext {
    const { language } = this.locale;
    return { strings, language, zone: this.#store.zone, now: clock.today() };
  }

  async #focus(selectors: readonly string[]): Promise<void> {
    await this.updateComplete;
    for (const selector of selectors) {
      const found = this.renderRoot.querySelector<HTMLElement>(selector);
      if (!found) continue;
      found.focus();
      return;
    }
  }

  protected override renderContent(strings: AgendaStrings): TemplateResult {
    const { schedules, schedule } = this.#store;
    if (schedule) return this.#renderAgenda(schedule, strings);
    const title = html`<div id="title" tabindex="-1">
      ${heading(this.headingLevel, strings.title, 'title')}
    </div>`;
    if (schedules.status === 'failed') {
      const text = sentenceOf(codeOf(schedules.error), strings);
      return html`${title}
      ${failure(text, { label: strings.retry, act: () => void this.#retry(() => this.#load(), '#title') })}`;
    }
    if (schedules.status === 'done') {
      return html`${title}
        <div class="notice" part="empty">
          <p><strong>${this.locale.part('answers')?.noSchedule}</strong></p>
          <p>${this.locale.part('answers')?.noScheduleHint}</p>
        </div>`;
    }
    return html`${title}
      <div aria-busy="true">
        <p class="sr">${strings.loading}</p>
        <div class="skeleton"></div>
      </div>`;
  }

  #renderAgenda(schedule: Schedule, strings: AgendaStrings): TemplateResult {
    const desk = this.#desk;
    const context = this.#context(strings);
    const add = () => openSlotForm(desk);
    return html`${agendaHead({
        ...context,
        ...{ schedule, add, level: this.headingLevel },
        all: this.#store.schedules.value ?? [],
        choose: (id) => {
          this.schedule = id;
        },
      })}
      <div class="layout">
        ${desk.panel ? html`<div class="open">${openPanel(context)}</div>` : nothing}
        ${weekSection({
          ...context,
          add,
          roving: this.#roving,
          select: (id) => desk.open({ kind: 'slot', id, confirming: false }),
          go: (date) => this.#go(date),
          show: (view) => this.#show(view),
          refresh: () => void this.refresh(),
          retry: () => void this.#retry(() => this.refresh(), places.week),
          print: () => printOnly(this),
        })}
        ${
          this.#store.settled
            ? html`<div class="side">
                ${side(schedule, context, () => void this.#retry(() => this.#readPlanning(), '#absences'))}
              </div>`
            : nothing
        }
      </div>`;
  }
}

define('sas-agenda', SasAgenda);

declare global {
  interface HTMLElementTagNameMap {
    'sas-agenda': SasAgenda;
  }
}
