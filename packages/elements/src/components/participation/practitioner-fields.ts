import { html, nothing, type TemplateResult } from 'lit';
import type { Location, ParticipationWay } from '@sas-kit/client';
import { heading } from '../../base/heading.ts';
import type { ParticipationStrings } from '../../strings/fr/participation.ts';
import { choiceField, switchField } from '../../base/fields.ts';
import { checkAnswer, linesAnswer, selectAnswer } from './answers.ts';
import type { PractitionerDraft, PractitionerSettings } from './participation-data.ts';

/** What fields need besides the settings. */
export interface FieldsContext {
  strings: ParticipationStrings;
  /** Heading level of a section. */
  level: number;
}

const WAYS: readonly ParticipationWay[] = ['individual', 'cpts', 'msp', 'sos-medecins'];

/** Whether a professional neither takes part nor shows its slots. */
export function isNotEligible(draft: PractitionerDraft): boolean {
  return !draft.participates && draft.refusesVendorSlots === true;
}

/** Questions to a professional, each with its rule. Those that do not go with the answers are not asked. */
export function practitionerFields(
  settings: PractitionerSettings,
  context: FieldsContext,
): TemplateResult {
  const { draft } = settings.form;
  const { strings, level } = context;
  const viaSos = draft.participates && draft.via === 'sos-medecins';
  return html`<section class="card">
      ${switchField({
        id: 'participates',
        label: strings.participates.practitioner,
        hint: strings.participatesHint,
        checked: draft.participates,
        change: (participates) => settings.form.change({ participates }),
      })}
      ${draft.participates ? wayFields(settings, context) : nothing}
    </section>
    ${viaSos ? nothing : softwareSection(settings, context)}
    ${
      isNotEligible(draft)
        ? html`<p class="notice warn" role="status" part="warning">${strings.notEligible}</p>`
        : nothing
    }
    <section class="card">
      ${heading(level, strings.redirectionTitle, 'subtitle')}
      ${check(settings, 'redirectionScheme', strings.redirectionScheme, strings.redirectionSchemeHint, context)}
    </section>`;
}

function wayFields(settings: PractitionerSettings, context: FieldsContext): TemplateResult {
  const { form, structures } = settings;
  const { strings } = context;
  const { via } = form.draft;
  return html`${choiceField({
    id: 'via',
    type: 'radio',
    label: strings.via,
    fault: sentence(form.faults.via, strings),
    choices: WAYS.map((value) => ({
      value,
      label: strings.ways[value],
      hint: strings.wayHints[value],
    })),
    chosen: via == null ? [] : [via],
    change: ([chosen]) => form.change({ via: chosen ?? null, structure: null }),
  })}
  ${
    via == null || via === 'individual'
      ? nothing
      : selectAnswer({
          id: 'structure',
          label: strings.structures[via],
          empty: strings.choose,
          fault: sentence(form.faults.structure, strings),
          value: form.draft.structure ?? '',
          hint: structures[via].length === 0 ? strings.noStructure : undefined,
          options: structures[via].map(({ nationalId, name }) => [
            nationalId,
            name ?? strings.unnamed(nationalId),
          ]),
          change: (chosen) => form.change({ structure: chosen || null }),
        })
  }
  ${via === 'cpts' ? placesField(settings, context) : nothing}`;
}

function placesField({ form, places }: PractitionerSettings, { strings }: FieldsContext) {
  const fault = sentence(form.faults.communityLocations, strings);
  return choiceField({
    id: 'communityLocations',
    type: 'checkbox',
    label: strings.communityLocations,
    hint: places.length === 0 ? strings.noPlace : strings.communityLocationsHint,
    fault,
    choices: places.map((place) => ({ value: place.id, label: nameOf(place), hint: place.city })),
    chosen: form.draft.communityLocations ?? [],
    change: (communityLocations) => form.change({ communityLocations }),
  });
}

const nameOf = ({ name, line }: Location) => [name, line].filter(Boolean).join(', ');

function softwareSection(settings: PractitionerSettings, context: FieldsContext): TemplateResult {
  const { form } = settings;
  const { strings, level } = context;
  const { hasSoftware } = form.draft;
  return html`<section class="card">
      ${heading(level, strings.softwareTitle, 'subtitle')}
      ${choiceField({
        id: 'hasSoftware',
        type: 'radio',
        label: strings.hasSoftware,
        hint: strings.hasSoftwareHint,
        fault: sentence(form.faults.hasSoftware, strings),
        choices: [
          { value: 'yes', label: strings.yes },
          { value: 'no', label: strings.no },
        ],
        chosen: hasSoftware == null ? [] : [hasSoftware ? 'yes' : 'no'],
        change: ([chosen]) => form.change({ hasSoftware: chosen === 'yes' }),
      })}
      ${
        hasSoftware === true
          ? linesAnswer({
              id: 'software',
              label: strings.software,
              hint: strings.softwareHint,
              fault: sentence(form.faults.software, strings),
              lines: form.draft.software ?? [],
              change: (software) => form.change({ software }),
            })
          : nothing
      }
      ${check(settings, 'refusesVendorSlots', strings.refusesVendorSlots, strings.refusesVendorSlotsHint, context)}
    </section>
    <section class="card">
      ${heading(level, strings.hoursTitle, 'subtitle')}
      ${check(settings, 'declaresHours', strings.declaresHours.practitioner, strings.declaresHoursHint.practitioner, context)}
    </section>`;
}

function check(
  { form }: PractitionerSettings,
  id: 'refusesVendorSlots' | 'declaresHours' | 'redirectionScheme',
  label: string,
  hint: string,
  { strings }: FieldsContext,
): TemplateResult {
  return checkAnswer({
    id,
    label,
    hint,
    fault: sentence(form.faults[id], strings),
    checked: form.draft[id] ?? false,
    change: (checked) => form.change({ [id]: checked }),
  });
}

/** What is wrong, in words. */
export function sentence(
  code: string | undefined,
  strings: ParticipationStrings,
): string | undefined {
  return code === undefined ? undefined : (strings.codes[code] ?? strings.other);
}
