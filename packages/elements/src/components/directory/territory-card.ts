import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../base/heading.ts';
import { fifteen, phoneLink } from '../../base/phone-link.ts';
import type { Language } from '../../controllers/locale.ts';
import { departmentLabel } from '../../format/departments.ts';
import { formatPhone } from '../../format/formats.ts';
import { formatPartialDate } from '../../format/partial-date.ts';
import { formatList } from '../../format/sentence.ts';
import type { Contact, DirectoryEntry, ListedNumber } from '../../static/territories.ts';
import type { DirectoryStrings } from '../../strings/fr/directory.ts';
import { stageOf } from './directory-filter.ts';

/** What a card needs. */
export interface CardContext {
  strings: DirectoryStrings;
  language: Language;
  /** Level of the card's heading. */
  level: number;
  /** Today's civil date: what has expired is not shown. */
  today: string;
}

/** One territory: its name and status, and on demand its stages, numbers and partners. */
export function territoryCard(entry: DirectoryEntry, context: CardContext): TemplateResult {
  const { strings, level } = context;
  const stage = stageOf(entry);
  return html`<li class="card" part="card">
    <details>
      <summary>
        <span class="who">
          ${heading(level, entry.name, 'name')}
          <span class="quiet small">${departmentsOf(entry, context)}</span>
        </span>
        <span class="badge ${stage ?? ''}" part="status"
          >${stage ? strings.statuses[stage] : strings.unknownStatus}</span
        >
      </summary>
      <div class="body">
        ${section(strings.timeline, timeline(entry, context), level)}
        ${section(strings.numbers, numbers(entry, context), level)}
        ${
          entry.contacts.length > 0
            ? section(strings.contacts, contacts(entry.contacts, strings), level)
            : nothing
        }
        ${entry.holders.length > 0 ? section(strings.holders, holders(entry, strings), level) : nothing}
        ${
          entry.partners.length > 0
            ? section(strings.partners, partners(entry, strings), level)
            : nothing
        }
      </div>
    </details>
  </li>`;
}

const section = (title: string, content: unknown, level: number): TemplateResult =>
  html`<div class="section">${heading(level + 1, title, 'section-title')} ${content}</div>`;

function departmentsOf({ whole, part }: DirectoryEntry, context: CardContext): string {
  const { strings, language } = context;
  const list = (codes: readonly string[]) => formatList(codes.map(departmentLabel), language);
  return formatList(
    [
      ...(whole.length > 0 ? [list(whole)] : []),
      ...(part.length > 0 ? [strings.partOf(list(part))] : []),
    ],
    language,
  );
}

function timeline(entry: DirectoryEntry, { strings, language }: CardContext): TemplateResult {
  if (entry.statuses.length === 0) return html`<p class="quiet">${strings.noStage}</p>`;
  const last = entry.statuses.length - 1;
  return html`<ol class="timeline" part="timeline">
    ${entry.statuses.map(
      ({ status, from, source }, index) =>
        html`<li aria-current=${index === last ? 'step' : nothing}>
          <strong>${strings.statuses[status]}</strong>
          ${
            from === null
              ? html`<span class="quiet">${strings.noDate}</span>`
              : html`<time datetime=${from}
                  >${strings.since(formatPartialDate(from, language))}</time
                >`
          }
          ${source === null ? nothing : html`<p class="quiet small">${strings.source(source)}</p>`}
        </li>`,
    )}
  </ol>`;
}

function numbers(entry: DirectoryEntry, context: CardContext): TemplateResult {
  const { strings, today } = context;
  const known = entry.numbers.filter(
    ({ number, validUntil }) =>
      number !== 'to-be-announced' && (validUntil === null || today <= lastDay(validUntil)),
  );
  if (known.length === 0) return html`<p>${strings.toBeAnnounced} ${fifteen}.</p>`;
  return html`<ul class="plain">
    ${known.map((number) => html`<li>${listedNumber(number, context)}</li>`)}
  </ul>`;
}

/** A year or a month ends with its last day, or a text that sorts after it. */
const lastDay = (date: string): string => (date.length < 10 ? `${date}-99` : date);

/** A number that is not yet valid is told, and is no link. */
function listedNumber(listed: ListedNumber, context: CardContext): TemplateResult {
  const { strings, language, today } = context;
  const { number, label, hours, validFrom, validUntil } = listed;
  const later = validFrom !== null && validFrom > today;
  const details = [
    label,
    hours,
    later ? strings.from(formatPartialDate(validFrom, language)) : null,
    validUntil === null ? null : strings.until(formatPartialDate(validUntil, language)),
  ].filter((text) => text !== null);
  return html`${later ? formatPhone(number) : phoneLink(number)}
  ${details.length > 0 ? html`<span class="quiet">${details.join(', ')}</span>` : nothing}`;
}

function contacts(list: readonly Contact[], strings: DirectoryStrings): TemplateResult {
  return html`<ul class="plain">
    ${list.map(({ label, phone, email, url }) => {
      const ways = [
        phone === null ? null : phoneLink(phone),
        email === null ? null : html`<a href="mailto:${email}">${email}</a>`,
        url === null ? null : html`<a href=${url} rel="noopener">${new URL(url).hostname}</a>`,
      ].filter((way) => way !== null);
      return html`<li>
        ${label}&nbsp;:
        ${ways.length > 0 ? ways.map((way) => html`${way} `) : strings.contactToBeAnnounced}
      </li>`;
    })}
  </ul>`;
}

function holders(entry: DirectoryEntry, strings: DirectoryStrings): TemplateResult {
  return html`<ul class="equals">
    ${entry.holders.map(
      ({ name, side }) =>
        html`<li>${name} <span class="quiet small">${strings.sides[side]}</span></li>`,
    )}
  </ul>`;
}

function partners(entry: DirectoryEntry, strings: DirectoryStrings): TemplateResult {
  return html`<ul class="equals" part="partners">
      ${entry.partners.map((name) => html`<li>${name}</li>`)}
    </ul>
    <p class="quiet small">${strings.partnersOrder}</p>`;
}
