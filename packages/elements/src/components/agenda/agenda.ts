import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Schedule, TokenProvider } from '@sas-kit/client';
import { absencesResource } from '@sas-kit/client/absences';
import { appointmentsResource } from '@sas-kit/client/appointments';
import { rulesResource } from '@sas-kit/client/rules';
import { schedulesResource } from '@sas-kit/client/schedules';
import { slotsResource } from '@sas-kit/client/slots';
import { structuresResource } from '@sas-kit/client/structures';
import { createTransport, type Transport } from '@sas-kit/client/transport';
import { clock } from '../../base/clock.ts';
import { define } from '../../base/define.ts';
import { heading } from '../../base/heading.ts';
import { codeOf, SasElement } from '../../base/sas-element.ts';
import { LocaleController } from '../../controllers/locale.ts';
import { RovingGrid } from '../../controllers/roving-grid.ts';
import { SasAgendaChangeEvent } from '../../events/agenda-change.ts';
import { foreignZone } from '../../format/formats.ts';
import { isDate, mondayOf } from '../../format/week.ts';
import { agendaFr, type AgendaStrings } from '../../strings/fr/agenda.ts';
import { absenceForm } from './absence-form.ts';
import { endAbsence, openAbsenceForm, sendAbsence } from './absence-work.ts';
import type { AgendaClient } from './agenda-data.ts';
import { AgendaStore } from './agenda-store.ts';
import { agendaStyles } from './agenda.styles.ts';
import { AgendaDesk, places, type Panel, type Where } from './desk.ts';
import { setDisplay } from './display-work.ts';
import { switchField } from './fields.ts';
import { failure, sentenceOf } from './notice.ts';
import { absencesList, rulesList, type PlanningContext } from './planning-lists.ts';
import { askDeletion, deleteRule, keepRule, openRule } from './rule-work.ts';
import { slotForm } from './slot-form.ts';
import { slotPanel } from './slot-panel.ts';
import { nameOf, type WordContext } from './slot-words.ts';
import {
  confirmWithdrawal,
  keepSlot,
  makeRange,
  openSlotForm,
  sendSlotForm,
  withdrawSlot,
} from './slot-work.ts';
import { weekCounts, weekSection, weekTitle } from './week-section.ts';

