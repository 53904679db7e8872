import type { ReactiveControllerHost } from 'lit';
import type { AgendaChange } from '../../events/agenda-change.ts';
import type { AgendaClient } from './agenda-data.ts';
import type { AgendaStore } from './agenda-store.ts';
import type { AgendaParts, PartStrings } from './agenda-texts.ts';
import type { FeedQuestion } from './feed-question.ts';
import type { Foresight } from './foresight.ts';
import type { FormState, Refusal } from './form-state.ts';
import type { Panel } from './panels.ts';
import type { WordContext } from './slot-words.ts';

/** Part of the element in which something is told. */
export type Where = 'week' | 'panel' | 'rules' | 'absences' | 'display' | 'feed';

/** What has just been done, and how it is taken back; undefined where it was taken back. */
export interface Undo {
  where: Where;
  text: string;
  run: (() => void) | undefined;
}

/** What did not work. */
export interface Failure {
  where: Where;
  code: string;
  /** It was to take something back, which stands. */
  undoing: boolean;
}

/** What the desk needs of its element. */
export interface DeskSurroundings {
  api: () => AgendaClient;
  /** Tells the page of a failed call, answers its code. */
  report: (error: unknown) => string;
  words: () => WordContext;
  /** Texts of a part, once they are there. */
  texts: <K extends keyof AgendaParts>(part: K) => Promise<PartStrings<K>>;
  say: (message: string) => void;
  /** Moves focus to the first of these that is there, once the element has rendered. */
  focus: (...selectors: string[]) => Promise<void>;
  /** Tells the page of a change. */
  changed: (change: AgendaChange) => void;
}

/** Selectors of what gets the focus. */
export const places = {
  warning: '#warning',
  nextStep: '#next-step',
  undo: '.undo button',
  slot: (id: string): string => `[data-cell="${CSS.escape(id)}"]`,
  rule: (id: string, button: 'edit' | 'delete'): string =>
    `[data-rule="${CSS.escape(id)}"] .${button}`,
  absence: (id: string): string => `[data-absence="${CSS.escape(id)}"] button`,
  panel: '#panel-title',
  week: '#week-title',
  addSlot: '#add-slot',
  addAbsence: '#add-absence',
  feed: '#feed',
  feedUrl: '#feed-url',
  keepFeed: '#keep-feed',
  copyWeek: '#copy-week',
  keep: '#keep',
  remove: '#remove',
} as const;

const outdated = new Set(['precondition-failed', 'slot-booked', 'invalid-transition']);

/** Whether a code means that what is shown is not what stands. */
export const isOutdated = (code: string): boolean => outdated.has(code);

/**
 * What the reader is doing: the panel that is open, the call under way, what went wrong, what can be
 * taken back. The work itself is in `slot-work`, `rule-work` and `absence-work`.
 */
