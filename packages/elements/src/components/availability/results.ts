import { html, nothing, type TemplateResult } from 'lit';
import type { PublicCard } from '@sas-kit/client';
import { button } from '../../base/button.ts';
import { heading } from '../../base/heading.ts';
import { empty, moment, remarks, type Answer } from './outcome.ts';
import { resultCard, type CardContext } from './result-card.ts';

/** What the results need besides what their cards need. */
export interface ResultsContext extends CardContext {
  answer: Answer;
  /** The answer is so old that it must be said. */
  stale: boolean;
  /** Fewer modalities than all were asked for. */
  narrowed: boolean;
  refresh: () => void;
  searchFrom(instant: string): void;
  /** Loads the next page. */
  more: () => void;
  loading: boolean;
}

export const isFree = ({ state }: PublicCard): boolean => state === 'free';

/** Bars in the place of cards. */
export function skeleton(text: string): TemplateResult {
  const bar = html`<div class="skeleton"></div>`;
  return html`<p class="sr">${text}</p>
    ${bar}${bar}${bar}`;
}

/** The answer: what must be known first, the cards with slots, then the others with their telephone. */
export function results(context: ResultsContext): TemplateResult {
  const { answer, strings, level, refresh, more } = context;
  const free = answer.items.filter(isFree);
  const others = answer.items.filter((card) => !isFree(card));
  return html`${
    context.stale
      ? html`<div class="notice warn">
          <p>${strings.stale(moment(answer.asOf, context)[1])}</p>
          ${button(strings.refresh, refresh)}
        </div>`
      : nothing
  }
  ${remarks(context, refresh)}
  ${
    free.length > 0
      ? html`<div>
            ${heading(level - 2, strings.results(free.length, strings.around(answer.place.label)), 'subtitle')}
            <p class="quiet small">${strings.until(...moment(answer.to, context))}</p>
          </div>
          ${cards(free, context)}`
      : empty(context, level - 2, context)
  }
  ${
    others.length > 0
      ? html`${heading(level - 2, strings.othersNearby, 'subtitle')} ${cards(others, context)}`
      : nothing
  }
  ${
    answer.next === null
      ? nothing
      : button(strings.more, more, { name: 'more no-print', busy: context.loading })
  }`;
}

function cards(items: readonly PublicCard[], context: CardContext): TemplateResult {
  return html`<ul class="cards">
    ${items.map((card) => resultCard(card, context))}
  </ul>`;
}
