import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../../format/formats.ts';
import { capital } from '../../format/sentence.ts';
import { formatDate, isDate, mondayOf } from '../../format/week.ts';
import { inputField, switchField } from '../../base/fields.ts';
import { calendarOf, holidaysAhead } from './rule-dates.ts';
import { slotFaultOf, type SlotFormContext } from './slot-form-context.ts';

/** Whether a weekly rule leaves out every other week. */
export function intervalField({ form, strings, language }: SlotFormContext): TemplateResult {
  const { everyOther, date } = form.draft;
  const first = isDate(date) ? formatDate(mondayOf(date), language) : undefined;
  return switchField({
    id: 'everyOther',
    label: strings.everyOther,
    hint: first && strings.everyOtherFrom(first),
    checked: everyOther,
    change: (checked) => form.change({ everyOther: checked }),
  });
}

/** The days on which a weekly rule makes no slots: public holidays, and dates of the reader's own. */
export function exceptionFields(context: SlotFormContext): TemplateResult {
  const { form, strings, language, today, insee } = context;
  const { draft } = form;
  const holidays = holidaysAhead(draft, today, calendarOf(insee));
  return html`${switchField({
      id: 'skipHolidays',
      label: strings.skipHolidays,
      hint: strings.skipHolidaysHint,
      checked: draft.skipHolidays,
      change: (skipHolidays) => form.change({ skipHolidays }),
    })}
    <div class="stack small">
      <p class="quiet">
        ${holidays.length === 0 ? strings.noHolidays : strings.holidaysAhead(draft.skipHolidays)}
      </p>
      ${
        holidays.length === 0
          ? nothing
          : html`<ul class="dates">
              ${holidays.map(
                ({ date, holiday }) =>
                  html`<li>
                    ${capital(formatDay(date, language))}
                    <span class="quiet">${strings.holidays[holiday]}</span>
                  </li>`,
              )}
            </ul>`
      }
    </div>
    ${exceptDates(context)}`;
}

function exceptDates(context: SlotFormContext): TemplateResult {
  const { form, strings, language } = context;
  const { exceptDates: dates, exceptDate } = form.draft;
  const keep = (exceptDates: readonly string[]) =>
    form.change({ exceptDates: [...new Set(exceptDates)].sort(), exceptDate: '' });
  return html`<fieldset class="field">
    <legend class="label">${strings.exceptDates}</legend>
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
                    aria-label=${strings.of(strings.exceptRemove, formatDay(date, language))}
                    @click=${() => {
                      keep(dates.filter((other) => other !== date));
                      void context.focus('#exceptDate');
                    }}
                  >
                    ${strings.exceptRemove}
                  </button>
                </li>`,
            )}
          </ul>`
    }
    <div class="pair with-button">
      ${inputField({
        id: 'exceptDate',
        type: 'date',
        label: strings.exceptDate,
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
        ${strings.exceptAdd}
      </button>
    </div>
  </fieldset>`;
}
