import type { AnswerState } from '../aggregation/asking/asked.ts';
import type { components } from '../generated/platform.ts';

type Source = components['schemas']['Source'];
type SourceChange = components['schemas']['SourceChange'];

/** What counts most of several answers of one editor comes first. */
const GRAVITY: readonly AnswerState[] = [
  'timeout',
  'failed',
  'circuit-open',
  'refused',
  'complete',
];

/** What an editor said of somebody. */
export interface SourceAnswer {
  state: AnswerState;
  /** Milliseconds that it took. */
  ms: number;
  slots: number;
}

/** One editor's part in an answer. */
interface Part {
  /** Person → what was said of it. */
  readonly answers: Map<string, SourceAnswer>;
  /** Calls that are awaited, and since when, ms. */
  awaited: number;
  since: number;
}

/** What connected vendors contribute to one search. */
export class Sources {
  readonly #parts = new Map<string, Part>();
  readonly #names = new Map<string, string>();

  #partOf(editorId: string): Part {
    let part = this.#parts.get(editorId);
    if (part === undefined) {
      part = { answers: new Map(), awaited: 0, since: 0 };
      this.#parts.set(editorId, part);
    }
    return part;
  }

  /** How people know an editor. */
  named(editorId: string, name: string): void {
    this.#names.set(editorId, name);
  }

  /** A call begins. */
  awaits(editorId: string): void {
    const part = this.#partOf(editorId);
    if (part.awaited === 0) part.since = performance.now();
    part.awaited += 1;
  }

  /** A call ended, or is awaited no more: then its people are a time-out. */
  ends(editorId: string): void {
    this.#partOf(editorId).awaited -= 1;
  }

  /** What was said of somebody, now or a moment ago. */
  said(editorId: string, person: string, { state, ms, slots }: SourceAnswer): void {
    this.#partOf(editorId).answers.set(person, { state, ms, slots });
  }

  /** Whom an editor was asked about without an answer, as `<editor> <person>`. */
  unanswered(): Set<string> {
    const found = new Set<string>();
    for (const [editorId, { answers }] of this.#parts)
      for (const [person, { state }] of answers)
        if (state !== 'complete') found.add(`${editorId} ${person}`);
    return found;
  }

  /** National ids of those of whom an editor said that they have slots. */
  withSlots(): string[] {
    const found = new Set<string>();
    for (const { answers } of this.#parts.values())
      for (const [person, { slots }] of answers)
        if (slots > 0) found.add(person.slice(person.indexOf(' ') + 1));
    return [...found];
  }

  /** How an editor stands now. */
  stateOf(editorId: string): SourceChange {
    const part = this.#partOf(editorId);
    const name = this.#names.get(editorId) ?? editorId;
    const answers = [...part.answers.values()];
    const slots = answers.reduce((sum, each) => sum + each.slots, 0);
    if (part.awaited > 0) {
      const ms = Math.round(performance.now() - part.since);
      return { editor: editorId, name, state: 'asking', ms, slots };
    }
    const state = GRAVITY.find((each) => answers.some((answer) => answer.state === each));
    const ms = Math.max(0, ...answers.map((answer) => answer.ms));
    return { editor: editorId, name, state: state ?? 'complete', ms, slots };
  }

  /** All of them by their id, once nothing is awaited. */
  all(): Source[] {
    return [...this.#parts.keys()].sort().map((editorId) => {
      const { state, ...rest } = this.stateOf(editorId);
      return { ...rest, state: state === 'asking' ? 'timeout' : state };
    });
  }
}
