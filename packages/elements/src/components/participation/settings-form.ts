import type { ReactiveControllerHost } from 'lit';
import { codeOf } from '../../base/sas-element.ts';

/** What the platform has. */
export interface Stored<D> {
  draft: D;
  etag: string;
  /** When it was last said; null where nothing has been, undefined where nobody knows. */
  changed: string | null | undefined;
}

/** Where settings are read and written. */
export interface SettingsSource<D> {
  read(): Promise<Stored<D>>;
  write(draft: D, ifMatch: string): Promise<Stored<D>>;
}

type Name<D> = keyof D & string;

/** Fields in which two drafts differ. */
export function differences<D extends object>(one: D, other: D): Name<D>[] {
  const names = Object.keys(one) as Name<D>[];
  return names.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}

/**
 * Settings on the page: what is saved, what was written, what was refused. Only the platform knows the
 * rules: it names every field at fault. What was written is never lost.
 */
export class SettingsForm<D extends object> {
  stored: Stored<D>;
  draft: D;
  /** Codes by field. */
  faults: Partial<Record<Name<D>, string>> = {};
  /** Code of a refusal that belongs to no field. */
  refusal: string | undefined;
  /** Somebody else saved meanwhile; the next attempt goes over it. */
  outdated = false;
  busy = false;
  readonly #host: ReactiveControllerHost;
  readonly #source: SettingsSource<D>;

  constructor(host: ReactiveControllerHost, source: SettingsSource<D>, stored: Stored<D>) {
    this.#host = host;
    this.#source = source;
    this.stored = stored;
    this.draft = stored.draft;
  }

  /** Fields that were written and not saved. */
  get unsaved(): Name<D>[] {
    return differences(this.draft, this.stored.draft);
  }

  /** Takes what the reader wrote. A fault stays until its own field is changed. */
  change(patch: Partial<D>): void {
    this.draft = { ...this.draft, ...patch };
    this.refusal = undefined;
    for (const name of Object.keys(patch) as Name<D>[]) delete this.faults[name];
    this.#host.requestUpdate();
  }

  /** Goes back to what is saved. */
  reset(): void {
    this.#adopt(this.stored);
    this.#host.requestUpdate();
  }

  /** Saves what was written. Answers the error where it was refused. */
  async save(): Promise<unknown> {
    if (this.busy) return undefined;
    const sent = this.draft;
    this.busy = true;
    this.faults = {};
    this.refusal = undefined;
    this.#host.requestUpdate();
    try {
      const stored = await this.#source.write(sent, this.stored.etag);
      // What was written while it was being saved is not lost either.
      if (this.draft === sent) this.#adopt(stored);
      else this.stored = stored;
      this.outdated = false;
      return undefined;
    } catch (error) {
      await this.#refuse(error);
      return error;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  #adopt(stored: Stored<D>): void {
    this.stored = stored;
    this.draft = stored.draft;
    this.faults = {};
    this.refusal = undefined;
    this.outdated = false;
  }

  async #refuse(error: unknown): Promise<void> {
    const { errors = [] } = (error ?? {}) as { errors?: { pointer?: string; code: string }[] };
    for (const { pointer = '', code } of errors) {
      const name = pointer.split('/')[1] as Name<D> | undefined;
      if (name !== undefined && name in this.draft) this.faults[name] ??= code;
    }
    if (Object.keys(this.faults).length > 0) return;
    const code = codeOf(error);
    if (code !== 'precondition-failed') {
      this.refusal = code;
      return;
    }
    try {
      this.stored = await this.#source.read();
      this.outdated = true;
    } catch (unread) {
      this.refusal = codeOf(unread);
    }
  }
}
