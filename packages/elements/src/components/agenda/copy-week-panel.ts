import { html, nothing, type TemplateResult } from 'lit';
import { formatWeek, isDate, mondayOf } from '../../format/week.ts';
import type { PartStrings } from './agenda-texts.ts';
import type { CopyItem } from './copy-week.ts';
import type { CopyResult, CopyWeek } from './copy-week-state.ts';
import { chooseTarget, countOf, makeCopies, preview } from './copy-week-work.ts';
import { inputField } from '../../base/fields.ts';
import { failure, sentenceOf } from './notice.ts';
import { panel } from './panel.ts';
import { momentOf } from './slot-words.ts';
import type { AgendaContext } from './view.ts';

/** What the copying of a week needs. */
export interface CopyWeekContext extends AgendaContext {
  strings: PartStrings<'copy-week'>;
  busy: boolean;
  close: () => void;
}

/** Copies a week to another: which, what would be made there, what became of it. */
export function copyWeekPanel(copy: CopyWeek, context: CopyWeekContext): TemplateResult {
  const { desk, strings, language, level, close } = context;
  const { target, fault, results } = copy;
  const week = isDate(target) ? formatWeek(mondayOf(target), language) : undefined;
  return panel({
    title: strings.copyWeekTitle(...formatWeek(copy.source, language)),
    level,
    closeLabel: strings.close,
    close,
    content: html`<div class="fields" part="form">
      <p class="quiet small">${strings.copyHint}</p>
      ${inputField({
        id: 'target',
        type: 'date',
        label: strings.copyTarget,
        hint: week && !fault ? strings.week(...week) : undefined,
        min: desk.store.today,
        value: target,
        fault: fault && strings.faults[fault],
        change: (value) => void chooseTarget(desk, copy, value),
      })}
      ${results ? outcome(copy, results, context) : planned(copy, context)}
    </div>`,
  });
}

function planned(copy: CopyWeek, context: CopyWeekContext): unknown {
  const { desk, strings } = context;
  const { plan, failure: failed } = copy;
  if (failed) {
    return failure(sentenceOf(failed, strings), {
      label: strings.retry,
      act: () => void preview(desk, copy),
    });
  }
  if (!plan) return copy.fault ? nothing : html`<p class="quiet">${strings.loading}</p>`;
  const count = countOf(plan);
  const lines = plan.flatMap((item): Line[] => {
    const { hindrance = 'none' } = item;
    if (hindrance === 'stands') return [];
    const state = hindrance === 'none' ? 'made' : 'kept';
    return [{ item, state, words: strings.hindrances[hindrance] }];
  });
  const stand = plan.length - lines.length;
  return html`<p><strong>${strings.copyPlan(count, plan.length)}</strong></p>
    ${stand > 0 ? html`<p class="quiet small">${strings.copyStands(stand)}</p>` : nothing}
    ${lines.length > 0 ? list(lines, context) : nothing}
    ${acts(copy, strings.copyMake(count), count, context)}`;
}

/** What was made and what was not, slot by slot. */
function outcome(
  copy: CopyWeek,
  results: readonly CopyResult[],
  context: CopyWeekContext,
): TemplateResult {
  const { strings } = context;
  const failed = results.filter(({ slot }) => !slot).length;
  return html`<div class="notice warn">
      <p>
        <strong>${strings.copied(results.length - failed, results.length)}</strong>
      </p>
    </div>
    ${list(
      results.map(({ item, slot, code = '' }) => ({
        item,
        words: slot ? strings.copyMade : (strings.faults[code] ?? sentenceOf(code, strings)),
        state: slot ? 'made' : 'failed',
      })),
      context,
    )}
    ${acts(copy, strings.copyRetry(failed), failed, context)}`;
}

interface Line {
  item: CopyItem;
  words: string;
  state: 'made' | 'kept' | 'failed';
}

const list = (lines: readonly Line[], context: CopyWeekContext): TemplateResult =>
  html`<ul class="copies">
    ${lines.map(
      ({ item, words, state }) =>
        html`<li data-state=${state}>
          <span>${momentOf(item.request, context)}</span>
          <span class="small">${words}</span>
        </li>`,
    )}
  </ul>`;

function acts(
  copy: CopyWeek,
  label: string,
  count: number,
  { desk, strings, busy, close }: CopyWeekContext,
): TemplateResult {
  const { progress } = copy;
  return html`<div class="row">
    ${
      count > 0
        ? html`<button
            id="next-step"
            class="button primary"
            type="button"
            aria-disabled=${busy ? 'true' : nothing}
            @click=${() => busy || void makeCopies(desk, copy)}
          >
            ${progress === undefined ? label : strings.copyProgress(progress + 1, count)}
          </button>`
        : nothing
    }
    <button class="button" type="button" @click=${close}>${strings.close}</button>
  </div>`;
}
