import type { Territory, TerritoryUpdate } from '@sas-kit/client';

/** The parts that a lead changes, in the order in which they are shown. */
export const parts = [
  'accessNumbers',
  'openingHours',
  'statuses',
  'partners',
  'dangerSigns',
  'publicBooking',
] as const;
export type Part = (typeof parts)[number];

/** What is written of each part, in the form in which it is sent. */
export type Draft = Required<Pick<TerritoryUpdate, Part>>;

/** Keys of lists and members, from the part on: `['accessNumbers', 0, 'number']`. */
export type Path = readonly [Part, ...(string | number)[]];

/** The id of the field of a place: `accessNumbers-0-number`. */
export const idOf = (path: readonly (string | number)[]): string => path.join('-');

/** The id of the field that a JSON pointer names. */
export const idOfPointer = (pointer: string): string => pointer.slice(1).replaceAll('/', '-');

/** A territory as its form holds it. */
export function draftOf(territory: Territory): Draft {
  const { enabled, controller, dataProtectionContact } = territory.publicBooking;
  const { dangerSigns } = territory;
  return structuredClone({
    accessNumbers: territory.accessNumbers,
    openingHours: territory.openingHours,
    statuses: territory.statuses,
    partners: territory.partners,
    dangerSigns: dangerSigns && { ...dangerSigns, source: dangerSigns.source ?? '' },
    publicBooking: { enabled, controller, dataProtectionContact },
  }) as Draft;
}

/** The value at a place. */
export function valueAt(draft: Draft, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | null)?.[key],
    draft,
  );
}

/** The draft with another value at a place; undefined takes an item out of its list. */
export function withValue(draft: Draft, path: Path, value: unknown): Draft {
  const copy = structuredClone(draft);
  const key = path.at(-1)!;
  const holder = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  if (value === undefined && Array.isArray(holder)) holder.splice(Number(key), 1);
  else holder[key] = value;
  return copy;
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The parts in which two drafts differ. */
export function changedParts(one: Draft, other: Draft): Part[] {
  return parts.filter((part) => !same(one[part], other[part]));
}

/** Some parts of a draft. */
function picked(draft: Draft, names: readonly Part[]): Partial<Draft> {
  return Object.fromEntries(names.map((part) => [part, draft[part]]));
}

/** What is sent: the parts that were changed, and from when. */
export function updateOf(base: Draft, draft: Draft, effectiveFrom: string | null): TerritoryUpdate {
  const update: TerritoryUpdate = effectiveFrom === null ? {} : { effectiveFrom };
  return Object.assign(update, picked(draft, changedParts(base, draft)));
}

/**
 * What was written, over what somebody else has made of the territory meanwhile.
 *
 * @returns the new draft, and the parts that both changed: there, what was written stays.
 */
export function rebase(base: Draft, draft: Draft, fresh: Draft): { draft: Draft; both: Part[] } {
  const mine = changedParts(base, draft);
  const theirs = changedParts(base, fresh);
  return {
    draft: { ...fresh, ...picked(draft, mine) },
    both: mine.filter((part) => theirs.includes(part)),
  };
}
