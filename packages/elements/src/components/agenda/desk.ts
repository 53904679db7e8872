import type { ReactiveControllerHost } from 'lit';
import type { Rule } from '@sas-kit/client';
import { codeOf } from '../../base/sas-element.ts';
import type { AgendaChange } from '../../events/agenda-change.ts';
import type { AbsenceDraft, AbsenceField } from './absence-draft.ts';
import type { AgendaClient } from './agenda-data.ts';
import type { AgendaStore } from './agenda-store.ts';
import type { FormState, Refusal } from './form-state.ts';
import type { SlotDraft, SlotField } from './slot-draft.ts';
import type { WordContext } from './slot-words.ts';

/** What is open beside the week. */
export type Panel =
  | { kind: 'slot'; id: string; confirming: boolean }
  | {
      kind: 'slot-form';
      form: FormState<SlotDraft, SlotField>;
      /** The rule that the form is over, as it was read. */
      standing?: StandingRule;
    }
  | { kind: 'absence-form'; form: FormState<AbsenceDraft, AbsenceField> };

/** A rule and the version that it was read at. */
export interface StandingRule {
  rule: Rule;
  ifMatch: string;
}

/** Part of the element in which something is told. */
export type Where = 'week' | 'panel' | 'rules' | 'absences' | 'display';

/** What has just been done, and how it is taken back. */
export interface Undo {
  where: Where;
  text: string;
  run: () => void;
}

/** What the desk needs of its element. */
export interface DeskSurroundings {
  api: () => AgendaClient;
  /** Tells the page of a failed call, answers its code. */
  report: (error: unknown) => string;
  words: () => WordContext;
  say: (message: string) => void;
  /** Moves focus to the first of these that is there, once the element has rendered. */
  focus: (...selectors: string[]) => Promise<void>;
  /** Tells the page of a change. */
  changed: (change: AgendaChange) => void;
}

/** Selectors of what gets the focus. */
export const places = {
  slot: (id: string): string => `[data-cell="${CSS.escape(id)}"]`,
  rule: (id: string, button: 'edit' | 'delete'): string =>
    `[data-rule="${CSS.escape(id)}"] .${button}`,
  absence: (id: string): string => `[data-absence="${CSS.escape(id)}"] button`,
  panel: '#panel-title',
  week: '#week-title',
  addSlot: '#add-slot',
  addAbsence: '#add-absence',
  keep: '#keep',
  remove: '#remove',
} as const;

/** Codes after which what is shown is not what stands. */
const outdated = new Set(['precondition-failed', 'slot-booked', 'invalid-transition']);

/**
 * What the reader is doing: the panel that is open, the call under way, what went wrong, what can be
 * taken back. The work itself is in `slot-work`, `rule-work` and `absence-work`.
 */
export class AgendaDesk {
  panel: Panel | undefined;
  /** The rule that the reader is asked about. */
  deleting = '';
  busy = false;
  failure: { where: Where; code: string } | undefined;
  undo: Undo | undefined;
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
    this.undo = undefined;
    this.refresh();
  }

  /** Forgets what belongs to the agenda that was shown. */
  leaveAgenda(): void {
    this.panel = undefined;
    this.leaveWeek();
  }

  open(panel: Panel): void {
    this.panel = panel;
    this.failure = undefined;
    this.undo = undefined;
    this.refresh();
    void this.around.focus(places.panel);
  }

  /** Closes the panel and gives focus back to what had opened it. */
  async close(): Promise<void> {
    const { panel } = this;
    this.panel = undefined;
    this.failure = undefined;
    this.refresh();
    if (panel?.kind === 'slot') await this.around.focus(places.slot(panel.id), places.week);
    else if (panel?.kind === 'absence-form') await this.around.focus(places.addAbsence);
    else if (panel?.standing) {
      await this.around.focus(places.rule(panel.standing.rule.id, 'edit'), places.addSlot);
    } else await this.around.focus(places.addSlot);
  }

  /** Makes one change at a time; undefined where it failed, which is told at `where`. */
  async act<T>(where: Where, work: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.#begin();
    try {
      return await work();
    } catch (error) {
      const code = this.around.report(error);
      if (outdated.has(code)) await this.readAll();
      this.failure = { where, code };
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
    { fields, fieldAt, work }: Sending<F, T>,
  ): Promise<T | undefined> {
    if (this.busy) return undefined;
    if (!form.check()) return this.#toFaults(form, fields);
    this.#begin();
    form.busy = true;
    try {
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
    await Promise.all([store.readWeek(store.monday), store.readPlanning()]);
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
    this.around.say(this.around.words().strings.refused(faulty.length));
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
  work: () => Promise<T>;
}

/** For calls that answer nothing: true when they worked. */
export const done = (call: Promise<unknown>): Promise<true> => call.then(() => true);

/** Whether an error means that something changed since it was read. */
export const isOutdated = (error: unknown): boolean => codeOf(error) === 'precondition-failed';
