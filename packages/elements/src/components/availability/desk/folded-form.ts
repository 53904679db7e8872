import { html, type TemplateResult } from 'lit';
import { narrowFold, type NarrowFold } from '../../../base/narrow-fold.ts';
import type { AvailabilityDeskStrings } from '../../../strings/fr/availability-desk.ts';
import { type FormContext, searchForm, specialtyLabel } from '../search-form.ts';

/** What a form is folded with. */
export interface FoldedForm extends Pick<NarrowFold, 'open' | 'toggle' | 'hidden'> {
  readonly words: AvailabilityDeskStrings;
  /** The place that is searched around, as it is written. */
  readonly place: string;
  /** What practices must say of themselves, in words. */
  readonly wishes: readonly string[];
  readonly filters: TemplateResult;
}

/** `Le Havre, Médecine générale, Au cabinet` */
function summaryOf(
  { strings, specialties, specialty, chosen, language }: FormContext,
  { place, wishes }: FoldedForm,
): string {
  return [
    place,
    specialtyLabel(specialty, specialties, strings, language),
    ...chosen.map((modality) => strings.modalities[modality]),
    ...wishes,
  ]
    .filter(Boolean)
    .join(', ');
}

/** The form and the filters, behind what they say where there is little room: results come first in reach. */
export function foldedForm(context: FormContext, folded: FoldedForm): TemplateResult {
  const { words, filters } = folded;
  const summary = html`<strong>${words.searched}</strong>
    <span class="quiet">${summaryOf(context, folded)}</span>`;
  return narrowFold(
    { ...folded, id: 'search-form', summary },
    html`<p class="origin quiet small">${context.strings.origin}</p>
      ${searchForm(context)} ${filters}`,
  );
}
