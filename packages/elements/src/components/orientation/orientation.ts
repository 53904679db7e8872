import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Orientation, TokenProvider } from '@sas-kit/client';
import { BaseElement, codeOf } from '../../base/base-element.ts';
import { define } from '../../base/define.ts';
import { spareEmergency } from '../../base/emergency.ts';
import { OwnResources } from '../../base/own-resources.ts';
import { pageClient } from '../../base/page-client.ts';
import { printOnly } from '../../base/print-only.ts';
import { AsyncTask } from '../../controllers/async-task.ts';
import { LocaleController } from '../../controllers/locale.ts';
import type { OrientationChoiceStrings } from '../../strings/fr/orientation-choice.ts';
import type { OrientationToldStrings } from '../../strings/fr/orientation-told.ts';
import type { OrientationWaysStrings } from '../../strings/fr/orientation-ways.ts';
import { orientationFr, type OrientationOpeningStrings } from '../../strings/fr/orientation.ts';
import { disclosureStyles } from '../../styles/disclosure.styles.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { formStyles } from '../../styles/form.styles.ts';
import { narrowFoldStyles } from '../../styles/narrow-fold.styles.ts';
import { publicStyles } from '../../styles/public.styles.ts';
import '../availability/availability.ts';
import { availabilityStyles } from '../availability/availability.styles.ts';
import { PlaceCombobox } from '../availability/place-combobox.ts';
import { defaultSpecialty } from '../availability/search-form.ts';
import { orientationResources, type OrientationClient } from './client.ts';
import { readLists } from './decision-lists.ts';
import { decisionPane } from './decision-pane.ts';
import { kindsOf, type Desk } from './draft.ts';
import { findPlace } from './find-place.ts';
import { OrientationFlow } from './flow.ts';
import { head, notOpened } from './frame.ts';
import { keyButton } from './key-button.ts';
import { orientationStyles } from './orientation.styles.ts';
import { OwnDoctor } from './own-doctor.ts';
import { placeField } from './place-field.ts';
import { printSheet } from './print/print-sheet.ts';
import { recapPane } from './recap-pane.ts';
import { keepRow, redirectionPane } from './redirection/redirection-pane.ts';
import { Shortcuts } from './shortcuts.ts';
import { SlotSearch } from './slot-search.ts';
import type { Step } from './surroundings.ts';
import { toExecute, toReplace } from './taken-up.ts';
import { Taking } from './taking.ts';
import { Telephone } from './telephone.ts';
import { toldPane } from './told-pane.ts';
import { walkInWords, type View } from './view.ts';
import { Ways } from './ways.ts';

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

