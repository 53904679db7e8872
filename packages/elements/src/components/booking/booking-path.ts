import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Appointment } from '@sas-kit/client';
import { LocaleController } from '../../controllers/locale.ts';
import { bookingFr, type BookingStrings } from '../../strings/fr/booking.ts';
import type { SasAvailability } from '../availability/availability.ts';
import type { BookingState, Choice, Confirmed } from './booking-state.ts';
import { detailsStep } from './details-step.ts';
import {
  cancelledStep,
  confirmedStep,
  conflictNotice,
  elsewhereStep,
  lostStep,
  managedStep,
  walkInStep,
} from './end-steps.ts';
import { BookingFlow, type BookingClient } from './flow.ts';
import { manageLink, type ManageLink } from './manage-link.ts';
import { saveToCalendar } from './save-to-calendar.ts';
import { button, whenOf, type View } from './view.ts';
import type { SasBooking } from './booking.ts';

export { pathStyles } from './booking.styles.ts';

/** What the path needs of its element. */
export interface PathSurroundings {
  api: () => BookingClient;
  /** Tells the page of a failed call, answers its code. */
  report: (error: unknown) => string;
  say(message: string): void;
  search(): SasAvailability | null;
}

/** What follows the choice of a slot: the steps, their screens, where focus goes. */
export class BookingPath implements ReactiveController {
  readonly #locale: LocaleController<BookingStrings>;
  readonly #flow: BookingFlow;
  readonly #host: SasBooking;
  readonly #around: PathSurroundings;
  #shown: BookingState;

