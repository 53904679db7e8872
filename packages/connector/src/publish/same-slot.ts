import type { OfferedSlot } from '../agenda.ts';

/** A copy of a slot that stays as it is when the vendor changes its own. */
export function copySlot(slot: OfferedSlot): OfferedSlot {
  const copy = { ...slot } as Record<string, unknown>;
  for (const [name, value] of Object.entries(copy)) {
    if (Array.isArray(value)) copy[name] = [...(value as unknown[])];
    else if (value instanceof Date) copy[name] = new Date(value);
  }
  return copy as unknown as OfferedSlot;
}

/**
 * Whether two slots read alike in everything that is written. Field by field: a search compares
 * hundreds, and turning each into text would cost more than all else.
 */
export function isSameSlot(one: OfferedSlot, other: OfferedSlot): boolean {
  return (
    one.practitioner === other.practitioner &&
    one.place === other.place &&
    one.site === other.site &&
    isSameTime(one.start, other.start) &&
    isSameTime(one.end, other.end) &&
    one.url === other.url &&
    one.booking === other.booking &&
    one.publicDisplay === other.publicDisplay &&
    isSameList(one.visibility, other.visibility) &&
    isSameList(one.modalities, other.modalities) &&
    isSameList(one.reasons, other.reasons) &&
    isSameList(one.specialties, other.specialties) &&
    isSameList(one.communities, other.communities)
  );
}

function isSameTime(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  return one instanceof Date && other instanceof Date && one.getTime() === other.getTime();
}

function isSameList(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
