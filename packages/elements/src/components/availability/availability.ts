import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Modality, PublicCard, SasClient } from '@sas-kit/client';
import { availabilityResource, type AvailabilityResource } from '@sas-kit/client/availability';
import { placesResource } from '@sas-kit/client/places';
import { specialtiesResource } from '@sas-kit/client/specialties';
import { type TerritoriesResource, territoryResource } from '@sas-kit/client/territories';
import type { Transport } from '@sas-kit/client/transport';
import { clock } from '../../base/clock.ts';
import { define } from '../../base/define.ts';
import { heading } from '../../base/heading.ts';
import { problem } from '../../base/problem.ts';
import { codeOf, SasElement } from '../../base/sas-element.ts';
import { AsyncTask } from '../../controllers/async-task.ts';
import { LocaleController } from '../../controllers/locale.ts';
import { RovingGrid } from '../../controllers/roving-grid.ts';
import { TerritoryController } from '../../controllers/territory.ts';
import { SasSearchEvent } from '../../events/search.ts';
import { SasSlotSelectEvent } from '../../events/slot-select.ts';
import { publicStyles } from '../../styles/public.styles.ts';
import { availabilityFr, type AvailabilityStrings } from '../../strings/fr/availability.ts';
import { availabilityStyles } from './availability.styles.ts';
import { deskOf, loadDesk } from './live.ts';
import type { Answer } from './outcome.ts';
import { PlaceCombobox } from './place-combobox.ts';
import { availabilityQuery, parseModalities, type SearchState } from './query.ts';
import { isFree, results, skeleton } from './results.ts';
import { defaultSpecialty, searchForm } from './search-form.ts';

/** The resources that the search calls. */
export type AvailabilityClient = Pick<SasClient, 'places' | 'specialties'> & {
  readonly availability: AvailabilityResource;
  readonly territories: Pick<TerritoriesResource, 'get'>;
};

export function searchResources(transport: Transport): AvailabilityClient {
  return {
    availability: availabilityResource(transport),
    places: placesResource(transport),
    specialties: specialtiesResource(transport),
    territories: territoryResource(transport),
  };
}

/** Slots older than this are told to be old. */
const staleAfter = 5 * 60_000;
/** Most slots per card that the contract gives. */
const allSlots = 200;

/**
 * Finds free slots within 48 hours around a place. With a client that streams (`createSasClient`), the first
 * cards are shown at once, later ones come without moving what is being read, and changes as they happen.
 * Professionals then filter by what practices say of themselves, and read words of their own.
 *
 * @summary Search for free slots around a place.
 *
 * @fires {SasSearchEvent} sas-search - a search was answered
 * @fires {SasSlotSelectEvent} sas-slot-select - a slot was chosen; cancelable
 * @fires {SasErrorEvent} sas-error - a call failed
 *
 * @slot - never shown: the emergency text, for readers whose browser does not run the script
 *
 * @csspart base - the whole element
 * @csspart emergency - the emergency text
 * @csspart form - the search form
 * @csspart card - one practitioner or site
 * @csspart slots - the slots of a card
 * @csspart slot - one slot
 * @csspart empty - what is shown where there is no slot
 * @csspart problem - what is shown when a call failed
 */
export class SasAvailability extends SasElement<AvailabilityClient, AvailabilityStrings> {
  static override styles = [...SasElement.styles, publicStyles, availabilityStyles];

  static override properties: PropertyDeclarations = {
    place: {},
    insee: {},
    specialty: {},
    modality: {},
    from: {},
    territory: {},
    slotsPerCard: { type: Number, attribute: 'slots-per-card' },
    professional: { type: Boolean },
  };

  /** Place to search around, as text: a commune or a postcode. Searched at once. */
  declare place: string;

  /** INSEE code of the commune to search around. Wins over `place`. */
  declare insee: string;

  /** Specialty code. */
  declare specialty: string;

  /** `AMB`, `HH`, `VR`, separated by commas; empty for any. */
  declare modality: string;

  /** Start of the window, RFC 3339. Default, now. */
  declare from: string | undefined;

  /** Territory whose number is shown when the platform does not answer. */
  declare territory: string;

  /** Slots asked for per card, 1 to 200. */
  declare slotsPerCard: number;

  /** Whether the readers are professionals: known before the first answer says so. */
  declare professional: boolean | undefined;

