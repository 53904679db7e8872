import type { ReactiveController, ReactiveElement } from 'lit';
import type { AvailabilityFrame, PublicCard, PublicSlot, Source } from '@sas-kit/client';
import type { AvailabilityQuery, AvailabilityResource } from '@sas-kit/client/availability';
import { watchAvailability, type AvailabilitySnapshot, type LiveCard } from '@sas-kit/client/watch';
import { clock } from '../../../base/clock.ts';
import type { Announcer } from '../../../controllers/announcer.ts';
import type { AsyncTask } from '../../../controllers/async-task.ts';
import { LocaleController } from '../../../controllers/locale.ts';
import {
  availabilityDeskFr,
  type AvailabilityDeskStrings,
} from '../../../strings/fr/availability-desk.ts';
import type { Answer } from '../outcome.ts';
import { practiceFactsStyles } from '../practice-facts.styles.ts';
import { isFree, type ResultsContext } from '../results.ts';
import { departureLines } from './departure-lines.ts';
import { Departures, departuresOf, type Departure, type DeparturesResource } from './departures.ts';
import { deskResults } from './desk-results.ts';
import { deskStyles } from './desk.styles.ts';
import { frameOf, type Question } from './frame.ts';
import { readingOf } from './reading.ts';
import { nothingRead, settle, type Reading, type Settled } from './settle.ts';
import { countSources, sourceWords } from './source-line.ts';

/** What a page gave to call with. */
export type DeskClient = { readonly availability: AvailabilityResource };
type Watched = Parameters<typeof watchAvailability>[0];
type Host = ReactiveElement & { refresh(): Promise<void>; focusSlot(id: string): boolean };

/** Events that come together are shown together. */
const together = 30;
const noCards: Settled = { shown: { free: [], others: [] }, held: [] };

/**
 * A search that goes on: cards are shown as they come, and none moves what is being read. Loaded only for
 * a client that streams.
 */
export class Desk implements ReactiveController {
  readonly #host: Host;
  readonly #task: AsyncTask<never[], Answer>;
  readonly #announcer: Announcer;
  readonly #locale: LocaleController<AvailabilityDeskStrings>;
  readonly #departures = new Departures(() => this.#host.requestUpdate());
  #noting: DeparturesResource | undefined;
  #settled = noCards;
  /** What the list before was made of, until the new one is whole. */
  #before: readonly LiveCard[] = [];
  #cards: readonly LiveCard[] = [];
  /** Cards of further pages: they are not followed. */
  #further: Pick<Answer, 'items' | 'next'> | undefined;
  #snapshot: AvailabilitySnapshot | undefined;
  #question: Question = {};
  #missing = '';
  #cancel: (() => void) | undefined;
  #cancelSaying: (() => void) | undefined;
  #left = false;

