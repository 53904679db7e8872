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

/**
 * What every element shares, whether it calls a platform or not: the emergency text, the language,
 * the live region. `S` are its strings.
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
      ${strings ? this.renderContent(strings) : html`<div class="skeleton" aria-busy="true"></div>`}
    </div>`;
  }
}

/** Code of a caught value, `unexpected` where it is not an error of the client. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : 'unexpected';
}
