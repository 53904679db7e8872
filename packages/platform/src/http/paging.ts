import { parameterProblem } from './problem.ts';

/** Values that a cursor carries: the sort key of the last item. */
export type CursorKey = readonly (string | number | boolean | null)[];

/** One page as the contract's lists answer it. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Opaque text of a key. */
export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * Reads a cursor of this server back. `shape` names the type of each part.
 *
 * @throws {ProblemError} 400 `invalid-cursor` for anything that this server did not write.
 */
export function decodeCursor(
  cursor: string,
  shape: readonly ('string' | 'number' | 'boolean' | 'instant' | 'string?' | 'instant?')[],
): CursorKey {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    key = null;
  }
  const valid =
    Array.isArray(key) &&
    key.length === shape.length &&
    encodeCursor(key as CursorKey) === cursor &&
    shape.every((type, index) => fits((key as unknown[])[index], type));
  if (!valid) throw parameterProblem('invalid-cursor', 'cursor', 'cursor is not one of this list');
  return key as CursorKey;
}

function fits(value: unknown, type: string): boolean {
  if (type.endsWith('?')) return value === null || fits(value, type.slice(0, -1));
  if (type !== 'instant')
    return typeof value === type && (typeof value !== 'string' || !value.includes('\0'));
  return typeof value === 'string' && value.length < 40 && !Number.isNaN(Date.parse(value));
}

/** Cuts a read of `limit + 1` rows into a page. */
export function toPage<R, T>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => CursorKey,
  toItem: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  };
}
