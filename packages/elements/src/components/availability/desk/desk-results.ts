import { html, type TemplateResult } from 'lit';
import type { Card, PublicCard, PublicSlot, Slot, SourceChange } from '@sas-kit/client';
import type { LiveCard } from '@sas-kit/client/watch';
import { button } from '../../../base/button.ts';
import { heading } from '../../../base/heading.ts';
import { formatDistance } from '../../../format/formats.ts';
import type { AvailabilityDeskStrings } from '../../../strings/fr/availability-desk.ts';
import { empty, moment } from '../outcome.ts';
import { practiceFacts } from '../practice-facts.ts';
import { resultCard, type CardContext } from '../result-card.ts';
import type { ResultsContext } from '../results.ts';
import type { SlotWords } from '../slot-words.ts';
import type { Settled } from './settle.ts';
import { sourceWords, type Sources } from './source-line.ts';
import {
  editorOf,
  isBookableHere,
  isSafeLink,
  goneCell,
  linkCell,
  type CellWords,
} from './vendor-slot.ts';

/** What is shown of a search that goes on. */
export interface DeskView extends Settled {
  readonly words: AvailabilityDeskStrings;
  /** How many cards with slots are listed below their heading. */
  readonly count: number;
  readonly sources: Sources;
  /** The connected editors: how people know them, and how they stand. */
  readonly editors: readonly SourceChange[];
  /** What practices must say of themselves, in words. */
  readonly wishes: readonly string[];
  /** Not everything was told yet. */
  readonly searching: boolean;
  /** The instant since which changes may have been missed. */
  readonly frozenSince: string | undefined;
  /** Shows what is held back. */
  readonly showArrivals: () => void;
  /** Asks for the slots of a card that are not listed. */
  readonly grow: (card: LiveCard) => void;
  /** Asks what came of each departure for an editor's page. */
  readonly departures: readonly TemplateResult[];
  /** Whether the page books what is bookable without its editor's page. */
  readonly books: boolean;
  /** Somebody opens an editor's page. */
  readonly leave: (slot: PublicSlot, card: PublicCard) => void;
}

/** The state of the search, the cards with slots, then the others once everything was told. */
export function deskResults(view: DeskView, context: ResultsContext): TemplateResult {
  const { words, shown, searching, held, count } = view;
  const { strings, level, answer, more } = context;
  const own = cardContext(view, context);
  const ownDoctor = shown.free.filter(({ preferred }) => preferred);
  const free = shown.free.filter(({ preferred }) => !preferred);
  return html`<div class="desk">
    ${statusPanel(view, context)}
    ${
      ownDoctor.length > 0
        ? html`<section class="preferred">
            ${heading(level - 2, words.preferred, 'banner')} ${cards(ownDoctor, view, own)}
          </section>`
        : undefined
    }
    ${
      free.length > 0
        ? html`${heading(level - 2, strings.results(count, ''), 'subtitle')}
          ${cards(free, view, own)}`
        : searching
          ? html`<div class="skeleton"></div>`
          : empty(context, level - 2, {
              narrowed: context.narrowed || view.wishes.length > 0,
              searchFrom: (from) => context.searchFrom(from),
            })
    }
    ${
      searching
        ? undefined
        : html`${
            shown.others.length > 0
              ? html`<div class="others-title">
                    ${heading(level - 2, strings.othersNearby, 'subtitle')}
                  </div>
                  ${cards(shown.others, view, own)}`
              : undefined
          }
          ${
            answer.next === null
              ? undefined
              : button(strings.more, more, { name: 'more no-print', busy: context.loading })
          }`
    }
    <div class="arrivals">
      <div class="bar">
        ${view.departures}
        ${
          held.length > 0
            ? button(
                `${words.arrived(held.length)} · ${words.show(held.length)}`,
                view.showArrivals,
                {
                  name: 'primary',
                },
              )
            : undefined
        }
      </div>
    </div>
  </div>`;
}

