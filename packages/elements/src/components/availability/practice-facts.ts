import { html, nothing, type TemplateResult } from 'lit';
import type { Practice } from '@sas-kit/client';
import type { Language } from '../../controllers/locale.ts';
import { civilTime } from '../../format/civil.ts';
import { formatClock } from '../../format/formats.ts';
import { memo } from '../../format/memo.ts';
import { weekdayOf } from '../../format/week.ts';
import type { PracticeFactsStrings } from '../../strings/fr/practice-facts.ts';

/** What the words need: in which language, at which instant, on which clocks. */
export interface PracticeFactsContext {
  words: PracticeFactsStrings;
  language: Language;
  asOf: string;
  zone: string;
}

const languageNames = memo(
  (language: Language) => new Intl.DisplayNames([language], { type: 'language' }),
);

/** `anglais` of `en`, in the reader's language; the tag itself where nobody has a name of it. */
export function languageName(
  tag: string,
  language: Language,
  { languageNames: own }: Pick<PracticeFactsStrings, 'languageNames'>,
): string {
  try {
    return own[tag] ?? languageNames(language).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function clockOf(time: string, language: Language): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return formatClock(hour * 60 + minute, language);
}

/** Facts in a few words each, as far as the practice says them. */
export function factsOf(
  practice: Practice,
  { words, language }: Pick<PracticeFactsContext, 'words' | 'language'>,
): string[] {
  const { feeSector, thirdPartyPayment, wheelchair, newPatients, languages } = practice;
  return [
    feeSector === null ? [] : words.feeSector[feeSector],
    thirdPartyPayment === null ? [] : words.thirdPartyPayment(thirdPartyPayment),
    wheelchair === null ? [] : words.wheelchair(wheelchair),
    newPatients === null ? [] : words.newPatients(newPatients),
    languages.length === 0
      ? []
      : words.languages(languages.map((tag) => languageName(tag, language, words))),
  ].flat();
}

/** Its hours of this day; undefined where it says none at all. */
export function hoursToday(
  { openingHours }: Practice,
  { words, language, asOf, zone }: PracticeFactsContext,
): string | undefined {
  if (openingHours.length === 0) return undefined;
  const today = weekdayOf(civilTime(asOf, zone).date);
  const periods = openingHours
    .filter(({ days }) => days.includes(today))
    .sort((one, other) => (one.from < other.from ? -1 : 1))
    .map(({ from, to }) => words.period(clockOf(from, language), clockOf(to, language)));
  return periods.length === 0 ? words.closedToday : words.openToday(periods);
}

/** What a practice says of itself to a desk; nothing where it says nothing. */
export function practiceFacts(
  practice: Practice | null | undefined,
  context: PracticeFactsContext,
): TemplateResult | typeof nothing {
  if (!practice) return nothing;
  const facts = factsOf(practice, context);
  const hours = hoursToday(practice, context);
  if (facts.length === 0 && !hours && !practice.information) return nothing;
  return html`<div class="practice small">
    ${
      facts.length === 0
        ? nothing
        : html`<ul aria-label=${context.words.title}>
            ${facts.map((fact) => html`<li>${fact}</li>`)}
          </ul>`
    }
    ${hours ? html`<p>${hours}</p>` : nothing}
    ${practice.information ? html`<p class="quiet">${practice.information}</p>` : nothing}
  </div>`;
}
