import { MOST_IDENTIFIERS } from '../asking/asked.ts';
import type { Served } from '../editors/editors.ts';

/** Somebody whom editors may be asked about, and which of them still are to be. */
export interface Person {
  kind: Served['kind'];
  nationalId: string;
  /** Editors whose answer is missing or too old; empty where all of them are fresh. */
  toAsk: readonly string[];
}

/** People of whom one round is made before it is filled up: no more than the national search has in its batch. */
export const ROUND = 20;

/** What a round asks: by editor and kind, at most 25 people each. */
export type Round = ReadonlyMap<string, { editorId: string; kind: Served['kind']; ids: string[] }>;

/**
 * A round of questions: the first people of a list, then those further down whom the same calls can take
 * along, so that an editor is called no more often than for the first ones alone.
 *
 * @param people in the order in which they would be shown.
 * @param size how many of them the round is for.
 */
export function roundOf(people: readonly Person[], size = ROUND): Round {
  const calls = new Map<string, { editorId: string; kind: Served['kind']; ids: string[] }>();
  const room = (key: string) => (calls.get(key)?.ids.length ?? MOST_IDENTIFIERS) < MOST_IDENTIFIERS;
  for (const [position, { kind, nationalId, toAsk }] of people.entries()) {
    const keys = toAsk.map((editorId) => ({ editorId, key: `${editorId} ${kind}` }));
    // Beyond the first ones whole people only: half an answer says nothing of somebody.
    if (position >= size && !keys.every(({ key }) => room(key))) continue;
    for (const { editorId, key } of keys) {
      const call = calls.get(key);
      if (call === undefined) calls.set(key, { editorId, kind, ids: [nationalId] });
      else call.ids.push(nationalId);
    }
  }
  return calls;
}
