import type { Agenda } from '@sas-kit/fhir';
import {
  type AnswerState,
  type EditorAnswer,
  type EditorQuestion,
  MOST_IDENTIFIERS,
} from '../asking/asked.ts';
import { type Editor, flowsFor, type Served } from '../editors/editors.ts';
import type { AnswerToKeep, KeptAnswer } from '../keeping/keep-answers.ts';

/** Asks one editor; throws only what the signal is aborted with. */
export type AskEditor = (
  editor: Editor,
  question: EditorQuestion,
  signal: AbortSignal,
) => Promise<EditorAnswer>;

/** How a call ended, after what it said was kept. */
export interface CallOutcome {
  state: AnswerState;
  ms: number;
  /** Slots by national id. */
  slots: ReadonlyMap<string, number>;
}

/** One searcher's part in a call. */
export interface Ticket {
  readonly editorId: string;
  /** Those of the call whom this one is about. */
  readonly nationalIds: readonly string[];
  /** Never rejects. */
  readonly done: Promise<CallOutcome>;
  /** Waits no more: a call that nobody waits for is given up. */
  leave(): void;
  /**
   * Has no more time: a call under way goes on to the editor's own deadline, so that it is known that the
   * editor hangs; one that waits for its turn is given up as by `leave`.
   */
  letGo(): void;
}

/** What is asked. */
export interface Wanted {
  editor: Editor;
  kind: Served['kind'];
  nationalIds: readonly string[];
  from: Date;
  to: Date;
}

/** Windows that end so close to each other are one, ms: they move with the clock. */
const SAME_END_MS = 60_000;

/** A call, waiting or under way, for all who want its answer. */
class Call {
  readonly ids = new Set<string>();
  readonly abort = new AbortController();
  readonly wanted: Wanted;
  readonly done: Promise<CallOutcome>;
  end!: (outcome: CallOutcome) => void;
  running = false;
  waiting = 0;
  /** Goes on, whoever leaves. */
  goesOn = false;

  constructor(wanted: Wanted) {
    this.wanted = wanted;
    this.done = new Promise((resolve) => (this.end = resolve));
  }

  covers({ kind, to }: Wanted): boolean {
    return this.wanted.kind === kind && this.wanted.to.getTime() >= to.getTime() - SAME_END_MS;
  }
}

/** Calls to one editor. */
interface Line {
  running: number;
  queue: Call[];
  /** Person → the call that asks about it. */
  asked: Map<string, Call>;
}

/**
 * Calls to editors, each shared by all who want to know the same at the same time. Those that wait for
 * their turn take more people along; so many run at once for each editor, and in all.
 */
export class Calls {
  readonly #ask: AskEditor;
  readonly #keep: (answer: AnswerToKeep) => Promise<KeptAnswer>;
  readonly #atOnce: number;
  readonly #onLost: (editorId: string, error: unknown) => void;
  readonly #lines = new Map<string, Line>();
  readonly #under = new Map<Promise<void>, Call>();
  #running = 0;
  #ended = false;

  /**
   * @param atOnce calls of this process at once, to all editors.
   * @param onLost is told why an answer could not be kept.
   */
  constructor(
    ask: AskEditor,
    keep: (answer: AnswerToKeep) => Promise<KeptAnswer>,
    atOnce: number,
    onLost: (editorId: string, error: unknown) => void = () => undefined,
  ) {
    this.#ask = ask;
    this.#keep = keep;
    this.#atOnce = atOnce;
    this.#onLost = onLost;
  }

