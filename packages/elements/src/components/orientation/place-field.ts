import { html, type TemplateResult } from 'lit';
import type { PlaceCombobox } from '../availability/place-combobox.ts';
import type { View } from './view.ts';

/** Where the patient is: as the page said, or chosen here. @param said - whether the page names a place */
export function placeField(
  { strings, flow }: View,
  combobox: PlaceCombobox,
  said: boolean,
): TemplateResult {
  const { place } = flow.draft;
  if (said && place)
    return html`<p class="decided">${strings.where} <strong>${place.label}</strong></p>`;
  return combobox.render(strings, flow.missing === 'place' ? strings.missing.place : '');
}
