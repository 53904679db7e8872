import { html, nothing, type TemplateResult } from 'lit';
import type { PublicCard, PublicSlot } from '@sas-kit/client';
import { heading } from '../../base/heading.ts';
import type { Language } from '../../controllers/locale.ts';
import type { RovingGrid } from '../../controllers/roving-grid.ts';
import { formatDay, formatTime, nearDay } from '../../format/formats.ts';
import type { AvailabilityStrings } from '../../strings/fr/availability.ts';
import { daysOf, nameOf, type Day, type DaySlot, type SearchWindow } from './agenda.ts';
import { slotWords, type SlotWords } from './slot-words.ts';

/** Slots of a day before `more times` is pressed. */
export const fewest = 6;

/** What the grid of a card needs. */
export interface GridContext {
  strings: AvailabilityStrings;
  language: Language;
  answer: SearchWindow & { asOf: string };
  roving: RovingGrid;
  /** Level of the day headings. */
  level: number;
  /** Ids of the cards that show all their times. */
  expanded: ReadonlySet<string>;
  toggle(id: string): void;
  loadAll(): void;
  /** Answers false where the page keeps the choice to itself. */
  select(slot: PublicSlot, card: PublicCard): unknown;
  /** Cell of a slot that is no button here: its words, its place in the row, the grid's tab stop. */
  cell?: (
    cell: DaySlot,
    words: SlotWords,
    column: number,
    card: PublicCard,
    stop: string | undefined,
  ) => TemplateResult | undefined;
}

/**
 * The slots of one card: a grid whose rows are days, one tab stop, native buttons. Wide containers
 * show the days side by side, narrow ones below each other, from the same nodes.
 */
export function slotGrid(card: PublicCard, context: GridContext): TemplateResult {
  const { strings, answer, roving } = context;
  const expanded = context.expanded.has(card.id);
  const days = daysOf(card, answer);
  const shown = expanded
    ? days
    : days.map((day) => ({ ...day, slots: day.slots.slice(0, fewest) }));
  const grid = shown.map((day) => day.slots);
  const stop = roving.tabStop(card.id, grid);
  const hidden = days.reduce((sum, day) => sum + Math.max(0, day.slots.length - fewest), 0);
  return html`<div
      class="days"
      part="slots"
      role="grid"
      aria-label=${strings.slotsOf(nameOf(card))}
      aria-rowcount=${days.length}
      @keydown=${(event: KeyboardEvent) => roving.onKey(grid, event)}
      @focusin=${(event: Event) => roving.onFocus(card.id, event)}
    >
      ${shown.map((day, row) => dayRow(card, day, row, stop, context))}
    </div>
    ${
      hidden > 0
        ? html`<button
            class="link"
            type="button"
            aria-expanded=${expanded}
            @click=${() => context.toggle(card.id)}
          >
            ${expanded ? strings.fewerTimes : strings.moreTimes(hidden)}
          </button>`
        : nothing
    }
    ${
      card.moreSlots > 0 && (expanded || hidden === 0)
        ? html`<button class="link" type="button" @click=${() => context.loadAll()}>
            ${strings.moreSlots(card.moreSlots)}
          </button>`
        : nothing
    }`;
}

function dayRow(
  card: PublicCard,
  day: Day,
  row: number,
  stop: string | undefined,
  context: GridContext,
): TemplateResult {
  const { strings, language, answer, level } = context;
  const zone = card.location.timeZone;
  const near = nearDay(day.date, answer.asOf, zone);
  const name = near ? strings[near] : formatDay(day.date, language, 'weekday');
  const date = formatDay(day.date, language);
  const until = day.cut ? `, ${strings.cutAt(formatTime(answer.to, zone, language))}` : '';
  return html`<div class="day" role="row" aria-rowindex=${row + 1}>
    <div class="day-head" role="rowheader" aria-colindex="1">
      ${heading(
        level,
        html`${name}
          <span class="quiet small">${formatDay(day.date, language, 'date')}${until}</span>`,
        'capital',
      )}
    </div>
    ${
      day.slots.length === 0
        ? html`<span class="none quiet small" role="gridcell" aria-colindex="2"
            >${strings.noSlotThatDay}</span
          >`
        : day.slots.map((cell, column) => {
            const { id, slot } = cell;
            const words = slotWords(cell, date, card, context);
            const [text, tag, whole] = words;
            return (
              context.cell?.(cell, words, column, card, stop) ??
              html`<button
                class=${slot.booking === 'WALKIN' ? 'slot wide' : 'slot'}
                part="slot"
                type="button"
                role="gridcell"
                aria-colindex=${column + 2}
                aria-label=${whole}
                data-cell=${id}
                tabindex=${id === stop ? 0 : -1}
                @click=${() => context.select(slot, card)}
              >
                ${tag ? html`${text} <span class="tag">${tag}</span>` : text}
              </button>`
            );
          })
    }
  </div>`;
}