  /** Takes part in the calls that ask about these people, and makes those that are missing. */
  join(wanted: Wanted): Ticket[] {
    const { editor, nationalIds } = wanted;
    const line = this.#lineOf(editor.id);
    const joined = new Map<Call, string[]>();
    for (const id of nationalIds) {
      const call = this.#callFor(line, wanted, id);
      joined.set(call, [...(joined.get(call) ?? []), id]);
    }
    const tickets = [...joined].map(([call, ids]) => this.#ticket(call, ids));
    if (this.#ended) for (const call of joined.keys()) this.#giveUp(call);
    this.#start();
    return tickets;
  }

  /** Calls waiting or under way. */
  get open(): number {
    let waiting = 0;
    for (const { queue } of this.#lines.values()) waiting += queue.length;
    return this.#running + waiting;
  }

  /** Gives up every call; resolves when none is left. */
  async close(): Promise<void> {
    this.#ended = true;
    for (const { queue, asked } of this.#lines.values()) {
      for (const call of queue.splice(0)) call.end(givenUp(0));
      for (const call of asked.values()) call.abort.abort();
    }
    // Whom another call asks about too by now, for a longer window.
    for (const call of this.#under.values()) call.abort.abort();
    await Promise.all(this.#under.keys());
    this.#lines.clear();
  }

  #lineOf(editorId: string): Line {
    let line = this.#lines.get(editorId);
    if (line === undefined) {
      line = { running: 0, queue: [], asked: new Map() };
      this.#lines.set(editorId, line);
    }
    return line;
  }

  #callFor(line: Line, wanted: Wanted, id: string): Call {
    const key = `${wanted.kind} ${id}`;
    const asked = line.asked.get(key);
    if (asked?.covers(wanted) === true && !asked.abort.signal.aborted) return asked;
    let call = line.queue.find((each) => each.covers(wanted) && each.ids.size < MOST_IDENTIFIERS);
    if (call === undefined) {
      call = new Call(wanted);
      line.queue.push(call);
    }
    call.ids.add(id);
    line.asked.set(key, call);
    return call;
  }

  #ticket(call: Call, nationalIds: readonly string[]): Ticket {
    call.waiting += 1;
    let left = false;
    const leave = () => {
      if (left) return;
      left = true;
      call.waiting -= 1;
      if (call.waiting === 0 && !call.goesOn) this.#giveUp(call);
    };
    return {
      editorId: call.wanted.editor.id,
      nationalIds,
      done: call.done,
      leave,
      letGo: () => {
        if (call.running) call.goesOn = true;
        leave();
      },
    };
  }

  #giveUp(call: Call): void {
    call.abort.abort();
    if (call.running) return;
    const line = this.#lineOf(call.wanted.editor.id);
    line.queue = line.queue.filter((each) => each !== call);
    this.#forget(line, call);
    call.end(givenUp(0));
  }

  #forget(line: Line, call: Call): void {
    for (const id of call.ids) {
      const key = `${call.wanted.kind} ${id}`;
      if (line.asked.get(key) === call) line.asked.delete(key);
    }
    if (line.running === 0 && line.queue.length === 0 && line.asked.size === 0)
      this.#lines.delete(call.wanted.editor.id);
  }

  #start(): void {
    // An editor whose turn it was goes to the end.
    for (const [id, line] of [...this.#lines]) {
      while (
        !this.#ended &&
        this.#running < this.#atOnce &&
        line.queue.length > 0 &&
        line.running < line.queue[0]!.wanted.editor.concurrency
      ) {
        const call = line.queue.shift()!;
        const run = this.#run(line, call).finally(() => this.#under.delete(run));
        this.#under.set(run, call);
        this.#lines.delete(id);
        this.#lines.set(id, line);
      }
    }
  }

  async #run(line: Line, call: Call): Promise<void> {
    call.running = true;
    line.running += 1;
    this.#running += 1;
    const outcome = await this.#outcomeOf(call);
    line.running -= 1;
    this.#running -= 1;
    this.#forget(line, call);
    call.end(outcome);
    this.#start();
  }

  async #outcomeOf(call: Call): Promise<CallOutcome> {
    const started = performance.now();
    const { editor, kind, from, to } = call.wanted;
    const nationalIds = [...call.ids];
    const lost = () => givenUp(Math.round(performance.now() - started));
    let answers: EditorAnswer[];
    try {
      answers = await Promise.all(
        flowsFor(editor, kind).map((flow) =>
          this.#ask(editor, { flow, identifiers: nationalIds, from, to }, call.abort.signal),
        ),
      );
    } catch {
      return lost();
    }
    try {
      const worst = answers.find(({ state }) => state !== 'complete');
      const state = worst?.state ?? 'complete';
      const ms = Math.max(0, ...answers.map((answer) => answer.ms));
      const agendas = worst === undefined ? answers.map(agendaOf) : [];
      const answer = { editorId: editor.id, kind, nationalIds, from, to, state, ms, agendas };
      const { slots } = await this.#keep(answer);
      return { state, ms, slots };
    } catch (error) {
      this.#onLost(editor.id, error);
      return lost();
    }
  }
}

function agendaOf({ agenda }: EditorAnswer): Required<Agenda> {
  return agenda!;
}

function givenUp(ms: number): CallOutcome {
  return { state: 'timeout', ms, slots: new Map() };
}
