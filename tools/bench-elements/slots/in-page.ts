import type { Contestant } from './contestant.ts';

/** What one page measured. */
export interface Measured {
  /** From the beginning to the task after the frame that shows every slot, ms. */
  readonly painted: number;
  /** The same of one slot's change. */
  readonly changed: number;
  /** Elements that hold the slots, shadow roots included. */
  readonly elements: number;
  /** Slots that a mutation touched in the change: the ids of their cells. */
  readonly touched: readonly string[];
}

/** Runs in the page, and uses nothing from outside. */
export async function measureInPage(wanted: number): Promise<Measured> {
  const { contestant } = globalThis as unknown as { contestant: Contestant };
  const { root } = contestant;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  /** The first task after the next frame is painted. */
  const afterFrame = async () => {
    await frame();
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  };
  const time = async (begin: () => void, done: () => boolean) => {
    await afterFrame();
    await afterFrame();
    const start = performance.now();
    begin();
    const deadline = start + 60_000;
    do {
      await frame();
      if (performance.now() > deadline) throw new Error('nothing is shown after a minute');
    } while (!done());
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    return performance.now() - start;
  };
  const count = (node: ParentNode): number =>
    [...node.querySelectorAll('*')].reduce(
      (sum, { shadowRoot }) => sum + 1 + (shadowRoot ? count(shadowRoot) : 0),
      0,
    );
  const painted = await time(
    () => contestant.show(),
    () => contestant.count() >= wanted,
  );
  const elements = count(root);
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((news) => records.push(...news));
  observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  const changed = await time(
    () => contestant.change(),
    () => contestant.changed(),
  );
  const touched = new Set<string>();
  for (const { target } of records) {
    const near = target instanceof Element ? target : target.parentElement;
    const id = near?.closest<HTMLElement>('[data-cell]')?.dataset['cell'];
    if (id !== undefined) touched.add(id);
  }
  return { painted, changed, elements, touched: [...touched] };
}
