/**
 * Remembers which events were handled. For several processes, one that they share: a table with a
 * unique id, or `SET id NX EX` of Redis. Let `add` throw while another process still handles the event: it
 * may fail there, and the platform sends it again.
 */
export interface HandledEvents {
  /** Remembers an id for so long; answers false where it is remembered already. */
  add(id: string, seconds: number): boolean | Promise<boolean>;
  /** Forgets it: handling it failed. */
  remove(id: string): void | Promise<void>;
}

/** The platform sends an event again for three days. */
const keepSeconds = 4 * 24 * 3600;

/** What is being handled in this process, by what remembers it: when it comes again it ends alike. */
const running = /* @__PURE__ */ new WeakMap<HandledEvents, Map<string, Promise<boolean>>>();

/**
 * Handles an event unless it was handled before: the platform may send one twice, and so may whoever
 * recorded it. Where `handle` fails the event is forgotten, and handled when it is sent again. One that
 * comes again meanwhile waits for the end of the first, and fails with it.
 *
 * @returns whether it was handled now. Answer 2xx in both cases.
 * @throws what `handle` throws: answer 500, and the platform sends the event again
 * @example
 * const handled = rememberInMemory();
 * await handleOnce(event, handled, () => noteBooking(event));
 */
export async function handleOnce(
  { id }: { readonly id: string },
  handled: HandledEvents,
  handle: () => unknown,
): Promise<boolean> {
  const ongoing = running.get(handled) ?? new Map<string, Promise<boolean>>();
  running.set(handled, ongoing);
  const first = ongoing.get(id);
  if (first) {
    await first;
    return false;
  }
  const handling = attempt(id, handled, handle).finally(() => ongoing.delete(id));
  ongoing.set(id, handling);
  return handling;
}

async function attempt(
  id: string,
  handled: HandledEvents,
  handle: () => unknown,
): Promise<boolean> {
  if (!(await handled.add(id, keepSeconds))) return false;
  try {
    await handle();
  } catch (error) {
    await handled.remove(id);
    throw error;
  }
  return true;
}

/**
 * Remembers in this process alone: for one process, and for development.
 *
 * @param most - ids remembered; the oldest are forgotten first
 */
export function rememberInMemory(most = 100_000): HandledEvents {
  const ends = new Map<string, number>();
  return {
    add(id, seconds) {
      const now = Date.now();
      if ((ends.get(id) ?? 0) > now) return false;
      ends.delete(id);
      for (const [oldest] of ends) {
        if (ends.size < most) break;
        ends.delete(oldest);
      }
      ends.set(id, now + seconds * 1000);
      return true;
    },
    remove: (id) => void ends.delete(id),
  };
}
