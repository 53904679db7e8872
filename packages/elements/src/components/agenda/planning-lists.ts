import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Absence, Rule } from '@sas-kit/client';
import { heading } from '../../base/heading.ts';
import type { Language } from '../../controllers/locale.ts';
import { civilTime } from '../../format/civil.ts';
import { formatDay, formatTime } from '../../format/formats.ts';
import { capital, formatList } from '../../format/sentence.ts';
import { formatDate, formatWeekday, weekdays } from '../../format/week.ts';
import type { AgendaStrings } from './agenda-texts.ts';
import { wholeDaysOf } from './absence-draft.ts';
import type { Planning } from './agenda-data.ts';
import { confirmation } from './notice.ts';
import { modalitiesOf, type WordContext } from './slot-words.ts';
import type { AgendaContext } from './view.ts';

/** What the lists beside the week need. */
export interface PlanningContext extends AgendaContext {
  /** Undefined until it is read. */
  planning: Planning | undefined;
  /** Told in the place of a list until then. */
  waiting: string;
  /** The rule that the reader is asked about. */
  confirming: string;
  busy: boolean;
  /** What was done, or went wrong, in this list. */
  messages: unknown;
  addAbsence: () => void;
  endAbsence: (absence: Absence) => void;
  editRule: (rule: Rule) => void;
  deleteRule: (rule: Rule) => void;
  confirmDelete: (rule: Rule) => void;
  keepRule: (rule: Rule) => void;
}

export function absencesList(context: PlanningContext): TemplateResult {
  const { planning, strings, level, busy } = context;
  return html`<section class="card" part="absences" aria-labelledby="absences">
    <div id="absences" tabindex="-1">${heading(level, strings.absences, 'subtitle')}</div>
    ${context.messages}
    ${
      planning?.absences.length
        ? html`<ul class="list">
            ${repeat(
              planning.absences,
              ({ id }) => id,
              (absence) =>
                html`<li data-absence=${absence.id}>
                  <p>
                    <strong>${periodOf(absence, context)}</strong>
                    ${
                      Date.parse(absence.from) <= context.now
                        ? html`<span class="tag">${strings.running}</span>`
                        : nothing
                    }
                  </p>
                  <p class=${absence.bookedSlots > 0 ? 'notice warn small' : 'quiet small'}>
                    ${strings.bookedSlots(absence.bookedSlots)}
                  </p>
                  <button
                    class="button small"
                    type="button"
                    aria-label=${strings.of(strings.end, periodOf(absence, context))}
                    aria-disabled=${busy ? 'true' : nothing}
                    @click=${() => busy || context.endAbsence(absence)}
                  >
                    ${strings.end}
                  </button>
                </li>`,
            )}
          </ul>`
        : html`<p class="quiet">${planning ? strings.noAbsences : context.waiting}</p>`
    }
    <button id="add-absence" class="button" type="button" @click=${() => context.addAbsence()}>
      ${strings.addAbsence}
    </button>
  </section>`;
}

/** `Lundi 23 novembre`, `Du 23 au 27 novembre 2026`, or with times. */
export function periodOf({ from, to }: Absence, context: WordContext): string {
  const { strings, zone, language } = context;
  const days = wholeDaysOf({ from, to }, zone);
  if (days) {
    const [first, last] = days;
    return first === last
      ? capital(formatDay(first, language))
      : strings.absenceDays(formatDate(first, language, 'month'), formatDate(last, language));
  }
  const day = (instant: string) => formatDay(civilTime(instant, zone).date, language);
  const time = (instant: string) => formatTime(instant, zone, language);
  if (day(from) === day(to)) {
    return strings.absenceHours(capital(day(from)), time(from), time(to));
  }
  return strings.absenceTimes(strings.at(day(from), time(from)), strings.at(day(to), time(to)));
}

export function rulesList(context: PlanningContext): TemplateResult {
  const { planning, strings, level } = context;
  return html`<section class="card" part="rules" aria-labelledby="rules">
    <div id="rules" tabindex="-1">${heading(level, strings.rules, 'subtitle')}</div>
    ${context.messages}
    ${
      planning?.rules.length
        ? html`<ul class="list">
            ${repeat(
              planning.rules,
              ({ id }) => id,
              (rule) => ruleItem(rule, context),
            )}
          </ul>`
        : html`<p class="quiet">${planning ? strings.noRules : context.waiting}</p>`
    }
  </section>`;
}

function ruleItem(rule: Rule, context: PlanningContext): TemplateResult {
  const { strings, language, now, zone, confirming, busy } = context;
  const name = ruleName(rule, strings, language);
  const deletion = confirming === rule.id ? context.part('answers') : undefined;
  const today = civilTime(now, zone).date;
  const { validFrom = today, validUntil = null } = rule;
  const start = formatDate(validFrom, language);
  const exceptions = (rule.exceptDates ?? []).filter((date) => date >= today).length;
  const span = [
    validFrom > today ? strings.ruleFromLater(start) : strings.ruleFrom(start),
    ...(validUntil === null ? [] : [strings.ruleUntil(formatDate(validUntil, language))]),
    ...(rule.skipHolidays ? [strings.ruleHolidays] : []),
    ...(exceptions > 0 ? [strings.ruleExceptions(exceptions)] : []),
  ].join(', ');
  return html`<li data-rule=${rule.id}>
    <p><strong>${name}</strong></p>
    <p class="small">
      ${strings.ruleSlots(rule.slotMinutes, rule.capacity ?? 1)} · ${modalitiesOf(rule, strings)} ·
      ${rule.visibility.map((code) => strings.visibilities[code]).join(', ')}
    </p>
    <p class="quiet small">${span}</p>
    ${
      deletion
        ? confirmation({
            question: deletion.deleteAsk,
            choices: [{ label: deletion.deleteYes, accept: () => context.confirmDelete(rule) }],
            no: strings.keepIt,
            busy,
            refuse: () => context.keepRule(rule),
          })
        : html`<div class="row">
            <button
              class="button small edit"
              type="button"
              aria-label=${strings.of(strings.edit, name)}
              aria-disabled=${busy ? 'true' : nothing}
              @click=${() => busy || context.editRule(rule)}
            >
              ${strings.edit}
            </button>
            <button
              class="button small delete"
              type="button"
              aria-label=${strings.of(strings.delete, name)}
              @click=${() => context.deleteRule(rule)}
            >
              ${strings.delete}
            </button>
          </div>`
    }
  </li>`;
}

/** `Lundi et jeudi, 9 h – 12 h`: times of the wall, in no zone. */
export function ruleName(
  { days, startTime, endTime, intervalWeeks }: Rule,
  strings: AgendaStrings,
  language: Language,
): string {
  const time = (wall: string) => formatTime(`1970-01-05T${wall}:00Z`, 'UTC', language);
  const names = weekdays
    .filter((weekday) => days.includes(weekday))
    .map((weekday) => formatWeekday(weekday, language));
  const name = strings.rule(
    capital(formatList(names, language)),
    strings.range(time(startTime), time(endTime)),
  );
  return intervalWeeks === 2 ? strings.ruleEveryOther(name) : name;
}
