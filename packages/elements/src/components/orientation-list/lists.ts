import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Orientation } from '@sas-kit/client';
import { button } from '../../base/button.ts';
import { heading } from '../../base/heading.ts';
import type { OrientationListStrings } from '../../strings/fr/orientation-list.ts';
import { alarmCard } from './alarm-card.ts';
import type { Day, Show } from './day.ts';
import { keys } from './keys.ts';
import { orientationRow, type RowContext } from './row.ts';

/** What the lists need besides the day. */
export interface ListsContext extends RowContext {
  readonly show: Show;
  /** Most of the latter list are drawn at first. */
  readonly most: number;
  /** How many are known, listed or not. */
  readonly count: number;
  readonly get: (id: string) => Orientation | undefined;
  readonly choose: (show: Show) => void;
  readonly showMore: () => void;
  /** Shows what is held back. */
  readonly showHeld: () => void;
}

const shows: readonly Show[] = ['mine', 'desk', 'to-execute'];

/** Alarms, decisions that wait, the rest of the day; what is held back. */
export function lists(day: Day, context: ListsContext): TemplateResult {
  const { strings, most, showMore, showHeld } = context;
  const { alarms, waiting, others, held, elsewhere } = day;
  const rest = others.slice(0, most);
  const empty = alarms.length + waiting.length + others.length === 0;
  const ids = alarms.map(({ id }) => id);
  return html`${choices(context)} ${elsewhere > 0 ? ofColleagues(elsewhere, context) : nothing}
    <div class="lists">
      ${list(strings.alarms(alarms.length), ids, alarmCard, context)}
      ${list(strings.waiting(waiting.length), waiting, orientationRow, context)}
      ${list(strings.others(others.length), rest, orientationRow, context)}
      ${empty ? noneOf(context) : nothing}
      ${rest.length < others.length ? button(strings.more, showMore) : nothing}
    </div>
    ${
      held.waiting + held.others > 0
        ? html`<div class="arrivals no-print">
            ${button(`${strings.held(held.waiting, held.others)} · ${strings.showHeld}`, showHeld, {
              name: 'primary',
            })}
          </div>`
        : nothing
    }`;
}

type Row = (one: Orientation, context: RowContext) => TemplateResult;

function list(title: string, ids: readonly string[], row: Row, context: ListsContext) {
  const { level, keyed, strings } = context;
  const items = ids.flatMap((id) => context.get(id) ?? []);
  if (items.length === 0) return nothing;
  return html`<section class="list">
    <div class="row">
      ${heading(level - 1, title, 'subtitle')}
      ${row === alarmCard && keyed ? keyToAlarms(strings) : nothing}
    </div>
    <ul class="list">
      ${repeat(
        items,
        ({ id }) => id,
        (one) => row(one, context),
      )}
    </ul>
  </section>`;
}

function keyToAlarms(strings: OrientationListStrings): TemplateResult {
  return html`<p class="quiet small no-print">
    <kbd aria-hidden="true">${keys.alarms}</kbd> ${strings.toAlarms}
  </p>`;
}

function choices({ show, choose, strings }: ListsContext): TemplateResult {
  return html`<fieldset class="choices">
    <legend>${strings.show.legend}</legend>
    ${shows.map(
      (one) =>
        html`<label class="choice"
          ><input
            type="radio"
            name="show"
            .checked=${show === one}
            @change=${() => choose(one)}
          />${strings.show[one]}</label
        >`,
    )}
  </fieldset>`;
}

function ofColleagues(count: number, { strings, choose }: ListsContext): TemplateResult {
  return html`<div class="notice warn row">
    <p>${strings.elsewhere(count)}</p>
    ${button(strings.showDesk, () => choose('desk'))}
  </div>`;
}

function noneOf({ strings, count }: ListsContext): TemplateResult {
  return html`<div class="notice">
    ${
      count > 0
        ? html`<p>${strings.noneShown}</p>`
        : html`<p><strong>${strings.none}</strong></p>
            <p>${strings.noneHint}</p>`
    }
  </div>`;
}
