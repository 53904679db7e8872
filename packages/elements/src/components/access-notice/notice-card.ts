import { html, nothing, type TemplateResult } from 'lit';
import { clock } from '../../base/clock.ts';
import { heading } from '../../base/heading.ts';
import { fifteen, phoneLink } from '../../base/phone-link.ts';
import type { Language } from '../../controllers/locale.ts';
import { foreignZone, formatMoment } from '../../format/formats.ts';
import type { AccessNotice } from '../../static/access-notices.ts';
import type { AccessNoticeStrings } from '../../strings/fr/access-notice.ts';

/** What a notice needs. */
export interface NoticeContext {
  strings: AccessNoticeStrings;
  language: Language;
  /** Level of the department's heading. */
  level: number;
  /** ms since 1970 */
  now: number;
}

/** ms; a day on which clocks change has 25 hours. */
const dayLength = 25 * 3_600_000;

/** One notice: which department, what holds, from when to when, who says so. */
export function noticeCard(notice: AccessNotice, context: NoticeContext): TemplateResult {
  const { strings, level, now } = context;
  const { access, facility, phone, from } = notice;
  const later = from !== null && from > now;
  const number = phone === null ? fifteen : phoneLink(phone);
  return html`<li class="panel ${access}" part="notice">
    ${heading(level, facility, 'subtitle')}
    <p class="row">
      ${later ? html`<span class="badge later">${strings.upcoming}</span>` : nothing}
      <strong class="access">${strings[access]}</strong>
    </p>
    ${
      access === 'regulated'
        ? html`<p>${strings.regulatedHow} ${number}. ${strings.regulatedWho}</p>`
        : html`<p>${strings.openHow} ${fifteen}.</p>`
    }
    <p>${period(notice, later, context)}</p>
    <p class="quiet small">${zone(notice, context)} ${source(notice, strings)}</p>
  </li>`;
}

function period(
  { from, to, timeZone }: AccessNotice,
  later: boolean,
  { strings, language }: NoticeContext,
): string {
  const partsOf = (instant: number) =>
    formatMoment(new Date(instant).toISOString(), timeZone, language);
  const moment = (instant: number) => strings.moment(...partsOf(instant));
  if (from !== null && to !== null) {
    const [[day, start], [lastDay, end]] = [partsOf(from), partsOf(to)];
    // Days of two years may have one name.
    return day === lastDay && to - from < dayLength
      ? strings.day(day, start, end)
      : strings.period(moment(from), moment(to));
  }
  if (to !== null) return strings.until(moment(to));
  const end = strings.openEnded;
  if (from === null) return end;
  return `${later ? strings.starting(moment(from)) : strings.since(moment(from))} ${end}`;
}

function zone(notice: AccessNotice, { strings, language, now }: NoticeContext): string {
  const instant = new Date(notice.to ?? notice.from ?? now).toISOString();
  const name = foreignZone(instant, notice.timeZone, clock.zone(), language);
  return name === undefined ? '' : strings.zone(name);
}

function source({ source, sourceUrl }: AccessNotice, strings: AccessNoticeStrings): TemplateResult {
  return html`${strings.source}
  ${sourceUrl === null ? source : html`<a href=${sourceUrl} rel="noopener">${source}</a>`}`;
}
