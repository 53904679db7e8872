import { askedUntil } from '../aggregation/asking/asked.ts';
import type { Calls, Ticket } from '../aggregation/calling/calls.ts';
import { type Editor, listEditors } from '../aggregation/editors/editors.ts';
import { type Person, ROUND, roundOf } from '../aggregation/calling/rounds.ts';
import { unless } from '../aggregation/asking/unless.ts';
import type { Database } from '../database/database.ts';
import type { Caller } from '../identity/caller.ts';
import { CANDIDATE_AGENDAS, type Candidate, findCandidates } from './candidates.ts';
import { ENOUGH, type Search } from './query.ts';
import { countFree, findCards } from './search.ts';
import type { OnSearched } from './searched.ts';
import { type SourceAnswer, Sources } from './sources.ts';

/** How connected vendors are asked; settings. */
export interface VendorSettings {
  /** A search waits so long for all of them together, ms. */
  deadlineMs: number;
  /** An answer is not asked for again so soon, ms. */
  freshMs: number;
  /** One that an open stream shows is asked for again after so long, ms. */
  streamFreshMs: number;
}

/** What every search needs to ask vendors. */
export interface VendorSurroundings {
  readonly database: Database;
  readonly calls: Calls;
  readonly settings: VendorSettings;
  readonly onSearched?: OnSearched;
}

/** How long somebody waits for vendors, and what is new enough. */
export interface Patience {
  /** By the database's clock. */
  now: Date;
  /** When the waiting ends, as `performance.now()` tells time. */
  until: number;
  /** Answers that are younger are not asked for again, ms. */
  freshMs: number;
  /** Nobody wants to know any more. */
  signal: AbortSignal;
  /** Whether those are asked about again who were left without an answer, though the page needs nobody. */
  again?: boolean;
}

/** What failed may work again: it is asked sooner, ms. */
const FAILURE_FRESH_MS = 5_000;
/** The next round begins after so long even where a vendor of the one before hangs, ms. */
const PATIENCE_MS = 1_500;
/** People whom one search may have asked about: some rounds of the densest town. */
const MOST_PEOPLE = 500;
/** Agendas among which it looks for them. */
const MOST_AGENDAS = 3_000;

/** Whether any vendor is connected, and the clock of every rule on time. */
export async function clockAndVendors(
  database: Database,
): Promise<{ now: Date; vendors: boolean }> {
  const rows = await database.query<{ now: Date; vendors: boolean }>(
    'select sas_now() as now, exists (select from editor where enabled) as vendors',
    [],
    'often',
  );
  return rows[0]!;
}

/**
 * Asks connected vendors for one search: round after round of those who are near, until as many cards as
 * the page holds have slots, or all have been asked about. What they answer is kept: whoever reads the
 * search finds it there.
 */
export class VendorSearch {
  readonly #surroundings: VendorSurroundings;
  readonly #caller: Caller;
  readonly #sources = new Sources();
  /** Whether cards may have slots that had none when they were last counted. */
  #isNews = true;
  /** Editors whose answers were there, and of which nobody was told. */
  readonly #heard = new Set<string>();
  readonly #onChange: (editorId: string) => void;

  /** @param onChange an editor's part has changed. */
  constructor(
    surroundings: VendorSurroundings,
    caller: Caller,
    onChange: (editorId: string) => void = () => undefined,
  ) {
    this.#surroundings = surroundings;
    this.#caller = caller;
    this.#onChange = onChange;
  }

  get sources(): Sources {
    return this.#sources;
  }

  /** When a search that begins now waits no more, as `performance.now()` tells time. */
  get until(): number {
    return performance.now() + this.#surroundings.settings.deadlineMs;
  }

  /**
   * Asks, and waits for the answers.
   *
   * @throws where the database is away.
   */
  async settle(
    search: Search,
    radiusKm: number,
    { now, until, freshMs, signal, again = false }: Patience,
  ): Promise<void> {
    const window = askedWindow(search, now);
    // Whom nobody has time to wait for is not called.
    if (window === null || signal.aborted || performance.now() >= until) return;
    const over = new AbortController();
    const end = () => over.abort();
    const timer = setTimeout(end, Math.max(0, until - performance.now()));
    signal.addEventListener('abort', end, { once: true });
    const open = new Set<Promise<void>>();
    try {
      const unanswered = again ? this.#sources.unanswered() : new Set<string>();
      await this.#rounds(search, radiusKm, window, freshMs, over.signal, signal, open, unanswered);
      await unless(over.signal, Promise.all(open));
    } finally {
      this.#tellHeard();
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      over.abort();
    }
  }

