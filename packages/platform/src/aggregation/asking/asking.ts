import type { EditorAnswer, EditorQuestion } from './asked.ts';
import { type Circuit, EditorCircuit, type CircuitSettings } from './circuit.ts';
import { type AskingSettings, EditorConnection } from './connection.ts';
import type { Editor } from '../editors/editors.ts';
import { EditorFault } from './fault.ts';
import { questionPath, readAnswer } from './read-answer.ts';
import type { Received } from './receive.ts';
import { unless } from './unless.ts';

/** What of an editor matters for asking it. */
export type AskedEditor = Pick<
  Editor,
  'id' | 'endpoint' | 'certificate' | 'concurrency' | 'deadlineMs'
>;

/** Is told of every answer of an editor, those included that it never gave. */
export type AnswerListener = (
  editor: AskedEditor,
  answer: EditorAnswer,
  question: EditorQuestion,
) => void;

interface Way {
  /** What it was made of. */
  made: string;
  connection: EditorConnection;
  circuit: EditorCircuit;
}

/** Defaults of the circuit: two seconds, at most half a minute. */
const CIRCUIT: CircuitSettings = { pauseMs: 2_000, longestPauseMs: 30_000 };

/** Asks editors, each over connections and behind a circuit of its own: none of them costs another one. */
export class Asking {
  #settings: AskingSettings;
  /** Counts renewals of the settings: connections of older ones take no more questions. */
  #renewals = 0;
  readonly #circuit: CircuitSettings;
  readonly #ways = new Map<string, Way>();
  readonly #ending = new AbortController();
  readonly #listeners: AnswerListener[] = [];

  constructor(settings: AskingSettings, circuit: CircuitSettings = CIRCUIT) {
    this.#settings = settings;
    this.#circuit = circuit;
  }

  onAnswer(listener: AnswerListener): void {
    this.#listeners.push(listener);
  }

  /**
   * Asks an editor for the free slots of at most 25 identifiers, by one of the flows of the guide. Ends
   * with the editor's deadline, however slowly it answers.
   *
   * @returns what came of it; a fault of the editor is told there.
   * @throws what the signal is aborted with, and nothing else.
   */
  async askEditor(
    editor: AskedEditor,
    question: EditorQuestion,
    signal: AbortSignal,
  ): Promise<EditorAnswer> {
    signal.throwIfAborted();
    const started = performance.now();
    const { circuit, connection } = this.#wayTo(editor);
    const asked = circuit.run((trial) => {
      // A trial goes on for the others when who began it has gone.
      const until = trial ? this.#ending.signal : signal;
      return this.#ask(connection, editor, question, started, until);
    });
    const ended = await unless(signal, asked);
    if (ended === undefined) throw signal.reason as Error;
    const answer = ended ?? notAsked(started);
    for (const listener of this.#listeners) listener(editor, answer, question);
    return answer;
  }

  /**
   * Asks an editor for anything below its base, whatever its circuit says; nobody is told.
   *
   * @throws {EditorFault} for every fault; what the signal is aborted with.
   */
  get(editor: AskedEditor, path: string, signal: AbortSignal): Promise<Received> {
    return this.#wayTo(editor).connection.get(path, editor.deadlineMs, signal);
  }

  /** Writes a resource below the base of an editor, as `get` asks: what may be written twice only. */
  put(editor: AskedEditor, path: string, body: string, signal: AbortSignal): Promise<Received> {
    return this.#wayTo(editor).connection.put(path, body, editor.deadlineMs, signal);
  }

  /** Sends a resource below the base of an editor: one that the editor knows again by its identifier. */
  post(editor: AskedEditor, path: string, body: string, signal: AbortSignal): Promise<Received> {
    return this.#wayTo(editor).connection.post(path, body, editor.deadlineMs, signal);
  }

  /** How this process stands with an editor. */
  circuitOf(editorId: string): Circuit {
    return this.#ways.get(editorId)?.circuit.state ?? 'closed';
  }

  /** Other certificates from now on; what is under way is answered over the connections that are there. */
  renew(settings: AskingSettings): void {
    this.#settings = settings;
    this.#renewals += 1;
  }

  /** Keeps no connection to an editor that is no more. */
  forget(editorId: string): void {
    void this.#ways.get(editorId)?.connection.retire();
    this.#ways.delete(editorId);
  }

  /** Ends every connection; questions on their way end as failed. */
  async close(): Promise<void> {
    this.#ending.abort(new EditorFault('connection-lost', 'the platform stops'));
    await Promise.all([...this.#ways.values()].map(({ connection }) => connection.close()));
    this.#ways.clear();
  }

  #wayTo(editor: AskedEditor): Way {
    const { endpoint, certificate, concurrency } = editor;
    const made = JSON.stringify([endpoint, certificate, concurrency, this.#renewals]);
    const known = this.#ways.get(editor.id);
    if (known?.made === made) return known;
    void known?.connection.retire();
    const way = {
      made,
      connection: new EditorConnection(editor, this.#settings),
      circuit: new EditorCircuit(this.#circuit),
    };
    this.#ways.set(editor.id, way);
    return way;
  }

  async #ask(
    connection: EditorConnection,
    { id, deadlineMs }: AskedEditor,
    question: EditorQuestion,
    started: number,
    signal: AbortSignal,
  ): Promise<EditorAnswer> {
    try {
      const received = await connection.get(questionPath(question), deadlineMs, signal);
      const { agenda, findings } = readAnswer(received, id);
      return { state: 'complete', ms: since(started), agenda, reason: null, findings };
    } catch (error) {
      if (signal.aborted && error === signal.reason && !(error instanceof EditorFault)) throw error;
      const { state, message } =
        error instanceof EditorFault ? error : new EditorFault('unreadable');
      return { state, ms: since(started), agenda: null, reason: message, findings: {} };
    }
  }
}

function notAsked(started: number): EditorAnswer {
  return {
    state: 'circuit-open',
    ms: since(started),
    agenda: null,
    reason: 'it failed again and again and is left alone for a while',
    findings: {},
  };
}

const since = (started: number) => Math.round(performance.now() - started);
