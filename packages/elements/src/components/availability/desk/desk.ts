import type { ReactiveController, ReactiveElement, TemplateResult } from 'lit';
import type { AvailabilityFrame, PublicCard, PublicSlot, Source } from '@sas-kit/client';
import type { AvailabilityQuery, AvailabilityResource } from '@sas-kit/client/availability';
import type { AvailabilitySnapshot, LiveCard } from '@sas-kit/client/watch';
import { clock } from '../../../base/clock.ts';
import type { Announcer } from '../../../controllers/announcer.ts';
import type { AsyncTask } from '../../../controllers/async-task.ts';
import { LocaleController } from '../../../controllers/locale.ts';
import type { AvailabilityStrings } from '../../../strings/fr/availability.ts';
import {
  availabilityDeskFr,
  type AvailabilityDeskStrings,
} from '../../../strings/fr/availability-desk.ts';
import { narrowFoldStyles } from '../../../styles/narrow-fold.styles.ts';
import { moment, type Answer } from '../outcome.ts';
import { practiceFactsStyles } from '../practice-facts.styles.ts';
import { isFree, type ResultsContext } from '../results.ts';
import { searchForm, type FormContext } from '../search-form.ts';
import { BarRoom } from './bar-room.ts';
import { departureLines } from './departure-lines.ts';
import { Departures, departuresOf, type Departure, type DeparturesResource } from './departures.ts';
import { deskResults } from './desk-results.ts';
import { deskStyles } from './desk.styles.ts';
import { focusText } from './focus.ts';
import { foldedForm } from './folded-form.ts';
import { newSlots } from './folded.ts';
import { frameOf, type Question } from './frame.ts';
import { practiceFilters, wishWords } from './practice-filters.ts';
import { keepWatch } from './keep-watch.ts';
import { noWishes, practiceQuery, type PracticeWishes } from './practice-query.ts';
import { readingOf } from './reading.ts';
import { nothingRead, settle, type Reading, type Settled } from './settle.ts';
import { countSources } from './source-line.ts';
import { Voice } from './voice.ts';

/** What a page gave to call with. */
export type DeskClient = { readonly availability: AvailabilityResource };
/** The element whose search goes on. */
export type DeskHost = ReactiveElement & {
  readonly professional: boolean | undefined;
  readonly place: string;
  search(): Promise<void>;
  refresh(): Promise<void>;
  focusSlot(id: string): boolean;
};

/** The instant since which changes may have been missed. */
const frozenSince = ({ state, since }: AvailabilitySnapshot): string | undefined =>
  state === 'stale' ? new Date(since).toISOString() : undefined;

/** Of another page nobody knows whether it books what it is told of. */
const isInOrientation = (element: Element): boolean =>
  (element.getRootNode() as Partial<ShadowRoot>).host?.localName === 'sas-orientation';

const noCards: Settled = { shown: { free: [], others: [] }, held: [] };

/**
 * A search that goes on: cards are shown as they come, and none moves what is being read. Loaded only for
 * a client that streams.
 */
export class Desk implements ReactiveController {
  readonly #host: DeskHost;
  readonly #task: AsyncTask<never[], Answer>;
  readonly #locale: LocaleController<AvailabilityDeskStrings>;
  readonly #voice: Voice;
  readonly #departures: Departures;
  #noting: DeparturesResource | undefined;
  #settled = noCards;
  /** What the list before was made of, until the new one is whole. */
  #before: readonly LiveCard[] = [];
  #cards: readonly LiveCard[] = [];
  /** Cards of further pages: they are not followed. */
  #further: Pick<Answer, 'items' | 'next'> | undefined;
  #snapshot: AvailabilitySnapshot | undefined;
  /** What the list says besides its cards; null before everything was told once. */
  #frame: AvailabilityFrame | null = null;
  #question: Question = {};
  #wishes = noWishes;
  #expanded: ReadonlySet<string> = new Set();
  /** The card whose further slots were asked for, as it was, until they are there. */
  #growing: LiveCard | undefined;
  #professional = false;
  #left = false;
  /** Whether the button that asks again had the focus. */
  #retries = false;
  /** Whether the reader has opened the form where it is folded. */
  #formOpen = false;