  async #rounds(
    search: Search,
    radiusKm: number,
    window: { from: Date; to: Date },
    freshMs: number,
    signal: AbortSignal,
    gone: AbortSignal,
    open: Set<Promise<void>>,
    unanswered: ReadonlySet<string>,
  ): Promise<void> {
    const { database } = this.#surroundings;
    const asked = new Set<string>();
    const unseen = new Set(unanswered);
    let isFull = false;
    this.#isNews = true;
    let editors: Map<string, Editor> | null = null;
    for (
      let offset = 0;
      offset < MOST_AGENDAS && asked.size < MOST_PEOPLE;
      offset += CANDIDATE_AGENDAS
    ) {
      const { rows, isLast } = await findCandidates(database, this.#caller, search, radiusKm, {
        ...{ to: window.to, offset },
      });
      for (const row of rows) unseen.delete(keyOf(row.editorId, row));
      let people = this.#peopleOf(rows, freshMs);
      for (;;) {
        // A full page needs nobody else, but what was said of those without an answer may be past.
        if (isFull) people = among(people, unanswered);
        if (people.length === 0) break;
        const waiting = people.map((each) => withoutAsked(each, asked));
        const round = [...roundOf(waiting).values()];
        if (round.length > 0) editors ??= await editorsById(database);
        for (const { editorId, kind, ids } of round) {
          const editor = editors?.get(editorId);
          if (editor === undefined) continue;
          for (const nationalId of ids) asked.add(keyOf(editorId, { kind, nationalId }));
          const wanted = { editor, kind, nationalIds: ids, ...window };
          for (const ticket of this.#surroundings.calls.join(wanted))
            this.#await(ticket, kind, signal, gone, open);
        }
        this.#tellHeard();
        people = people.slice(ROUND);
        if (people.length === 0 && isLast) return;
        await patiently(signal, Promise.all(open));
        if (signal.aborted) return;
        isFull ||= await this.#isFull(search, radiusKm);
      }
      if (isLast || (isFull && unseen.size === 0)) return;
    }
  }

  /** People in their order, each once; what is fresh of them is noted. */
  #peopleOf(rows: readonly Candidate[], freshMs: number): Person[] {
    const people = new Map<string, { kind: Person['kind']; nationalId: string; toAsk: string[] }>();
    for (const { kind, nationalId, editorId, editorName, answer } of rows) {
      this.#sources.named(editorId, editorName);
      const key = `${kind} ${nationalId}`;
      const person = people.get(key) ?? { kind, nationalId, toAsk: [] };
      people.set(key, person);
      const lasts = answer?.state === 'complete' ? freshMs : Math.min(freshMs, FAILURE_FRESH_MS);
      if (answer !== null && answer.ageMs < lasts) {
        this.#said(editorId, key, answer);
        this.#heard.add(editorId);
      } else if (!person.toAsk.includes(editorId)) person.toAsk.push(editorId);
    }
    return [...people.values()];
  }

  /** After the calls: an editor that is still asked about others is told as such. */
  #tellHeard(): void {
    for (const editorId of this.#heard) this.#onChange(editorId);
    this.#heard.clear();
  }

  #await(
    ticket: Ticket,
    kind: Person['kind'],
    signal: AbortSignal,
    gone: AbortSignal,
    open: Set<Promise<void>>,
  ): void {
    const { editorId, nationalIds } = ticket;
    const started = performance.now();
    this.#sources.awaits(editorId);
    this.#onChange(editorId);
    const ended = unless(signal, ticket.done).then((outcome) => {
      if (outcome === undefined && gone.aborted) ticket.leave();
      else if (outcome === undefined) ticket.letGo();
      const { state = 'timeout', ms = Math.round(performance.now() - started) } = outcome ?? {};
      for (const id of nationalIds) {
        const slots = state === 'complete' ? (outcome?.slots.get(id) ?? 0) : 0;
        this.#said(editorId, `${kind} ${id}`, { state, ms, slots });
      }
      this.#sources.ends(editorId);
      this.#onChange(editorId);
      open.delete(ended);
    });
    open.add(ended);
  }

  #said(editorId: string, person: string, answer: SourceAnswer): void {
    this.#sources.said(editorId, person, answer);
    if (answer.state === 'complete' && answer.slots > 0) this.#isNews = true;
  }

  /** Whether as many cards have slots as the page holds, and as leave a choice. */
  async #isFull(search: Search, radiusKm: number): Promise<boolean> {
    if (!this.#isNews) return false;
    this.#isNews = false;
    const { database } = this.#surroundings;
    if (search.after !== null) {
      const shortest = { ...search, slotsPerCard: 1 };
      const cards = await findCards(database, this.#caller, shortest, radiusKm);
      return cards.filter(({ slots }) => slots.length > 0).length >= search.limit;
    }
    const mayEnlarge = search.radiusKm === null;
    const most = mayEnlarge ? Math.max(search.limit, ENOUGH) : search.limit;
    return (await countFree(database, this.#caller, search, radiusKm, most)) >= most;
  }
}

/**
 * What vendors are asked for a search: from now on for two days, or three where it looks further. So
 * searches with other windows find their answers. Null where it begins later than vendors may be asked.
 */
function askedWindow({ from, to }: Search, now: Date): { from: Date; to: Date } | null {
  const until = askedUntil(now, to);
  return to <= now || from >= until ? null : { from: now, to: until };
}

function keyOf(editorId: string, { kind, nationalId }: Pick<Person, 'kind' | 'nationalId'>) {
  return `${editorId} ${kind} ${nationalId}`;
}

/** Those of whom some keys are, to be asked about where these say so. */
function among(people: readonly Person[], keys: ReadonlySet<string>): Person[] {
  return people
    .map((each) => ({ ...each, toAsk: each.toAsk.filter((id) => keys.has(keyOf(id, each))) }))
    .filter(({ toAsk }) => toAsk.length > 0);
}

function withoutAsked(person: Person, asked: ReadonlySet<string>): Person {
  return { ...person, toAsk: person.toAsk.filter((id) => !asked.has(keyOf(id, person))) };
}

async function editorsById(database: Database): Promise<Map<string, Editor>> {
  const editors = await listEditors(database);
  return new Map(editors.filter(({ enabled }) => enabled).map((each) => [each.id, each]));
}

/** Waits for some work, but not for ever. */
async function patiently(signal: AbortSignal, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await unless(signal, Promise.race([work, enough]));
  clearTimeout(timer);
}
