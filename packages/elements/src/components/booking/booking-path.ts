import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Appointment } from '@sas-kit/client';
import { button } from '../../base/button.ts';
import type { BookingStrings } from '../../strings/fr/booking.ts';
import type { BookingState } from './booking-state.ts';
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
import { whenOf, type View } from './view.ts';
import type { SasBooking } from './booking.ts';

type Step = Exclude<BookingState['step'], 'search'>;
type Screen<S extends Step> = (
  state: Extract<BookingState, { step: S }>,
  view: View,
) => TemplateResult;

const waiting = (text?: string): TemplateResult =>
  html`<div class="stack" aria-busy="true">
    ${text && html`<p class="step">${text}</p>`}
    <div class="skeleton"></div>
  </div>`;

const screens: { readonly [S in Step]: Screen<S> } = {
  holding: (_, { strings }) => waiting(strings.holding),
  'walk-in': walkInStep,
  elsewhere: elsewhereStep,
  details: detailsStep,
  opening: (_, { strings }) => waiting(strings.opening),
  confirmed: confirmedStep,
  managed: managedStep,
  cancelled: cancelledStep,
  lost: lostStep,
};

/** What follows the choice of a slot: the steps, their screens, where focus goes. */
export class BookingPath implements ReactiveController {
  readonly flow: BookingFlow;
  readonly #host: SasBooking;
  readonly #around: Surroundings;
  #shown: BookingState;

  constructor(host: SasBooking, around: Surroundings) {
    this.#host = host;
    this.#around = around;
    this.flow = new BookingFlow(host, around);
    this.#shown = this.flow.state;
    host.addController(this);
  }

  /** Whether the search is shown, and around which appointment; undefined where there is none. */
  searched(): { hidden: boolean; moved: Appointment | undefined } | undefined {
    const { state } = this.flow;
    if (!('purpose' in state)) return undefined;
    const { purpose, step } = state;
    const moved = purpose.kind === 'move' ? purpose.appointment : undefined;
    return { hidden: step !== 'search', moved };
  }

  hostUpdated(): void {
    const before = this.#shown;
    const now = this.flow.state;
    // While its texts are being loaded the step is not shown.
    if (this.#view() === undefined) return;
    this.#shown = now;
    const { step } = now;
    if (step !== before.step || (step === 'search' && now.notice && now !== before)) {
      void this.#focusStep(now, before);
    } else if (step === 'details' && before.step === step) {
      if (now.faults !== before.faults) this.#focus('[aria-invalid=true]');
    } else if (step === 'managed' && before.step === step) {
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
    const target = selectors
      .map((selector) => this.#host.renderRoot.querySelector<HTMLElement>(selector))
      .find((element) => element);
    if (target?.matches('.step')) target.tabIndex = -1;
    target?.focus();
  }

  async #keep(): Promise<void> {
    await this.flow.keep();
    await this.#host.updateComplete;
    // After the last extension the button is gone: focus stays beside it.
    if (!this.#host.shadowRoot?.activeElement) this.#focus('.hold');
  }

  async #copy(link: string, { copied, copyByHand }: BookingStrings): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.#around.announce(copied);
    } catch {
      this.#host.renderRoot.querySelector<HTMLInputElement>('#link')?.select();
      this.#around.announce(copyByHand);
    }
  }

  /** What the screen is shown by; undefined while its texts are loaded, null where it has none. */
  #view(): View | undefined | null {
    const flow = this.flow;
    const { state } = flow;
    const { locale } = this.#around;
    // The search alone has texts of its own.
    const quiet = state.step === 'search' && !state.notice;
    if (quiet && state.purpose.kind === 'book') return null;
    // A step reads the texts of its own part alone.
    const strings = locale.part(!quiet && 'purpose' in state ? 'choice' : 'appointment') as
      BookingStrings | undefined;
    return (
      strings && {
        strings,
        flow,
        language: locale.language,
        level: this.#host.headingLevel,
        keep: () => void this.#keep(),
        copy: (link) => void this.#copy(link, strings),
      }
    );
  }

  /** What must be read before the slots: which appointment is moved, why a choice did not work. */
  renderAbove(): TemplateResult | typeof nothing {
    const { state } = this.flow;
    const view = this.#view();
    if (state.step !== 'search' || !view) return nothing;
    const { purpose, notice } = state;
    const { strings } = view;
    return html`${
      purpose.kind === 'move'
        ? html`<div class="notice">
            <p class="step">${strings.moving(whenOf(purpose.appointment, view))}</p>
            ${button(strings.stay, () => this.flow.back())}
          </div>`
        : nothing
    }
    ${notice ? conflictNotice(notice, view) : nothing}`;
  }

  /** The step that stands in the place of the search. */
  renderStep(): TemplateResult | typeof nothing {
    const { state } = this.flow;
    if (state.step === 'search') return nothing;
    const view = this.#view();
    return html`<div class="view" part="view">
        ${view ? (screens[state.step] as Screen<Step>)(state, view) : waiting()}
      </div>
      <p class="quiet small">${view?.strings.independent}</p>`;
  }
}
