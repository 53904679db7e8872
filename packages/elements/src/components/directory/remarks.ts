import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/locale.ts';
import { formatPartialDate, isPartialDate } from '../../format/partial-date.ts';
import { addDays } from '../../format/week.ts';
import { stages } from '../../static/territories.ts';
import type { DirectoryStrings } from '../../strings/fr/directory.ts';
import type { Directory } from './directory-data.ts';
import { coverageOf } from './directory-filter.ts';

/** A list that nobody has checked for so many days is told to be old. */
const oldAfter = 180;

/** What must be known before reading the list: what is missing, how old it is, what it covers. */
export function remarks(
  list: Directory,
  { strings, language, today }: { strings: DirectoryStrings; language: Language; today: string },
): TemplateResult {
  const { byStatus, whole, part, of } = coverageOf(list.entries);
  const updated = list.updated !== null && isPartialDate(list.updated) ? list.updated : null;
  const old = updated !== null && updated < addDays(today, -oldAfter);
  return html`${
    list.unreadable > 0
      ? html`<p class="notice warn">${strings.unreadable(list.unreadable)}</p>`
      : nothing
  }
  ${list.cut ? html`<p class="notice warn">${strings.cut}</p>` : nothing}
  ${old ? html`<p class="notice warn">${strings.old(formatPartialDate(updated, language))}</p>` : nothing}
  ${
    list.entries.length === 0
      ? nothing
      : html`<div class="notice">
          <p>${strings.coverage(whole, part, of)}</p>
          <ul class="row">
            ${stages
              .filter((stage) => byStatus.has(stage))
              .map(
                (stage) =>
                  html`<li>
                    <span class="badge ${stage}">${strings.statuses[stage]}</span>
                    ${byStatus.get(stage)}
                  </li>`,
              )}
          </ul>
          <p class="quiet small">
            ${strings.asSourced}
            ${
              updated !== null && !old
                ? strings.updated(formatPartialDate(updated, language))
                : nothing
            }
          </p>
        </div>`
  }`;
}
