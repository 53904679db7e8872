import { parameterRefusal } from './problem.ts';

/** One page as the contract's lists answer it. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Sort key of an item: the same list in the same order answers the same pages. */
export type SortKey = readonly (string | number)[];

function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function decode(text: string): string {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );
  return new TextDecoder().decode(bytes);
}

/** Before, after or the same. */
export function compareKeys(one: SortKey, other: SortKey): number {
  for (const [index, part] of one.entries()) {
    const counterpart = other[index];
    if (part !== counterpart) return part < counterpart! ? -1 : 1;
  }
  return 0;
}

/** Opaque text of a key. */
export function writeCursor(list: string, key: SortKey): string {
  return encode(JSON.stringify([list, ...key]));
}

/** @throws {Refusal} 400 `invalid-cursor` for anything that this list did not write. */
export function readCursor(list: string, cursor: string): SortKey {
  try {
    const [of, ...key] = JSON.parse(decode(cursor)) as [string, ...SortKey];
    if (of === list) return key;
  } catch {
    // Told below, like a cursor of another list.
  }
  throw parameterRefusal('invalid-cursor', 'cursor', 'cursor is not one of this list');
}

/** Cuts a list into the page that was asked for. */
export function pageOf<R, T>(
  list: string,
  records: readonly R[],
  { limit = 20, cursor }: { limit?: number | undefined; cursor?: string | undefined },
  keyOf: (record: R) => SortKey,
  toItem: (record: R) => T,
): Page<T> {
  const after = cursor === undefined ? null : readCursor(list, cursor);
  const rest = records
    .map((record) => ({ record, key: keyOf(record) }))
    .filter(({ key }) => after === null || compareKeys(key, after) > 0)
    .sort((one, other) => compareKeys(one.key, other.key));
  const last = rest.length > limit ? rest[limit - 1] : undefined;
  return {
    items: rest.slice(0, limit).map(({ record }) => toItem(record)),
    next: last ? writeCursor(list, last.key) : null,
  };
}
