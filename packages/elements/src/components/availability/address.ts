import { html, nothing, type TemplateResult } from 'lit';
import type { PublicCard } from '@sas-kit/client';

/** Where a place is, its name first where it has one that is not said already. */
export function address(
  { line, postcode, city }: PublicCard['location'],
  name: string | null | undefined,
): TemplateResult {
  return html`${name ? html`${name}<br />` : nothing}${line}<br />${postcode} ${city}`;
}