  constructor(host: DeskHost, task: AsyncTask<never[], Answer>, announcer: Announcer) {
    this.#host = host;
    this.#task = task;
    this.#locale = new LocaleController<AvailabilityDeskStrings>(host, {
      fr: availabilityDeskFr,
      en: async () => (await import('../../../strings/en/availability-desk.ts')).availabilityDeskEn,
    });
    this.#voice = new Voice(announcer, () => this.#locale.strings);
    this.#departures = new Departures((late) => {
      host.requestUpdate();
      if (late) this.#voice.say(({ departures }) => departures.overdue);
    });
    host.addController(this);
    new BarRoom(host);
    for (const { styleSheet } of [deskStyles, narrowFoldStyles, practiceFactsStyles]) {
      if (styleSheet) this.#root.adoptedStyleSheets.push(styleSheet);
    }
    host.requestUpdate();
  }

  hostConnected(): void {
    if (this.#left && this.#task.value) void this.#host.refresh();
    this.#left = false;
    this.#departures.wake();
  }

  hostDisconnected(): void {
    this.#left = true;
    this.#departures.rest();
  }

  /** « Réessayer » goes with what it was for: the focus stays where it was. */
  hostUpdate(): void {
    const { activeElement } = this.#root;
    this.#retries = activeElement?.matches(':is(.status, .problem) .button') === true;
  }

  hostUpdated(): void {
    if (!this.#retries || this.#root.activeElement) return;
    focusText(
      this.#root.querySelector<HTMLElement>('.status') ?? this.#root.querySelector('.results'),
    );
  }

  /** How many cards with slots the list has: its heading says the same. */
  get count(): number {
    return this.#settled.shown.free.filter((card) => isFree(card) && !card.preferred).length;
  }

  /** The words of the whole search, for who reads it. */
  words(own: AvailabilityStrings): AvailabilityStrings {
    const words = this.#locale.strings;
    return words && this.#forProfessionals ? { ...own, ...words.search } : own;
  }

  /** The form, for professionals with filters by what practices say of themselves. */
  readonly form = (context: FormContext): TemplateResult => {
    const words = this.#locale.strings;
    if (!words || !this.#forProfessionals) return searchForm(context);
    const { language } = context;
    const change = (wishes: PracticeWishes) => this.#wish(wishes);
    const clear = () => this.#wishNothing();
    const filters = practiceFilters(this.#wishes, { words, language, change, clear });
    // Before a search there is nothing else to be read.
    const hidden = this.#task.status === 'idle';
    this.#formOpen ||= hidden;
    return foldedForm(context, {
      ...{ words, filters, hidden, open: this.#formOpen },
      toggle: () => {
        this.#formOpen = !this.#formOpen;
        this.#host.requestUpdate();
      },
      place: this.#root.querySelector<HTMLInputElement>('#place')?.value ?? this.#host.place,
      wishes: wishWords(this.#wishes, { words, language }),
    });
  };

  /**
   * Opens a search, or reads a further page of it. Answers once everything was told; cards are shown before.
   *
   * @throws what the signal gives, for a search that another one has followed
   */
  async ask(client: DeskClient, query: AvailabilityQuery, signal: AbortSignal): Promise<Answer> {
    // While this module was loaded, another search may have begun.
    signal.throwIfAborted();
    this.#noting = departuresOf(client);
    const wished = this.#forProfessionals ? { ...query, ...practiceQuery(this.#wishes) } : query;
    if (query.cursor !== undefined) return this.#read(client, wished, signal);
    if (!this.#task.value) {
      this.#settled = noCards;
      this.#cards = [];
      this.#frame = null;
      this.#voice.begin();
    }
    this.#question = wished;
    this.#further = undefined;
    this.#before = this.#cards;
    return this.#watch(client, wished, signal);
  }

  /** The list, in the place of the one that is asked once. */
  readonly results = (context: ResultsContext): unknown => {
    const words = this.#locale.strings;
    const snapshot = this.#snapshot;
    if (!words || !snapshot) return undefined;
    this.#expanded = context.expanded;
    const { language } = context;
    const { sources } = snapshot;
    return deskResults(
      {
        ...this.#settled,
        words,
        count: this.count,
        sources: countSources(sources),
        editors: sources,
        wishes: wishWords(this.#wishes, { words, language }),
        searching: this.#frame === null,
        frozenSince: frozenSince(snapshot),
        showArrivals: () => void this.#showArrivals(),
        grow: (card) => this.#grow(card, context),
        departures: departureLines(this.#departures.list, {
          words,
          language,
          close: (departure, booked) => void this.#close(departure, booked),
          forget: (departure) => {
            this.#departures.forget(departure.slot.id);
            this.#backTo(departure);
          },
        }),
        books: isInOrientation(this.#root.host),
        leave: (slot, card) => void this.#leave(slot, card),
      },
      context,
    );
  };

  /** Said by the page, else by the first answer that only professionals get. */
  get #forProfessionals(): boolean {
    return this.#professional || this.#host.professional === true;
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }

  /** Searches again for practices of which something else is wished. */
  #wish(wishes: PracticeWishes): void {
    this.#wishes = wishes;
    this.#host.requestUpdate();
    if (this.#task.status !== 'idle') void this.#host.search();
  }

  /** The button that takes the filters back goes with them. */
  #wishNothing(): void {
    this.#root.querySelector<HTMLElement>('.practice-filters summary')?.focus();
    this.#wish(noWishes);
  }

  /** Shows all slots of a card, and asks for those that were not listed. */
  #grow(card: LiveCard, context: ResultsContext): void {
    this.#growing = card;
    if (!context.expanded.has(card.id)) context.toggle(card.id);
    context.loadAll();
  }

  /** They are there: the button that asked for them may be gone, and the focus with it. */
  async #grown(before: LiveCard): Promise<void> {
    this.#growing = undefined;
    await this.#host.updateComplete;
    const card = this.#settled.shown.free.find(({ id }) => id === before.id);
    const [first] = newSlots(before, card);
    if (first && !this.#root.activeElement) this.#host.focusSlot(first.id);
  }

  /** A further page. It was asked for: its cards come, at the ends of their lists. */
  async #read(
    { availability }: DeskClient,
    query: AvailabilityQuery,
    signal: AbortSignal,
  ): Promise<Answer> {
    const page = await availability.search(query, { signal });
    signal.throwIfAborted();
    this.#further = { items: [...(this.#further?.items ?? []), ...page.items], next: page.next };
    if (this.#snapshot) this.#cards = this.#known(this.#snapshot);
    const { pinned } = this.#reading();
    this.#settle({ ...nothingRead, pinned });
    return page;
  }

  async #watch(
    { availability }: DeskClient,
    query: AvailabilityQuery,
    signal: AbortSignal,
  ): Promise<Answer> {
    const shownUntil = clock.today();
    try {
      await keepWatch(availability, query, signal, (snapshot) => this.#follow(snapshot));
    } catch (error) {
      if (!signal.aborted) this.#freeze(shownUntil);
      throw error;
    }
    const sources = this.#snapshot?.sources ?? [];
    const takeBack = this.#voice.tellLacksNext(sources, () => this.#said());
    signal.addEventListener('abort', takeBack);
    return this.#task.value as Answer;
  }

  /** What the live region says now: how many cards there are. */
  #said(): string {
    return this.#root.querySelector('[role=status]')?.textContent ?? '';
  }

  /** What is shown is kept up to date no more. */
  #freeze(since: number): void {
    const { state } = this.#snapshot ?? {};
    if (this.#snapshot && state !== 'stale') {
      this.#snapshot = { ...this.#snapshot, state: 'stale', since };
      this.#voice.freeze(this.#frozenTime());
    }
  }

  /** The time of day since which the list that is shown may miss changes. */
  #frozenTime(): string | undefined {
    const { value: answer } = this.#task;
    const since = this.#snapshot && frozenSince(this.#snapshot);
    if (!answer || since === undefined) return undefined;
    return moment(since, { answer, language: this.#locale.language })[1];
  }

  /** Keeps sight of who opened an editor's page, where the client can. */
  async #leave(slot: PublicSlot, card: PublicCard): Promise<void> {
    if (!this.#noting) return;
    const left = await this.#departures.leave(this.#noting, slot, card);
    if (left === 'taken' || left === 'unknown') {
      await this.#voice.sayOnReturn(({ departures }) => departures[left]);
    }
  }

  async #close(departure: Departure, booked: boolean): Promise<void> {
    if (!this.#noting) return;
    const closed = await this.#departures.close(this.#noting, departure, booked);
    this.#voice.say(({ departures }) => departures.said[closed]);
    if (closed !== 'not-closed') this.#backTo(departure);
  }

  /** Back to the slot; where it is shown no more, to the first heading of the list. */
  #backTo({ slot }: Departure): void {
    const { activeElement } = this.#root;
    if (activeElement && !activeElement.closest('.departure')) return;
    if (this.#host.focusSlot(slot.id)) return;
    focusText(this.#root.querySelector<HTMLElement>('.desk :is(.banner, .subtitle)'));
  }

  /** Takes up what is known now. */
  #follow(snapshot: AvailabilitySnapshot): void {
    const before = this.#settled;
    const { cards, sources, frame } = snapshot;
    this.#snapshot = snapshot;
    this.#frame = frame ?? this.#frame;
    this.#professional ||= sources.length > 0 || cards.some((card) => 'participates' in card);
    this.#cards = this.#known(snapshot);
    this.#settle(this.#reading());
    const frozen = this.#frozenTime();
    this.#voice.tell(before, this.#settled, { sources, whole: frame !== null, frozen });
    this.#host.requestUpdate();
    if (frame && this.#growing) void this.#grown(this.#growing);
  }

  #reading(): Reading {
    return {
      ...readingOf(this.#root, this.#settled.shown),
      expanded: this.#expanded,
      growing: this.#growing !== undefined,
    };
  }

  /** The cards of the list; until it is whole, also those of the list before. */
  #known({ cards, frame }: AvailabilitySnapshot): readonly LiveCard[] {
    const further = (this.#further?.items ?? []) as readonly LiveCard[];
    const ids = new Set(cards.map(({ id }) => id));
    const old = [...(frame ? [] : this.#before), ...further].filter(({ id }) => !ids.has(id));
    return [...cards, ...old];
  }

  #settle(reading: Reading): void {
    this.#settled = settle(this.#settled.shown, this.#cards, reading);
    const { free, others } = this.#settled.shown;
    const whole = this.#frame ?? frameOf(this.#question, this.#cards);
    const sources = (this.#snapshot?.sources ?? []).filter(({ state }) => state !== 'asking');
    this.#task.value = {
      ...whole,
      next: this.#further ? this.#further.next : whole.next,
      items: [...free, ...others],
      sources: sources as Source[],
    };
    if (this.#task.status === 'pending') this.#task.status = 'done';
  }

  /** Shows everything in its place, and goes to the first card that was held back. */
  async #showArrivals(): Promise<void> {
    const held = new Set(this.#settled.held);
    this.#settle(nothingRead);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const { free, others } = this.#settled.shown;
    const index = [...free, ...others].findIndex(({ id }) => held.has(id));
    const card = this.#root.querySelectorAll('.desk .card')[index];
    focusText(card?.querySelector<HTMLElement>('.subtitle'));
  }
}
