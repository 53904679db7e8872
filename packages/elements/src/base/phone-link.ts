import { html, type TemplateResult } from 'lit';
import { formatPhone } from '../format/formats.ts';

/** The emergency number in a sentence. */
export const fifteen = html`<a class="tel" href="tel:15">15</a>`;

/** A telephone number as a link. `name` gives its accessible name, number included. */
export function phoneLink(number: string, name?: (phone: string) => string): TemplateResult {
  const phone = formatPhone(number);
  return html`<a class="tel" href="tel:${number}" aria-label=${name?.(phone) ?? phone}
    >${phone}</a
  >`;
}
