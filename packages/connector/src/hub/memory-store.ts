import { LineStore } from './line-store.ts';
import { StoreState, type StoreLine } from './store-state.ts';

/** Keeps messages in memory: what was not handled when the process ends is lost. For trials and tests. */
export class MemoryHubStore extends LineStore {
  constructor() {
    super(new StoreState());
  }

  protected async write(decide: () => StoreLine | null): Promise<void> {
    const line = decide();
    if (line !== null) this.state.apply(line);
  }

  protected checkReadable(): void {
    // Nobody else has this memory.
  }
}
