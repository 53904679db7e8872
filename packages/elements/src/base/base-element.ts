import {
  html,
  LitElement,
  type nothing,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { Announcer } from '../controllers/announcer.ts';
import type { LocaleController } from '../controllers/locale.ts';
import { SasErrorEvent } from '../events/error.ts';
import { baseStyles } from '../styles/base.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { EmergencyFirst } from './emergency.ts';

/** Whoever imports an element has the types of its events, in event maps as well. */
export type * from '../events/index.ts';

/**
 * What every element shares, whether it calls a platform or not: the emergency text, the language,
 * the live region. `S` are its strings.
 *
 * @cssproperty --sas-color-ground - background
 * @cssproperty --sas-color-soft - background of what stands back
 * @cssproperty --sas-color-ink - text on both
 * @cssproperty --sas-color-quiet - text that stands back
 * @cssproperty --sas-color-line - lines between things
 * @cssproperty --sas-color-edge - borders of fields and buttons
 * @cssproperty --sas-color-accent - links, buttons and focus
 * @cssproperty --sas-color-on-accent - text on the accent colour
 * @cssproperty --sas-color-tint - background of what is chosen
 * @cssproperty --sas-color-on-tint - text on it
 * @cssproperty --sas-color-danger - emergencies and faults
 * @cssproperty --sas-color-alarm - background of the emergency text and of faults
 * @cssproperty --sas-color-on-alarm - text on it
 * @cssproperty --sas-color-notice - background of notices
 * @cssproperty --sas-color-on-notice - text on it
 * @cssproperty --sas-color-success - background of what worked
 * @cssproperty --sas-color-on-success - text on it
 * @cssproperty --sas-font-family - typeface; default, the page's
 * @cssproperty --sas-radius - corner of cards; default, 0.75rem
 * @cssproperty --sas-padding - space around the content; default, 1rem, 1.5rem where there is room
 */
export abstract class BaseElement<S> extends LitElement {
  static override styles = [tokens, baseStyles];

  static override properties: PropertyDeclarations = {
    theme: { reflect: true },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** Whether the emergency text comes first. Not at a desk, whose readers are professionals. */
  protected static readonly emergencyFirst: boolean = true;

  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  declare theme: 'light' | 'dark' | 'auto' | undefined;

  /** Level of the element's own heading, 1 to 5. */
  declare headingLevel: number;

  protected abstract readonly locale: LocaleController<S>;
  protected readonly announcer = new Announcer(this);
  readonly #emergency = (this.constructor as typeof BaseElement).emergencyFirst
    ? new EmergencyFirst(this)
    : undefined;

  constructor() {
    super();
    this.headingLevel = 2;
  }

  /**
   * Focuses the first field, button or link below the emergency text, else the heading. `delegatesFocus`
   * would send whoever clicks on a text to the link of the 15.
   */
  override focus(options?: FocusOptions): void {
    const field = this.renderRoot.querySelector<HTMLElement>(
      ':is(a, button, input, select, summary, sas-availability):not(.emergency *, [hidden])',
    );
    if (field) field.focus(options);
    else this.focusTitle();
  }

  /** Focuses the heading. */
  focusTitle(): void {
    const title = this.renderRoot.querySelector<HTMLElement>('.title');
    if (title) title.tabIndex = -1;
    title?.focus();
  }

  /** Tells the page that a call failed. Answers the code, by which the reader is told. */
  protected report(error: unknown): string {
    const code = codeOf(error);
    this.dispatchEvent(new SasErrorEvent(code, error));
    return code;
  }

  /** Says a sentence in the live region; nothing while the texts are being loaded. */
  protected say(text: (strings: S) => string): void {
    const { strings } = this.locale;
    if (strings) this.announcer.say(text(strings));
  }

  /** The element, below the emergency text. */
  protected abstract renderContent(strings: S): TemplateResult | typeof nothing;

  protected override render(): TemplateResult {
    const { language, strings } = this.locale;
    return html`<div class="root" part="base" lang=${language}>
      ${this.#emergency?.render(language)} ${this.announcer.render()}
      ${strings ? this.#content(strings) : html`<div class="skeleton" aria-busy="true"></div>`}
    </div>`;
  }

  /** What cannot be drawn, because a platform sent a date that is none, is told: the 15 above stays. */
  #content(strings: S): unknown {
    try {
      return this.renderContent(strings);
    } catch (error) {
      this.report(error);
      const { other } = strings as { other?: string };
      return html`<p class="notice alarm" part="problem">${other}</p>`;
    }
  }
}

/** Code of a caught value, `unexpected` where it is not an error of the client. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : 'unexpected';
}