  constructor(host: SasBooking, around: PathSurroundings) {
    this.#host = host;
    this.#around = around;
    this.#locale = new LocaleController<BookingStrings>(host, {
      fr: bookingFr,
      en: async () => (await import('../../strings/en/booking.ts')).bookingEn,
    });
    this.#flow = new BookingFlow(host, {
      api: around.api,
      report: around.report,
      speak: (seconds) => this.#say((strings) => strings.spoken(seconds)),
      refresh: () => void around.search()?.refresh(),
    });
    this.#shown = this.#flow.state;
    host.addController(this);
  }

  /** Settles when the texts are there. */
  get ready(): Promise<void> {
    return this.#locale.loaded;
  }

  choose(choice: Choice): Promise<void> {
    return this.#flow.choose(choice);
  }

  open(link: ManageLink): Promise<void> {
    return this.#flow.open(link);
  }

  /** Whether the search is shown, and around which appointment; undefined where there is none. */
  searched(): { hidden: boolean; moved: Appointment | undefined } | undefined {
    const { state } = this.#flow;
    if (!('purpose' in state)) return undefined;
    const { purpose, step } = state;
    const moved = purpose.kind === 'move' ? purpose.appointment : undefined;
    return { hidden: step !== 'search', moved };
  }

  hostUpdated(): void {
    const before = this.#shown;
    const now = this.#flow.state;
    this.#shown = now;
    if (now.step !== before.step) void this.#focusStep(now, before);
    else if (now.step === 'search' && now.notice && now !== before) {
      this.#focus('.conflict button', '.conflict');
    } else if (now.step === 'details' && before.step === 'details') {
      if (now.faults !== before.faults) this.#focus('[aria-invalid=true]');
    } else if (now.step === 'managed' && before.step === 'managed') {
      if (now.asking !== before.asking) this.#focus(now.asking ? '.ask' : '.cancel');
    }
  }

  /** The heading of the new step takes focus: nothing else moves it, least of all the timer. */
  async #focusStep(now: BookingState, before: BookingState): Promise<void> {
    if (now.step !== 'search' || now.notice) {
      this.#focus('.conflict button', '.conflict', '.step');
      return;
    }
    await this.#around.search()?.updateComplete;
    if ('choice' in before && this.#around.search()?.focusSlot(before.choice.slot.id)) return;
    if (now.purpose.kind === 'move') this.#focus('.step');
    else this.#around.search()?.focusTitle();
  }

  /** Focuses the first of the selectors that is there. */
  #focus(...selectors: string[]): void {
    const found = selectors.map((selector) =>
      this.#host.renderRoot.querySelector<HTMLElement>(selector),
    );
    const target = found.find((element) => element !== null);
    if (target?.matches('.step')) target.tabIndex = -1;
    target?.focus();
  }

  #say(text: (strings: BookingStrings) => string): void {
    if (this.#locale.strings) this.#around.say(text(this.#locale.strings));
  }

  async #keep(): Promise<void> {
    await this.#flow.keep();
    await this.#host.updateComplete;
    // After the last extension the button is gone: focus stays beside it.
    if (!this.#host.shadowRoot?.activeElement) this.#focus('.hold');
  }

  async #copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.#say((strings) => strings.copied);
    } catch {
      this.#host.renderRoot.querySelector<HTMLInputElement>('#link')?.select();
      this.#say((strings) => strings.copyByHand);
    }
  }

  get #view(): View | undefined {
    const { strings, language } = this.#locale;
    return strings && { strings, language, level: this.#host.headingLevel };
  }

  /** What must be read before the slots: which appointment is moved, why a choice did not work. */
  renderAbove(): TemplateResult | typeof nothing {
    const { state } = this.#flow;
    const view = this.#view;
    if (state.step !== 'search' || !view) return nothing;
    const { strings } = view;
    const { purpose, notice } = state;
    return html`${
      purpose.kind === 'move'
        ? html`<div class="notice">
            <p class="step">${strings.moving(whenOf(purpose.appointment, view))}</p>
            ${button(strings.stay, () => this.#flow.back())}
          </div>`
        : nothing
    }
    ${notice ? conflictNotice(notice, view, (choice) => void this.#flow.choose(choice)) : nothing}`;
  }

  /** The step that stands in the place of the search. */
  renderStep(): TemplateResult | typeof nothing {
    const { state } = this.#flow;
    if (state.step === 'search') return nothing;
    const view = this.#view;
    return html`<div class="view" part="view">
        ${view ? this.#renderState(state, view) : this.#renderWaiting('')}
      </div>
      <p class="quiet small">${view?.strings.independent}</p>`;
  }

  #renderState(state: BookingState, view: View): unknown {
    const flow = this.#flow;
    const back = () => flow.back();
    const restart = () => flow.send({ type: 'restart' });
    switch (state.step) {
      case 'holding':
        return this.#renderWaiting(view.strings.holding);
      case 'opening':
        return this.#renderWaiting(view.strings.opening);
      case 'walk-in':
        return walkInStep(state.choice, view, back);
      case 'elsewhere':
        return elsewhereStep(state, view, back);
      case 'details':
        return detailsStep(state, {
          ...view,
          back,
          remaining: flow.timer.remaining,
          draft: flow.draft,
          keep: () => void this.#keep(),
          remember: (draft) => (flow.draft = draft),
          submit: (contact) => void flow.submit(contact),
        });
      case 'confirmed':
        return this.#renderConfirmed(state, view);
      case 'managed':
        return managedStep(state, {
          ...view,
          ask: () => flow.send({ type: 'ask-cancel' }),
          keep: () => flow.send({ type: 'keep' }),
          cancel: () => void flow.cancel(state),
          move: () => flow.send({ type: 'move' }),
        });
      case 'cancelled':
        return cancelledStep(state, view, restart);
      case 'lost':
        return lostStep(state, view, { retry: () => void flow.open(state), restart });
      default:
        return nothing;
    }
  }

  #renderWaiting(text: string): TemplateResult {
    return html`<div class="stack" aria-busy="true">
      <p class="step">${text}</p>
      <div class="skeleton"></div>
    </div>`;
  }

  #renderConfirmed(state: Confirmed, view: View): TemplateResult {
    const { appointment, token } = state;
    const link = token === undefined ? undefined : { id: appointment.id, token };
    const address = link && manageLink(location.href, link);
    return confirmedStep(state, {
      ...view,
      link: address,
      print: () => print(),
      calendar: () => saveToCalendar(appointment, view.strings),
      copy: () => void this.#copy(address ?? ''),
      manage: () => link && void this.#flow.open(link),
      restart: () => this.#flow.send({ type: 'restart' }),
    });
  }
}
