import type { Caller } from './callers.ts';
import { Refusal } from './problem.ts';
import type { World } from './world.ts';

const KEPT_MS = 24 * 3_600_000;

/** Two bodies with the same members in another order are the same request. */
function sortMembers(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * Creates once: the same key and request answer what was made before, for 24 h.
 *
 * @param request whatever makes two requests the same.
 * @param create makes the record and answers its id.
 * @param read finds a record for the answer.
 * @throws {Refusal} 422 for another request under the same key, 410 where what it made is gone.
 */
export function createOnce<T>(
  { made, now }: World,
  { scope }: Caller,
  key: string | undefined,
  request: unknown,
  create: () => string,
  read: (id: string) => T | undefined,
): T {
  const name = `${scope} ${key}`;
  const text = JSON.stringify(request, sortMembers);
  const before = key === undefined ? undefined : made.get(name);
  const lives = before !== undefined && before.at > now() - KEPT_MS;
  if (lives && before.request !== text) throw new Refusal('idempotency-key-reused');
  const id = lives ? before.id : create();
  if (key !== undefined && !lives) made.set(name, { request: text, id, at: now() });
  const found = read(id);
  if (found !== undefined) return found;
  throw new Refusal('gone', 'This key made it earlier; it has been deleted since.');
}
