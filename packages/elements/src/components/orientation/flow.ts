import type { ReactiveController, ReactiveElement } from 'lit';
import type { Orientation } from '@sas-kit/client';
import { isSasError } from '@sas-kit/client/errors';
import { extendHold, quietly } from '../../base/sending.ts';
import { HoldTimer } from '../../controllers/hold-timer.ts';
import { SasOrientationGivenBackEvent } from '../../events/orientation-given-back.ts';
import { SasOrientationKeptEvent } from '../../events/orientation-kept.ts';
import { SasOrientationMadeEvent } from '../../events/orientation-made.ts';
import { SasOrientationMovedEvent } from '../../events/orientation-moved.ts';
import { SasOrientationWithdrawnEvent } from '../../events/orientation-withdrawn.ts';
import type { OrientationClient } from './client.ts';
import { isTooLate } from './delay.ts';
import {
  isBooked,
  missingOf,
  recordedOf,
  requestOf,
  type Draft,
  type DraftPlace,
  type Missing,
} from './draft.ts';
import { focusOn } from './focus-on.ts';
import { Recording } from './recording.ts';
import { fateOf, move, type Fate } from './replacing.ts';
import type { Refusal, Step, Surroundings } from './surroundings.ts';
import { destinationOf, isVendors, offerOf, type Offer, type Target } from './target.ts';

/** How long what was recorded is taken back by one key. */
export const undoSeconds = 10;

/** Whether it is a time, whose field says what it lacks. */
const isTime = (one: Missing): boolean => one === 'decided-at' || one === 'triggered-at';

/** From the decision to what is read to the patient: the steps, the calls that they need, their events. */
export class OrientationFlow implements ReactiveController {
  step: Step = 'decision';
  draft: Draft = {};
  target: Target | undefined;
  refusal: Refusal | undefined;
  /** What a decision lacks, once its reader went on. */
  missing: Missing | undefined;
  /** What was recorded last. */
  made: Orientation | undefined;
  /** The offer that it took. */
  taken: Offer | undefined;
  /** What was recorded has been taken back. */
  withdrawn = false;
  /** The last case was given back to the doctor. */
  givenBack = false;
  /** The last person stays in the emergency department: nothing was recorded. */
  kept = false;
  /** The page went on to another case while something was under way. */
  caseChanged = false;
  /** A call is under way. */
  busy = false;
  readonly timer: HoldTimer;
  readonly undo: HoldTimer;
  readonly #calls: Recording;
  /** The page's case when this began: what was recorded keeps it. */
  #pageCase: string | undefined;
  readonly #host: ReactiveElement;
  readonly #around: Surroundings;

  constructor(host: ReactiveElement, around: Surroundings) {
    this.#host = host;
    this.#around = around;
    host.addController(this);
    this.#calls = new Recording(around.api, around.report);
    this.timer = new HoldTimer(host, {
      onMark: around.spoken,
      onExpire: () => this.#expire(),
    });
    this.undo = new HoldTimer(host, {
      onMark: () => undefined,
      onExpire: () => void this.#undone(),
    });
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#leave);
  }

