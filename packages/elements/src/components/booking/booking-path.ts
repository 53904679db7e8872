import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Appointment } from '@sas-kit/client';
import { button } from '../../base/button.ts';
import type { BookingStrings } from '../../strings/fr/booking.ts';
import type { BookingState, Choice } from './booking-state.ts';
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
import { BookingFlow, type Surroundings } from './flow.ts';
import type { ManageLink } from './manage-link.ts';
import { whenOf, type View } from './view.ts';
import type { SasBooking } from './booking.ts';

/** What follows the choice of a slot: the steps, their screens, where focus goes. */
export class BookingPath implements ReactiveController {
  readonly #flow: BookingFlow;
  readonly #host: SasBooking;
  readonly #around: Surroundings;
  #shown: BookingState;

  constructor(host: SasBooking, around: Surroundings) {
    this.#host = host;
    this.#around = around;
    this.#flow = new BookingFlow(host, around);
    this.#shown = this.#flow.state;
    host.addController(this);
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
    // While its texts are being loaded the step is not shown.
    if (!this.#around.locale.strings) return;
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

  async #keep(): Promise<void> {
    await this.#flow.keep();
    await this.#host.updateComplete;
    // After the last extension the button is gone: focus stays beside it.
    if (!this.#host.shadowRoot?.activeElement) this.#focus('.hold');
  }

  async #copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.#around.say((strings) => strings.copied);
    } catch {
      this.#host.renderRoot.querySelector<HTMLInputElement>('#link')?.select();
      this.#around.say((strings) => strings.copyByHand);
    }
  }

  #view(strings: BookingStrings): View {
    const { language } = this.#around.locale;
    return { strings, language, level: this.#host.headingLevel, flow: this.#flow };
  }

  /** What must be read before the slots: which appointment is moved, why a choice did not work. */
  renderAbove(strings: BookingStrings): TemplateResult | typeof nothing {
    const { state } = this.#flow;
    if (state.step !== 'search') return nothing;
    const view = this.#view(strings);
    const { purpose, notice } = state;
    return html`${
      purpose.kind === 'move'
        ? html`<div class="notice">
            <p class="step">${strings.moving(whenOf(purpose.appointment, view))}</p>
            ${button(strings.stay, () => this.#flow.back())}
          </div>`
        : nothing
    }
    ${notice ? conflictNotice(notice, view) : nothing}`;
  }

  /** The step that stands in the place of the search. */
  renderStep(strings: BookingStrings): TemplateResult | typeof nothing {
    const { state } = this.#flow;
    if (state.step === 'search') return nothing;
    return html`<div class="view" part="view">${this.#renderState(state, this.#view(strings))}</div>
      <p class="quiet small">${strings.independent}</p>`;
  }

  #renderState(state: BookingState, view: View): unknown {
    switch (state.step) {
      case 'holding':
        return this.#renderWaiting(view.strings.holding);
      case 'opening':
        return this.#renderWaiting(view.strings.opening);
      case 'walk-in':
        return walkInStep(state.choice, view);
      case 'elsewhere':
        return elsewhereStep(state, view);
      case 'details':
        return detailsStep(state, { ...view, keep: () => void this.#keep() });
      case 'confirmed':
        return confirmedStep(state, view, (address) => void this.#copy(address));
      case 'managed':
        return managedStep(state, view);
      case 'cancelled':
        return cancelledStep(state, view);
      case 'lost':
        return lostStep(state, view);
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
}
