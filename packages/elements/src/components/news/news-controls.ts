import { html, nothing, type TemplateResult } from 'lit';
import { selectField } from '../../base/select.ts';
import type { NewsStrings } from '../../strings/fr/news.ts';
import { sorts, type NewsChoices, type NewsFilter } from './news-filter.ts';

/** What the five filters need. */
export interface ControlsContext {
  strings: NewsStrings;
  filter: NewsFilter;
  choices: NewsChoices;
  change: (change: Partial<NewsFilter>) => void;
}

/** Type, sector, area, period, sort, and whether archives are listed. */
export function newsControls(context: ControlsContext): TemplateResult {
  const { strings, filter, choices, change } = context;
  const own = (values: readonly string[]) => values.map((value) => [value, value] as const);
  const select = (
    name: 'type' | 'sector' | 'area' | 'period',
    options: readonly (readonly [string, string])[],
  ) =>
    selectField({
      id: name,
      label: strings[name],
      all: strings.all[name],
      value: filter[name],
      options,
      change: (value) => change({ [name]: value }),
    });
  return html`<div class="filters no-print" part="form" role="search" aria-label=${strings.filters}>
    ${select(
      'type',
      choices.types.map((type) => [type, strings.types[type] ?? type]),
    )}
    ${select('sector', own(choices.sectors))} ${select('area', own(choices.areas))}
    ${select('period', [
      ...Object.entries(strings.periods),
      ...own(choices.years),
      ...(choices.undated ? [['undated', strings.undated] as const] : []),
    ])}
    ${selectField({
      id: 'sort',
      label: strings.sort,
      value: filter.sort === '' ? sorts[0] : filter.sort,
      options: sorts.map((sort) => [sort, strings.sorts[sort]]),
      change: (sort) => change({ sort: sort === sorts[0] ? '' : sort }),
    })}
    ${
      choices.archived === 0
        ? nothing
        : html`<label class="check"
            ><input
              type="checkbox"
              .checked=${filter.archived}
              @change=${(event: Event) =>
                change({ archived: (event.target as HTMLInputElement).checked })}
            />${strings.archives(choices.archived)}</label
          >`
    }
  </div>`;
}
