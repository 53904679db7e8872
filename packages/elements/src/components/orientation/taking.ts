import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveElement,
  type TemplateResult,
} from 'lit';
import { focusOn } from './focus-on.ts';
import type { Desk, Draft } from './draft.ts';
import type { OrientationFlow } from './flow.ts';
import type { Step } from './surroundings.ts';
import type { NotTaken } from './taken-up.ts';
import type { View } from './view.ts';

/** What taking up needs of its element. */
export interface TakingDoor {
  readonly flow: OrientationFlow;
  /** What the reader is, once that is known; undefined where it is not, or where they orient nobody. */
  readonly desk: () => Promise<Desk | undefined>;
}

/** Takes up an orientation that was recorded before. Where another one is under way, its reader says which. */
export class Taking implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #door: TakingDoor;
  /** What waits for the reader to leave what is under way. */
  #asked: { readonly draft: Draft; readonly answer: (taken: boolean) => void } | undefined;
  /** Why the last one was not taken, told until the reader goes on. */
  #refused: { readonly why: NotTaken; readonly step: Step; readonly draft: Draft } | undefined;

  constructor(host: ReactiveElement, door: TakingDoor) {
    this.#host = host;
    this.#door = door;
    host.addController(this);
  }

  /** Whether the reader is asked: what is under way stands still. */
  get asks(): boolean {
    return this.#asked !== undefined;
  }

  /** What was under way ended by itself. */
  hostUpdate(): void {
    if (this.#asked && !this.#door.flow.underWay) void this.#leave();
  }

  hostDisconnected(): void {
    this.#settle(false);
  }

  /**
   * @param draftOf - what is said of the orientation at a desk, or why it is none of it
   * @returns whether it was taken up: its search is shown
   */
  async take(draftOf: (desk: Desk) => Draft | NotTaken): Promise<boolean> {
    const { flow } = this.#door;
    const desk = await this.#door.desk();
    const draft = desk ? draftOf(desk) : 'not-yours';
    this.#settle(false);
    this.#refused = undefined;
    if (typeof draft === 'string') {
      this.#refused = { why: draft, step: flow.step, draft: flow.draft };
      await this.#show('.not-taken, [part=problem]');
      return false;
    }
    if (!flow.underWay) {
      await flow.take(draft);
      return true;
    }
    return new Promise((answer) => {
      this.#asked = { draft, answer };
      void this.#show('.leaving');
    });
  }

  /** What keeps another one from being opened, and why the last one was not. */
  render({ strings, flow, key }: View): TemplateResult | typeof nothing {
    if (this.#asked) {
      const { underWay, told, leave, stay } = strings.leaving;
      return html`<div class="notice warn leaving no-print" role="group" aria-labelledby="leaving">
        <p id="leaving"><strong>${flow.step === 'told' ? told : underWay}</strong></p>
        <div class="row">
          ${key('leave-for', leave, () => void this.#leave(), { busy: flow.busy })}
          ${key('stay', stay, () => void this.#stay())}
        </div>
      </div>`;
    }
    const refused = this.#refused;
    if (refused?.step !== flow.step || refused.draft !== flow.draft) return nothing;
    return html`<p class="notice warn not-taken no-print">${strings.notTaken[refused.why]}</p>`;
  }

  async #leave(): Promise<void> {
    const { draft } = this.#asked ?? {};
    if (!draft) return;
    const { answer } = this.#asked!;
    this.#asked = undefined;
    await this.#door.flow.take(draft);
    answer(true);
  }

  async #stay(): Promise<void> {
    this.#settle(false);
    await this.#show('.step');
  }

  #settle(taken: boolean): void {
    const asked = this.#asked;
    this.#asked = undefined;
    asked?.answer(taken);
  }

  async #show(selector: string): Promise<void> {
    this.#host.requestUpdate();
    await focusOn(this.#host, selector);
  }
}