  constructor(host: Host, task: AsyncTask<never[], Answer>, announcer: Announcer) {
    this.#host = host;
    this.#task = task;
    this.#announcer = announcer;
    this.#locale = new LocaleController<AvailabilityDeskStrings>(host, {
      fr: availabilityDeskFr,
      en: async () => (await import('../../../strings/en/availability-desk.ts')).availabilityDeskEn,
    });
    host.addController(this);
    for (const { styleSheet } of [deskStyles, practiceFactsStyles]) {
      if (styleSheet) this.#root.adoptedStyleSheets.push(styleSheet);
    }
  }

  hostConnected(): void {
    if (this.#left && this.#task.value) void this.#host.refresh();
    this.#left = false;
  }

  hostDisconnected(): void {
    this.#left = true;
    this.#cancel?.();
  }

  /** Opens a search, or reads a further page of it. Answers once everything was told; cards are shown before. */
  async ask(client: DeskClient, query: AvailabilityQuery, signal: AbortSignal): Promise<Answer> {
    const { availability } = client;
    this.#noting = departuresOf(client);
    if (query.cursor !== undefined) {
      const page = await availability.search(query, { signal });
      this.#further = { items: [...(this.#further?.items ?? []), ...page.items], next: page.next };
      if (this.#snapshot) this.#cards = this.#known(this.#snapshot);
      // They were asked for: they come, at the ends of their lists.
      const { pinned } = readingOf(this.#root, this.#settled.shown);
      this.#settle({ ...nothingRead, pinned });
      return page;
    }
    this.#further = undefined;
    this.#question = query;
    if (!this.#task.value) {
      this.#settled = noCards;
      this.#cards = [];
      this.#missing = '';
    }
    this.#before = this.#cards;
    const watch = watchAvailability(availability as unknown as Watched, query, { signal });
    let first = true;
    return new Promise((resolve, reject) => {
      const show = () => {
        const snapshot = watch.getSnapshot();
        if (signal.aborted) return;
        const told = snapshot.cards.length > 0 || snapshot.sources.length > 0 || snapshot.frame;
        if (!told && snapshot.error) {
          watch.close();
          reject(snapshot.error);
        } else if (told) {
          this.#follow(snapshot);
          if (snapshot.frame && this.#task.value) {
            resolve(this.#task.value);
            if (first)
              this.#cancelSaying = clock.after(0, () => {
                this.#sayMissing(this.#root.querySelector('[role=status]')?.textContent);
              });
            first = false;
          }
        }
      };
      signal.addEventListener('abort', () => {
        this.#cancel?.();
        this.#cancelSaying?.();
        reject(signal.reason as Error);
      });
      watch.subscribe(() => {
        this.#cancel?.();
        this.#cancel = clock.after(together, show);
      });
    });
  }

  /** The list, in the place of the one that is asked once. */
  readonly results = (context: ResultsContext): unknown => {
    const words = this.#locale.strings;
    const snapshot = this.#snapshot;
    if (!words || !snapshot) return undefined;
    const { state, since } = snapshot;
    return deskResults(
      {
        ...this.#settled,
        words,
        sources: countSources(snapshot.sources),
        searching: snapshot.frame === null,
        frozenSince: state === 'stale' ? new Date(since).toISOString() : undefined,
        showArrivals: () => void this.#showArrivals(),
        departures: departureLines(this.#departures.list, {
          words,
          language: context.language,
          close: (departure, booked) => void this.#close(departure, booked),
          forget: ({ slot }) => this.#departures.forget(slot.id),
        }),
        leave: (slot, card) => void this.#leave(slot, card),
      },
      context,
    );
  };

  /** Keeps sight of who opened an editor's page, where the client can. */
  async #leave(slot: PublicSlot, card: PublicCard): Promise<void> {
    if (this.#noting) await this.#departures.leave(this.#noting, slot, card);
  }

  async #close(departure: Departure, booked: boolean): Promise<void> {
    if (!this.#noting) return;
    const closed = await this.#departures.close(this.#noting, departure, booked);
    const { strings } = this.#locale;
    if (strings) this.#announcer.say(strings.departures.said[closed]);
    if (closed !== 'not-closed') this.#host.focusSlot(departure.slot.id);
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }

  /** Takes up what is known now. */
  #follow(snapshot: AvailabilitySnapshot): void {
    const before = this.#settled;
    this.#snapshot = snapshot;
    this.#cards = this.#known(snapshot);
    this.#settle(readingOf(this.#root, this.#settled.shown));
    this.#tell(before);
    this.#host.requestUpdate();
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
    const { frame = null, sources = [] } = this.#snapshot ?? {};
    const whole: AvailabilityFrame = frame ?? frameOf(this.#question, this.#cards);
    const settledSources = sources.filter(({ state }) => state !== 'asking') as Source[];
    this.#task.value = {
      ...whole,
      next: this.#further ? this.#further.next : whole.next,
      items: [...free, ...others],
      sources: settledSources,
    };
    if (this.#task.status === 'pending') this.#task.status = 'done';
  }

  /** One sentence at most: the first cards, cards that wait, an editor whose slots are missing. */
  #tell(before: Settled): void {
    const { strings } = this.#locale;
    if (!strings || !this.#snapshot) return;
    const { shown, held } = this.#settled;
    const { missing } = countSources(this.#snapshot.sources);
    const names = missing.join();
    const [none, count] = [before.shown, shown].map(({ free }) => free.filter(isFree).length);
    const first = none === 0 && count !== undefined && count > 0;
    if (first && !this.#snapshot.frame) {
      this.#announcer.say(strings.first(count));
    } else if (names !== '' && names !== this.#missing) {
      this.#sayMissing();
    } else if (before.held.length === 0 && held.length > 0) {
      this.#announcer.say(strings.arrived(held.length));
    }
    this.#missing = names;
  }

  /** Says whose slots are missing; behind how many cards there are, where that was said just now. */
  #sayMissing(said?: string | null): void {
    const { strings } = this.#locale;
    const counted = countSources(this.#snapshot?.sources ?? []);
    if (!strings || counted.missing.length === 0) return;
    const [missing = ''] = sourceWords(counted, strings);
    this.#announcer.say([said, missing].filter(Boolean).join('. '));
  }

  /** Shows everything in its place, and goes to the first card that was held back. */
  async #showArrivals(): Promise<void> {
    const held = new Set(this.#settled.held);
    this.#settle(nothingRead);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const { free, others } = this.#settled.shown;
    const index = [...free, ...others].findIndex(({ id }) => held.has(id));
    const title = this.#root
      .querySelectorAll('.desk .card')
      [index]?.querySelector<HTMLElement>('.subtitle');
    if (title) title.tabIndex = -1;
    title?.focus();
  }
}
