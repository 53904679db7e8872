import type { ReactiveController, ReactiveElement } from 'lit';
import type { Appointment, AppointmentRequest, Contact, Hold, SasClient } from '@sas-kit/client';
import type { OwnAppointmentsResource } from '@sas-kit/client/appointments';
import { isSasError } from '@sas-kit/client/errors';
import { extendHold, quietly, resending } from '../../base/sending.ts';
import { HoldTimer } from '../../controllers/hold-timer.ts';
import type { LocaleController } from '../../controllers/locale.ts';
import { SasBookEvent } from '../../events/book.ts';
import { SasCancelEvent } from '../../events/cancel.ts';
import { SasConflictEvent } from '../../events/conflict.ts';
import { SasHoldEvent } from '../../events/hold.ts';
import { SasReleaseEvent } from '../../events/release.ts';
import { SasRescheduleEvent } from '../../events/reschedule.ts';
import type { CareSeekerStrings } from '../../strings/fr/care-seeker.ts';
import type { AvailabilityClient, SasAvailability } from '../availability/availability.ts';
import type { BookingParts } from './booking-texts.ts';
import {
  initialState,
  reduce,
  type BookingAction,
  type BookingState,
  type Choice,
  type Details,
  type Managed,
} from './booking-state.ts';
import { checkContact, hasFaults, serverFaults } from './contact-rules.ts';
import type { ManageLink } from './manage-link.ts';

/** The resources that the whole path calls. */
export type BookingClient = AvailabilityClient &
  Pick<SasClient, 'holds'> & { readonly appointments: OwnAppointmentsResource };

/** What the path needs of its element. */
export interface Surroundings {
  readonly locale: LocaleController<CareSeekerStrings, BookingParts>;
  api(): BookingClient;
  /** Tells the page of a failed call, answers its code. */
  report(error: unknown): string;
  announce(text: string): void;
  search(): SasAvailability | null;
}

