import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Appointment, Card, Slot } from '@sas-kit/client';
import type { AvailabilityQuery } from '@sas-kit/client/availability';
import type { SasSlotSelectEvent } from '../../events/slot-select.ts';
import type { SasAvailability } from '../availability/availability.ts';
import type { OrientationClient } from './client.ts';
import type { OrientationFlow } from './flow.ts';
import { searchClient } from './search-client.ts';
import type { Offer } from './target.ts';

/** What the search needs of its element. */
export interface SearchDoor {
  readonly api: () => OrientationClient;
  readonly flow: OrientationFlow;
  /** The person's own doctor; empty for none. */
  readonly ownDoctor: () => string;
  readonly specialty: () => string;
  /** Towards practices of the redirection scheme only. */
  readonly redirects: () => boolean;
  /** Where one simply comes, in a sentence. */
  readonly walkIn: (offer: Offer) => string;
}

/** How far a search is enlarged, km. */
const radii = [30, 60, 120] as const;
/** What a form of a consultation is searched by. */
const modalityOf = { 'home-visit': 'HH', teleconsultation: 'VR', consultation: 'AMB' } as const;

/** The search for a destination: how far it goes, and what is chosen in it. */
export class SlotSearch {
  /** How far is searched, km; null as the place has it. */
  radiusKm: number | null = null;
  /** Where one simply comes, in a sentence; empty where no such range was chosen. */
  walkIn = '';
  readonly #host: ReactiveElement;
  readonly #door: SearchDoor;
  /** What was asked last. */
  #asked: AvailabilityQuery | undefined;
  /** It has been shown: from now on it stays, as it was. */
  #shown = false;
  /** What it calls with, and for what that was made. */
  #made: { readonly of: readonly unknown[]; readonly client: OrientationClient } | undefined;

  constructor(host: ReactiveElement, door: SearchDoor) {
    this.#host = host;
    this.#door = door;
  }

  /** What it asks: place, specialty, radius. */
  get query(): AvailabilityQuery {
    const { flow, specialty } = this.#door;
    return this.#asked ?? { insee: flow.draft.place?.insee ?? '', specialty: specialty() };
  }

  /** How far next; null where it goes no further. */
  get nextKm(): number | null {
    return radii.find((km) => km > (this.radiusKm ?? 0)) ?? null;
  }

  enlarge(): void {
    this.radiusKm = this.nextKm;
    this.walkIn = '';
    this.#host.requestUpdate();
    // The button goes with the last distance.
    if (this.nextKm === null) void this.#door.flow.go('destination');
  }

  /** What belongs to one destination is not the next one's. */
  forget(): void {
    this.radiusKm = null;
    this.walkIn = '';
  }

  /** The slots that are shown are no longer true. */
  refresh(): void {
    void this.#host.renderRoot.querySelector<SasAvailability>('sas-availability')?.refresh();
  }

  /** @param hidden - beside the other panes: whoever comes back finds it as it was */
  render(level: number, hidden: boolean): TemplateResult | typeof nothing {
    const { flow, specialty, redirects } = this.#door;
    const { step, draft } = flow;
    this.#shown ||= step === 'destination';
    if (!this.#shown || !draft.place) return nothing;
    const modality = modalityOf[(draft.form as keyof typeof modalityOf | null) ?? 'consultation'];
    return html`<sas-availability
      class=${redirects() ? nothing : 'beside-own-doctor'}
      professional
      ?hidden=${hidden || step !== 'destination'}
      .client=${this.#client()}
      .headingLevel=${level}
      .place=${draft.place.label}
      .insee=${draft.place.insee}
      .specialty=${specialty()}
      .modality=${modality}
      @sas-slot-select=${(event: SasSlotSelectEvent) => this.#select(event)}
      @sas-search=${(event: Event) => event.stopPropagation()}
    ></sas-availability>`;
  }

  /** The same as long as it asks the same: another client is another search. */
  #client(): OrientationClient {
    const { api, ownDoctor, redirects } = this.#door;
    const of = [api(), ownDoctor(), this.radiusKm, redirects()];
    if (!this.#made?.of.every((each, at) => each === of[at])) {
      const hooks = {
        booked: (appointment: Appointment) => this.#bookedThere(appointment),
        asked: (query: AvailabilityQuery) => (this.#asked = query),
      };
      const asking = { ownDoctor: ownDoctor(), radiusKm: this.radiusKm };
      this.#made = { of, client: searchClient(api(), asking, hooks, redirects()) };
    }
    return this.#made.client;
  }

  /** Somebody booked on an editor's page, and said so: what is left is to record it. */
  #bookedThere(appointment: Appointment): void {
    const { flow } = this.#door;
    if (flow.step !== 'destination') return;
    void flow.aim({ kind: 'appointment', offer: appointment, appointment, there: true });
  }

  #select(event: SasSlotSelectEvent): void {
    event.stopPropagation();
    const { flow, walkIn } = this.#door;
    const { slot, card } = event;
    const { source } = slot as Partial<Slot>;
    // Its cell is a link to the editor's page: the search notes who follows it.
    if (source?.kind === 'editor' && !source.bookableHere && slot.bookingUrl !== null) {
      if (flow.refuseLate(slot.start)) event.preventDefault();
      return;
    }
    event.preventDefault();
    const { practice } = card as Partial<Card>;
    const offer: Offer = { ...card, slot, practice: practice ?? null };
    this.walkIn = '';
    if (slot.booking === 'WALKIN') {
      // Where one simply comes nothing is booked.
      this.walkIn = walkIn(offer);
      this.#host.requestUpdate();
    } else void flow.choose(offer);
  }
}
