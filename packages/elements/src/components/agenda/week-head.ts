import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../base/heading.ts';
import { civilTime } from '../../format/civil.ts';
import { capital } from '../../format/sentence.ts';
import { addDays, formatDate, formatWeek, formatWeekday, weekdayOf } from '../../format/week.ts';
import type { AgendaStore } from './agenda-store.ts';
import { again, back, forth } from './icons.ts';
import type { WordContext } from './slot-words.ts';
import { daysOfView, type AgendaContext, type View } from './view.ts';

/** What turns the pages of the agenda. */
export interface WeekHeadContext extends AgendaContext {
  /** Shows the week or the day of a date; empty for today's. */
  go: (date: string) => void;
  show: (view: View) => void;
  refresh: () => void;
}

type Shown = WordContext & { view: View };

/** `Semaine du 23 au 29 novembre 2026`, `Mardi 24 novembre 2026` */
export function pageTitle(
  { monday, date }: AgendaStore,
  { strings, language, view }: Shown,
): string {
  if (view === 'week') return strings.week(...formatWeek(monday, language));
  return capital(`${formatWeekday(weekdayOf(date), language)} ${formatDate(date, language)}`);
}

/** Slots and booked ones, in a sentence. */
export function pageCounts({ slots, date }: AgendaStore, { strings, zone, view }: Shown): string {
  const shown =
    view === 'week' ? slots : slots.filter(({ start }) => civilTime(start, zone).date === date);
  return strings.counts(shown.length, shown.filter(({ booked }) => booked > 0).length);
}

export function weekHead(context: WeekHeadContext): TemplateResult {
  const { desk, strings, level, view, go } = context;
  const { store } = desk;
  const { week, date, monday, today } = store;
  const from = view === 'week' ? monday : date;
  const loading = week.status === 'failed' ? nothing : strings.loading;
  const counts = week.value ? pageCounts(store, context) : loading;
  const words = strings.turn[view];
  const turn = (label: string, pages: number, icon: TemplateResult) =>
    html`<button
      class="icon"
      type="button"
      aria-label=${label}
      @click=${() => go(addDays(from, pages * daysOfView[view]))}
    >
      ${icon}
    </button>`;
  return html`<div class="week-head">
    <div class="turn no-print">${turn(words.previous, -1, back)} ${turn(words.next, 1, forth)}</div>
    <div class="week-name">
      <div id="week-title" tabindex="-1">
        ${heading(level, pageTitle(store, context), 'subtitle')}
      </div>
      <p class="quiet small">
        ${
          view === 'day' && date === today
            ? html`<span class="now">${capital(strings.today)}</span> · `
            : nothing
        }${counts}
      </p>
    </div>
    <button class="button no-print" type="button" @click=${() => go('')}>${words.now}</button>
    <div class="views no-print" role="group" aria-label=${strings.viewsLabel}>
      ${(['day', 'week'] as const).map(
        (one) =>
          html`<button
            class="button"
            type="button"
            aria-pressed=${one === view}
            @click=${() => context.show(one)}
          >
            ${strings.views[one]}
          </button>`,
      )}
    </div>
    <button
      class="icon again no-print"
      type="button"
      aria-label=${strings.refresh}
      @click=${() => context.refresh()}
    >
      ${again}
    </button>
  </div>`;
}
