import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type {
  Appointment,
  Card,
  Orientation,
  Protocol,
  Slot,
  TokenProvider,
} from '@sas-kit/client';
import type { AvailabilityQuery } from '@sas-kit/client/availability';
import { BaseElement, codeOf } from '../../base/base-element.ts';
import { button } from '../../base/button.ts';
import { providerOf } from '../../base/client.ts';
import { clock } from '../../base/clock.ts';
import { define } from '../../base/define.ts';
import { spareEmergency } from '../../base/emergency.ts';
import { switchField } from '../../base/fields.ts';
import { heading } from '../../base/heading.ts';
import { OwnResources } from '../../base/own-resources.ts';
import { printOnly } from '../../base/print-only.ts';
import { AsyncTask } from '../../controllers/async-task.ts';
import { LocaleController } from '../../controllers/locale.ts';
import type { SasSlotSelectEvent } from '../../events/slot-select.ts';
import { formatMoment, formatTime } from '../../format/formats.ts';
import type { OrientationChoiceStrings } from '../../strings/fr/orientation-choice.ts';
import type { OrientationToldStrings } from '../../strings/fr/orientation-told.ts';
import type { OrientationWaysStrings } from '../../strings/fr/orientation-ways.ts';
import { orientationFr, type OrientationOpeningStrings } from '../../strings/fr/orientation.ts';
import { disclosureStyles } from '../../styles/disclosure.styles.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { formStyles } from '../../styles/form.styles.ts';
import { publicStyles } from '../../styles/public.styles.ts';
import '../availability/availability.ts';
import type { SasAvailability } from '../availability/availability.ts';
import { availabilityStyles } from '../availability/availability.styles.ts';
import { nameOf } from '../availability/agenda.ts';
import { PlaceCombobox } from '../availability/place-combobox.ts';
import { defaultSpecialty } from '../availability/search-form.ts';
import { orientationResources, type OrientationClient } from './client.ts';
import { decisionPane } from './decision-pane.ts';
import { destinationPane } from './destination-pane.ts';
import { kindsOf, type Desk, type DraftPlace } from './draft.ts';
import { OrientationFlow, type Offer, type Step } from './flow.ts';
import { keyButton } from './key-button.ts';
import { orientationStyles } from './orientation.styles.ts';
import { OwnDoctor } from './own-doctor.ts';
import { printSheet } from './print/print-sheet.ts';
import { recapPane } from './recap-pane.ts';
import { redirectionPane } from './redirection/redirection-pane.ts';
import { searchClient } from './search-client.ts';
import { Shortcuts } from './shortcuts.ts';
import { toldPane } from './told-pane.ts';
import { Telephone, type Way } from './telephone.ts';
import { telephonePane } from './telephone-pane.ts';
import type { ChoiceView, View } from './view.ts';

export type { OrientationClient } from './client.ts';

interface Parts {
  choice: OrientationChoiceStrings;
  ways: OrientationWaysStrings;
  told: OrientationToldStrings;
}

/** What of the platform is read when the element opens. */
interface Opening {
  readonly roles: readonly string[];
  readonly rights: readonly string[];
}

/** How far a search is enlarged, km. */
const radii = [30, 60, 120] as const;
const steps: readonly Step[] = ['decision', 'destination', 'recap', 'told'];
/** What a form of a consultation is searched by. */
const modalityOf = { 'home-visit': 'HH', teleconsultation: 'VR', consultation: 'AMB' } as const;

/**
 * From a doctor's decision to the appointment, for the desk of a regulation centre: who decided, where the
 * patient goes, what is read to them. Every action has one key, shown on its button. It judges nobody, sends
 * nothing out, and fills in nothing beforehand. A desk's element: no emergency text for the public.
 *
 * How a pane plugs in: a step of `OrientationFlow` (`flow.ts`), a function of a `View` that renders it and
 * begins with `stepTitle`, its keys in `keys.ts`, its texts in a part of their own; `renderPane` chooses.
 *
 * @summary From the decision to the appointment, at a desk.
 *
 * @fires {SasOrientationMadeEvent} sas-orientation-made - an orientation was recorded
 * @fires {SasOrientationKeptEvent} sas-orientation-kept - nobody is redirected: nothing was recorded
 * @fires {SasOrientationWithdrawnEvent} sas-orientation-withdrawn - it was taken back a moment later
 * @fires {SasOrientationGivenBackEvent} sas-orientation-given-back - the patient goes back to the regulating doctor
 * @fires {SasErrorEvent} sas-error - a call failed
 *
 * @slot instructions - of a redirection, the hospital's own text for the patient's sheet
 *
 * @csspart base - the whole element
 * @csspart pane - the pane that is shown
 * @csspart own-doctor - the person's own doctor
 * @csspart recap - what is about to be recorded, on one line
 * @csspart hold - the time left, and the button that keeps the slot longer
 * @csspart read - what is read to the patient
 * @csspart problem - why something was refused
 */
