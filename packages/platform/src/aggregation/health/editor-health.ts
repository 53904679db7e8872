import type { FastifyBaseLogger } from 'fastify';
import { SAS_PRACTITIONER_ID } from '@sas-kit/fhir';
import type { Database } from '../../database/database.ts';
import type { EditorAnswer } from '../asking/asked.ts';
import type { Circuit } from '../asking/circuit.ts';
import { noAnswers } from './editor-state.ts';
import { type Tally, writeTally } from './health-rows.ts';
import { countLatency, noLatencies } from './latency.ts';
import { learnServed } from '../editors/served.ts';

const EVERY_MS = 60_000;
/** Practitioners of one editor that are learnt at once; the others come with later answers. */
const MOST_SEEN = 20_000;

interface Pending extends Tally {
  seen: Set<string>;
}

/**
 * What editors answer, counted in this process and added to what all processes know once a minute, or at
 * once where an editor is left alone or comes back.
 */
export class EditorHealth {
  readonly #database: Database;
  #pending = new Map<string, Pending>();
  readonly #circuits = new Map<string, Circuit>();
  #timer: NodeJS.Timeout | undefined;
  #log: FastifyBaseLogger | undefined;
  #writing = Promise.resolve();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Counts an answer. */
  count(editorId: string, answer: EditorAnswer, circuit: Circuit): void {
    const pending = this.#pendingOf(editorId);
    pending.circuit = circuit;
    if (answer.state === 'circuit-open') pending.counts.circuitOpen += 1;
    else {
      pending.counts[answer.state] += 1;
      countLatency(pending.latencies, answer.ms);
    }
    if (answer.agenda !== null) {
      pending.succeeded = true;
      noteSeen(pending.seen, answer.agenda.practitioners);
    } else if (answer.state !== 'circuit-open') pending.reason = answer.reason;
    this.note(editorId, answer.findings);
    const before = this.#circuits.get(editorId) ?? 'closed';
    this.#circuits.set(editorId, circuit);
    if (before !== circuit) void this.write();
  }

  /** Counts what had to be left out of an answer, by rule. */
  note(editorId: string, findings: Readonly<Record<string, number>>): void {
    const rules = Object.entries(findings);
    if (rules.length === 0) return;
    const pending = this.#pendingOf(editorId);
    for (const [rule, times] of rules)
      pending.findings[rule] = (pending.findings[rule] ?? 0) + times;
  }

  /** Logs that an answer could not be kept. */
  lost(editorId: string, error: unknown): void {
    const { name } = error instanceof Error ? error : new Error();
    this.#log?.error({ job: 'editor-answers', editor: editorId, error: name });
  }

  #pendingOf(editorId: string): Pending {
    const circuit = this.#circuits.get(editorId) ?? 'closed';
    const pending = this.#pending.get(editorId) ?? { ...nothingYet(), circuit };
    this.#pending.set(editorId, pending);
    return pending;
  }

  /** Writes down what was counted; what cannot be written is dropped, as the database is away. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      const pending = this.#pending;
      this.#pending = new Map();
      for (const [editorId, tally] of pending) {
        await this.#database
          .transaction(async (sql) => {
            await writeTally(sql, editorId, tally);
            await learnServed(sql, editorId, [...tally.seen]);
          })
          .catch((error: unknown) => {
            this.#log?.error({ job: 'editor-health', error: (error as Error).name });
          });
      }
    });
    return this.#writing;
  }

  start(log: FastifyBaseLogger): void {
    this.#log = log;
    this.#timer = setInterval(() => void this.write(), EVERY_MS).unref();
  }

  /** Writes down the rest. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.write();
  }
}

function nothingYet(): Pending {
  return {
    counts: noAnswers(),
    latencies: noLatencies(),
    findings: {},
    circuit: 'closed',
    succeeded: false,
    reason: null,
    seen: new Set(),
  };
}

function noteSeen(seen: Set<string>, practitioners: readonly { nationalId: string }[]): void {
  for (const { nationalId } of practitioners) {
    if (seen.size >= MOST_SEEN) return;
    if (SAS_PRACTITIONER_ID.test(nationalId)) seen.add(nationalId);
  }
}
