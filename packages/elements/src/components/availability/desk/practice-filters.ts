import { html, type TemplateResult } from 'lit';
import type { FeeSector } from '@sas-kit/client';
import { button } from '../../../base/button.ts';
import { selectField } from '../../../base/select.ts';
import type { Language } from '../../../controllers/locale.ts';
import type { AvailabilityDeskStrings } from '../../../strings/fr/availability-desk.ts';
import { languageName } from '../practice-facts.ts';
import { needs, type Need, type PracticeWishes } from './practice-query.ts';

const feeSectors = ['1', '1-dp', '2-optam', '2', 'none'] as const satisfies readonly FeeSector[];
/** Languages that callers ask for most. */
const languages = 'en ar es pt it de tr ru uk ro pl zh ta fsl'.split(' ');

/** What the controls need besides what is wished for. */
export interface FilterContext {
  words: AvailabilityDeskStrings;
  language: Language;
  change: (wishes: PracticeWishes) => void;
  /** Takes all of them back. */
  clear: () => void;
}

const needWords = (need: Need, { filters, practice }: AvailabilityDeskStrings): string =>
  need === 'open' ? filters.open : practice[need](true);

/** The wishes in a few words each, as they stand. */
export function wishWords(
  wishes: PracticeWishes,
  { words, language }: Pick<FilterContext, 'words' | 'language'>,
): string[] {
  return [
    ...wishes.needs.map((need) => needWords(need, words)),
    ...wishes.feeSectors.map((sector) => words.practice.feeSector[sector]),
    ...(wishes.language === ''
      ? []
      : [words.practice.languages([languageName(wishes.language, language, words.practice)])]),
  ];
}

/** Filters by what practices say of themselves, folded: their state is said in words. */
export function practiceFilters(wishes: PracticeWishes, context: FilterContext): TemplateResult {
  const { words, language, change, clear } = context;
  const { filters } = words;
  const said = wishWords(wishes, context);
  const toggled = <T>(list: readonly T[], one: T) =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  const chip = (label: string, checked: boolean, press: () => void) =>
    html`<label class="chip"
      ><input type="checkbox" .checked=${checked} @change=${press} />${label}</label
    >`;
  const needChip = (need: Need) =>
    chip(needWords(need, words), wishes.needs.includes(need), () =>
      change({ ...wishes, needs: toggled(wishes.needs, need) }),
    );
  const sectorChip = (sector: FeeSector) =>
    chip(words.practice.feeSector[sector], wishes.feeSectors.includes(sector), () =>
      change({ ...wishes, feeSectors: toggled(wishes.feeSectors, sector) }),
    );
  return html`<details class="practice-filters no-print">
    <summary>
      <strong>${filters.title}</strong>
      <span class="quiet">${said.length === 0 ? filters.none : said.join(', ')}</span>
    </summary>
    <div class="stack">
      <p class="quiet small">${filters.hint}</p>
      <fieldset class="filters row">
        <legend class="label">${filters.practice}</legend>
        ${needs.map(needChip)}
      </fieldset>
      <fieldset class="filters row">
        <legend class="label">${filters.feeSector}</legend>
        ${feeSectors.map(sectorChip)}
      </fieldset>
      ${selectField({
        id: 'spoken',
        label: filters.language,
        all: filters.anyLanguage,
        value: wishes.language,
        options: languages.map((tag) => [tag, languageName(tag, language, words.practice)]),
        change: (spoken) => change({ ...wishes, language: spoken }),
      })}
      ${said.length === 0 ? undefined : button(filters.clear, clear)}
    </div>
  </details>`;
}
