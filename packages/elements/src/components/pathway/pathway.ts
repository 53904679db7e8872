import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { emergencyNumbers } from '../../base/access-number.ts';
import { BaseElement } from '../../base/base-element.ts';
import { clock } from '../../base/clock.ts';
import { define } from '../../base/define.ts';
import { heading } from '../../base/heading.ts';
import { fifteen, phoneLink } from '../../base/phone-link.ts';
import { warn } from '../../base/warn.ts';
import { LocaleController } from '../../controllers/locale.ts';
import { civilTime } from '../../format/civil.ts';
import { formatPartialDate } from '../../format/partial-date.ts';
import { isDate } from '../../format/week.ts';
import { pathwayFr, type PathwayStrings } from '../../strings/fr/pathway.ts';
import { publicStyles } from '../../styles/public.styles.ts';
import { pathwayStyles } from './pathway.styles.ts';

/**
 * The way of a patient from a need to an answer. One list is the text and the diagram: nothing that
 * the drawing says is missing for those who do not see it.
 *
 * @summary The patient's way, as text and as a diagram.
 *
 * @slot - never shown: the emergency text, for readers whose browser does not run the script
 *
 * @csspart base - the whole element
 * @csspart emergency - the emergency text
 * @csspart step - one step
 * @csspart box - one of several that a step leads to
 *
 * @cssproperty --sas-color-accent - colour of links, numbers and arrows
 * @cssproperty --sas-color-tint - ground of a box
 * @cssproperty --sas-color-on-tint - text of a box
 * @cssproperty --sas-color-ground - background
 * @cssproperty --sas-color-ink - text
 * @cssproperty --sas-font-family - typeface; default, the page's
 * @cssproperty --sas-radius - corner of steps
 * @cssproperty --sas-padding - space around the content
 */
export class SasPathway extends BaseElement<PathwayStrings> {
  static override styles = [...BaseElement.styles, publicStyles, pathwayStyles];

  static override properties: PropertyDeclarations = {
    number: {},
    validUntil: { attribute: 'valid-until' },
  };

  /** The territory's own number, beside 15: `116117`, `+33…`. */
  declare number: string;

  /** Last day of that number, `2026-12-31`; then it is no longer shown. */
  declare validUntil: string;

  protected readonly locale = new LocaleController<PathwayStrings>(this, {
    fr: pathwayFr,
    en: async () => (await import('../../strings/en/pathway.ts')).pathwayEn,
  });

  constructor() {
    super();
    this.number = '';
    this.validUntil = '';
  }

  protected override renderContent(strings: PathwayStrings): TemplateResult {
    const { need, call, answer, doctor, outcome } = strings.steps;
    const box = (content: unknown) => html`<li class="box" part="box">${content}</li>`;
    return html`<div class="stack">
        ${heading(this.headingLevel, strings.heading, 'title')}
        <p class="quiet">${strings.intro}</p>
      </div>
      <ol class="path">
        ${this.#step(need)} ${this.#step(call, this.#renderNumbers(strings))} ${this.#step(answer)}
        ${this.#step(
          doctor,
          html`<ul class="boxes">
              ${Object.values(strings.streams).map(({ title, text }) =>
                box(html`<strong>${title}</strong> ${text}`),
              )}
            </ul>
            <p class="quiet small">${strings.rerouted}</p>`,
        )}
        ${this.#step(
          outcome,
          html`<ul class="boxes">
              ${strings.outcomes.map(box)}
            </ul>
            <p><strong>${strings.worse}</strong></p>`,
        )}
      </ol>
      <p class="quiet small">${strings.noAdvice} ${strings.independent}</p>`;
  }

  #step(
    { title, text }: { title: string; text?: string },
    more: unknown = nothing,
  ): TemplateResult {
    return html`<li class="step" part="step">
      ${heading(this.headingLevel + 1, title, 'subtitle')}
      ${text === undefined ? nothing : html`<p>${text}</p>`} ${more}
    </li>`;
  }

  #renderNumbers(strings: PathwayStrings): TemplateResult {
    const number = this.#localNumber();
    return html`<p>
      <span class="number">${fifteen}</span>
      ${
        number === undefined
          ? nothing
          : html`${strings.or} <span class="number">${phoneLink(number)}</span> ${
                this.validUntil === ''
                  ? nothing
                  : html`<span class="quiet small"
                      >${strings.until(formatPartialDate(this.validUntil, this.locale.language))}</span
                    >`
              }`
      }
    </p>`;
  }

  /** The page's number while it is valid. One that has expired, or may have, is not shown. */
  #localNumber(): string | undefined {
    const number = this.number.replace(/[\s.]/g, '');
    if (number === '' || emergencyNumbers.includes(number)) return undefined;
    const dated = this.validUntil === '' || isDate(this.validUntil);
    if (!/^\+?\d{2,15}$/.test(number) || !dated) {
      warn(`<${this.localName}>: number is digits, valid-until a day: 2026-12-31.`);
      return undefined;
    }
    const today = civilTime(clock.today(), clock.zone()).date;
    return this.validUntil === '' || today <= this.validUntil ? number : undefined;
  }
}

define('sas-pathway', SasPathway);

declare global {
  interface HTMLElementTagNameMap {
    'sas-pathway': SasPathway;
  }
}
