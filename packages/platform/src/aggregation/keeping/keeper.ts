import { setTimeout } from 'node:timers/promises';
import type { Database } from '../../database/database.ts';
import { type AnswerToKeep, keepAnswers, type KeptAnswer } from './keep-answers.ts';

/** Answers of one transaction. */
const MOST_AT_ONCE = 50;
/** Between the beginnings of two transactions that are not full, ms: what a transaction costs, it costs seldom. */
const APART_MS = 50;

interface Waiting {
  answer: AnswerToKeep;
  resolve: (kept: KeptAnswer) => void;
  reject: (error: unknown) => void;
}

/**
 * Keeps answers one transaction after the other, the first at once: those that come while one runs, or soon
 * after it began, are kept together by the next.
 */
export class Keeper {
  readonly #database: Database;
  #waiting: Waiting[] = [];
  #running = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws where the database is away. */
  keep(answer: AnswerToKeep): Promise<KeptAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ answer, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST_AT_ONCE);
      const started = performance.now();
      try {
        await this.#keep(batch);
      } catch (error) {
        if (batch.length === 1) batch[0]!.reject(error);
        // One of them may be what the database refuses.
        else for (const each of batch) await this.#keep([each]).catch(each.reject);
      }
      const early = APART_MS - (performance.now() - started);
      if (early > 0 && this.#waiting.length < MOST_AT_ONCE) await setTimeout(early);
    }
    this.#running = false;
  }

  async #keep(batch: readonly Waiting[]): Promise<void> {
    const kept = await keepAnswers(
      this.#database,
      batch.map(({ answer }) => answer),
    );
    for (const [index, { resolve }] of batch.entries()) resolve(kept[index]!);
  }
}
