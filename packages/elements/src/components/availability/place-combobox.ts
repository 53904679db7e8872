/* eslint-disable lit-a11y/accessible-name -- the label stands beside the field, by `for` */
/* eslint-disable lit-a11y/click-events-have-key-events -- keys go through the field */
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { Place } from '@sas-kit/client';
import { clock } from '../../base/clock.ts';
import { AsyncTask } from '../../controllers/async-task.ts';
import type { AvailabilityStrings } from '../../strings/fr/availability.ts';

/** Milliseconds without a keystroke before places are asked for. */
const pause = 250;
const shortest = 2;

type PlaceStrings = Pick<AvailabilityStrings, 'place' | 'places' | 'department'>;

/** Where the combobox finds places and to whom it gives the chosen one. */
export interface PlaceSource {
  find(text: string, signal: AbortSignal): Promise<Place[]>;
  found(places: readonly Place[]): void;
  chosen(place: Place): void;
}

/** An editable combobox with a list (WAI-ARIA), whose text alone is enough to search. */
export class PlaceCombobox implements ReactiveController {
  text = '';
  /** The place of the list that was chosen, until the text changes. */
  place: Place | undefined;
  #open = false;
  #active = -1;
  #cancel: (() => void) | undefined;
  readonly #finding: AsyncTask<[text: string], readonly Place[]>;
  readonly #host: ReactiveControllerHost;
  readonly #source: PlaceSource;

  constructor(host: ReactiveControllerHost, source: PlaceSource) {
    this.#host = host;
    this.#source = source;
    this.#finding = new AsyncTask(host, (signal, text) => source.find(text, signal));
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  get #places(): readonly Place[] {
    return this.#finding.value ?? [];
  }

  /** Sets the text without asking for places. */
  set(text: string, place?: Place): void {
    this.text = text;
    this.place = place;
    this.close();
  }

  close(): void {
    this.#cancel?.();
    this.#finding.abort();
    this.#open = false;
    this.#active = -1;
    this.#host.requestUpdate();
  }

  render(strings: PlaceStrings, fault: string): TemplateResult {
    return html`<div class="field place">
      <label class="label" for="place">${strings.place}</label>
      <input
        id="place"
        class="input"
        role="combobox"
        autocomplete="off"
        enterkeyhint="search"
        maxlength="160"
        aria-autocomplete="list"
        aria-controls="places"
        aria-expanded=${this.#open}
        aria-activedescendant=${this.#active < 0 ? nothing : `place-${this.#active}`}
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? 'place-fault' : nothing}
        .value=${this.text}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
        @blur=${() => this.close()}
      />
      <ul
        id="places"
        class="places"
        role="listbox"
        aria-label=${strings.places}
        ?hidden=${!this.#open}
      >
        ${this.#places.map((place, index) => this.#option(place, index, strings))}
      </ul>
      ${fault ? html`<p id="place-fault" class="fault small">${fault}</p>` : nothing}
    </div>`;
  }

  #option(place: Place, index: number, strings: PlaceStrings): TemplateResult {
    const detail = place.kind === 'department' ? strings.department : place.postcode;
    // The pointer chooses before the field loses focus. Keys go through the field.
    return html`<li
      id="place-${index}"
      role="option"
      aria-selected=${index === this.#active}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#choose(place)}
    >
      ${place.label} <span class="small">${detail}</span>
    </li>`;
  }

  readonly #onInput = (event: Event): void => {
    this.close();
    this.text = (event.target as HTMLInputElement).value;
    this.place = undefined;
    const text = this.text.trim();
    if (text.length >= shortest) this.#cancel = clock.after(pause, () => void this.#find(text));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const count = this.#places.length;
    const place = this.#places[this.#active];
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        if (count === 0) return;
        this.#open = true;
        const step = event.key === 'ArrowDown' ? 1 : -1;
        const from = this.#active < 0 && step < 0 ? 0 : this.#active;
        this.#active = (from + step + count) % count;
        break;
      }
      case 'Enter':
        if (!this.#open || !place) return;
        this.#choose(place);
        break;
      case 'Escape':
        if (!this.#open) return;
        this.close();
        break;
      default:
        return;
    }
    event.preventDefault();
    this.#host.requestUpdate();
  };

  /** The list only helps: where it cannot be read, the text can be searched without it. */
  async #find(text: string): Promise<void> {
    const places = await this.#finding.run(text);
    if (!places) return;
    this.#open = places.length > 0;
    this.#active = -1;
    this.#source.found(places);
  }

  #choose(place: Place): void {
    this.set(place.label, place);
    this.#source.chosen(place);
  }
}