function cards(items: readonly LiveCard[], view: DeskView, context: CardContext): TemplateResult {
  return html`<ul class="cards">
    ${items.map((card) => resultCard(card, { ...context, loadAll: () => view.grow(card) }))}
  </ul>`;
}

/** Until when was searched, how far, who has not answered: one panel, whose place is kept from the start. */
function statusPanel(view: DeskView, context: ResultsContext): TemplateResult {
  const { words, sources, frozenSince, wishes } = view;
  const { answer, strings, language, refresh } = context;
  const { enlargedFromKm, radiusKm, place } = answer;
  const sentences = [
    ...(frozenSince === undefined ? [] : [words.frozen(moment(frozenSince, context)[1])]),
    ...sourceWords(sources, words),
    ...(enlargedFromKm === null
      ? []
      : [
          strings.enlarged(
            formatDistance(enlargedFromKm, language),
            formatDistance(radiusKm, language),
          ),
        ]),
    ...(place.approximate
      ? [words.approximate(place.label === null ? '' : words.ofPlace(place.label))]
      : []),
    ...(wishes.length > 0 ? [words.filters.only(wishes)] : []),
    strings.until(...moment(answer.to, context)),
  ];
  const warns = sources.missing.length > 0 || frozenSince !== undefined;
  return html`<section class="status small ${warns ? 'warn' : ''}" aria-label=${words.status}>
    <ul>
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
    ${warns ? button(strings.retry, refresh) : undefined}
  </section>`;
}

/** What the practice of a professional's card says of itself. */
function said(card: PublicCard | Card): Card['practice'] {
  return 'practice' in card ? card.practice : null;
}

/** What a professional reads on a card besides the public's. */
function cardContext(
  { words, editors, books, leave }: DeskView,
  context: ResultsContext,
): CardContext {
  const { strings } = context;
  const states = { ...strings.states, 'not-asked': () => words.notAsked };
  return {
    ...context,
    strings: { ...strings, states },
    facts: (card) =>
      practiceFacts(said(card), {
        words: words.practice,
        language: context.language,
        asOf: context.answer.asOf,
        zone: card.location.timeZone,
      }),
    cell: ({ id, slot }, said, column, card, stop) => {
      if (books && isBookableHere(slot) && slot.remaining > 0) return undefined;
      return vendorCell(
        slot,
        said,
        { id, column: column + 2, stop: id === stop },
        words,
        editors,
        (event) => {
          if (context.select(slot, card) === false) event.preventDefault();
          else leave(slot, card);
        },
      );
    },
  };
}

/** The cell of a slot that was taken or that an editor keeps; undefined for every other. */
function vendorCell(
  slot: PublicSlot | Slot,
  [text, tag, whole]: SlotWords,
  place: Pick<CellWords, 'id' | 'column' | 'stop'>,
  words: AvailabilityDeskStrings,
  editors: readonly SourceChange[],
  leave: (event: Event) => void,
): TemplateResult | undefined {
  const editor = editorOf(slot);
  const known = editors.find((one) => one.editor === editor);
  const url = slot.bookingUrl ?? '';
  const gone = slot.remaining === 0;
  if (!gone && (editor === null || !isSafeLink(url))) return undefined;
  // Of an editor that did not answer nobody knows whether its slot was taken.
  const unsure = gone && editor !== null && known?.state !== 'complete';
  const state = unsure ? words.unsure : gone ? words.taken : words.elsewhere;
  const shownTag = [tag, state].filter(Boolean).join(' ');
  const rest = whole.slice((tag ? `${text} ${tag}` : text).length);
  const name = `${text} ${shownTag}${rest}`;
  const cell = { ...place, text, tag: shownTag, name };
  if (gone) return goneCell(cell, unsure);
  const opens = words.opens(known?.name ?? editor ?? '');
  return linkCell({ ...cell, name: `${name}, ${opens}` }, url, leave);
}