export class SasOrientation extends BaseElement<OrientationOpeningStrings> {
  static override styles = [
    ...BaseElement.styles,
    fieldStyles,
    formStyles,
    publicStyles,
    disclosureStyles,
    availabilityStyles,
    orientationStyles,
  ];

  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: 'base-url' },
    session: { type: Boolean },
    getToken: { attribute: false },
    client: { attribute: false },
    caseRef: { attribute: 'case-ref' },
    shareCaseRef: { type: Boolean, attribute: 'share-case-ref' },
    place: {},
    insee: {},
    specialty: {},
    ownDoctor: { attribute: 'own-doctor' },
    shortcuts: {},
    mode: {},
  };

  protected static override readonly emergencyFirst = false;

  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  declare baseUrl: string;

  /** Calls as the reader who signed in on this very origin, by the cookie of its session. */
  declare session: boolean;

  /** Gives the bearer token of the reader, and a new one when it is refused. */
  declare getToken: TokenProvider | undefined;

  /** Resources to call with. Wins over token, session and the nearest `<sas-provider>`. */
  declare client: OrientationClient | undefined;

  /** The dispatch program's reference of its case. In every event; in no request without `share-case-ref`. */
  declare caseRef: string;

  /** Tells the platform the case. Decisions of the dispatch program are recorded only with it. */
  declare shareCaseRef: boolean;

  /** Name of the commune where the person is. */
  declare place: string;

  /** Its INSEE code. */
  declare insee: string;

  /** Specialty that is searched. */
  declare specialty: string;

  /** The person's own doctor: a national id, whose card is shown, or a name. */
  declare ownDoctor: string;

  /** `off`: no single letter does anything (WCAG 2.1.4). */
  declare shortcuts: 'on' | 'off';

  /**
   * `redirection`: for the nurse who receives people at an emergency department. Under a protocol, towards
   * practices of the redirection scheme only, with a sheet for the patient.
   */
  declare mode: 'regulation' | 'redirection';

  protected readonly locale = new LocaleController<OrientationOpeningStrings, Parts>(this, {
    fr: orientationFr,
    en: async () => (await import('../../strings/en/orientation.ts')).orientationEn,
  });
  readonly #own = new OwnResources(orientationResources);
  readonly #opening = new AsyncTask(this, async (signal): Promise<Opening> => {
    const { roles, rights } = await this.#api.session.get({ signal });
    return { roles, rights };
  });
  readonly #lists = new AsyncTask(this, async (signal) => this.#readLists(signal));
  readonly #flow = new OrientationFlow(this, {
    api: () => this.#api,
    desk: () => this.#desk,
    caseRef: () => this.caseRef,
    report: (error) => this.report(error),
    spoken: (seconds) => {
      const text = this.locale.part('choice')?.spoken(seconds);
      if (text) this.announcer.say(text);
    },
    refresh: () => void this.#search?.refresh(),
    reread: () => void this.#reread(),
    forget: () => {
      this.#telephone.forget();
      this.#ownDoctor.forget();
    },
    place: () => void this.#findPlace(),
    changed: (underWay) => {
      void this.#findPlace();
      void this.#reread();
      if (underWay) this.say(({ caseChanged }) => caseChanged);
    },
  });
  readonly #ownDoctor = new OwnDoctor(this, {
    api: () => this.#api,
    caseRef: () => this.#desk.caseRef,
    report: (error) => this.report(error),
    say: (text) => this.say(text),
  });
  readonly #combobox = new PlaceCombobox(this, {
    find: async (q, signal) =>
      (await this.#api.places.search({ q, kind: 'commune', limit: 8 }, { signal })).items,
    found: () => undefined,
    chosen: ({ insee, label, timeZone }) => {
      if (insee !== null) this.#flow.change({ place: { insee, label, timeZone } });
    },
  });
  readonly #shortcuts = new Shortcuts(this);
  #searching:
    | {
        api: OrientationClient;
        ownDoctor: string;
        radiusKm: number | null;
        client: OrientationClient;
      }
    | undefined;
  readonly #telephone = new Telephone(this, {
    api: () => this.#api,
    flow: this.#flow,
    caseRef: () => this.#desk.caseRef,
    report: (error) => this.report(error),
    search: () =>
      this.#asked ?? {
        insee: this.#flow.draft.place?.insee ?? '',
        specialty: this.specialty || defaultSpecialty,
      },
    say: (text) => this.say(text),
  });
  /** What the search on screen asked last. */
  #asked: AvailabilityQuery | undefined;
  /** The way besides the search that is open. */
  #way: Way | undefined;
  #radiusKm: number | null = null;
  /** The search has been shown: from now on it stays, as it was. */
  #searched = false;
  #walkIn = '';

  constructor() {
    super();
    this.baseUrl = this.caseRef = this.place = this.insee = this.specialty = this.ownDoctor = '';
    this.session = this.shareCaseRef = false;
    this.shortcuts = 'on';
    this.mode = 'regulation';
    spareEmergency(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.#opening.status === 'idle') void this.refresh();
  }

  /** Reads again who the reader is, and what waits. What is being recorded stays. */
  async refresh(): Promise<void> {
    const opening = await this.#opening.run();
    if (this.#opening.status === 'failed') this.report(this.#opening.error);
    if (opening) await this.#reread();
  }

  async #reread(): Promise<void> {
    if (this.#opening.value?.rights.includes('orientation:create')) await this.#lists.run();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const sources = ['client', 'baseUrl', 'getToken', 'session', 'mode'] as const;
    const first = !this.hasUpdated;
    if (first || sources.some((name) => changed.has(name))) void this.refresh();
    if (changed.has('mode')) this.#searching = undefined;
    if (changed.has('place') || changed.has('insee')) void this.#findPlace();
    this.#ownDoctor.load(this.#doctor, this.#flow.draft.place?.insee);
  }

  get #api(): OrientationClient {
    const provider = providerOf(this);
    const { client, getToken, session } = this;
    const connection = { baseUrl: this.baseUrl || (provider?.baseUrl ?? ''), getToken, session };
    return client ?? this.#own.of(connection) ?? provider?.client ?? this.#own.over(connection);
  }

  get #desk(): Desk {
    const { shareCaseRef, mode } = this;
    const { caseRef } = this.#flow;
    return {
      redirects: mode === 'redirection',
      roles: this.#opening.value?.roles ?? [],
      caseRef: shareCaseRef && caseRef !== '' ? caseRef : undefined,
    };
  }

  /** The person's own doctor: of another case the page told none. */
  get #doctor(): string {
    return this.caseRef === '' || this.caseRef === this.#flow.caseRef ? this.ownDoctor : '';
  }

  get #search(): SasAvailability | null {
    return this.renderRoot.querySelector<SasAvailability>('sas-availability');
  }

  async #readLists(signal: AbortSignal): Promise<{
    waiting: readonly Orientation[];
    protocols: readonly Protocol[];
  }> {
    const { orientations, protocols } = this.#api;
    const { roles } = this.#desk;
    const kinds = kindsOf(this.#desk);
    const [waiting, signed] = await Promise.all([
      kinds.includes('orientation')
        ? orientations.list({ state: 'to-execute', limit: 100 }, { signal })
        : undefined,
      kinds.includes('protocol')
        ? protocols.list({ state: 'in-force', purpose: this.mode, limit: 100 }, { signal })
        : undefined,
    ]);
    return {
      waiting: (waiting?.items ?? []).filter(
        ({ outcome }) => outcome === 'unscheduled-consultation',
      ),
      protocols: (signed?.items ?? []).filter((protocol) =>
        protocol.roles.some((role) => roles.includes(role)),
      ),
    };
  }

  /** The commune that the page names, with its zone; a name that is not clear is left to the reader. */
  async #findPlace(): Promise<void> {
    const { place: q, insee } = this;
    this.#combobox.set(q);
    if (q === '' && insee === '') return;
    let found: DraftPlace | undefined =
      insee === '' ? undefined : { insee, label: q || insee, timeZone: clock.zone() };
    if (q !== '') {
      const { items } = await this.#api.places
        .search({ q, kind: 'commune', limit: 20 })
        .catch(() => ({ items: [] }));
      const same = (label: string) => label.localeCompare(q, 'fr', { sensitivity: 'base' }) === 0;
      const known = items.filter((one) => (insee === '' ? same(one.label) : one.insee === insee));
      const [one, another] = known;
      if (one?.insee && !another) {
        found = { insee: one.insee, label: one.label, timeZone: one.timeZone };
      }
    }
    if (found && this.place === q && this.insee === insee) this.#flow.placed(found);
  }

  #searchClient(): OrientationClient {
    const api = this.#api;
    const ownDoctor = this.#doctor;
    const radiusKm = this.#radiusKm;
    const made = this.#searching;
    if (made?.api === api && made.ownDoctor === ownDoctor && made.radiusKm === radiusKm) {
      return made.client;
    }
    const hooks = {
      booked: (appointment: Appointment) => this.#bookedThere(appointment),
      asked: (query: AvailabilityQuery) => (this.#asked = query),
    };
    const client = searchClient(api, { ownDoctor, radiusKm }, hooks, this.#desk.redirects);
    this.#searching = { api, ownDoctor, radiusKm, client };
    return client;
  }

  /** Somebody booked on an editor's page, and said so: what is left is to record it. */
  #bookedThere(appointment: Appointment): void {
    if (this.#flow.step !== 'destination') return;
    const offer = appointment;
    void this.#flow.aim({ kind: 'appointment', offer, appointment, there: true });
  }

  #onSelect(event: SasSlotSelectEvent): void {
    event.stopPropagation();
    const { slot, card } = event;
    const { source } = slot as Partial<Slot>;
    // Its cell is a link to the editor's page: the search notes who follows it.
    if (source?.kind === 'editor' && !source.bookableHere && slot.bookingUrl !== null) {
      if (this.#flow.refuseLate(slot.start)) event.preventDefault();
      return;
    }
    event.preventDefault();
    this.#walkIn = '';
    const { practice } = card as Partial<Card>;
    const offer: Offer = { ...card, slot, practice: practice ?? null };
    if (slot.booking === 'WALKIN') this.#tellWalkIn(offer);
    else void this.#flow.choose(offer);
  }

  /** Where one simply comes nothing is booked. */
  #tellWalkIn(offer: Offer): void {
    const { slot, location } = offer;
    const { language } = this.locale;
    const [day, from] = formatMoment(slot.start, location.timeZone, language);
    const until = formatTime(slot.end, location.timeZone, language);
    this.#walkIn =
      this.locale.part('choice')?.walkIn(day, from, until, nameOf(offer)) ?? this.#walkIn;
    this.requestUpdate();
  }

  #view(strings: OrientationOpeningStrings): View {
    const letters = this.shortcuts !== 'off';
    const words = strings.keyNames;
    return {
      strings,
      language: this.locale.language,
      level: this.headingLevel + 1,
      flow: this.#flow,
      desk: this.#desk,
      caseRef: this.#flow.caseRef,
      pageCaseRef: this.caseRef,
      key: (action, text, press, options) =>
        keyButton(action, text, press, { ...options, letters, words }),
    };
  }

  protected override renderContent(strings: OrientationOpeningStrings): TemplateResult {
    return html`${this.#renderHead(strings)} ${this.#renderBody(strings)}`;
  }

  #renderHead(strings: OrientationOpeningStrings): TemplateResult {
    const { shortcuts } = this;
    const { caseRef } = this.#flow;
    return html`<div class="head row no-print">
      ${heading(
        this.headingLevel,
        this.mode === 'redirection' ? strings.redirection.heading : strings.heading,
        'subtitle',
      )}
      ${caseRef === '' ? nothing : html`<p>${strings.caseRef} <strong>${caseRef}</strong></p>`}
      ${switchField({
        id: 'shortcuts',
        label: strings.shortcuts,
        hint: strings.shortcutsHint,
        checked: shortcuts !== 'off',
        change: (on) => (this.shortcuts = on ? 'on' : 'off'),
      })}
    </div>`;
  }

  #renderBody(strings: OrientationOpeningStrings): unknown {
    const { status, value, error } = this.#opening;
    if (!value) {
      return status === 'failed'
        ? this.#failed(codeOf(error), strings)
        : html`<p class="sr">${strings.loading}</p>
            <div class="skeleton" aria-busy="true"></div>`;
    }
    if (!value.rights.includes('orientation:create') || kindsOf(this.#desk).length === 0) {
      return html`<p class="notice" part="problem">${strings.notYours}</p>`;
    }
    const view = this.#view(strings);
    const { step } = this.#flow;
    // A way by telephone has the keys of a call of its own.
    const { redirects = false } = this.#desk;
    const aside = !redirects && (step === 'decision' || (step === 'destination' && !this.#way));
    if (step === 'decision' || step === 'told') this.#forget();
    const number = steps.indexOf(step) + 1;
    return html`<p class="step-line quiet no-print">
        ${strings.stepOf(number, steps.length, strings.steps[step])}
      </p>
      ${redirects && step !== 'told' ? this.#renderKeep(view) : nothing}
      <div class="desk-grid ${aside ? 'aside' : ''}">
        <div class="pane" part="pane">${this.#renderPane(view)} ${this.#renderSearch(view)}</div>
        ${aside ? html`<div class="side">${this.#ownDoctor.render(this.#doctor, view)}</div>` : nothing}
      </div>`;
  }

  /** What belongs to one destination is not the next one's. */
  #forget(): void {
    this.#way = undefined;
    this.#radiusKm = null;
    this.#walkIn = '';
  }

  /** Wherever the flow stands, nobody has to be redirected. */
  #renderKeep({ strings, flow, key }: View): TemplateResult {
    return html`<div class="row no-print">
      ${key('keep-here', strings.redirection.keep, () => void flow.keepHere(), {
        busy: flow.busy,
      })}
    </div>`;
  }

  #failed(code: string, strings: OrientationOpeningStrings): TemplateResult {
    const text =
      code === 'unauthenticated'
        ? strings.signedOut
        : code === 'forbidden'
          ? strings.notYours
          : strings.silent;
    return html`<div class="notice alarm" part="problem" role="alert">
      <p>${text}</p>
      ${button(strings.retry, () => void this.refresh())}
    </div>`;
  }

  #renderPane(view: View): unknown {
    const flow = this.#flow;
    if (flow.step === 'decision') {
      const lists = this.#lists.value ?? { waiting: [], protocols: [] };
      const place = () => this.#renderPlace(view);
      return this.#desk.redirects
        ? redirectionPane(view, lists.protocols, place, flow.kept)
        : decisionPane(view, lists, place);
    }
    const choice = this.locale.part('choice');
    if (!choice) return html`<div class="skeleton" aria-busy="true"></div>`;
    const chosen = { ...view, strings: choice };
    if (flow.step === 'destination') return this.#renderDestination(chosen);
    if (flow.step === 'recap') return flow.target ? recapPane(flow.target, chosen) : nothing;
    const told = this.locale.part('told');
    if (!told || !flow.made) return html`<div class="skeleton" aria-busy="true"></div>`;
    const strings = { ...choice, ...told };
    const print = () => (this.#desk.redirects ? printSheet(this) : printOnly(this));
    return toldPane(flow.made, { ...view, strings, print });
  }

  #renderDestination(view: ChoiceView): TemplateResult {
    const way = this.#way;
    const ways = way && this.locale.part('ways');
    if (way && ways) {
      const strings = { ...view.strings, ...ways };
      return telephonePane(way, this.#telephone, { ...view, strings, close: () => this.#open() });
    }
    const radiusKm = this.#radiusKm;
    const nextKm = radii.find((km) => km > (radiusKm ?? 0)) ?? null;
    return destinationPane(
      view,
      { walkIn: this.#walkIn, radiusKm, nextKm },
      {
        open: (chosen) => this.#open(chosen),
        enlarge: () => {
          this.#radiusKm = nextKm;
          this.#walkIn = '';
          this.requestUpdate();
          // The button goes with the last distance.
          if (nextKm === radii.at(-1)) void this.#flow.go('destination');
        },
      },
    );
  }

  /** Opens a way besides the search, or the search again. */
  #open(way?: Way): void {
    this.#way = way;
    this.#walkIn = '';
    if (way) void this.#telephone.open(way);
    void this.#flow.go('destination');
  }

  #renderPlace({ strings, flow }: View): TemplateResult {
    const { place } = flow.draft;
    const said = this.insee !== '' || this.place !== '';
    if (said && place)
      return html`<p class="decided">${strings.where} <strong>${place.label}</strong></p>`;
    return this.#combobox.render(strings, flow.missing === 'place' ? strings.missing.place : '');
  }

  /** Hidden beside the other panes: whoever comes back finds it as it was. */
  #renderSearch({ flow, level }: View): TemplateResult | typeof nothing {
    const { step, draft } = flow;
    this.#searched ||= step === 'destination';
    if (!this.#searched || !draft.place) return nothing;
    const modality = modalityOf[(draft.form as keyof typeof modalityOf | null) ?? 'consultation'];
    return html`<sas-availability
      class=${this.#desk.redirects ? nothing : 'beside-own-doctor'}
      professional
      ?hidden=${step !== 'destination' || this.#way !== undefined}
      .client=${this.#searchClient()}
      .headingLevel=${level + 1}
      .place=${draft.place.label}
      .insee=${draft.place.insee}
      .specialty=${this.specialty || defaultSpecialty}
      .modality=${modality}
      @sas-slot-select=${(event: SasSlotSelectEvent) => this.#onSelect(event)}
      @sas-search=${(event: Event) => event.stopPropagation()}
    ></sas-availability>`;
  }
}

define('sas-orientation', SasOrientation);

declare global {
  interface HTMLElementTagNameMap {
    'sas-orientation': SasOrientation;
  }
}