  /** The page's case is another one: what was begun is not recorded there. */
  hostUpdate(): void {
    const named = this.#around.caseRef();
    const before = this.#pageCase;
    if (named === before || this.busy || this.step === 'told') return;
    const follows = before === undefined || this.caseRef === named;
    this.#pageCase = named;
    if (follows) return;
    const { underWay } = this;
    const had = (this.#host.renderRoot as ShadowRoot).activeElement !== null;
    this.#forget();
    this.step = 'decision';
    this.caseChanged = underWay;
    this.#around.changed(underWay);
    if (underWay && had) void focusOn(this.#host, '.case-changed');
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#leave);
    this.#leave();
  }

  /**
   * The case that is dealt with: that of the decision which is carried out, or the page's. An orientation that
   * is booked anew stays in its own, which may be none.
   */
  get caseRef(): string {
    const { replaces } = this.draft;
    if (replaces) return replaces.caseRef ?? '';
    return recordedOf(this.draft)?.caseRef || (this.#pageCase ?? this.#around.caseRef());
  }

  /** What becomes of the appointment whose place another one takes; undefined where it takes none. */
  get fate(): Fate | undefined {
    const { replaces } = this.draft;
    return replaces && this.target && fateOf(replaces, this.target);
  }

  /** Something of a case was said, and its reader has not left it. */
  get underWay(): boolean {
    const said = Object.entries(this.draft).some(
      ([name, value]) => name !== 'place' && value !== undefined,
    );
    return said || this.busy || this.step !== 'decision';
  }

  /** The page found where people are: a decision that waits has a place of its own. */
  placed(place: DraftPlace): void {
    const { caseChanged } = this;
    if (!recordedOf(this.draft)) this.change({ place });
    this.caseChanged = caseChanged;
  }

  /** What the reader says of the decision. */
  change(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part };
    this.missing = undefined;
    this.withdrawn = this.givenBack = this.kept = this.caseChanged = false;
    this.#host.requestUpdate();
  }

  /** Back to the place that the page says. */
  replace(): void {
    this.#around.place();
  }

  /** Reads again what waits. */
  reread(): void {
    this.#around.reread();
  }

  /** On from the decision: to the search, or to the recap where nothing is booked. */
  next(): void {
    this.missing = missingOf(this.draft);
    this.refusal = undefined;
    if (this.missing) {
      this.#host.requestUpdate();
      void focusOn(this.#host, isTime(this.missing) ? `#${this.missing}` : '.missing');
    } else if (isBooked(this.draft)) void this.go('destination');
    else void this.aim({ kind: 'nobody' });
  }

  /** To the recap of where somebody goes. */
  async aim(target: Target): Promise<void> {
    this.target = target;
    this.refusal = undefined;
    await this.go('recap');
  }

  async go(step: Step): Promise<void> {
    this.step = step;
    if (step !== 'recap') this.timer.stop();
    this.#host.requestUpdate();
    // What was recorded is taken back beside its title, and read below it.
    await focusOn(this.#host, '.step', step === 'told' ? 'start' : 'nearest');
  }

  /** Begins with what was recorded before, at its search. What was under way is given back. */
  async take(draft: Draft): Promise<void> {
    this.#forget();
    this.draft = draft;
    this.#around.reread();
    await this.go('destination');
  }

  /** One pane back. A kept slot is given back to others. */
  back(): void {
    if (this.busy) return;
    if (this.step === 'recap') {
      this.#release();
      this.#unbook();
      this.target = undefined;
      void this.go(isBooked(this.draft) ? 'destination' : 'decision');
    } else if (this.step === 'destination') {
      // Of what is booked anew nothing is left to decide.
      void (this.draft.replaces ? this.again() : this.go('decision'));
    }
  }

  /** Another case: nothing of the last one is left. */
  async again(): Promise<void> {
    const { place } = this.draft;
    const recorded = recordedOf(this.draft);
    this.#forget();
    // A decision that was recorded brought its place along.
    if (recorded) this.replace();
    else if (place) this.draft = { place };
    await this.go('decision');
  }

  /** The patient goes back to the regulating doctor: nothing is recorded, a person tells the doctor. */
  async giveBack(): Promise<void> {
    if (this.busy) return;
    this.#host.dispatchEvent(new SasOrientationGivenBackEvent(this.caseRef));
    await this.again();
    this.givenBack = true;
    this.#host.requestUpdate();
    await focusOn(this.#host, '.given-back');
  }

  /** The person stays, or a doctor is asked: the flow ends, nothing is recorded, nothing is booked. */
  async keepHere(): Promise<void> {
    if (this.busy) return;
    const { caseRef } = this;
    await this.again();
    this.kept = true;
    this.#host.dispatchEvent(new SasOrientationKeptEvent(caseRef));
    this.#host.requestUpdate();
  }

  /** Keeps a slot of the platform, then shows the recap. */
  async choose(offer: Offer): Promise<void> {
    if (this.busy || this.refuseLate(offer.slot.start)) return;
    await this.#work(async () => {
      const hold = await this.#api.holds.create({ slotId: offer.slot.id });
      if (!this.#host.isConnected || this.step !== 'destination') {
        quietly(this.#api.holds.release(hold.id, { keepalive: true }));
        return;
      }
      this.timer.start(hold.remainingSeconds);
      await this.aim({ kind: 'slot', offer, hold, expired: false });
    });
  }

  /** Refuses what begins too late for the doctor who decided, before anything is kept; answers whether. */
  refuseLate(start: string): boolean {
    if (!isTooLate(start, this.draft)) return false;
    this.refusal = { code: 'after-delay', alternatives: [] };
    this.#host.requestUpdate();
    void focusOn(this.#host, '.refusal');
    return true;
  }

  /** Five more minutes, or the slot again after its time ran out. */
  async keep(): Promise<void> {
    await this.#work(() => this.#again());
  }

  /** Records what the recap says. */
  async confirm(): Promise<void> {
    if (this.busy || this.step !== 'recap' || !this.target) return;
    await this.#work(async () => {
      if (this.target?.kind === 'slot' && this.target.expired) await this.#again();
      if (this.target?.kind === 'slot' && isVendors(this.target.offer)) await this.#bookThere();
      const { fate, target } = this;
      const waits = this.draft.kind === 'orientation';
      // Nobody carries out a decision for which an appointment stands.
      if (fate === 'cancelled' && waits && !(await this.#cancelFormer())) return;
      this.made = await this.#record(fate === 'moved');
      if (target?.kind === 'appointment' && target.there)
        this.made = await this.#calls.confirmed(this.made);
      this.taken = offerOf(target);
      this.target = undefined;
      this.#around.reread();
      await this.go('told');
      if (fate === 'cancelled' && !waits) await this.#cancelFormer();
    });
  }

  /** Takes back what was recorded, and its appointment. */
  async withdraw(): Promise<void> {
    const { made } = this;
    if (!made || this.busy) return;
    await this.#work(async () => {
      const orientation = await this.#api.orientations.withdraw(made.id);
      this.undo.stop();
      this.made = this.taken = undefined;
      this.withdrawn = true;
      this.#host.dispatchEvent(new SasOrientationWithdrawnEvent(orientation, this.caseRef));
      this.#around.reread();
      this.#around.refresh();
      await this.go(isBooked(this.draft) ? 'destination' : 'decision');
    });
  }

  get #api(): OrientationClient {
    return this.#around.api();
  }

  /** Records what the recap says, or moves the former appointment there, and tells the page. */
  async #record(moves: boolean): Promise<Orientation> {
    const { draft, target } = this;
    if (moves && draft.replaces && target?.kind === 'slot') {
      const moved = await move(this.#api, draft.replaces, target.hold);
      this.timer.stop();
      this.#host.dispatchEvent(new SasOrientationMovedEvent(moved, this.caseRef));
      return moved;
    }
    const made = await this.#calls.create(
      requestOf(draft, this.#around.desk(), destinationOf(target)),
    );
    this.undo.start(undoSeconds);
    this.#host.dispatchEvent(new SasOrientationMadeEvent(made, this.caseRef));
    return made;
  }

  /** Cancels the appointment whose place another one takes; where that fails it is told. Answers whether. */
  async #cancelFormer(): Promise<boolean> {
    const { replaces } = this.draft;
    if (!replaces?.appointment) return true;
    const appointment = await this.#calls.cancel(replaces.appointment);
    if (appointment) this.draft = { ...this.draft, replaces: { ...replaces, appointment } };
    if (appointment?.status === 'cancelled') return true;
    this.refusal = { code: 'not-cancelled', alternatives: [] };
    this.#host.requestUpdate();
    await focusOn(this.#host, '.refusal');
    return false;
  }

  /** A vendor's slot that is booked here in one step is booked first, then recorded. */
  async #bookThere(): Promise<void> {
    const { target } = this;
    if (target?.kind !== 'slot') return;
    const { offer, hold } = target;
    const appointment = await this.#calls.book(hold);
    this.timer.stop();
    this.target = { kind: 'appointment', offer, appointment, there: false };
  }

  /** What was booked here, and is not recorded after all, is nobody's. */
  #unbook(): void {
    if (this.target?.kind !== 'appointment' || this.target.there) return;
    quietly(this.#api.appointments.cancel(this.target.appointment.id));
  }

  /** Five more minutes of the hold. */
  async #again(): Promise<void> {
    const { target } = this;
    if (target?.kind !== 'slot') return;
    const hold = await extendHold(this.#api.holds, target.hold);
    this.timer.start(hold.remainingSeconds);
    this.target = { ...target, hold, expired: false };
  }

  /** One call at a time; what is refused is told, where something else can be chosen. */
  async #work(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    this.#host.requestUpdate();
    try {
      await work();
    } catch (error) {
      await this.#refuse(error);
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  async #refuse(error: unknown): Promise<void> {
    const code = this.#around.report(error);
    const alternatives = (isSasError(error) && error.problem?.alternatives) || [];
    this.refusal = { code, alternatives };
    const lost = ['slot-taken', 'slot-in-past', 'hold-expired', 'extensions-exhausted'];
    if (this.step === 'recap' && this.target?.kind === 'slot' && lost.includes(code)) {
      this.#release();
      this.target = undefined;
      this.step = 'destination';
      this.timer.stop();
    }
    if (this.step === 'destination') this.#around.refresh();
    this.#host.requestUpdate();
    await focusOn(this.#host, '.refusal');
  }

  #expire(): void {
    if (this.target?.kind === 'slot') this.target = { ...this.target, expired: true };
    this.#host.requestUpdate();
  }

  /** The button that took it back goes: the focus does not go with it. */
  async #undone(): Promise<void> {
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    const had = activeElement?.matches('[data-action=undo]');
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (had) await focusOn(this.#host, '.step', 'start');
  }

  #release(): void {
    const { target } = this;
    if (target?.kind !== 'slot' || target.expired) return;
    this.timer.stop();
    quietly(this.#api.holds.release(target.hold.id, { keepalive: true }));
  }

  #forget(): void {
    this.#release();
    this.#unbook();
    this.undo.stop();
    this.timer.stop();
    this.draft = {};
    this.target = this.refusal = this.missing = this.made = this.taken = undefined;
    this.withdrawn = this.givenBack = this.kept = this.caseChanged = false;
    this.#around.forget();
  }

  /** A page that comes back from the browser's cache finds its slot expired, not wiped. */
  readonly #leave = (): void => {
    if (this.busy) return;
    this.#release();
    this.#expire();
  };
}
