import type { PropertyDeclarations } from 'lit';
import type { SasClient } from '@sas-kit/client';
import type { Transport } from '@sas-kit/client/transport';
import { BaseElement } from './base-element.ts';
import { fieldStyles } from '../styles/field.styles.ts';
import { providerOf, transportTo } from './client.ts';

export { codeOf } from './base-element.ts';

/**
 * What the elements share that call a platform: the client.
 *
 * `C` are the resources that the element calls, `S` its strings.
 */
export abstract class SasElement<C, S> extends BaseElement<S> {
  static override styles = [...BaseElement.styles, fieldStyles];

  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: 'base-url' },
    key: {},
    publishableKey: { attribute: 'publishable-key' },
    client: { attribute: false },
  };

  /** Address of the platform, without `/v1`; relative to the page, or empty for its own origin. */
  declare baseUrl: string;

  /** Publishable key `pk_…`. A token is never an attribute: give a `client`. */
  declare key: string;

  /** Resources to call with. Wins over the nearest `<sas-provider>`, `base-url` and `key`. */
  declare client: C | undefined;

  /** The same as `key`, under a name that React and Vue pass on. */
  get publishableKey(): string {
    return this.key;
  }

  set publishableKey(key: string) {
    this.key = key;
  }

  #resources: { transport: Transport; resources: C } | undefined;

  constructor() {
    super();
    this.baseUrl = this.key = '';
  }

  /** The element's own resources over a transport. */
  protected abstract connect(transport: Transport): C;

  /** What to call with, resolved at each use: a provider may come later than its elements. */
  protected get api(): C {
    const provider = providerOf(this);
    const given = this.client ?? (provider?.client as (SasClient & C) | undefined);
    if (given) return given;
    const own = this.baseUrl + this.key;
    const transport = transportTo(provider && own === '' ? provider : this);
    if (this.#resources?.transport !== transport) {
      this.#resources = { transport, resources: this.connect(transport) };
    }
    return this.#resources.resources;
  }
}
