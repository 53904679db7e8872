import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { BaseElement } from '../../base/base-element.ts';
import { button } from '../../base/button.ts';
import { define } from '../../base/define.ts';
import { heading } from '../../base/heading.ts';
import { warn } from '../../base/warn.ts';
import { LocaleController } from '../../controllers/locale.ts';
import { SasSupportRequestEvent, type SupportRequest } from '../../events/support-request.ts';
import { formatList } from '../../format/sentence.ts';
import { joinFr, type JoinStrings } from '../../strings/fr/join.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { publicStyles } from '../../styles/public.styles.ts';
import { joinStyles } from './join.styles.ts';
import { mailAddresses, mailLink } from './mail-link.ts';
import { supportForm } from './support-form.ts';

/** Kinds of professionals, in the order in which they are offered. */
export const joinKinds = ['practitioner', 'regulator', 'cpts', 'centre', 'sos', 'holder'] as const;
export type JoinKind = (typeof joinKinds)[number];

const noRequest: SupportRequest = {
  territory: '',
  organisation: 'hospital',
  topics: [],
  message: '',
};

/**
 * How to join the SAS, by kind of professional; a new holder requests support. Nothing is stored or
 * sent: the request becomes a message in the reader's own mail program.
 *
 * @summary How to join the SAS, and how a new holder requests support.
 *
 * @fires {SasSupportRequestEvent} sas-support-request - a request was written; cancelable
 *
 * @slot - never shown: the emergency text, for readers whose browser does not run the script
 * @slot practitioner - what a territory adds for doctors in a practice
 * @slot regulator - what a territory adds for doctors who regulate calls
 * @slot cpts - what a territory adds for CPTS
 * @slot centre - what a territory adds for health houses and centres
 * @slot sos - what a territory adds for SOS Médecins
 * @slot holder - what a territory adds for new holders
 *
 * @csspart base - the whole element
 * @csspart emergency - the emergency text
 * @csspart steps - the steps
 * @csspart form - the request for support
 * @csspart ready - the message that is ready
 *
 * @cssproperty --sas-color-accent - colour of links, buttons and focus
 * @cssproperty --sas-color-tint - ground of what is chosen and of step numbers
 * @cssproperty --sas-color-ground - background
 * @cssproperty --sas-color-ink - text
 * @cssproperty --sas-font-family - typeface; default, the page's
 * @cssproperty --sas-radius - corner of panels
 * @cssproperty --sas-padding - space around the content
 */
export class SasJoin extends BaseElement<JoinStrings> {
  static override styles = [...BaseElement.styles, fieldStyles, publicStyles, joinStyles];

  static override properties: PropertyDeclarations = {
    kind: {},
    supportEmail: { attribute: 'support-email' },
  };

  /** Kind of professional to begin with. */
  declare kind: JoinKind;

  /** Addresses of the ARS and the CPAM, separated by commas. Without any, no form is shown. */
  declare supportEmail: string;

  protected readonly locale = new LocaleController<JoinStrings>(this, {
    fr: joinFr,
    en: async () => (await import('../../strings/en/join.ts')).joinEn,
  });
  #request: SupportRequest = noRequest;
  #fault = false;
  #ready = false;

  constructor() {
    super();
    this.kind = 'practitioner';
    this.supportEmail = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('kind') || joinKinds.includes(this.kind)) return;
    warn(
      `<${this.localName}> knows no kind ${String(this.kind)}; it knows ${joinKinds.join(', ')}.`,
    );
    this.kind = 'practitioner';
  }

  async #submit(): Promise<void> {
    const request = { ...this.#request, territory: this.#request.territory.trim() };
    this.#fault = request.territory === '';
    this.#ready = false;
    if (!this.#fault && this.dispatchEvent(new SasSupportRequestEvent(request))) {
      this.#ready = true;
      this.say((strings) => strings.ready);
    }
    this.requestUpdate();
    await this.updateComplete;
    const focus = this.#fault ? '#territory' : '.ready a';
    this.renderRoot.querySelector<HTMLElement>(focus)?.focus();
  }

  async #edit(): Promise<void> {
    this.#ready = false;
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#territory')?.focus();
  }

  protected override renderContent(strings: JoinStrings): TemplateResult {
    const { kind } = this;
    return html`<div class="stack">
        ${heading(this.headingLevel, strings.heading, 'title')}
        <p class="quiet">${strings.intro}</p>
      </div>
      <fieldset class="kinds row">
        <legend class="label">${strings.youAre}</legend>
        ${joinKinds.map(
          (one) =>
            html`<label class="chip"
              ><input
                type="radio"
                name="kind"
                .value=${one}
                .checked=${one === kind}
                @change=${() => (this.kind = one)}
              />${strings.kinds[one]}</label
            >`,
        )}
      </fieldset>
      <div class="stack">
        ${heading(this.headingLevel + 1, strings.stepsFor(strings.kinds[kind]), 'subtitle')}
        <ol class="steps" part="steps">
          ${strings.steps[kind].map((step) => html`<li><span>${step}</span></li>`)}
        </ol>
      </div>
      <slot name=${kind}></slot>
      ${kind === 'holder' ? this.#renderSupport(strings) : nothing}
      <p class="quiet small">${strings.demonstration} ${strings.independent}</p>`;
  }

  #renderSupport(strings: JoinStrings): TemplateResult {
    const addresses = mailAddresses(this.supportEmail);
    const title = heading(this.headingLevel + 1, strings.support, 'subtitle');
    if (addresses.length === 0) {
      return html`<div class="stack">
        ${title}
        <p>${strings.supportNowhere}</p>
      </div>`;
    }
    return html`<div class="stack">
        ${title}
        <p>${strings.supportIntro}</p>
      </div>
      ${
        this.#ready
          ? this.#renderReady(addresses, strings)
          : supportForm({
              strings,
              request: this.#request,
              fault: this.#fault,
              change: (change) => {
                this.#request = { ...this.#request, ...change };
                this.requestUpdate();
              },
              submit: () => void this.#submit(),
            })
      }`;
  }

  #renderReady(addresses: readonly string[], strings: JoinStrings): TemplateResult {
    const { territory, organisation, topics, message } = this.#request;
    const subject = strings.subject(territory.trim());
    const body = strings.body({
      territory: territory.trim(),
      organisation: strings.organisations[organisation],
      topics: formatList(
        topics.map((topic) => strings.topicNames[topic]),
        this.locale.language,
      ),
      message: message.trim(),
    });
    return html`<div class="notice good ready" part="ready">
      ${heading(this.headingLevel + 2, strings.ready, 'subtitle')}
      <div class="row">
        <a class="button primary" href=${mailLink(addresses, subject, body)}>${strings.open}</a>
        ${button(strings.change, () => void this.#edit())}
      </div>
      <p>${addresses.join(', ')}</p>
      <div class="field full">
        <label class="label" for="text">${strings.text}</label>
        <textarea
          id="text"
          class="input"
          rows="10"
          readonly
          .value=${`${subject}\n\n${body}`}
        ></textarea>
      </div>
    </div>`;
  }
}

define('sas-join', SasJoin);

declare global {
  interface HTMLElementTagNameMap {
    'sas-join': SasJoin;
  }
}