const steps: readonly Step[] = ['decision', 'destination', 'recap', 'told'];

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
 * @fires {SasOrientationMovedEvent} sas-orientation-moved - the appointment of an orientation was moved
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
    narrowFoldStyles,
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
  readonly #lists = new AsyncTask(this, (signal) =>
    readLists(this.#api, this.#desk, this.mode, signal),
  );
  readonly #flow = new OrientationFlow(this, {
    api: () => this.#api,
    desk: () => this.#desk,
    caseRef: () => this.caseRef,
    report: (error) => this.report(error),
    spoken: (seconds) => {
      const text = this.locale.part('choice')?.spoken(seconds);
      if (text) this.announcer.say(text);
    },
    refresh: () => this.#search.refresh(),
    reread: () => void this.#reread(),
    forget: () => {
      this.#telephone.forget();
      this.#ownDoctor.forget();
      this.#ways.forget();
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
  readonly #taking = new Taking(this, {
    flow: this.#flow,
    desk: async () => {
      await this.updateComplete;
      if (!this.#opening.value) await this.refresh();
      return this.#orients ? this.#desk : undefined;
    },
  });
  readonly #search = new SlotSearch(this, {
    api: () => this.#api,
    flow: this.#flow,
    ownDoctor: () => this.#doctor,
    specialty: () => this.specialty || defaultSpecialty,
    redirects: () => this.mode === 'redirection',
    walkIn: (offer) => walkInWords(offer, this.locale.part('choice'), this.locale.language),
  });
  readonly #telephone = new Telephone(this, {
    api: () => this.#api,
    flow: this.#flow,
    caseRef: () => this.#desk.caseRef,
    report: (error) => this.report(error),
    search: () => this.#search.query,
    say: (text) => this.say(text),
  });
  readonly #ways = new Ways({
    flow: this.#flow,
    search: this.#search,
    telephone: this.#telephone,
  });

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

  /**
   * Takes up a decision that waits (`sas-orientation-execute` of the list), at the search for its place, with
   * the focus there. What is under way is left only when the reader says so; the case is the decision's.
   * Answers whether it was taken up: not where the reader stays, or may not, which is said.
   */
  execute(orientation: Orientation): Promise<boolean> {
    return this.#taking.take((desk) => toExecute(orientation, desk));
  }

  /**
   * Finds another appointment for an orientation that lost its own, or is about to (`sas-orientation-again` of
   * the list): the same decision, in the case of the orientation. One that stands is moved from slot to slot,
   * and cancelled for anything else. Answers whether it was taken up, as `execute` does.
   */
  again(orientation: Orientation): Promise<boolean> {
    return this.#taking.take((desk) => toReplace(orientation, desk));
  }

  /** Whether the reader records orientations at all. */
  get #orients(): boolean {
    return this.#opening.value?.rights.includes('orientation:create') ?? false;
  }

  async #reread(): Promise<void> {
    if (this.#orients) await this.#lists.run();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const sources = ['client', 'baseUrl', 'getToken', 'session', 'mode'] as const;
    const first = !this.hasUpdated;
    if (first || sources.some((name) => changed.has(name))) void this.refresh();
    if (changed.has('place') || changed.has('insee')) void this.#findPlace();
    this.#ownDoctor.load(this.#doctor, this.#flow.draft.place?.insee);
  }

  get #api(): OrientationClient {
    return pageClient(this, this.#own);
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

  /** The commune that the page names; one that is not clear is left to the reader. */
  async #findPlace(): Promise<void> {
    const { place, insee } = this;
    this.#combobox.set(place);
    if (place === '' && insee === '') return;
    const found = await findPlace(this.#api.places, { place, insee });
    if (found && this.place === place && this.insee === insee) this.#flow.placed(found);
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
    const facts = {
      level: this.headingLevel,
      redirects: this.mode === 'redirection',
      caseRef: this.#flow.caseRef,
      letters: this.shortcuts !== 'off',
      switchLetters: (on: boolean) => (this.shortcuts = on ? 'on' : 'off'),
    };
    return html`${head(strings, facts)} ${this.#renderBody(strings)}`;
  }

  #renderBody(strings: OrientationOpeningStrings): unknown {
    const { status, value, error } = this.#opening;
    if (!value) {
      return status === 'failed'
        ? notOpened(codeOf(error), strings, () => void this.refresh())
        : html`<p class="sr">${strings.loading}</p>
            <div class="skeleton" aria-busy="true"></div>`;
    }
    if (!this.#orients || kindsOf(this.#desk).length === 0) {
      return html`<p class="notice" part="problem">${strings.notYours}</p>`;
    }
    const view = this.#view(strings);
    const { step } = this.#flow;
    // A way by telephone has the keys of a call of its own.
    const { redirects = false } = this.#desk;
    const aside =
      !redirects && (step === 'decision' || (step === 'destination' && !this.#ways.open));
    if (step === 'decision' || step === 'told') this.#ways.forget();
    const number = steps.indexOf(step) + 1;
    return html`${this.#taking.render(view)}
      <p class="step-line quiet no-print">
        ${strings.stepOf(number, steps.length, strings.steps[step])}
      </p>
      ${redirects && step !== 'told' ? keepRow(view) : nothing}
      <div class="desk-grid ${aside ? 'aside' : ''}" ?inert=${this.#taking.asks}>
        <div class="pane" part="pane">${this.#renderPane(view)}</div>
        ${aside ? html`<div class="side">${this.#ownDoctor.render(this.#doctor, view)}</div>` : nothing}
        ${this.#search.render(view.level, this.#ways.open !== undefined)}
      </div>`;
  }

  #renderPane(view: View): unknown {
    const flow = this.#flow;
    if (flow.step === 'decision') {
      const lists = this.#lists.value ?? { waiting: [], protocols: [] };
      const said = this.insee !== '' || this.place !== '';
      const place = () => placeField(view, this.#combobox, said);
      return this.#desk.redirects
        ? redirectionPane(view, lists.protocols, place, flow.kept)
        : decisionPane(view, lists, place);
    }
    const choice = this.locale.part('choice');
    if (!choice) return html`<div class="skeleton" aria-busy="true"></div>`;
    const chosen = { ...view, strings: choice };
    if (flow.step === 'destination') {
      return this.#ways.render(chosen, () => this.locale.part('ways'));
    }
    if (flow.step === 'recap') return flow.target ? recapPane(flow.target, chosen) : nothing;
    const told = this.locale.part('told');
    if (!told || !flow.made) return html`<div class="skeleton" aria-busy="true"></div>`;
    const strings = { ...choice, ...told };
    const print = () => (this.#desk.redirects ? printSheet(this) : printOnly(this));
    return toldPane(flow.made, { ...view, strings, print });
  }
}

define('sas-orientation', SasOrientation);

declare global {
  interface HTMLElementTagNameMap {
    'sas-orientation': SasOrientation;
  }
}
