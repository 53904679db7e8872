import { html, nothing, type TemplateResult } from 'lit';
import { capital, formatList } from '../../format/sentence.ts';
import { readers, sightOf, viewersOf, webBarOf, type Shown } from './audience.ts';
import type { Language } from '../../controllers/locale.ts';
import type { AudienceStrings } from './agenda-texts.ts';

interface Words {
  strings: AudienceStrings;
  language: Language;
}

/** Who sees a slot, and what keeps web visitors away, on one line. */
export function viewersLine(shown: Shown, { strings, language }: Words): string {
  const viewers = viewersOf(shown);
  if (viewers.length === 0) return strings.noViewer;
  const names = viewers.map((viewer) => strings.viewer[viewer]);
  const line = strings.viewers(capital(formatList(names, language)));
  const bar = webBarOf(shown);
  return bar === undefined || bar === 'visibility' ? line : `${line} ${strings.webBars[bar]}`;
}

/** Who sees a slot, role by role, as the platform will answer. */
export function audienceTable(shown: Shown, context: Words): TemplateResult {
  const { strings } = context;
  const bar = webBarOf(shown);
  const why = bar === 'slot' || bar === 'agenda' ? strings.webBars[bar] : undefined;
  return html`<div class="notice viewers" part="audience">
    <p><strong>${strings.viewersTitle}</strong> ${viewersLine(shown, context)}</p>
    <details>
      <summary>${strings.rolesTitle}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${strings.roleColumn}</th>
            <th scope="col">${strings.sightColumn}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">${strings.roles.own}</th>
            <td>${strings.sights.yes}</td>
          </tr>
          ${readers.map((reader) => {
            const sight = sightOf(reader, shown);
            return html`<tr data-sight=${sight}>
              <th scope="row">${strings.roles[reader]}</th>
              <td>
                ${strings.sights[sight]}
                ${reader === 'web' && why ? html`<span class="quiet small">${why}</span>` : nothing}
              </td>
            </tr>`;
          })}
          <tr>
            <th scope="row">${strings.roles.authority}</th>
            <td>${strings.sights.aggregates}</td>
          </tr>
        </tbody>
      </table>
    </details>
  </div>`;
}
