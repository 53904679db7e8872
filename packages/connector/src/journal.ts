import { FileTakenError, LineFile } from './appointments/line-file.ts';
import { Serial } from './serial.ts';

/** Lines after which the file is written anew with what still matters. */
const REWRITE_AFTER = 10_000;

/** How what a file holds is read and kept in memory. */
export interface JournalState<Line> {
  /** Reads one line; null for what is none: cut by a crash, damaged, or not ours. */
  parse(text: string): Line | null;
  apply(line: Line): void | Promise<void>;
  /** Lines that lead to the state as it is. */
  remaining(): readonly Line[] | Promise<readonly Line[]>;
}

/**
 * A state in memory and the lines of JSON that led to it in a file, each on the disk before its promise
 * is fulfilled. One process has the file, the last one that opened it; in the others every call is
 * refused with `FileTakenError`.
 */
export class Journal<Line> {
  readonly #state: JournalState<Line>;
  readonly #file: LineFile;
  readonly #serial = new Serial();
  #lines = 0;
  #taken: FileTakenError | null = null;

  private constructor(state: JournalState<Line>, file: LineFile) {
    this.#state = state;
    this.#file = file;
  }

  /** Opens a file and brings the state to where it was; the file is made when it is missing. */
  static async open<Line>(path: string, state: JournalState<Line>): Promise<Journal<Line>> {
    const file = await LineFile.open(path, async (texts) => {
      for (const text of texts) {
        const line = state.parse(text);
        if (line !== null) await state.apply(line);
      }
      return remainingTexts(state);
    });
    return new Journal(state, file);
  }

  /** @throws FileTakenError once another process was seen to have the file: it goes on with all. */
  checkOwner(): void {
    if (this.#taken !== null) throw this.#taken;
  }

  /** Adds a line to the file, then to the state. */
  append(line: Line): Promise<void> {
    return this.appendIf(() => line);
  }

  /** Adds a line that is decided upon when nothing else is under way; null adds none. */
  appendIf(decide: () => Line | null): Promise<void> {
    return this.#serial.run(async () => {
      const line = decide();
      if (line === null) return this.checkOwner();
      try {
        await this.#file.append(JSON.stringify(line));
      } catch (error) {
        if (error instanceof FileTakenError) this.#taken = error;
        throw error;
      }
      await this.#state.apply(line);
      this.#lines += 1;
      if (this.#lines % REWRITE_AFTER === 0) await this.#rewrite();
    });
  }

  /** Closes the file once everything asked for is on the disk. */
  close(): Promise<void> {
    return this.#serial.run(() => this.#file.close());
  }

  async #rewrite(): Promise<void> {
    try {
      await this.#file.replace(await remainingTexts(this.#state));
    } catch {
      // The line is on the disk already: the long file does as well, until the next time.
    }
  }
}

async function remainingTexts<Line>(state: JournalState<Line>): Promise<string[]> {
  return (await state.remaining()).map((line) => JSON.stringify(line));
}
