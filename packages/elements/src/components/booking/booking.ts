import { adoptStyles, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { appointmentsResource } from '@sas-kit/client/appointments';
import { availabilityResource } from '@sas-kit/client/availability';
import { holdsResource } from '@sas-kit/client/holds';
import { placesResource } from '@sas-kit/client/places';
import { specialtiesResource } from '@sas-kit/client/specialties';
import { territoriesResource } from '@sas-kit/client/territories';
import type { Transport } from '@sas-kit/client/transport';
import { define } from '../../base/define.ts';
import { problem } from '../../base/problem.ts';
import { SasElement } from '../../base/sas-element.ts';
import { LocaleController } from '../../controllers/locale.ts';
import type { SasSlotSelectEvent } from '../../events/slot-select.ts';
import { errorsFr, type ErrorStrings } from '../../strings/fr/errors.ts';
import '../availability/availability.ts';
import type { SasAvailability } from '../availability/availability.ts';
import { defaultSpecialty } from '../availability/search-form.ts';
import type { BookingPath } from './booking-path.ts';
import { shellStyles } from './booking.styles.ts';
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
 * @csspart hold - the time left, and the button that keeps the slot longer
 * @csspart summary - who, where and when
 * @csspart form - the contact form
 * @csspart privacy - what happens to the contact
 * @csspart conflict - why a choice did not work, with the nearest slots
 * @csspart problem - what is shown when a call failed
 *
 * @cssproperty --sas-color-accent - colour of links, buttons and focus
 * @cssproperty --sas-color-on-accent - text on the accent colour
 * @cssproperty --sas-color-ground - background
 * @cssproperty --sas-color-ink - text
 * @cssproperty --sas-font-family - typeface; default, the page's
 * @cssproperty --sas-radius - corner of cards
 * @cssproperty --sas-padding - space around the content
 */
export class SasBooking extends SasElement<BookingClient, ErrorStrings> {
  static override styles = [...SasElement.styles, shellStyles];

  /** Place to search around, as text: a commune or a postcode. Searched at once. */
  @property() place = '';

  /** INSEE code of the commune to search around. Wins over `place`. */
  @property() insee = '';

  /** Specialty code. */
  @property() specialty = defaultSpecialty;

  /** `AMB`, `HH`, `VR`, separated by commas; empty for any. */
  @property() modality = '';

  /** Territory whose number is shown when the platform does not answer. */
  @property() territory = '';

  /** Slots asked for per card, 1 to 200. */
  @property({ type: Number, attribute: 'slots-per-card' }) slotsPerCard = 30;

  protected readonly locale = new LocaleController<ErrorStrings>(this, {
    fr: errorsFr,
    en: async () => (await import('../../strings/en/errors.ts')).errorsEn,
  });
  /** What follows the choice of a slot. It loads while the reader looks at the slots. */
  #path: BookingPath | undefined;
  #loading: Promise<BookingPath> | undefined;
  /** What the reader wanted while the path could not be loaded. */
  #wanted: ((path: BookingPath) => void) | undefined;
  #failed = false;
  /** A link was opened: what it leads to stands in the place of the search. */
  #linked = false;

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
      availability: availabilityResource(transport),
      places: placesResource(transport),
      specialties: specialtiesResource(transport),
      territories: territoriesResource(transport),
      holds: holdsResource(transport),
      appointments: appointmentsResource(transport),
    };
  }

  /** Loads what follows the choice of a slot. */
  protected loadPath() {
    return import('./booking-path.ts');
  }

  /** The link leaves the address bar before anything else can read it. */
  readonly #openLink = (): void => {
    const link = takeManageLink();
    if (!link) return;
    this.#linked = true;
    void this.#go((path) => void path.open(link));
  };

  async #onSelect(event: SasSlotSelectEvent): Promise<void> {
    // The page's listeners come after this one, in the same dispatch: they may cancel.
    await Promise.resolve();
    if (event.defaultPrevented) return;
    await this.#go((path) => void path.choose({ ...event.card, slot: event.slot }));
  }

  /** Does something on the path, loaded first where it is not there yet. */
  async #go(want: (path: BookingPath) => void): Promise<void> {
    this.#wanted = want;
    this.#failed = false;
    this.requestUpdate();
    try {
      const path = await this.#load();
      if (this.#wanted !== want) return;
      this.#wanted = undefined;
      want(path);
    } catch (error) {
      this.report(error);
      this.#failed = true;
    }
    this.requestUpdate();
  }

  #load(): Promise<BookingPath> {
    this.#loading ??= this.#createPath();
    this.#loading.catch(() => (this.#loading = undefined));
    return this.#loading;
  }

  async #createPath(): Promise<BookingPath> {
    const { BookingPath, pathStyles } = await this.loadPath();
    await this.updateComplete;
    const root = this.renderRoot as ShadowRoot;
    adoptStyles(root, [...SasBooking.elementStyles, pathStyles]);
    const path = new BookingPath(this, {
      api: () => this.api,
      report: (error) => this.report(error),
      say: (message) => this.announcer.say(message),
      search: () => root.querySelector<SasAvailability>('sas-availability'),
    });
    await path.ready;
    this.#path = path;
    return path;
  }

  protected override renderContent(strings: ErrorStrings): TemplateResult {
    const path = this.#path;
    const wanted = this.#wanted;
    const waiting = this.#linked && !this.#failed;
    return html`${
      wanted && this.#failed
        ? problem('connection', strings, { retry: () => void this.#go(wanted) })
        : nothing
    }
    ${path?.renderAbove()} ${path || !this.#linked ? this.#renderSearch() : nothing}
    ${path?.renderStep() ?? (waiting ? html`<div class="skeleton" aria-busy="true"></div>` : nothing)}`;
  }

  /** The search stays where it is while a slot is kept: coming back finds it as it was. */
  #renderSearch(): TemplateResult | typeof nothing {
    const around = this.#path ? this.#path.searched() : { hidden: false, moved: undefined };
    if (!around) return nothing;
    const { hidden, moved } = around;
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
      @sas-search=${() => void this.#load()}
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
