import type { ReactiveControllerHost } from 'lit';
import type { Editor, EditorCheck, SasClient } from '@sas-kit/client';
import { responseInfo } from '@sas-kit/client/response-info';
import { codeOf } from '../../base/base-element.ts';
import { clock } from '../../base/clock.ts';

/** The resources that the element calls. */
export type EditorStatusClient = Pick<SasClient, 'editors'>;

/** What was done last, or why it was not. */
export type EditorOutcome =
  | { kind: 'paused' | 'resumed' | 'checked' | 'notChecked' | 'conflict'; name: string }
  | { kind: 'failed'; code: string };

/** Vendors that one page holds at most. */
const limit = 100;

/** What is known of the vendors, and what an administrator does with them. */
export class EditorStore {
  editors: readonly Editor[] | undefined;
  /** Milliseconds since the epoch. */
  readAt = 0;
  /** What came of asking, by the vendor's id. */
  readonly checks = new Map<string, EditorCheck>();
  /** Id of the vendor that is being asked or changed. */
  busy = '';
  /** Id of the vendor whose pause is to be confirmed. */
  asked = '';
  outcome: EditorOutcome | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Reads all of them, page by page. */
  async read({ editors }: EditorStatusClient, signal?: AbortSignal): Promise<void> {
    const items: Editor[] = [];
    let cursor: string | undefined;
    do {
      const page = await editors.list(
        { limit, ...(cursor !== undefined && { cursor }) },
        signal ? { signal } : {},
      );
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    this.editors = items;
    this.readAt = clock.today();
    this.#host.requestUpdate();
  }

  ask(id: string): void {
    this.asked = id;
    this.#host.requestUpdate();
  }

  /** Asks a vendor now. */
  check({ editors }: EditorStatusClient, { id, name }: Editor): Promise<void> {
    return this.#work(id, async () => {
      const check = await editors.check(id);
      this.checks.set(id, check);
      const passed = check.metadata.passed && check.search?.passed !== false;
      this.outcome = { kind: passed ? 'checked' : 'notChecked', name };
    });
  }

  /** Pauses a vendor, or resumes it, as it was read just now. */
  turn(client: EditorStatusClient, { id, name }: Editor, enabled: boolean): Promise<void> {
    return this.#work(id, async () => {
      const { editors } = client;
      const ifMatch = responseInfo(await editors.get(id))?.etag ?? '*';
      try {
        await editors.update(id, { enabled }, { ifMatch });
        this.outcome = { kind: enabled ? 'resumed' : 'paused', name };
      } catch (error) {
        if (codeOf(error) !== 'precondition-failed') throw error;
        this.outcome = { kind: 'conflict', name };
      }
      this.asked = '';
      await this.read(client);
    });
  }

  async #work(id: string, work: () => Promise<void>): Promise<void> {
    this.busy = id;
    this.outcome = undefined;
    this.#host.requestUpdate();
    try {
      await work();
    } catch (error) {
      this.outcome = { kind: 'failed', code: codeOf(error) };
    }
    this.busy = '';
    this.#host.requestUpdate();
  }
}
