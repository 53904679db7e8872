import { metresBetween } from '../aggregation/keeping/match-place.ts';
import { ConnectionLostError, type Database, sqlFailure } from '../database/database.ts';
import type { LocatedAddress } from '../directory/find-address.ts';
import type { Geocoder } from '../directory/geocoder.ts';
import type { components } from '../generated/platform.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import {
  type FoundPage,
  frameOf,
  freeEnough,
  type LastCard,
  lastOf,
  readPage,
} from './availability.ts';
import type { ChangedAgenda, Follower } from './live-changes.ts';
import { refusePracticeFilter } from './practice-filter.ts';
import { presentCard, presentPublicCard } from './present.ts';
import { addressOf, type AvailabilityQuery, readSearch, type Search } from './query.ts';
import { lowestRank } from './rank.ts';
import { boundingBox, findCards, type FoundCard, groupOf, isPublic } from './search.ts';
import { type CardEvent, SentCards } from './sent-cards.ts';
import { isNew, toldOf } from './searched.ts';
import { StreamVendors } from './stream-vendors.ts';
import type { Turns, Whose } from './turns.ts';
import { clockAndVendors, type VendorSurroundings } from './vendors.ts';

type SourceEvent = { event: 'source'; data: components['schemas']['SourceChange'] };
type DoneEvent = { event: 'done'; data: components['schemas']['AvailabilityFrame'] };
type StreamEvent = CardEvent | SourceEvent | DoneEvent;

type Box = ReturnType<typeof boundingBox>;

const boxAround = ({ place }: Search, radiusKm: number): Box =>
  boundingBox(place.lat, place.lon, radiusKm);

/** What every stream of a process shares. */
export interface StreamSurroundings {
  readonly database: Database;
  readonly geocoder: Geocoder | null;
  /** Reading for streams leaves connections to those who ask. */
  readonly turns: Turns;
  readonly vendors: VendorSurroundings;
  readonly heartbeatMs: number;
}

/** How often the whole page is read: the window moves, and what nobody told is found, ms. */
const WHOLE_MS = 60_000;
/** As many agendas are read for less than a page; of more, the page is read. */
const MOST_CHANGED = 300;
/** A timer may fire a little early; the database's clock would say that the slot has not begun, ms. */
const MARGIN_MS = 20;

/**
 * Keeps one reader's page of a search up to date. Everything that is sent was read by the statement of a
 * search, with its caller as an argument.
 */
export class AvailabilityStream implements Follower {
  readonly #surroundings: StreamSurroundings;
  readonly #caller: Caller;
  readonly #query: AvailabilityQuery;
  /** Where the text of the query is, if it names no place. */
  #address: LocatedAddress | null = null;
  readonly #cards: SentCards;
  readonly #vendors: StreamVendors;
  #search: Search | null = null;
  #page: FoundPage | null = null;
  /** Around the page; while it is read, around the largest that it may be. */
  #box: Box | null = null;
  /** How far the database's clock is ahead of the process's, ms. */
  #clockAhead = 0;
  #wholeAt = 0;
  /** Whether the page was read before vendors had answered. */
  #early = false;
  /** Whether they have, and the page that was kept up to date meanwhile may do. */
  #settled = false;
  #whole = true;
  /** Whether it was told of, or goes on from one that was. */
  #told: boolean;
  readonly #pending = new Set<string>();
  #ended = false;
  #wake: () => void = () => undefined;

  constructor(surroundings: StreamSurroundings, caller: Caller, query: AvailabilityQuery) {
    this.#surroundings = surroundings;
    this.#caller = caller;
    this.#query = query;
    this.#told = !isNew(query);
    this.#cards = new SentCards(isPublic(caller) ? presentPublicCard : presentCard);
    this.#vendors = new StreamVendors(surroundings.vendors, caller, () => this.#wake());
  }

