import type { ReactiveController, ReactiveElement } from 'lit';
import type {
  Alternative,
  Appointment,
  Card,
  CreateOptions,
  Hold,
  Orientation,
  OrientationRequest,
  PublicCard,
  PublicSlot,
  Slot,
} from '@sas-kit/client';
import { isSasError } from '@sas-kit/client/errors';
import { codeOf } from '../../base/base-element.ts';
import { HoldTimer } from '../../controllers/hold-timer.ts';
import { SasOrientationGivenBackEvent } from '../../events/orientation-given-back.ts';
import { SasOrientationKeptEvent } from '../../events/orientation-kept.ts';
import { SasOrientationMadeEvent } from '../../events/orientation-made.ts';
import { SasOrientationWithdrawnEvent } from '../../events/orientation-withdrawn.ts';
import type { Candidate } from './candidates.ts';
import type { OrientationClient } from './client.ts';
import { isTooLate } from './delay.ts';
import {
  isBooked,
  missingOf,
  requestOf,
  type Desk,
  type Destination,
  type Draft,
  type DraftPlace,
  type Missing,
} from './draft.ts';

/** The panes, in the order in which they are walked. */
export type Step = 'decision' | 'destination' | 'recap' | 'told';

/** A slot with the person and the place it belongs to. */
export type Offer = Pick<Alternative, 'practitioner' | 'location'> & {
  readonly slot: PublicSlot | Slot;
  readonly structure?: PublicCard['structure'];
  /** What the practice says of itself, where the search told it. */
  readonly practice?: Card['practice'];
};

/** Where somebody is about to go. */
export type Target =
  /** A slot of the platform, kept. */
  | { readonly kind: 'slot'; readonly offer: Offer; readonly hold: Hold; readonly expired: boolean }
  /** An appointment that was made before: booked here at a vendor, or on the vendor's own page. */
  | {
      readonly kind: 'appointment';
      readonly offer: Offer;
      readonly appointment: Appointment;
      readonly there: boolean;
    }
  /** A time beside the slots, that the practice said yes to. */
  | {
      readonly kind: 'overbooking';
      readonly candidate: Candidate;
      readonly start: string;
      readonly callId: string;
    }
  /** A structure that said yes. */
  | { readonly kind: 'recipient'; readonly candidate: Candidate; readonly callId: string }
  /** Nobody in particular: advice, an emergency department, a decision that others carry out. */
  | { readonly kind: 'nobody' };

/** Why something was refused, with the next free slots where there are. */
export interface Refusal {
  readonly code: string;
  readonly alternatives: readonly Alternative[];
}

/** What the flow needs of its element. */
export interface Surroundings {
  readonly api: () => OrientationClient;
  readonly desk: () => Desk;
  /** The case that the page names, for events: never left out of them. */
  readonly caseRef: () => string;
  /** Tells the page of a failed call, answers its code. */
  readonly report: (error: unknown) => string;
  readonly spoken: (seconds: number) => void;
  /** The slots that are shown are no longer true. */
  readonly refresh: () => void;
  /** The decisions that wait are others now. */
  readonly reread: () => void;
  /** Nothing of the last case is kept. */
  readonly forget: () => void;
  /** The page names another case; whether something of the last one was under way. */
  readonly changed: (underWay: boolean) => void;
  /** Where people are is what the page says, and nothing else. */
  readonly place: () => void;
}

/** How long what was recorded is taken back by one key. */
export const undoSeconds = 10;

/** What the search told of who is gone to; undefined for nobody. */
export function offerOf(target: Target | undefined): Offer | undefined {
  switch (target?.kind) {
    case 'slot':
    case 'appointment':
      return target.offer;
    case 'overbooking': {
      const { card } = target.candidate;
      return card && { ...card, slot: { ...besideSlot, start: target.start } };
    }
    default:
      return undefined;
  }
}

const besideSlot = {
  id: '',
  end: '',
  modalities: ['AMB' as const],
  visibility: [],
  booking: 'ROUTINE' as const,
  communities: [],
  capacity: 1,
  remaining: 0,
  reasons: [],
  bookingUrl: null,
};

const isVendors = ({ slot }: Offer): boolean => 'source' in slot && slot.source.kind === 'editor';

/** Whether it is a time, whose field says what it lacks. */
const isTime = (missing: Missing): boolean =>
  missing === 'decided-at' || missing === 'triggered-at';

