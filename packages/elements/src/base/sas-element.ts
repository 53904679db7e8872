import {
  html,
  LitElement,
  type nothing,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import type { SasClient } from '@sas-kit/client';
import type { Transport } from '@sas-kit/client/transport';
import { Announcer } from '../controllers/announcer.ts';
import type { LocaleController } from '../controllers/locale.ts';
import { SasErrorEvent } from '../events/error.ts';
import { baseStyles } from '../styles/base.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { providerOf, transportTo } from './client.ts';
import { EmergencyFirst } from './emergency.ts';

/**
 * What every public element shares: the emergency text, the language, the live region, the client.
 *
 * `C` are the resources that the element calls, `S` its strings.
 */
export abstract class SasElement<C, S> extends LitElement {
  static override styles = [tokens, baseStyles];

  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: 'base-url' },
    key: {},
    theme: { reflect: true },
    headingLevel: { type: Number, attribute: 'heading-level' },
    client: { attribute: false },
  };

  /** Whether the emergency text comes first. Not at a desk, whose readers are professionals. */
  protected static readonly emergencyFirst: boolean = true;

  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  declare baseUrl: string;

  /** Publishable key `pk_…`. A token is never an attribute: give a `client`. */
  declare key: string;

  /** `light`, `dark`, or `auto` for the reader's setting; unset, the page's `color-scheme`. */
  declare theme: 'light' | 'dark' | 'auto' | undefined;

  /** Level of the element's own heading, 1 to 5. */
  declare headingLevel: number;

  /** Resources to call with. Wins over the nearest `<sas-provider>`, `base-url` and `key`. */
  declare client: C | undefined;

  protected abstract readonly locale: LocaleController<S>;
  protected readonly announcer = new Announcer(this);
  readonly #emergency = (this.constructor as typeof SasElement).emergencyFirst
    ? new EmergencyFirst(this)
    : undefined;
  #resources: { transport: Transport; resources: C } | undefined;

  constructor() {
    super();
    this.baseUrl = '';
    this.key = '';
    this.headingLevel = 2;
  }

  /** The element's own resources over a transport. */
  protected abstract connect(transport: Transport): C;

  /** What to call with, resolved at each use: a provider may come later than its elements. */
  protected get api(): C {
    const provider = providerOf(this);
    const given = this.client ?? (provider?.client as (SasClient & C) | undefined);
    if (given) return given;
    const own = this.baseUrl !== '' || this.key !== '';
    const transport = transportTo(own || !provider ? this : provider);
    if (this.#resources?.transport !== transport) {
      this.#resources = { transport, resources: this.connect(transport) };
    }
    return this.#resources.resources;
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
