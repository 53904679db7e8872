import { html, nothing, type TemplateResult } from 'lit';
import type { FeeSector, OpeningPeriod, Practice } from '@sas-kit/client';
import { button } from '../../../base/button.ts';
import { choiceField, inputField } from '../../../base/fields.ts';
import type { Language } from '../../../controllers/locale.ts';
import { formatWeekday, weekdays } from '../../../format/week.ts';
import type { PracticeFormStrings } from '../../../strings/fr/practice-form.ts';
import { languageName } from '../../availability/practice-facts.ts';
import { linesAnswer, selectAnswer } from '../answers.ts';
import type { PracticeSettings } from './practice-data.ts';

/** What fields need besides the settings. */
export interface PracticeContext {
  words: PracticeFormStrings;
  language: Language;
}

const SECTORS: readonly FeeSector[] = ['1', '1-dp', '2', '2-optam', 'none'];
/** Proposed beside those that are said already; `fsl` is French sign language. */
const LANGUAGES = [
  'fr',
  'en',
  'ar',
  'de',
  'es',
  'fsl',
  'it',
  'pl',
  'pt',
  'ro',
  'ru',
  'tr',
  'uk',
  'zh',
];
const FLAGS = ['thirdPartyPayment', 'wheelchair', 'newPatients'] as const;

/** Everything that a practice may say, nothing of it asked for. */
export function practiceFields(
  { scheduleId, form }: PracticeSettings,
  { words, language }: PracticeContext,
): TemplateResult {
  const { draft } = form;
  const id = (name: keyof Practice) => `${name}-${scheduleId}`;
  const known = [...LANGUAGES, ...draft.languages.filter((tag) => !LANGUAGES.includes(tag))];
  return html`${selectAnswer({
    id: id('feeSector'),
    label: words.feeSector,
    empty: words.notSaid,
    value: draft.feeSector ?? '',
    options: SECTORS.map((sector) => [sector, words.sectors[sector]]),
    change: (value) => form.change({ feeSector: SECTORS.find((each) => each === value) ?? null }),
  })}
  ${FLAGS.map((name) =>
    selectAnswer({
      id: id(name),
      label: words[name],
      empty: words.notSaid,
      value: draft[name] === null ? '' : draft[name] ? 'yes' : 'no',
      options: [
        ['yes', words.yes],
        ['no', words.no],
      ],
      change: (value) => form.change({ [name]: value === '' ? null : value === 'yes' }),
    }),
  )}
  ${choiceField({
    id: id('languages'),
    type: 'checkbox',
    inline: true,
    label: words.languages,
    choices: known.map((value) => ({ value, label: languageName(value, language, words) })),
    chosen: draft.languages,
    change: (languages) => form.change({ languages }),
  })}
  ${hoursFields({ scheduleId, form }, { words, language })}
  ${linesAnswer({
    id: id('information'),
    label: words.information,
    hint: words.informationHint,
    lines: draft.information?.split('\n') ?? [],
    change: (lines) =>
      form.change({ information: lines.length === 0 ? null : lines.join('\n').slice(0, 1000) }),
  })}`;
}

/** Midnight at the end of a day is the end of that day. */
const toEnd = (time: string) => (time === '00:00' ? '24:00' : time);
const fromEnd = (time: string) => (time === '24:00' ? '00:00' : time);

function hoursFields(
  { scheduleId, form }: Pick<PracticeSettings, 'scheduleId' | 'form'>,
  { words, language }: PracticeContext,
): TemplateResult {
  const { openingHours } = form.draft;
  const id = `openingHours-${scheduleId}`;
  const fault = form.faults.openingHours;
  const put = (periods: OpeningPeriod[]) => form.change({ openingHours: periods });
  const change = (at: number, part: Partial<OpeningPeriod>) =>
    put(openingHours.map((period, index) => (index === at ? { ...period, ...part } : period)));
  return html`<fieldset class="field stack" id=${id} tabindex="-1">
    <legend class="label">${words.openingHours}</legend>
    <p class="quiet small">${words.openingHoursHint}</p>
    ${fault ? html`<p id="${id}-fault" class="fault small" role="alert">${words.badHours}</p>` : nothing}
    ${openingHours.map(
      ({ days, from, to }, index) =>
        html`<div class="card" role="group" aria-label=${words.period(index + 1)}>
          ${choiceField({
            id: `${id}-${index}-days`,
            type: 'checkbox',
            inline: true,
            label: words.days,
            choices: weekdays.map((value) => ({ value, label: formatWeekday(value, language) })),
            chosen: days,
            change: (chosen) => change(index, { days: chosen }),
          })}
          <div class="row">
            ${inputField({
              id: `${id}-${index}-from`,
              type: 'time',
              label: words.from,
              value: from,
              change: (value) => change(index, { from: value }),
            })}
            ${inputField({
              id: `${id}-${index}-to`,
              type: 'time',
              label: words.to,
              value: fromEnd(to),
              change: (value) => change(index, { to: toEnd(value) }),
            })}
          </div>
          <div class="row">
            ${button(words.removePeriod(index + 1), () =>
              put(openingHours.filter((_, other) => other !== index)),
            )}
          </div>
        </div>`,
    )}
    <div class="row">
      ${button(words.addPeriod, () =>
        put([...openingHours, { days: weekdays.slice(0, 5), from: '08:30', to: '12:30' }]),
      )}
    </div>
  </fieldset>`;
}