  protected readonly locale = new LocaleController<AvailabilityStrings>(this, {
    fr: availabilityFr,
    en: async () => (await import('../../strings/en/availability.ts')).availabilityEn,
  });
  readonly #roving = new RovingGrid(this);
  readonly #territory = new TerritoryController(this);
  readonly #combobox = new PlaceCombobox(this, {
    find: async (q, signal) => (await this.api.places.search({ q, limit: 8 }, { signal })).items,
    found: (places) => this.say((strings) => strings.placesFound(places.length)),
    chosen: () => {
      this.#fault = false;
      this.requestUpdate();
    },
  });
  readonly #specialties = new AsyncTask(this, async (signal) => {
    return (await this.api.specialties.search({}, { signal })).items;
  });
  readonly #ask = async (
    signal: AbortSignal,
    search: SearchState,
    cursor?: string,
  ): Promise<Answer> => {
    const query = { ...availabilityQuery(search), cursor };
    const { api } = this;
    const desk = loadDesk(this, api.availability, this.#results, this.announcer);
    return desk ? (await desk).ask(api, query, signal) : api.availability.search(query, { signal });
  };
  readonly #results = new AsyncTask(this, this.#ask);
  readonly #more = new AsyncTask(this, this.#ask);
  readonly #expanded = new Set<string>();
  /** The text that stands for `insee`: once the reader changes it, the text is searched. */
  #inseeText = '';
  #last: SearchState | undefined;
  #fault = false;
  #stale = false;
  #cancelStale: (() => void) | undefined;

  constructor() {
    super();
    this.place = this.insee = this.modality = this.territory = '';
    this.specialty = defaultSpecialty;
    this.slotsPerCard = 30;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.#results.status === 'idle' && this.#last) void this.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancelStale?.();
  }

  /** Searches what the form holds. */
  async search(): Promise<void> {
    const search = this.#state();
    this.#combobox.close();
    this.#fault = !availabilityQuery(search);
    if (this.#fault) {
      this.requestUpdate();
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#place')?.focus();
      return;
    }
    await this.#begin(search);
  }

  /** Asks the last search again. What is shown stays until the answer is there. */
  async refresh(): Promise<void> {
    if (this.#last) await this.#run(this.#last);
  }

  /** Moves focus to a slot. Answers whether it is shown. */
  focusSlot(id: string): boolean {
    return this.#roving.focus(id);
  }

  protected override connect(transport: Transport): AvailabilityClient {
    return searchResources(transport);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const has = (...names: (keyof SasAvailability)[]) => names.some((name) => changed.has(name));
    const asked = has('place', 'insee') && (this.place !== '' || this.insee !== '');
    if (asked) {
      this.#combobox.set(this.place);
      this.#inseeText = this.place;
    }
    const source = has('client', 'baseUrl', 'key');
    const filter = has('specialty', 'modality', 'from');
    const again = this.#results.status !== 'idle' && (source || filter);
    if (asked || again) void this.search();
    if (source || !this.hasUpdated) {
      void this.#specialties.run();
      loadDesk(this, this.api.availability, this.#results, this.announcer)?.catch(() => undefined);
    }
    if (source || has('territory')) {
      void this.#territory.load(this.territory, this.api.territories);
    }
  }

  #state(): SearchState {
    const { text, place } = this.#combobox;
    return {
      place,
      insee: text === this.#inseeText ? this.insee : '',
      text,
      specialty: this.specialty,
      modalities: parseModalities(this.modality),
      from: this.from,
      slotsPerCard: this.slotsPerCard,
    };
  }

  async #begin(search: SearchState): Promise<void> {
    this.#results.value = undefined;
    this.#expanded.clear();
    await this.#run(search);
  }

  async #run(search: SearchState): Promise<void> {
    this.#last = search;
    this.#more.abort();
    const answer = await this.#results.run(search);
    if (this.#results.status === 'failed') this.report(this.#results.error);
    if (!answer) return;
    this.#stale = false;
    this.#cancelStale?.();
    this.#cancelStale = clock.after(staleAfter, () => {
      this.#stale = true;
      this.requestUpdate();
    });
    const { label, insee } = answer.place;
    if (this.#combobox.text === '' && label !== null) {
      this.#combobox.set(label);
      this.#inseeText = label;
    }
    const free = this.#count(answer.items);
    this.say((strings) =>
      free > 0 ? strings.results(free, strings.around(label)) : strings.emptyTitle,
    );
    const { specialty, modalities, place } = search;
    const department = place?.kind === 'department' ? place.department : undefined;
    const facts = { insee: insee ?? undefined, department, specialty, modalities };
    this.dispatchEvent(new SasSearchEvent(facts, free));
  }

  async #loadMore(search: SearchState, answer: Answer): Promise<void> {
    const page = await this.#more.run(search, answer.next ?? '');
    if (this.#more.status === 'failed') this.report(this.#more.error);
    if (!page) return;
    // A card may come again when availability changed between two pages.
    const known = new Set(answer.items.map(({ id }) => id));
    const items = [...answer.items, ...page.items.filter(({ id }) => !known.has(id))];
    const sources = [...(answer.sources ?? []), ...(page.sources ?? [])];
    if (!deskOf(this, this.api.availability))
      this.#results.value = { ...answer, items, sources, next: page.next };
    this.say((strings) => strings.results(this.#count(items), ''));
  }

  /** How many cards have slots: what is said is what the heading says. */
  #count(items: readonly PublicCard[]): number {
    return deskOf(this, this.api.availability)?.count ?? items.filter(isFree).length;
  }

  #toggle(id: string): void {
    if (!this.#expanded.delete(id)) this.#expanded.add(id);
    this.requestUpdate();
  }

  #toggleModality(modality: Modality): void {
    const chosen = new Set(parseModalities(this.modality));
    if (!chosen.delete(modality)) chosen.add(modality);
    this.modality = [...chosen].join(',');
  }

  protected override renderContent(own: AvailabilityStrings): TemplateResult {
    const { language } = this.locale;
    const desk = deskOf(this, this.api.availability);
    const strings = desk?.words(own) ?? own;
    const { status, value } = this.#results;
    return html`<div class="stack">
        ${heading(this.headingLevel, strings.heading, 'title')}
        <p class="quiet">${strings.origin}</p>
      </div>
      <p class="notice own-doctor no-print">
        <span><strong>${strings.ownDoctor}</strong> ${strings.ownDoctorHint}</span>
        <a href="https://annuairesante.ameli.fr" rel="noopener">${strings.directory}</a>
      </p>
      ${(desk?.form ?? searchForm)({
        strings,
        language,
        specialties: this.#specialties.value ?? [],
        place: this.#combobox.render(strings, this.#fault ? strings.placeMissing : ''),
        specialty: this.specialty,
        chosen: parseModalities(this.modality),
        submit: () => void this.search(),
        changeSpecialty: (code) => (this.specialty = code),
        toggleModality: (modality) => this.#toggleModality(modality),
      })}
      <div class="results" aria-busy=${status === 'pending'}>${this.#renderResults(strings)}</div>
      ${
        // What is not there yet is moved by nothing that comes.
        value || status !== 'pending'
          ? html`<p class="quiet small">${strings.independent}</p>`
          : nothing
      }`;
  }

  #renderResults(strings: AvailabilityStrings): unknown {
    const { status, value: answer, error } = this.#results;
    const { language } = this.locale;
    const refresh = () => void this.refresh();
    const failed =
      status === 'failed'
        ? problem(codeOf(error), strings, {
            retry: refresh,
            other: this.#territory.otherNumber(language),
          })
        : nothing;
    const search = this.#last;
    if (!answer || !search) return status === 'pending' ? skeleton(strings.loading) : failed;
    return html`${failed}
    ${(deskOf(this, this.api.availability)?.results ?? results)({
      strings,
      language,
      answer,
      refresh,
      stale: this.#stale,
      narrowed: search.modalities.length > 0,
      specialties: this.#specialties.value ?? [],
      roving: this.#roving,
      level: this.headingLevel + 3,
      searchFrom: (from) => void this.#begin({ ...search, from }),
      more: () => void this.#loadMore(search, answer),
      loading: this.#more.status === 'pending',
      expanded: this.#expanded,
      toggle: (id) => this.#toggle(id),
      loadAll: () => {
        this.#last = { ...search, slotsPerCard: allSlots };
        refresh();
      },
      select: (slot, card) => this.dispatchEvent(new SasSlotSelectEvent(slot, card)),
    })}`;
  }
}

define('sas-availability', SasAvailability);

declare global {
  interface HTMLElementTagNameMap {
    'sas-availability': SasAvailability;
  }
}
