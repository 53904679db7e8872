import { setTimeout as wait } from 'node:timers/promises';

/** Generous: what must happen happens within seconds on the slowest machine. */
const PATIENCE_MS = 60_000;

/** Waits until something holds. */
export async function until<T>(
  look: () => T | false | Promise<T | false>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  for (const end = Date.now() + patienceMs; ;) {
    const found = await look();
    if (found !== false) return found;
    if (Date.now() > end) throw new Error('it did not happen');
    await wait(20);
  }
}
