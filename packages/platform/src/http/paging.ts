import { isId } from '../database/ids.ts';
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
 * Reads a cursor of this server back. `shape` names the type of each part; `id` is one of the database's.
 *
 * @throws {ProblemError} 400 `invalid-cursor` for anything that this server did not write.
 */
export function decodeCursor(
  cursor: string,
  shape: readonly ('string' | 'id' | 'number' | 'integer' | 'instant' | 'instant?')[],
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

/** An instant as this server and its database write one. */
const INSTANT = /^20\d\d-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d(:\d\d)?)$/;

function fits(value: unknown, type: string): boolean {
  if (type.endsWith('?')) return value === null || fits(value, type.slice(0, -1));
  if (type === 'id') return typeof value === 'string' && isId(value);
  if (type === 'integer') return Number.isSafeInteger(value) && Math.abs(value as number) < 1e9;
  if (typeof value !== (type === 'instant' ? 'string' : type)) return false;
  if (type === 'instant')
    return INSTANT.test(value as string) && isDay((value as string).slice(0, 10));
  return typeof value !== 'string' || !value.includes('\0');
}

function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
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