/** Does what the state machine's steps need: calls, the hold's timer, events, leaving the page. */
export class BookingFlow implements ReactiveController {
  state: BookingState = initialState;
  /** What was typed: it outlives conflicts and expired holds, in memory only. */
  draft: Contact = { name: '', phone: '' };
  readonly timer: HoldTimer;
  readonly #book = resending((request: AppointmentRequest, options) =>
    this.#api.appointments.book(request, options),
  );
  readonly #host: ReactiveElement;
  readonly #around: Surroundings;

  constructor(host: ReactiveElement, around: Surroundings) {
    this.#host = host;
    this.#around = around;
    host.addController(this);
    this.timer = new HoldTimer(host, {
      onMark: (seconds) => around.announce(around.locale.part('choice')?.spoken(seconds) ?? ''),
      onExpire: () => this.#expire(),
    });
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#leave);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#leave);
    this.#leave();
  }

  send(action: BookingAction): void {
    this.state = reduce(this.state, action);
    if (this.state.step !== 'details') this.timer.stop();
    this.#host.requestUpdate();
  }

  async choose(choice: Choice): Promise<void> {
    this.send({ type: 'choose', choice });
    const holding = this.state;
    if (holding.step !== 'holding') return;
    try {
      const hold = await this.#api.holds.create({ slotId: choice.slot.id });
      if (this.state !== holding || !this.#host.isConnected) {
        quietly(this.#api.holds.release(hold.id, { keepalive: true }));
        if (this.state === holding) this.send({ type: 'back' });
        return;
      }
      this.#hold(hold);
    } catch (error) {
      if (this.state === holding) this.#refuse(error, choice);
    }
  }

  /** Five more minutes, or the slot again after its time ran out. */
  async keep(): Promise<void> {
    const { state } = this;
    if (state.step !== 'details' || state.pending) return;
    this.send({ type: 'extend' });
    try {
      this.#hold(await extendHold(this.#api.holds, state.hold));
    } catch (error) {
      this.#refuse(error, state.choice, state.hold);
    }
  }

  /** Books, or moves. The fields that are wrong are told first, without any call. */
  async submit(contact: Contact): Promise<void> {
    const { state } = this;
    if (state.step !== 'details' || state.pending) return;
    const asked = state.purpose.kind === 'book' ? state.hold.contact : null;
    const faults = asked ? checkContact(contact, asked.fields) : {};
    if (hasFaults(faults)) {
      this.send({ type: 'invalid', faults });
      return;
    }
    this.send({ type: 'submit' });
    let { hold } = state;
    try {
      if (state.expired) {
        hold = await extendHold(this.#api.holds, hold);
        this.#hold(hold);
        this.send({ type: 'submit' });
      }
      const trimmed = { name: contact.name.trim(), phone: contact.phone.trim() };
      await this.#send({ ...state, hold }, asked ? trimmed : undefined);
    } catch (error) {
      this.#refuse(error, state.choice, hold);
    }
  }

  back(): void {
    const { state } = this;
    this.#release();
    this.send({ type: 'back' });
    if (state.step === 'details') {
      this.#host.dispatchEvent(new SasReleaseEvent(state.hold.slot, 'back'));
    }
  }

  async open({ id, token }: ManageLink): Promise<void> {
    this.#release();
    this.send({ type: 'open', id, token });
    const opening = this.state;
    // The link leaves the address bar at once; a page may still be giving the element its client.
    await this.#host.updateComplete;
    try {
      const appointment = await this.#api.appointments.get(id, { manageToken: token });
      if (this.state === opening) this.send({ type: 'opened', appointment });
    } catch (error) {
      const code = this.#around.report(error);
      if (this.state === opening) this.send({ type: 'refused', code });
    }
  }

  async cancel({ appointment, token }: Managed): Promise<void> {
    this.send({ type: 'cancel' });
    try {
      const cancelled = await this.#api.appointments.cancel(appointment.id, { manageToken: token });
      this.send({ type: 'cancelled', appointment: cancelled });
      this.#host.dispatchEvent(new SasCancelEvent(cancelled));
    } catch (error) {
      this.send({ type: 'refused', code: this.#around.report(error) });
    }
  }

  get #api(): BookingClient {
    return this.#around.api();
  }

  #hold(hold: Hold): void {
    this.send({ type: 'held', hold });
    this.timer.start(hold.remainingSeconds);
    this.#host.dispatchEvent(new SasHoldEvent(hold.slot, hold.expiresAt));
  }

  async #send(state: Details, contact: Contact | undefined): Promise<void> {
    const { purpose, hold } = state;
    const slotId = hold.slot.id;
    if (purpose.kind === 'move') {
      const appointment = await this.#move(purpose.appointment.id, purpose.token, slotId, hold.id);
      this.send({ type: 'booked', appointment, token: purpose.token });
      this.#host.dispatchEvent(new SasRescheduleEvent(appointment));
      return;
    }
    const request = { slotId, holdId: hold.id, ...(contact && { contact }) };
    const appointment = await this.#book(request);
    this.draft = { name: '', phone: '' };
    this.send({ type: 'booked', appointment, token: appointment.manageToken });
    this.#host.dispatchEvent(new SasBookEvent(appointment));
  }

  /** A move is not repeated by the client when its answer is lost: reading tells where it stands. */
  async #move(id: string, token: string, slotId: string, holdId: string): Promise<Appointment> {
    const { appointments } = this.#api;
    const manageToken = { manageToken: token };
    try {
      return await appointments.reschedule(id, { slotId, holdId }, manageToken);
    } catch (error) {
      const now = await appointments.get(id, manageToken).catch(() => undefined);
      if (now?.slot.id === slotId) return now;
      throw error;
    }
  }

  #refuse(error: unknown, choice: Choice, hold?: Hold): void {
    const code = this.#around.report(error);
    const { errors = [], problem } = isSasError(error) ? error : {};
    const faults = serverFaults(errors);
    if (hasFaults(faults) && this.state.step === 'details') {
      this.send({ type: 'invalid', faults });
      return;
    }
    const alternatives = problem?.alternatives ?? [];
    this.send({ type: 'refused', code, alternatives, url: problem?.bookingUrl ?? undefined });
    if (code === 'slot-taken') {
      this.#host.dispatchEvent(new SasConflictEvent(choice.slot, alternatives));
    }
    if (this.state.step !== 'search') return;
    if (hold) quietly(this.#api.holds.release(hold.id));
    // The slots shown are no longer true.
    void this.#around.search()?.refresh();
  }

  /** Gives the slot back to others, unless a booking of it is under way. */
  #release(): void {
    const { state } = this;
    if (state.step !== 'details' || state.pending === 'submit' || state.expired) return;
    this.timer.stop();
    quietly(this.#api.holds.release(state.hold.id, { keepalive: true }));
  }

  #expire(): void {
    const { state } = this;
    this.send({ type: 'expire' });
    if (state.step === 'details') {
      this.#host.dispatchEvent(new SasReleaseEvent(state.hold.slot, 'expired'));
    }
  }

  /** A page that comes back from the browser's cache finds its slot expired, not wiped. */
  readonly #leave = (): void => {
    this.#release();
    if (this.state.step === 'details') this.send({ type: 'expire' });
  };
}
