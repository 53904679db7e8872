import { Journal } from '../journal.ts';
import { LineStore } from './line-store.ts';
import { parseStoreLine, StoreState, type StoreLine } from './store-state.ts';

/**
 * Keeps messages in a file to which lines of JSON are appended, each on the disk before its promise is
 * fulfilled. A line cut by a crash or a full disk is passed over. One process has the file, the last one
 * that opened it; in the others every call is refused with `FileTakenError`, and their consumer stops.
 * It is readable by its owner only. Ids are remembered for 30 days.
 */
export class FileHubStore extends LineStore {
  readonly #journal: Journal<StoreLine>;

  private constructor(state: StoreState, journal: Journal<StoreLine>) {
    super(state);
    this.#journal = journal;
  }

  /** Opens a store; the file is made when it is missing. */
  static async open(path: string): Promise<FileHubStore> {
    const state = new StoreState();
    const journal = await Journal.open<StoreLine>(path, {
      parse: parseStoreLine,
      apply: (line) => state.apply(line),
      remaining: () => state.remaining(),
    });
    return new FileHubStore(state, journal);
  }

  /** Closes the file once everything asked for is on the disk. */
  close(): Promise<void> {
    return this.#journal.close();
  }

  protected write(decide: () => StoreLine | null): Promise<void> {
    return this.#journal.appendIf(decide);
  }

  protected checkReadable(): void {
    this.#journal.checkOwner();
  }
}
