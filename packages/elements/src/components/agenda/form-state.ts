import type { ReactiveControllerHost } from 'lit';
import { codeOf } from '../../base/sas-element.ts';

/** What the platform refused: a code, and where it can tell the place of the fault. */
export interface Refusal {
  code: string;
  /** JSON pointer into what was sent. */
  pointer?: string | undefined;
}

/** What a form holds: what was written, what is wrong with it, what the platform refused. */
export class FormState<D extends object, F extends string> {
  draft: D;
  /** Codes by field. */
  faults: Partial<Record<F, string>> = {};
  /** Code of a refusal that belongs to no field. */
  refusal: string | undefined;
  busy = false;
  #tried = false;
  #watch: ((draft: D) => void) | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #validate: (draft: D) => Partial<Record<F, string>>;

  constructor(
    host: ReactiveControllerHost,
    draft: D,
    validate: (draft: D) => Partial<Record<F, string>>,
  ) {
    this.draft = draft;
    this.#host = host;
    this.#validate = validate;
  }

  /** Tells of what is written, now and from now on. */
  watchBy(watch: (draft: D) => void): this {
    this.#watch = watch;
    watch(this.draft);
    return this;
  }

  /** Takes what the reader wrote. Faults are told from the first attempt to send on. */
  change(patch: Partial<D>): void {
    this.draft = { ...this.draft, ...patch };
    this.refusal = undefined;
    this.faults = this.#tried ? this.#validate(this.draft) : {};
    this.#watch?.(this.draft);
    this.#host.requestUpdate();
  }

  /** Whether the draft can be sent. */
  check(): boolean {
    this.#tried = true;
    this.refusal = undefined;
    this.faults = this.#validate(this.draft);
    this.#host.requestUpdate();
    return Object.keys(this.faults).length === 0;
  }

  /** Sorts a refusal to the fields that it speaks of, or keeps it for the whole form. */
  refuse(error: unknown, fieldAt: (fault: Refusal) => F | undefined): void {
    const code = codeOf(error);
    const { errors = [] } = (error ?? {}) as { errors?: readonly Refusal[] };
    this.faults = {};
    for (const fault of errors.length > 0 ? errors : [{ code }]) {
      const field = fieldAt(fault);
      if (field) this.faults[field] ??= fault.code;
    }
    this.refusal = Object.keys(this.faults).length === 0 ? code : undefined;
    this.#host.requestUpdate();
  }
}
