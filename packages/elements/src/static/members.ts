/** A JSON object whose members nobody has checked. */
export type Members = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a text is an address that a browser may open: no `javascript:`, no `data:`. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** A member that is a text with something in it, else null. */
export function textMember(members: Members, name: string): string | null {
  const value = members[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The objects of a list; none where it is no list. */
export function listMember(members: Members, name: string): Members[] {
  const value = members[name];
  return Array.isArray(value) ? value.filter(isMembers) : [];
}

/** The texts of a list; none where it is no list. */
export function textsMember(members: Members, name: string): string[] {
  const value = members[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** What was read, and how many records were not fit to be shown. */
export interface Reading<T> {
  readonly items: readonly T[];
  readonly unreadable: number;
  /** The civil date on which the file says that it was checked, else null. */
  readonly updated: string | null;
}

/**
 * Reads each record of a list. One bad record leaves the others.
 *
 * @returns undefined where the file holds no such list.
 */
export function readList<T>(
  file: unknown,
  names: readonly string[],
  read: (record: Members) => T | null,
): Reading<T> | undefined {
  if (!isMembers(file)) return undefined;
  const list = names.map((name) => file[name]).find((value) => Array.isArray(value));
  if (!list) return undefined;
  const items = list.flatMap((record) => (isMembers(record) ? (read(record) ?? []) : []));
  return { items, unreadable: list.length - items.length, updated: textMember(file, 'updated') };
}
