import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../../format/formats.ts';
import { capital } from '../../format/sentence.ts';
import { formatDate, isDate, mondayOf } from '../../format/week.ts';
import { inputField, switchField } from '../../base/fields.ts';
import type { PartStrings } from './agenda-texts.ts';
import { calendarOf, holidaysAhead } from './rule-dates.ts';
import { slotFaultOf, type SlotFormContext } from './slot-form-context.ts';

/** Whether a weekly rule leaves out every other week. */
export function intervalField({ form, rule, language }: SlotFormContext): unknown {
  if (!rule) return nothing;
  const { everyOther, date } = form.draft;
  const first = isDate(date) ? formatDate(mondayOf(date), language) : undefined;
  return switchField({
    id: 'everyOther',
    label: rule.everyOther,
    hint: first && rule.everyOtherFrom(first),
    checked: everyOther,
    change: (checked) => form.change({ everyOther: checked }),
  });
}

/** The days on which a weekly rule makes no slots: public holidays, and dates of the reader's own. */
export function exceptionFields(context: SlotFormContext): TemplateResult {
  const { form, rule, language, today, insee } = context;
  if (!rule) return html`<div class="skeleton" aria-busy="true"></div>`;
  const { draft } = form;
  const holidays = holidaysAhead(draft, today, calendarOf(insee));
  return html`${switchField({
      id: 'skipHolidays',
      label: rule.skipHolidays,
      hint: rule.skipHolidaysHint,
      checked: draft.skipHolidays,
      change: (skipHolidays) => form.change({ skipHolidays }),
    })}
    <div class="stack small">
      <p class="quiet">
        ${holidays.length === 0 ? rule.noHolidays : rule.holidaysAhead(draft.skipHolidays)}
      </p>
      ${
        holidays.length === 0
          ? nothing
          : html`<ul class="dates">
              ${holidays.map(
                ({ date, holiday }) =>
                  html`<li>
                    ${capital(formatDay(date, language))}
                    <span class="quiet">${rule.holidays[holiday]}</span>
                  </li>`,
              )}
            </ul>`
      }
    </div>
    ${exceptDates(context, rule)}`;
}

function exceptDates(context: SlotFormContext, rule: PartStrings<'rule'>): TemplateResult {
  const { form, language } = context;
  const { exceptDates: dates, exceptDate } = form.draft;
  const keep = (exceptDates: readonly string[]) =>
    form.change({ exceptDates: [...new Set(exceptDates)].sort(), exceptDate: '' });
  return html`<fieldset class="field">
    <legend class="label">${rule.exceptDates}</legend>
    ${
      dates.length === 0
        ? nothing
        : html`<ul class="dates">
            ${dates.map(
              (date) =>
                html`<li>
                  <span>${capital(formatDay(date, language))}</span>
                  <button
                    class="button small"
                    type="button"
                    aria-label=${rule.of(rule.exceptRemove, formatDay(date, language))}
                    @click=${() => {
                      keep(dates.filter((other) => other !== date));
                      void context.focus('#exceptDate');
                    }}
                  >
                    ${rule.exceptRemove}
                  </button>
                </li>`,
            )}
          </ul>`
    }
    <div class="pair with-button">
      ${inputField({
        id: 'exceptDate',
        type: 'date',
        label: rule.exceptDate,
        value: exceptDate,
        fault: slotFaultOf(context, 'exceptDates'),
        change: (value) => form.change({ exceptDate: value }),
      })}
      <button
        class="button"
        type="button"
        aria-disabled=${isDate(exceptDate) ? nothing : 'true'}
        @click=${() => {
          if (isDate(exceptDate)) keep([...dates, exceptDate]);
          void context.focus('#exceptDate');
        }}
      >
        ${rule.exceptAdd}
      </button>
    </div>
  </fieldset>`;
}
