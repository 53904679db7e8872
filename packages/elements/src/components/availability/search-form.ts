import { html, type TemplateResult } from 'lit';
import type { Modality, Specialty } from '@sas-kit/client';
import type { Language } from '../../controllers/locale.ts';
import type { AvailabilityStrings } from '../../strings/fr/availability.ts';

/** Shown until the list of specialties is there, and if it never comes. */
export const defaultSpecialty = 'SM54';
export const modalities = ['AMB', 'HH', 'VR'] as const satisfies readonly Modality[];

/** What the form shows and whom it tells. */
export interface FormContext {
  strings: AvailabilityStrings;
  language: Language;
  place: TemplateResult;
  specialties: readonly Specialty[];
  specialty: string;
  chosen: readonly Modality[];
  submit(): void;
  changeSpecialty(code: string): void;
  toggleModality(modality: Modality): void;
}

/** Label of a specialty in the reader's language, its code where it is not known. */
export function specialtyLabel(
  code: string,
  specialties: readonly Specialty[],
  strings: AvailabilityStrings,
  language: Language,
): string {
  const known = specialties.find((specialty) => specialty.code === code);
  if (known) return language === 'en' ? known.labelEn : known.label;
  return code === defaultSpecialty ? strings.defaultSpecialty : code;
}

export function searchForm(context: FormContext): TemplateResult {
  const { strings, specialties, specialty, chosen } = context;
  const codes = specialties.map(({ code }) => code);
  if (!codes.includes(specialty)) codes.unshift(specialty);
  return html`<form
    class="form no-print"
    part="form"
    role="search"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      context.submit();
    }}
  >
    ${context.place}
    <div class="field">
      <label class="label" for="specialty">${strings.specialty}</label>
      <select
        id="specialty"
        class="input"
        @change=${(event: Event) =>
          context.changeSpecialty((event.target as HTMLSelectElement).value)}
      >
        ${codes.map(
          (code) =>
            html`<option value=${code} .selected=${code === specialty}>
              ${specialtyLabel(code, specialties, strings, context.language)}
            </option>`,
        )}
      </select>
    </div>
    <button class="button primary submit" type="submit">${strings.search}</button>
    <fieldset class="filters row">
      <legend class="label">${strings.modality}</legend>
      ${modalities.map(
        (modality) =>
          html`<label class="chip"
            ><input
              type="checkbox"
              .checked=${chosen.includes(modality)}
              @change=${() => context.toggleModality(modality)}
            />${strings.modalities[modality]}</label
          >`,
      )}
    </fieldset>
  </form>`;
}
