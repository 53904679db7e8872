import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '../../base/heading.ts';
import type { RovingGrid } from '../../controllers/roving-grid.ts';
import { civilTime } from '../../format/civil.ts';
import { formatDay } from '../../format/formats.ts';
import { wordsOf, type WordContext } from './slot-words.ts';
import { stateOf, type Day, type DaySlot } from './week-model.ts';

/** What the week needs. */
export interface WeekContext extends WordContext {
  days: readonly Day[];
  references: ReadonlyMap<string, readonly string[]>;
  roving: RovingGrid;
  /** Level of the day headings. */
  level: number;
  /** Accessible name of the grid. */
  label: string;
  /** The slot whose details are open. */
  open: string;
  select: (id: string) => void;
}

const gridId = 'week';

/**
 * The slots of a week or a day: a grid whose rows are days, one tab stop, native buttons. Wide containers show
 * the days side by side, narrow ones below each other, from the same nodes.
 */
export function weekGrid(context: WeekContext): TemplateResult {
  const { days, roving, label } = context;
  const grid = days.map((day) => day.slots);
  const stop = roving.tabStop(gridId, grid);
  return html`<div
    class=${days.length === 1 ? 'days one' : 'days'}
    part="week"
    role="grid"
    aria-label=${label}
    aria-rowcount=${days.length}
    @keydown=${(event: KeyboardEvent) => roving.onKey(grid, event)}
    @focusin=${(event: Event) => roving.onFocus(gridId, event)}
  >
    ${days.map((day, row) => dayRow(day, row, stop, context))}
  </div>`;
}

function dayRow(
  { date, slots }: Day,
  row: number,
  stop: string | undefined,
  context: WeekContext,
): TemplateResult {
  const { strings, language, zone, now, level } = context;
  const today = date === civilTime(now, zone).date;
  const name = html`<span class="weekday">${formatDay(date, language, 'weekday')}</span>
    <span class="date">${formatDay(date, language, 'date')}</span>
    ${today ? html`<span class="now">${strings.today}</span>` : nothing}`;
  const kind = ['day', today && 'today', slots.length === 0 && 'bare'].filter(Boolean).join(' ');
  return html`<div class=${kind} role="row" aria-rowindex=${row + 1}>
    <div class="day-head" role="rowheader" aria-colindex="1">${heading(level, name)}</div>
    ${
      slots.length === 0
        ? html`<span class="none quiet" role="gridcell" aria-colindex="2"
            >${strings.noSlotThatDay}</span
          >`
        : repeat(
            slots,
            ({ id }) => id,
            (slot, column) => slotCell(slot, date, column, stop, context),
          )
    }
  </div>`;
}

function slotCell(
  { id, slot }: DaySlot,
  date: string,
  column: number,
  stop: string | undefined,
  context: WeekContext,
): TemplateResult {
  const { references, open, now, language } = context;
  const words = wordsOf(slot, context);
  return html`<button
    class="slot"
    part="slot"
    type="button"
    role="gridcell"
    aria-colindex=${column + 2}
    aria-selected=${id === open}
    data-cell=${id}
    data-state=${stateOf(slot, now)}
    tabindex=${id === stop ? 0 : -1}
    @click=${() => context.select(id)}
  >
    <span class="sr">${formatDay(date, language)}, </span>
    <span class="lines"
      ><span class="time">${words.time}</span><span class="sr">, ${words.duration}, </span
      ><span class="state">${words.state}</span>${(references.get(id) ?? []).map(
        (reference) => html`<span class="sr">, </span> <span class="reference">${reference}</span>`,
      )}</span
    ><span class="sr">, </span>
    <span class="lines"
      ><span class="fact">${words.modalities}</span><span class="sr">, </span
      ><span class="fact">${words.visibility}</span><span class="sr">, </span
      ><span class="fact">${words.origin}</span></span
    >
  </button>`;
}