const quietly = (call: Promise<unknown>) => void call.catch(() => undefined);

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
  /** What was sent without an answer is sent again under its first key. */
  #unanswered: { body: string; idempotencyKey: string } | undefined;
  /** The page's case when this began: what was recorded keeps it. */
  #pageCase: string | undefined;
  readonly #host: ReactiveElement;
  readonly #around: Surroundings;

  constructor(host: ReactiveElement, around: Surroundings) {
    this.#host = host;
    this.#around = around;
    host.addController(this);
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
    if (underWay && had) void this.#focus('.case-changed');
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#leave);
    this.#leave();
  }

  /** The case that is dealt with: that of the decision which is carried out, or the page's. */
  get caseRef(): string {
    const { kind, waiting } = this.draft;
    const ofDecision = kind === 'orientation' ? waiting?.caseRef : undefined;
    return ofDecision || (this.#pageCase ?? this.#around.caseRef());
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
    if (!this.draft.waiting) this.change({ place });
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
      void this.#focus(isTime(this.missing) ? `#${this.missing}` : '.missing');
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
    await this.#focus('.step');
  }

  /** One pane back. A kept slot is given back to others. */
  back(): void {
    if (this.busy) return;
    if (this.step === 'recap') {
      this.#release();
      this.#unbook();
      this.target = undefined;
      void this.go(isBooked(this.draft) ? 'destination' : 'decision');
    } else if (this.step === 'destination') void this.go('decision');
  }

  /** Another case: nothing of the last one is left. */
  async again(): Promise<void> {
    const { place, waiting } = this.draft;
    this.#forget();
    // A decision that waited brought its place along.
    if (waiting) this.replace();
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
    await this.#focus('.given-back');
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
    void this.#focus('.refusal');
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
      const request = requestOf(this.draft, this.#around.desk(), this.#destination());
      this.made = await this.#record(request);
      this.taken = offerOf(this.target);
      this.target = undefined;
      this.undo.start(undoSeconds);
      this.#host.dispatchEvent(new SasOrientationMadeEvent(this.made, this.caseRef));
      this.#around.reread();
      await this.go('told');
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

  #destination(): Destination {
    switch (this.target?.kind) {
      case 'slot':
        return { slotId: this.target.hold.slot.id, holdId: this.target.hold.id };
      case 'appointment':
        return { appointmentId: this.target.appointment.id };
      case 'overbooking': {
        const { candidate, start, callId } = this.target;
        return { overbooking: { scheduleId: candidate.id, start, callId } };
      }
      case 'recipient':
        return { recipient: { structureId: this.target.candidate.id, callId: this.target.callId } };
      default:
        return {};
    }
  }

  #record(request: OrientationRequest): Promise<Orientation> {
    return this.#once(request, (options) => this.#api.orientations.create(request, options));
  }

  /** A vendor's slot that is booked here in one step is booked first, then recorded. */
  async #bookThere(): Promise<void> {
    const { target } = this;
    if (target?.kind !== 'slot') return;
    const { offer, hold } = target;
    const request = { slotId: hold.slot.id, holdId: hold.id };
    const appointment = await this.#once(request, (options) =>
      this.#api.appointments.book(request, options),
    );
    this.timer.stop();
    this.target = { kind: 'appointment', offer, appointment, there: false };
  }

  /** What was booked here, and is not recorded after all, is nobody's. */
  #unbook(): void {
    if (this.target?.kind !== 'appointment' || this.target.there) return;
    quietly(this.#api.appointments.cancel(this.target.appointment.id));
  }

  /** Sends; what is not answered is sent again under its first key. */
  async #once<T>(request: object, send: (options: CreateOptions) => Promise<T>): Promise<T> {
    const body = JSON.stringify(request);
    const known = this.#unanswered?.body === body ? this.#unanswered : undefined;
    try {
      const made = await send(known ? { idempotencyKey: known.idempotencyKey } : {});
      this.#unanswered = undefined;
      return made;
    } catch (error) {
      const key = isSasError(error) && error.status === null ? error.idempotencyKey : null;
      if (key !== null) this.#unanswered = { body, idempotencyKey: key };
      throw error;
    }
  }

  /** The hold, extended; one that was given back when the page was left is a new one. */
  async #again(): Promise<void> {
    const { target } = this;
    if (target?.kind !== 'slot') return;
    const hold = await this.#extended(target.hold);
    this.timer.start(hold.remainingSeconds);
    this.target = { ...target, hold, expired: false };
  }

  async #extended(hold: Hold): Promise<Hold> {
    try {
      return await this.#api.holds.extend(hold.id);
    } catch (error) {
      if (codeOf(error) !== 'not-found') throw error;
      return this.#api.holds.create({ slotId: hold.slot.id });
    }
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
    await this.#focus('.refusal');
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
    if (had) await this.#focus('.step');
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

  /** Focus goes to what is new: by keyboard alone nobody looks for it. */
  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    const element = this.#host.renderRoot.querySelector<HTMLElement>(selector);
    if (!element) return;
    if (element.tabIndex < 0) element.tabIndex = -1;
    element.focus();
    // What was recorded is taken back beside its title, and read below it.
    const told = this.step === 'told' && element.matches('.step');
    element.scrollIntoView({ block: told ? 'start' : 'nearest' });
  }
}