/**
 * The agenda of a practitioner or a site, for whoever publishes it: the slots of a week, weekly rules,
 * absences, and who sees what.
 *
 * @summary Publishes the slots of a practitioner.
 *
 * @fires {SasAgendaChangeEvent} sas-agenda-change - the reader changed the agenda
 * @fires {SasErrorEvent} sas-error - a call failed
 *
 * @csspart base - the whole element
 * @csspart week - the slots of a week
 * @csspart slot - one slot
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

  /** Id of the agenda to show. Default, the first one that the caller manages. */
  @property() schedule = '';

  /** A day of the week to show, `2026-11-23`. Default, today at the place. */
  @property() week = '';

  /** Gives the bearer token of whoever publishes, and a new one when it is refused. */
  @property({ attribute: false }) getToken: TokenProvider | undefined;

  /** Calls as the reader who signed in on this very origin, by the cookie of its session. */
  @property({ type: Boolean }) session = false;

  protected readonly locale = new LocaleController<AgendaStrings>(this, {
    fr: agendaFr,
    en: async () => (await import('../../strings/en/agenda.ts')).agendaEn,
  });
  readonly #roving = new RovingGrid(this);
  readonly #store = new AgendaStore(this, () => this.api);
  readonly #desk = new AgendaDesk(this, this.#store, {
    api: () => this.api,
    report: (error) => this.report(error),
    words: () => this.#words(this.locale.strings ?? agendaFr),
    say: (message) => this.announcer.say(message),
    focus: (...selectors) => this.#focus(selectors),
    changed: (change) =>
      this.dispatchEvent(new SasAgendaChangeEvent(change, this.#store.schedule?.id ?? '')),
  });
  #own:
    { baseUrl: string; getToken: TokenProvider | undefined; resources: AgendaClient } | undefined;

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
    const { baseUrl, getToken, session } = this;
    if (this.client || (getToken === undefined && !session)) return super.api;
    if (this.#own?.baseUrl !== baseUrl || this.#own.getToken !== getToken) {
      const resources = this.connect(createTransport({ baseUrl, token: getToken, session }));
      this.#own = { baseUrl, getToken, resources };
    }
    return this.#own.resources;
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
    const { schedules, monday, today, schedule } = this.#store;
    const sources = ['client', 'baseUrl', 'key', 'getToken', 'session'] as const;
    if (sources.some((name) => changed.has(name)) || schedules.status === 'idle') {
      void this.#load();
    } else if (changed.has('schedule') && schedules.status !== 'pending') {
      void this.#load({ anew: false });
    } else if (changed.has('week') && schedule) {
      const date = isDate(this.week) ? this.week : today;
      if (mondayOf(date) !== monday) void this.#toWeek(date);
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
    const { monday } = this.#store;
    await Promise.all([this.#toWeek(anew || !monday ? this.week : monday), this.#readPlanning()]);
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
    const title = weekTitle(this.#store, this.#words(strings));
    this.announcer.say(`${title}. ${weekCounts(this.#store, strings)}`);
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
    this.week = this.#store.monday;
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
          <p><strong>${strings.noSchedule}</strong></p>
          <p>${strings.noScheduleHint}</p>
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
    const level = this.headingLevel + 1;
    const words = this.#words(strings);
    const { panel } = desk;
    return html`${this.#renderHead(schedule, words)}
      <div class="layout">
        ${panel ? html`<div class="open">${this.#renderPanel(panel, level, words)}</div>` : nothing}
        ${weekSection({
          ...words,
          level,
          store: this.#store,
          roving: this.#roving,
          open: panel?.kind === 'slot' ? panel.id : '',
          messages: this.#renderMessages('week', strings),
          select: (id) => desk.open({ kind: 'slot', id, confirming: false }),
          go: (date) => this.#go(date),
          refresh: () => void this.refresh(),
          retry: () => void this.#retry(() => this.refresh(), places.week),
          add: () => openSlotForm(desk),
        })}
        <div class="side">${this.#renderSide(schedule, level, words)}</div>
      </div>`;
  }

  #renderHead(schedule: Schedule, { strings, language, zone, now }: WordContext): TemplateResult {
    const all = this.#store.schedules.value ?? [];
    const { line, postcode, city } = schedule.location;
    const foreign = foreignZone(new Date(now).toISOString(), zone, clock.zone(), language);
    return html`<div class="head">
      <div class="stack">
        ${heading(this.headingLevel, strings.titleOf(nameOf(schedule)), 'title')}
        <p class="quiet">${line}, ${postcode} ${city}</p>
        ${foreign ? html`<p class="quiet small">${strings.otherZone(foreign)}</p>` : nothing}
      </div>
      ${
        all.length > 1
          ? html`<div class="field">
              <label class="label" for="schedule">${strings.choose}</label>
              <select
                id="schedule"
                class="input"
                @change=${(event: Event) => {
                  this.schedule = (event.target as HTMLSelectElement).value;
                }}
              >
                ${all.map(
                  (other) =>
                    html`<option value=${other.id} .selected=${other.id === schedule.id}>
                      ${nameOf(other)}, ${other.location.line}, ${other.location.city}
                    </option>`,
                )}
              </select>
            </div>`
          : nothing
      }
      <button
        id="add-slot"
        class="button primary no-print"
        type="button"
        @click=${() => openSlotForm(this.#desk)}
      >
        ${strings.addSlot}
      </button>
    </div>`;
  }

  #renderPanel(panel: Panel, level: number, words: WordContext): unknown {
    const desk = this.#desk;
    const store = this.#store;
    const common = { ...words, level, busy: desk.busy, close: () => void desk.close() };
    const agendaDisplay = store.schedule?.publicDisplay ?? false;
    if (panel.kind === 'absence-form') {
      const send = () => void sendAbsence(desk);
      return absenceForm({ ...common, form: panel.form, today: store.today, send });
    }
    if (panel.kind === 'slot-form') {
      const editing = panel.standing !== undefined;
      return slotForm({
        ...common,
        ...{ form: panel.form, editing, agendaDisplay },
        firstDate: editing ? '' : store.today,
        communities: store.knownCommunities,
        makeRange: () => void makeRange(desk, panel.form),
        send: () => void sendSlotForm(desk),
      });
    }
    const slot = store.slots.find(({ id }) => id === panel.id);
    if (!slot) return nothing;
    return slotPanel({
      ...common,
      ...{ slot, agendaDisplay },
      references: store.week.value?.references?.get(slot.id),
      confirming: panel.confirming,
      messages: this.#renderMessages('panel', words.strings),
      remove: () => void withdrawSlot(desk, slot),
      confirm: () => void confirmWithdrawal(desk, slot),
      keep: () => void keepSlot(desk),
    });
  }

  #renderSide(schedule: Schedule, level: number, words: WordContext): TemplateResult {
    const { strings } = words;
    const desk = this.#desk;
    const { planning } = this.#store;
    const lists = {
      ...{ ...words, level, busy: desk.busy, planning: planning.value, confirming: desk.deleting },
      waiting: planning.status === 'failed' ? '' : strings.loading,
      addAbsence: () => openAbsenceForm(desk),
      endAbsence: (absence) => void endAbsence(desk, absence),
      editRule: (rule) => void openRule(desk, rule),
      deleteRule: (rule) => void askDeletion(desk, rule),
      confirmDelete: (rule) => void deleteRule(desk, rule),
      keepRule: (rule) => void keepRule(desk, rule),
    } satisfies Omit<PlanningContext, 'messages'>;
    return html`${
        planning.status === 'failed'
          ? failure(sentenceOf(codeOf(planning.error), strings), {
              label: strings.retry,
              act: () => void this.#retry(() => this.#readPlanning(), '#absences'),
            })
          : nothing
      }
      ${absencesList({ ...lists, messages: this.#renderMessages('absences', strings) })}
      ${rulesList({ ...lists, messages: this.#renderMessages('rules', strings) })}
      <div class="card">
        ${this.#renderMessages('display', strings)}
        ${switchField({
          id: 'agendaDisplay',
          label: strings.agendaDisplay,
          hint: strings.agendaDisplayHint,
          checked: desk.display ?? schedule.publicDisplay,
          busy: desk.busy,
          change: (checked) => void setDisplay(desk, checked),
        })}
      </div>`;
  }

  /** What went wrong in a part of the element, and what can be taken back there. */
  #renderMessages(where: Where, strings: AgendaStrings): TemplateResult {
    const { failure: failed, undo } = this.#desk;
    return html`${failed?.where === where ? failure(sentenceOf(failed.code, strings)) : nothing}
    ${
      undo?.where === where
        ? html`<div class="notice good undo">
            <p>${undo.text}</p>
            <button class="button" type="button" @click=${() => undo.run()}>${strings.undo}</button>
          </div>`
        : nothing
    }`;
  }
}

define('sas-agenda', SasAgenda);

declare global {
  interface HTMLElementTagNameMap {
    'sas-agenda': SasAgenda;
  }
}
