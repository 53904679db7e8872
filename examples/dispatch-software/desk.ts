import { join } from 'node:path';
import {
  createHubConsumer,
  FileHubStore,
  type HubConsumer,
  type HubState,
} from '@sas-kit/connector/hub';
import { type Attention, Board } from './board.ts';
import { demonstrationCases, type CaseFile } from './cases.ts';
import { type Entry, Journal } from './journal.ts';

/** Where the Hub is, as whom. */
export interface HubOptions {
  /** `amqps://NAME:PASSWORD@HOST:5671/VHOST` */
  readonly url: string;
  /** `fr.health.test.samu760` */
  readonly client: string;
}

/** What the desk needs. */
export interface DeskOptions {
  /** Folder of what is kept. */
  readonly data: string;
  /** Null: appointments do not come by themselves. */
  readonly hub: HubOptions | null;
  /** Cases of an empty folder. Default: those of the demonstration. */
  readonly cases?: readonly CaseFile[];
  /** Told when what is shown changes. */
  readonly onChange?: () => void;
  readonly say?: (line: string) => void;
  readonly now?: () => Date;
}

/** What somebody had before their eyes who says « J’ai vu ». */
export interface Shown {
  readonly attention: Attention;
  /** That it is an exercise. */
  readonly exercise: boolean;
  /** Of the message that told it last. */
  readonly distributionID: string;
}

/** The dispatch software without its pages: keeps what comes, attaches it, answers. */
export class Desk {
  readonly board: Board;
  readonly #journal: Journal;
  readonly #onChange: () => void;
  #consumer: HubConsumer | null = null;
  #store: FileHubStore | null = null;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(board: Board, journal: Journal, onChange: () => void) {
    this.board = board;
    this.#journal = journal;
    this.#onChange = onChange;
  }

  /** Reads what was kept, and begins to take messages. */
  static async open(options: DeskOptions): Promise<Desk> {
    const { data, onChange = () => undefined, now = () => new Date() } = options;
    const { journal, entries } = await Journal.open(join(data, 'desk.jsonl'));
    const desk = new Desk(new Board(), journal, onChange);
    for (const entry of entries) desk.board.apply(entry);
    if (entries.length === 0)
      for (const file of options.cases ?? demonstrationCases(now()))
        await desk.#add({ kind: 'case', case: file });
    if (options.hub !== null) await desk.#listen(options.hub, options);
    return desk;
  }

  async #listen({ url, client }: HubOptions, { data, say }: DeskOptions): Promise<void> {
    this.#store = await FileHubStore.open(join(data, 'hub.jsonl'));
    this.#consumer = createHubConsumer({
      url,
      clientId: client,
      store: this.#store,
      // On the disk before it returns: then `INTEGRE` is answered.
      onAppointment: ({ distributionID, senderID, status, sentAt, appointment }) =>
        this.#add({ kind: 'message', distributionID, senderID, status, sentAt, appointment }),
      onState: ({ name, since }) => {
        say?.(`Hub: ${name} since ${since.toISOString()}`);
        this.#onChange();
      },
      onError: (error, during) => say?.(`Hub, ${during}: ${String(error)}`),
    });
    await this.#consumer.start();
  }

  /** How the connection to the Hub is; null without one. */
  get state(): HubState | null {
    return this.#consumer?.state ?? null;
  }

  /**
   * A person says to which case an appointment belongs, booked here or come from the Hub. Its sender is told
   * that it was read.
   *
   * @param start of one that was booked in the page of the case.
   * An exercise and one in earnest may share an id: which of the two it is, the case says.
   *
   * @returns false for an unknown case, and for an appointment of another: what is attached stays.
   */
  attach(appointmentId: string, caseId: string, start: string | null = null): Promise<boolean> {
    return this.#alone(async () => {
      const found = this.board.caseOf(caseId);
      if (found === null) return false;
      const exercise = found.file.exercise === true;
      const before = this.board.attachedTo(appointmentId, exercise);
      if (before !== null) return before === caseId;
      await this.#add({ kind: 'attached', appointmentId, caseId, start });
      await this.#tellRead(appointmentId, exercise);
      return true;
    });
  }

  /** What was booked in the page of a case was taken back there. @returns false for an unknown one. */
  withdraw(appointmentId: string): Promise<boolean> {
    return this.#alone(async () => {
      const isAttached = (exercise: boolean) =>
        this.board.attachedTo(appointmentId, exercise) !== null;
      if (![false, true].some(isAttached)) return false;
      await this.#add({ kind: 'withdrawn', appointmentId });
      return true;
    });
  }

  /**
   * A person has seen that it was cancelled or moved.
   *
   * @returns `newer` where more has come than was shown: nothing of it counts as seen.
   */
  see(appointmentId: string, shown: Shown): Promise<'seen' | 'newer' | 'unknown'> {
    return this.#alone(async () => {
      const { distributionID, exercise } = shown;
      const known = this.board.received(appointmentId, exercise);
      if (known === null) return 'unknown';
      const { attention, told } = known;
      if (told.distributionID !== distributionID) return 'newer';
      if (attention === null) return 'seen';
      if (attention !== shown.attention) return 'newer';
      await this.#add({ kind: 'seen', appointmentId, distributionID });
      // A message may have been on its way to the disk.
      if (this.board.received(appointmentId, exercise)?.attention !== null) return 'newer';
      await this.#tellRead(appointmentId, exercise);
      return 'seen';
    });
  }

  async #tellRead(appointmentId: string, exercise: boolean): Promise<void> {
    const told = this.board.received(appointmentId, exercise)?.told;
    if (told !== undefined) await this.#consumer?.acknowledge(told, 'CONSULTE');
  }

  async #add(entry: Entry): Promise<void> {
    await this.#journal.append(entry);
    this.board.apply(entry);
    this.#onChange();
  }

  /** One after the other: two people who click at once. */
  #alone<Value>(act: () => Promise<Value>): Promise<Value> {
    const done = this.#writing.then(act);
    this.#writing = done.catch(() => undefined);
    return done;
  }

  /** Takes no more, answers what is due, closes the files. */
  async close(): Promise<void> {
    await this.#consumer?.stop();
    await this.#store?.close();
    await this.#writing;
    await this.#journal.close();
  }
}
