import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { TokenProvider } from '@sas-kit/client';
import { participationResource } from '@sas-kit/client/participation';
import { schedulesResource } from '@sas-kit/client/schedules';
import { sessionResource } from '@sas-kit/client/session';
import { structuresResource } from '@sas-kit/client/structures';
import type { Transport } from '@sas-kit/client/transport';
import { define } from '../../base/define.ts';
import { heading } from '../../base/heading.ts';
import { OwnResources } from '../../base/own-resources.ts';
import { SasElement } from '../../base/sas-element.ts';
import { warn } from '../../base/warn.ts';
import { AsyncTask } from '../../controllers/async-task.ts';
import { LocaleController } from '../../controllers/locale.ts';
import {
  type ParticipationKind,
  SasParticipationChangeEvent,
} from '../../events/participation-change.ts';
import { participationFr, type ParticipationStrings } from '../../strings/fr/participation.ts';
import { formStyles } from '../../styles/form.styles.ts';
import { formEnd } from './form-end.ts';
import { type ParticipationClient, readSettings, type Settings } from './participation-data.ts';
import type { PracticePart } from './practice/practice-part.ts';
import { participationStyles } from './participation.styles.ts';
import { practitionerFields } from './practitioner-fields.ts';
import type { SettingsForm } from './settings-form.ts';
import { standIn } from './stand-in.ts';
import { structureFields } from './structure-fields.ts';

/**
 * How a professional or a structure takes part in the SAS: one form, each question with its rule. The
 * platform alone judges; what is written is never lost, even where somebody else saved meanwhile.
 *
 * @summary How a professional or a structure takes part in the SAS.
 *
 * @fires {SasParticipationChangeEvent} sas-participation-change - the reader saved other settings
 * @fires {SasErrorEvent} sas-error - a call failed
 *
 * @csspart base - the whole element
 * @csspart form - the questions
 * @csspart warning - what the answers would mean
 * @csspart conflict - what differs where somebody else saved meanwhile
 * @csspart practice - what the practice says of itself
 * @csspart state - whether everything is saved
 * @csspart empty - what is shown where there are no settings
 * @csspart problem - what is shown when a call failed or an answer is missing
 */
export class SasParticipation extends SasElement<ParticipationClient, ParticipationStrings> {
  static override styles = [...SasElement.styles, formStyles, participationStyles];
  protected static override readonly emergencyFirst = false;

  static override properties: PropertyDeclarations = {
    kind: {},
    nationalId: { attribute: 'national-id' },
    getToken: { attribute: false },
    session: { type: Boolean },
    practice: { type: Boolean },
  };

  /** `practitioner` or `structure`. */
  declare kind: ParticipationKind;

  /** National id of the professional or structure. Default, whoever is signed in. */
  declare nationalId: string;

  /** Gives the bearer token of whoever is at the desk, and a new one when it is refused. */
  declare getToken: TokenProvider | undefined;

  /** Calls as the reader who signed in on this very origin, by the cookie of its session. */
  declare session: boolean;

  /** Also asks a professional what its practice says of itself, at each of its places. */
  declare practice: boolean;

  protected readonly locale = new LocaleController<ParticipationStrings>(this, {
    fr: participationFr,
    en: async () => (await import('../../strings/en/participation.ts')).participationEn,
  });
  readonly #settings = new AsyncTask(this, (signal, kind: ParticipationKind, id: string) =>
    readSettings(this, this.api, kind, id, signal),
  );
  #part: PracticePart | undefined;
  readonly #own = new OwnResources((transport) => this.connect(transport));

  constructor() {
    super();
    this.kind = 'practitioner';
    this.nationalId = '';
    this.session = false;
    this.practice = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#load();
  }

  /** Reads the settings again; what was written and not saved is given up. */
  async refresh(): Promise<void> {
    await this.#load();
  }

  protected override get api(): ParticipationClient {
    return (this.client ? undefined : this.#own.of(this)) ?? super.api;
  }

  protected override connect(transport: Transport): ParticipationClient {
    return {
      participation: participationResource(transport),
      schedules: schedulesResource(transport),
      structures: structuresResource(transport),
      session: sessionResource(transport),
    };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kind') && this.kind !== 'practitioner' && this.kind !== 'structure') {
      warn(`<${this.localName}> knows no kind ${String(this.kind)}: practitioner or structure.`);
      this.kind = 'practitioner';
    }
    const sources = [
      'client',
      'baseUrl',
      'key',
      'getToken',
      'session',
      'kind',
      'nationalId',
      'practice',
    ] as const;
    const asked = sources.some((name) => changed.has(name));
    if (asked || this.#settings.status === 'idle') void this.#load();
  }

  async #load(): Promise<void> {
    this.#settings.value = undefined;
    await this.#settings.run(this.kind, this.nationalId);
    if (this.#settings.status === 'failed') this.report(this.#settings.error);
    else await this.#loadPractice();
  }

  async #loadPractice(): Promise<void> {
    const { value } = this.#settings;
    if (!this.practice || value?.kind !== 'practitioner') return;
    const { PracticePart: Part } = await import('./practice/practice-part.ts');
    this.#part ??= new Part(this, {
      saved: () => this.say((strings) => strings.savedNow),
      failed: (error) => void this.report(error),
    });
    await this.#part.load(this.api, value.nationalId);
  }

  async #retry(): Promise<void> {
    const loading = this.#load();
    await this.updateComplete;
    this.#focus('#title');
    await loading;
  }

  async #save({ kind, nationalId, form }: Settings): Promise<void> {
    if (form.busy) return;
    const error = await form.save();
    if (error === undefined) {
      this.say((strings) => strings.savedNow);
      this.dispatchEvent(new SasParticipationChangeEvent(kind, nationalId));
      return;
    }
    const first = Object.keys(form.faults).length > 0;
    if (!first && !form.outdated) this.report(error);
    await this.updateComplete;
    const fault = first ? this.renderRoot.querySelector('.fault') : null;
    if (fault) this.#focus(`#${fault.id.replace('-fault', '')}`);
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  protected override renderContent(strings: ParticipationStrings): TemplateResult {
    const { value } = this.#settings;
    return html`<div class="stack" id="title" tabindex="-1">
        ${heading(this.headingLevel, strings.titles[this.kind], 'title')}
        ${value?.kind === 'structure' ? html`<p><strong>${value.name}</strong></p>` : nothing}
        <p class="quiet">${strings.intro}</p>
        ${value ? html`<p class="quiet small">${strings.id(value.nationalId)}</p>` : nothing}
      </div>
      ${
        value
          ? html`${this.#renderForm(value, strings)}
            ${this.practice ? this.#part?.render(strings, this.headingLevel + 1) : nothing}`
          : standIn(this.#settings, strings, () => void this.#retry())
      }`;
  }

  #renderForm(settings: Settings, strings: ParticipationStrings): TemplateResult {
    const context = { strings, level: this.headingLevel + 1 };
    return html`<form
      class="fields"
      part="form"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#save(settings);
      }}
    >
      ${
        settings.kind === 'practitioner'
          ? practitionerFields(settings, context)
          : structureFields(settings, context)
      }
      ${formEnd({
        form: settings.form as unknown as SettingsForm<object>,
        strings,
        language: this.locale.language,
        reset: () => {
          settings.form.reset();
          this.#focus('#participates');
        },
      })}
    </form>`;
  }
}

define('sas-participation', SasParticipation);

declare global {
  interface HTMLElementTagNameMap {
    'sas-participation': SasParticipation;
  }
}
