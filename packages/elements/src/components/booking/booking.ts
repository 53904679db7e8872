import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ownAppointmentsResource } from '@sas-kit/client/appointments';
import { holdsResource } from '@sas-kit/client/holds';
import type { Transport } from '@sas-kit/client/transport';
import { define } from '../../base/define.ts';
import { SasElement } from '../../base/sas-element.ts';
import { LocaleController } from '../../controllers/locale.ts';
import type { SasSlotSelectEvent } from '../../events/slot-select.ts';
import { publicStyles } from '../../styles/public.styles.ts';
import { bookingFr } from '../../strings/fr/booking.ts';
import type { CareSeekerStrings } from '../../strings/fr/care-seeker.ts';
import { searchResources, type SasAvailability } from '../availability/availability.ts';
import { defaultSpecialty } from '../availability/search-form.ts';
import { BookingPath } from './booking-path.ts';
import type { BookingParts } from './booking-texts.ts';
import { bookingStyles } from './booking.styles.ts';
import type { BookingClient } from './flow.ts';
import { takeManageLink } from './manage-link.ts';

/**
 * The whole path in one tag: search, keep a slot, give one's contact, booked; then cancel or move
 * through the link of the confirmation.
 *
 * @summary Search, book, cancel and move an appointment.
 *
 * @fires {SasSearchEvent} sas-search - a search was answered
 * @fires {SasSlotSelectEvent} sas-slot-select - a slot was chosen; cancelable
 * @fires {SasHoldEvent} sas-hold - the slot is kept
 * @fires {SasReleaseEvent} sas-release - the slot was given back, or its time ran out
 * @fires {SasConflictEvent} sas-conflict - someone else took the slot first
 * @fires {SasBookEvent} sas-book - booked
 * @fires {SasCancelEvent} sas-cancel - cancelled
 * @fires {SasRescheduleEvent} sas-reschedule - moved
 * @fires {SasErrorEvent} sas-error - a call failed
 *
 * @slot - never shown: the emergency text, for readers whose browser does not run the script
 *
 * @csspart base - the whole element
 * @csspart emergency - the emergency text
 * @csspart view - the step that is shown below the search
 * @csspart hold - the time left, and the button that keeps the slot longer
 * @csspart summary - who, where and when
 * @csspart form - the contact form
 * @csspart privacy - what happens to the contact
 * @csspart conflict - why a choice did not work, with the nearest slots
 * @csspart problem - what is shown when a call failed
 */
export class SasBooking extends SasElement<BookingClient, CareSeekerStrings> {
  static override styles = [...SasElement.styles, publicStyles, bookingStyles];

  static override properties: PropertyDeclarations = {
    place: {},
    insee: {},
    specialty: {},
    modality: {},
    territory: {},
    slotsPerCard: { type: Number, attribute: 'slots-per-card' },
  };

  /** Place to search around, as text: a commune or a postcode. Searched at once. */
  declare place: string;

  /** INSEE code of the commune to search around. Wins over `place`. */
  declare insee: string;

  /** Specialty code. */
  declare specialty: string;

  /** `AMB`, `HH`, `VR`, separated by commas; empty for any. */
  declare modality: string;

  /** Territory whose number is shown when the platform does not answer. */
  declare territory: string;

  /** Slots asked for per card, 1 to 200. */
  declare slotsPerCard: number;

  protected readonly locale = new LocaleController<CareSeekerStrings, BookingParts>(this, {
    fr: bookingFr,
    en: async () => (await import('../../strings/en/booking.ts')).bookingEn,
  });
  /** What follows the choice of a slot. */
  readonly #path = new BookingPath(this, {
    locale: this.locale,
    api: () => this.api,
    report: (error) => this.report(error),
    announce: (text) => this.announcer.say(text),
    search: () => this.renderRoot.querySelector<SasAvailability>('sas-availability'),
  });

  constructor() {
    super();
    this.place = this.insee = this.modality = this.territory = '';
    this.specialty = defaultSpecialty;
    this.slotsPerCard = 30;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#openLink);
    this.#openLink();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#openLink);
  }

  protected override connect(transport: Transport): BookingClient {
    return {
      ...searchResources(transport),
      holds: holdsResource(transport),
      appointments: ownAppointmentsResource(transport),
    };
  }

  /** The link leaves the address bar before anything else can read it. */
  readonly #openLink = (): void => {
    const link = takeManageLink();
    if (link) void this.#path.flow.open(link);
  };

  async #onSelect(event: SasSlotSelectEvent): Promise<void> {
    // The page's listeners come after this one, in the same dispatch: they may cancel.
    await Promise.resolve();
    if (!event.defaultPrevented) void this.#path.flow.choose({ ...event.card, slot: event.slot });
  }

  protected override renderContent(): TemplateResult {
    return html`${this.#path.renderAbove()} ${this.#renderSearch()} ${this.#path.renderStep()}`;
  }

  /** The search stays where it is while a slot is kept: coming back finds it as it was. */
  #renderSearch(): TemplateResult | typeof nothing {
    const searched = this.#path.searched();
    if (!searched) return nothing;
    const { hidden, moved } = searched;
    const { insee, postcode } = moved?.location ?? {};
    return html`<sas-availability
      ?hidden=${hidden}
      .client=${this.api}
      .headingLevel=${this.headingLevel}
      .place=${moved ? (insee ? '' : (postcode ?? '')) : this.place}
      .insee=${moved ? (insee ?? '') : this.insee}
      .specialty=${moved?.practitioner?.specialties[0] ?? this.specialty}
      .modality=${this.modality}
      .territory=${this.territory}
      .slotsPerCard=${this.slotsPerCard}
      @sas-slot-select=${this.#onSelect}
    ></sas-availability>`;
  }
}

define('sas-booking', SasBooking);

declare global {
  interface HTMLElementTagNameMap {
    'sas-booking': SasBooking;
  }
}
