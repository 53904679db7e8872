import type { AsideMessage, DueAnswer, HubStore, KeptMessage, KnownMessage } from './store.ts';
import type { StoreLine, StoreState } from './store-state.ts';

/** A store as the lines that change its state; how they are written is left to others. */
export abstract class LineStore implements HubStore {
  protected readonly state: StoreState;

  constructor(state: StoreState) {
    this.state = state;
  }

  /** Writes the line that is decided upon when nothing else is under way; null writes none. */
  protected abstract write(decide: () => StoreLine | null): Promise<void>;
  /** Refuses to read where what is in memory does not hold any more. */
  protected abstract checkReadable(): void;

  async keep(message: KeptMessage, answers: readonly DueAnswer[]): Promise<KnownMessage | null> {
    let known: KnownMessage | null = null;
    await this.write(() => {
      known = this.state.known(message.id);
      return known === null ? { keep: message, answers } : null;
    });
    return known;
  }

  async unhandled(): Promise<readonly KeptMessage[]> {
    this.checkReadable();
    return [...this.state.unhandled.values()];
  }

  handled(id: string, answers: readonly DueAnswer[]): Promise<void> {
    return this.write(() => {
      const fingerprint = this.state.known(id)?.fingerprint;
      if (fingerprint === undefined) return null;
      return { handled: { id, fingerprint, answers, at: Date.now() } };
    });
  }

  answer(answer: DueAnswer): Promise<void> {
    return this.write(() => ({ answer }));
  }

  async unanswered(): Promise<readonly DueAnswer[]> {
    this.checkReadable();
    return [...this.state.unanswered.values()];
  }

  answered(id: string): Promise<void> {
    return this.write(() => (this.state.unanswered.has(id) ? { answered: id } : null));
  }

  setAside(message: AsideMessage, answers: readonly DueAnswer[]): Promise<void> {
    return this.write(() =>
      this.state.aside.has(message.id) ? null : { aside: message, answers },
    );
  }

  async aside(): Promise<readonly AsideMessage[]> {
    return [...this.state.aside.values()];
  }

  forget(id: string): Promise<void> {
    return this.write(() => ({ forget: id }));
  }
}
