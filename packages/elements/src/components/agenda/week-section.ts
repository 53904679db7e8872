import { html, nothing, type TemplateResult } from 'lit';
import { codeOf } from '../../base/sas-element.ts';
import type { RovingGrid } from '../../controllers/roving-grid.ts';
import { formatDate } from '../../format/week.ts';
import { openCopyWeek } from './copy-week-work.ts';
import { dayBookings } from './day-bookings.ts';
import { hoursGauge } from './hours.ts';
import { messagesAt } from './messages.ts';
import { failure, sentenceOf } from './notice.ts';
import { pageTitle, weekHead, type WeekHeadContext } from './week-head.ts';
import { saveWeek } from './week-file.ts';
import { daysOfWeek } from './week-model.ts';
import { weekGrid } from './week-view.ts';

/** What the week and what stands around it need. */
export interface WeekSectionContext extends WeekHeadContext {
  roving: RovingGrid;
  select: (id: string) => void;
  /** Reads again, asked by a button that goes. */
  retry: () => void;
  add: () => void;
  print: () => void;
}

export function weekSection(context: WeekSectionContext): TemplateResult {
  const { desk, strings, view } = context;
  const { week, date } = desk.store;
  const days = week.value && daysOfWeek(week.value.monday, week.value.slots, context.zone);
  const day = view === 'day' ? days?.find((other) => other.date === date) : undefined;
  return html`<section class="main" aria-labelledby="week-title">
    ${weekHead(context)} ${messagesAt(desk, 'week', strings)} ${remarks(context)}
    <div class="week" aria-busy=${week.status === 'pending'}>
      ${days ? slots(context, day ? [day] : days) : waiting(context)}
    </div>
    ${
      day
        ? dayBookings({
            ...context,
            ...{ day, references: week.value?.references },
            level: context.level + 1,
          })
        : nothing
    }
    ${week.value ? html`${weekActs(context)} ${hoursGauge(week.value.slots, strings)}` : nothing}
  </section>`;
}

/** What can be done with the whole week. */
function weekActs(context: WeekSectionContext): TemplateResult {
  const { desk, strings } = context;
  if (desk.store.slots.length === 0) return html``;
  return html`<div class="row no-print">
    <button id="copy-week" class="button" type="button" @click=${() => void openCopyWeek(desk)}>
      ${strings.copyWeek}
    </button>
    <button class="button" type="button" @click=${() => saveWeek(context)}>
      ${strings.saveWeek}
    </button>
  </div>`;
}

/** What must be known before the slots are read. */
function remarks(context: WeekSectionContext): TemplateResult {
  const { desk, strings, language, retry } = context;
  const { week, horizonBefore } = desk.store;
  const button = { label: strings.retry, act: retry };
  return html`${
    week.status === 'failed' ? failure(sentenceOf(codeOf(week.error), strings), button) : nothing
  }
  ${
    week.value && !week.value.references
      ? html`<div class="notice warn">
          <p>${strings.referencesMissing}</p>
          <button class="button" type="button" @click=${retry}>${strings.retry}</button>
        </div>`
      : nothing
  }
  ${
    horizonBefore
      ? html`<p class="notice">
          ${context.part('answers')?.beyondHorizon(formatDate(horizonBefore, language))}
        </p>`
      : nothing
  }`;
}

function waiting({ desk, view }: WeekSectionContext): unknown {
  const bars = html`<div class="skeleton"></div>`;
  if (desk.store.week.status === 'failed') return nothing;
  return html`<div class="days">${Array(view === 'week' ? 7 : 1).fill(bars)}</div>`;
}

function slots(context: WeekSectionContext, days: ReturnType<typeof daysOfWeek>): TemplateResult {
  const { desk, strings, view } = context;
  const { store, panel } = desk;
  if (days.every((day) => day.slots.length === 0)) {
    return html`<div class="notice" part="empty">
      <p><strong>${strings.empty[store.slots.length === 0 ? 'week' : view]}</strong></p>
      ${store.slots.length === 0 ? html`<p>${strings.emptyHint}</p>` : nothing}
      <button class="button" type="button" @click=${() => context.add()}>${strings.addSlot}</button>
    </div>`;
  }
  return weekGrid({
    ...context,
    days,
    references: store.week.value?.references ?? new Map<string, string[]>(),
    level: context.level + 1,
    label: pageTitle(store, context),
    open: panel?.kind === 'slot' ? panel.id : '',
  });
}