export class AgendaDesk {
  panel: Panel | undefined;
  /** The rule that the reader is asked about. */
  deleting = '';
  busy = false;
  failure: Failure | undefined;
  undo: Undo | undefined;
  /** Address of the private feed, from when it is made until another agenda is shown. */
  feedUrl = '';
  /** What the reader is asked about the feed. */
  feedQuestion: FeedQuestion | undefined;
  /** What the switch of the agenda is being set to. */
  display: boolean | undefined;
  readonly store: AgendaStore;
  readonly around: DeskSurroundings;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost, store: AgendaStore, around: DeskSurroundings) {
    this.#host = host;
    this.store = store;
    this.around = around;
  }

  /** What went wrong last went wrong because something had changed. */
  get isOutdated(): boolean {
    return isOutdated(this.failure?.code ?? '');
  }

  get scheduleId(): string {
    return this.store.schedule?.id ?? '';
  }

  /** For forms that this desk opens. */
  get host(): ReactiveControllerHost {
    return this.#host;
  }

  refresh(): void {
    this.#host.requestUpdate();
  }

  /** Forgets what belongs to the week that was shown; a form outlives it. */
  leaveWeek(): void {
    if (this.panel?.kind === 'slot') this.panel = undefined;
    this.deleting = '';
    this.failure = undefined;
    this.refresh();
  }

  /** Forgets what belongs to the agenda that was shown. */
  leaveAgenda(): void {
    this.panel = undefined;
    this.undo = undefined;
    this.feedUrl = '';
    this.feedQuestion = undefined;
    this.leaveWeek();
  }

  open(panel: Panel): void {
    this.panel = panel;
    this.failure = undefined;
    this.refresh();
    void this.#enter(panel);
  }

  /** A panel has the focus once it has its texts. */
  async #enter(panel: Panel): Promise<void> {
    await this.around.texts(panel.kind);
    if (this.panel === panel) await this.around.focus(places.panel);
  }

  /** Says a sentence of a part. */
  async say<K extends keyof AgendaParts>(
    part: K,
    text: (strings: PartStrings<K>) => string,
  ): Promise<void> {
    this.around.say(text(await this.around.texts(part)));
  }

  /** Closes the panel and gives focus back to what had opened it. */
  async close(): Promise<void> {
    const { panel } = this;
    this.panel = undefined;
    this.failure = undefined;
    this.refresh();
    if (panel?.kind === 'slot') await this.around.focus(places.slot(panel.id), places.week);
    else if (panel?.kind === 'absence-form') await this.around.focus(places.addAbsence);
    else if (panel?.kind === 'copy-week') await this.around.focus(places.copyWeek);
    else if (panel?.kind === 'slot-form' && panel.from) {
      await this.around.focus(places.slot(panel.from.slot.id), places.week);
    } else if (panel?.kind === 'slot-form' && panel.standing) {
      await this.around.focus(places.rule(panel.standing.rule.id, 'edit'), places.addSlot);
    } else await this.around.focus(places.addSlot);
  }

  /** Makes one change at a time; undefined where it failed, which is told at `where`. */
  async act<T>(
    where: Where,
    work: () => Promise<T>,
    { undoing = false } = {},
  ): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.#begin();
    try {
      return await work();
    } catch (error) {
      const code = this.around.report(error);
      if (isOutdated(code)) await this.readAll();
      this.failure = { where, code, undoing };
      return undefined;
    } finally {
      this.#end();
    }
  }

  /**
   * Sends a form; undefined where its fields are at fault, by the form's own rules or the platform's.
   * The first field at fault then has the focus.
   */
  async send<D extends object, F extends string, T>(
    form: FormState<D, F>,
    { fields, fieldAt, foresight, work }: Sending<F, T>,
  ): Promise<T | undefined> {
    if (this.busy) return undefined;
    if (!form.check()) return this.#toFaults(form, fields);
    this.#begin();
    form.busy = true;
    try {
      // What is answered takes the focus, in the reader's language.
      await this.around.texts('answers');
      if (foresight && !(await foresight.settle())) {
        await this.around.focus(places.warning);
        return undefined;
      }
      return await work();
    } catch (error) {
      this.around.report(error);
      form.refuse(error, fieldAt);
    } finally {
      form.busy = false;
      this.#end();
    }
    return this.#toFaults(form, fields);
  }

  /** Reads again all that a change may have touched. */
  async readAll(): Promise<void> {
    const { store } = this;
    await Promise.all([store.readWeek(store.date), store.readPlanning()]);
    for (const { status, error } of [store.week, store.planning]) {
      if (status === 'failed') this.around.report(error);
    }
  }

  async #toFaults<F extends string>(
    { faults }: Pick<FormState<object, F>, 'faults'>,
    fields: readonly F[],
  ): Promise<undefined> {
    const faulty = fields.filter((field) => faults[field] !== undefined);
    const [first] = faulty;
    if (first === undefined) return;
    await this.say('answers', (strings) => strings.refused(faulty.length));
    await this.around.focus(`#${first}`);
  }

  #begin(): void {
    this.busy = true;
    this.failure = undefined;
    this.undo = undefined;
    this.refresh();
  }

  #end(): void {
    this.busy = false;
    this.refresh();
  }
}

/** How a form is sent. */
export interface Sending<F extends string, T> {
  /** In the order in which they stand. */
  fields: readonly F[];
  /** The field that a refusal speaks of. */
  fieldAt: (fault: Refusal) => F | undefined;
  /** What its reader must have seen before. */
  foresight?: Pick<Foresight<unknown>, 'settle'>;
  work: () => Promise<T>;
}

/** For calls that answer nothing: true when they worked. */
export const done = (call: Promise<unknown>): Promise<true> => call.then((): true => true);