  changed(agendas: readonly ChangedAgenda[]): void {
    // What is told before the first page is asked for stands in it.
    if (this.#whole || this.#box === null) return;
    for (const agenda of agendas) if (this.#concerns(agenda)) this.#pending.add(agenda.id);
    if (this.#pending.size > MOST_CHANGED) this.#readWhole();
    if (this.#isDue) this.#wake();
  }

  everything(): void {
    this.#readWhole();
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#vendors.end();
    this.#wake();
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Reads the first page. @throws {ProblemError} with the parameter at fault; 503 where too many read theirs. */
  async open(): Promise<void> {
    const { geocoder } = this.#surroundings;
    if (this.#query.q !== undefined) this.#address = await addressOf(geocoder, this.#query);
    await this.#surroundings.turns.begin(this.#whose, () => this.#readPage());
  }

  /**
   * The page, then its changes, until the stream ends, its caller may no longer see it, or it cannot be
   * kept: a database that is away, a window that is over. Null where nothing came for a heartbeat.
   * Nothing is read before the event before it was taken.
   *
   * @param stillMay asked once a heartbeat, and before anything is read after one.
   */
  async *events(stillMay: () => Promise<boolean>): AsyncGenerator<StreamEvent | null, void> {
    try {
      yield* this.#keep(stillMay);
    } catch (error) {
      const expected = error instanceof ConnectionLostError || error instanceof ProblemError;
      if (!expected && sqlFailure(error) === null) throw error;
    }
  }

  async *#keep(stillMay: () => Promise<boolean>): AsyncGenerator<StreamEvent | null, void> {
    const { heartbeatMs, turns } = this.#surroundings;
    yield* this.#sendPage();
    let askedAt = Date.now();
    while (!this.#ended) {
      if (Date.now() - askedAt >= heartbeatMs) {
        if (!(await stillMay())) return;
        askedAt = Date.now();
      }
      this.#noteTime();
      yield* this.#vendors.changes();
      if (this.#settled && !this.#whole) yield* this.#settle();
      if (this.#whole) {
        await turns.take(this.#whose, () => this.#readPage());
        yield* this.#sendPage();
      } else if (this.#pending.size > 0) {
        yield* this.#readChanges();
      } else if (await this.#rest(heartbeatMs)) {
        yield null;
      }
    }
  }

  get #whose(): Whose {
    return isPublic(this.#caller) ? 'public' : 'desk';
  }

  get #isDue(): boolean {
    return this.#whole || this.#pending.size > 0 || this.#vendors.isDue;
  }

  #readWhole(): void {
    this.#whole = true;
    this.#pending.clear();
  }

  /** Slots that have begun are gone; the window has moved. */
  #noteTime(): void {
    this.#settled = this.#vendors.takeSettled();
    const isLong = Date.now() >= this.#wholeAt + WHOLE_MS;
    if (isLong || (this.#settled && !this.#isEnough)) this.#readWhole();
    if (this.#whole) return;
    this.#vendors.askAgain(this.#search!, this.#page!.radiusKm, this.#databaseTime());
    for (const id of this.#cards.begunAt(Date.now() + this.#clockAhead - MARGIN_MS))
      this.#pending.add(id);
  }

  /** Whether the cards that were sent are so many that neither wider nor later slots are looked for. */
  get #isEnough(): boolean {
    const enlarged = this.#page!.enlargedFromKm !== null;
    return this.#cards.free >= freeEnough(this.#search!, enlarged);
  }

  /** Waits for something to do; true where nothing came for so long. */
  async #rest(ms: number): Promise<boolean> {
    const now = Date.now();
    const nextStart = this.#cards.nextStart - this.#clockAhead + MARGIN_MS;
    const due = Math.min(now + ms, nextStart, this.#wholeAt + WHOLE_MS, this.#vendors.nextAt);
    await new Promise<void>((woken) => {
      const timer = setTimeout(woken, Math.max(0, due - now));
      this.#wake = () => {
        clearTimeout(timer);
        woken();
      };
      if (this.#ended || this.#isDue) this.#wake();
    });
    this.#wake = () => undefined;
    return !this.#ended && !this.#isDue && Date.now() >= now + ms;
  }

  /** Whether an agenda that changed may be among the answers, or was. */
  #concerns(agenda: ChangedAgenda): boolean {
    const { id, lat, lon, specialties, practitioner } = agenda;
    if (this.#cards.has(id)) return true;
    const { specialties: wanted, preferredPractitioner } = this.#search!;
    // The own doctor's are found wherever they are.
    if (practitioner !== null && practitioner === preferredPractitioner) return true;
    if (lat === null || lon === null) return false;
    const box = this.#box!;
    const near = lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east;
    const answers = wanted === null || specialties.some((code) => wanted.includes(code));
    return near && answers && this.#cards.mayHold(this.#lowestRank(agenda));
  }

  #lowestRank({ lat, lon, participates, firstStart }: ChangedAgenda): string {
    const search = this.#search!;
    const group = groupOf(this.#caller, search, participates);
    const km = metresBetween({ lat, lon }, search.place) / 1_000;
    return lowestRank({ group, firstStart, km }, search.order);
  }

  async #readPage(): Promise<void> {
    const { database } = this.#surroundings;
    // What is told from here on may be missing in what is read.
    this.#whole = false;
    this.#pending.clear();
    this.#cards.expectWhole();
    const { now, vendors } = await clockAndVendors(database);
    this.#wholeAt = Date.now();
    this.#clockAhead = now.getTime() - this.#wholeAt;
    const seed = this.#search?.seed;
    const query = { ...this.#query, ...(seed !== undefined && { seed }) };
    const search = { ...readSearch(query, now, this.#address), vendors };
    const enlarged = this.#page?.enlargedFromKm != null;
    this.#search = search;
    // Whether a place has too few free slots is known once the vendors have answered.
    const radiusKm = search.radiusKm ?? search.place.radiusKm;
    if (isPublic(this.#caller)) refusePracticeFilter(search.practice);
    this.#box = boxAround(search, search.place.enlargeKm + radiusKm);
    if (vendors) this.#vendors.ask(search, radiusKm, now);
    this.#early = vendors && !enlarged && !this.#vendors.settled;
    this.#page = this.#early
      ? await this.#readEarly(search, radiusKm)
      : await readPage(database, this.#caller, search, enlarged);
    this.#box = boxAround(search, this.#page.radiusKm);
    if (vendors) this.#vendors.ask(search, this.#page.radiusKm, now);
  }

  /** Its cards alone: what else there is to say comes with the answers of vendors. */
  async #readEarly(search: Search, radiusKm: number): Promise<FoundPage> {
    const cards = await findCards(this.#surroundings.database, this.#caller, search, radiusKm);
    return { cards, radiusKm, enlargedFromKm: null, nextAvailable: null };
  }

  #databaseTime(): Date {
    return new Date(Date.now() + this.#clockAhead);
  }

  *#sendPage(): Generator<StreamEvent> {
    const [search, page] = [this.#search!, this.#page!];
    const asOf = new Date(this.#wholeAt + this.#clockAhead);
    const data = frameOf(search, page, lastOf(search, page), asOf);
    yield* this.#cards.replace(page.cards, search);
    page.cards = []; // held by nobody while the stream waits
    if (!this.#early) yield* this.#sendDone(data);
  }

  /** Once nobody is asked any more. The first time, what was sent is the answer to a search. */
  *#sendDone(data: DoneEvent['data']): Generator<DoneEvent> {
    if (this.#vendors.asks) return;
    const { onSearched } = this.#surroundings.vendors;
    const [caller, search, empty] = [this.#caller, this.#search!, this.#cards.free === 0];
    if (!this.#told) onSearched?.(toldOf(caller, search, empty, this.#databaseTime()));
    this.#told = true;
    yield { event: 'done', data };
  }

  /**
   * All that was awaited has come: of the page no more is read than what it shows and what vendors offer.
   * What else changed since it was read was told.
   */
  async *#settle(): AsyncGenerator<StreamEvent> {
    const found = yield* this.#readChanges(this.#cards.ids, this.#vendors.withSlots());
    const readAt = found[0]?.readAt;
    if (readAt === undefined || !this.#isEnough) this.#readWhole();
    if (this.#whole) return;
    this.#early = false;
    const key = this.#cards.last;
    const last: LastCard | null = key === null ? null : { key, readAt: readAt! };
    const page = { ...this.#page!, nextAvailable: null };
    yield* this.#sendDone(frameOf(this.#search!, page, last, this.#databaseTime()));
  }

  /**
   * Reads agendas that changed.
   *
   * @param besides agendas that are read too.
   * @param owners those of whom are, by national id.
   */
  async *#readChanges(
    besides: readonly string[] = [],
    owners: readonly string[] = [],
  ): AsyncGenerator<CardEvent, FoundCard[]> {
    const { database, turns } = this.#surroundings;
    const [search, { radiusKm }] = [this.#search!, this.#page!];
    let agendas: string[] = [];
    const found = await turns.take(this.#whose, () => {
      agendas = [...this.#pending, ...besides];
      this.#pending.clear();
      return findCards(database, this.#caller, search, radiusKm, { agendas, owners });
    });
    const hadFree = this.#cards.free > 0;
    const complete = yield* this.#cards.update(found, agendas, search);
    if (!complete || (hadFree && this.#cards.free === 0)) this.#readWhole();
    return found;
  }
}
