import { typed } from './typed.ts';

/**
 * The records of a list, without what is none: agendas come from files and databases, where a list may
 * be null and a record may lack its id.
 */
export function records<Record extends { readonly id: string }>(
  list: readonly Record[] | null | undefined,
): readonly Record[] {
  if (!Array.isArray(list)) return [];
  const isRecord = (each: unknown) =>
    typeof each === 'object' && each !== null && typed((each as { id?: unknown }).id) !== '';
  // Holes are passed over by `every`, not by `filter`.
  const whole = list.every(isRecord) && !list.includes(undefined);
  return whole ? (list as Record[]) : (list as Record[]).filter(isRecord);
}

/** Records by id; of two with one id the first counts. */
export function byId<Record extends { readonly id: string }>(
  list: readonly Record[] | null | undefined,
): Map<string, Record> {
  const map = new Map<string, Record>();
  for (const record of records(list)) {
    const id = typed(record.id);
    if (!map.has(id)) map.set(id, record);
  }
  return map;
}
