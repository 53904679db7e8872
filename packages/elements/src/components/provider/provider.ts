import type { SasClient } from '@sas-kit/client';
import type { ClientProvider } from '../../base/client.ts';
import { define } from '../../base/define.ts';

/**
 * Gives one client to all SAS elements inside it.
 *
 * @summary Client of the elements inside.
 * @attribute {string} base-url - address of the platform, without `/v1`
 * @attribute {string} key - publishable key `pk_…`
 * @attribute {string} publishable-key - the same as `key`, under a name that React and Vue pass on
 *
 * @slot - the page's content, with SAS elements anywhere in it
 */
export class SasProvider extends HTMLElement implements ClientProvider {
  /** Wins over `base-url` and `key`. A token goes into a client, never into an attribute. */
  declare client: SasClient | undefined;

  /** Address of the platform, without `/v1`. */
  get baseUrl(): string {
    return this.getAttribute('base-url') ?? '';
  }

  set baseUrl(value: string) {
    this.setAttribute('base-url', value);
  }

  /** Publishable key `pk_…`. */
  get key(): string {
    return this.getAttribute('key') ?? this.getAttribute('publishable-key') ?? '';
  }

  set key(value: string) {
    this.setAttribute('key', value);
  }

  /** The same as `key`, under a name that React and Vue pass on. */
  get publishableKey(): string {
    return this.key;
  }

  set publishableKey(value: string) {
    this.key = value;
  }
}

define('sas-provider', SasProvider);

declare global {
  interface HTMLElementTagNameMap {
    'sas-provider': SasProvider;
  }
}
