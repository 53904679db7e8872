import { PROFILES, type Flow } from '@sas-kit/fhir';
import { entityTag } from '../http/etag.ts';
import type { WrittenEntry } from './linked-entries.ts';
import type { WrittenSlot } from './written-slots.ts';

/** Order of the resources in an answer; those of the first type are its matches (C9). */
const ORDER: Readonly<Record<Flow, readonly WrittenEntry['type'][]>> = {
  ps: ['Slot', 'Schedule', 'Practitioner', 'PractitionerRole'],
  cpts: [
    'Slot',
    'Schedule',
    'Practitioner',
    'PractitionerRole',
    'HealthcareService',
    'Organization',
  ],
  sos: ['Schedule', 'Slot', 'Location', 'Organization'],
};

const encoder = new TextEncoder();
const END = encoder.encode(']}');

/** An answer as it leaves. */
export interface WrittenBundle {
  /** JSON in UTF-8, piece by piece. */
  readonly body: readonly Uint8Array[];
  readonly etag: string;
}

/**
 * Puts an answer together from entries that are written already. Nothing is copied: one text of all would be
 * large garbage of each request, and the collector stops everybody to look for it.
 *
 * @param unsent matches that were found and are not in the answer, because its size is bounded.
 */
export function assembleBundle(
  flow: Flow,
  slots: readonly WrittenSlot[],
  self: string,
  unsent: number,
): WrittenBundle {
  const groups = groupsOf(flow, slots);
  const head = JSON.stringify({
    resourceType: 'Bundle',
    meta: { profile: [PROFILES[flow].Bundle] },
    type: 'searchset',
    total: (groups[0]?.length ?? 0) + unsent,
    link: [{ relation: 'self', url: self }],
  });
  const entries = groups.flat();
  let tags = head;
  for (const { tag } of entries) tags += tag;
  const etag = entityTag(tags);
  return { body: withEntries(head, entries), etag };
}

/** An empty list is no FHIR: nothing found, no `entry`. */
function withEntries(head: string, entries: readonly WrittenEntry[]): Uint8Array[] {
  const [first, ...others] = entries;
  if (first === undefined) return [encoder.encode(head)];
  return [
    encoder.encode(`${head.slice(0, -1)},"entry":[`),
    first.bytes.subarray(1),
    ...others.map(({ bytes }) => bytes),
    END,
  ];
}

/** All entries, each once, by the order of their types. */
function groupsOf(flow: Flow, slots: readonly WrittenSlot[]): WrittenEntry[][] {
  const groups = new Map<string, WrittenEntry[]>(ORDER[flow].map((type) => [type, []]));
  const lists = new Set<readonly WrittenEntry[]>();
  const urls = new Set<string>();
  for (const { entry, linked } of slots) {
    if (entry === null) continue;
    groups.get('Slot')?.push(entry);
    // Slots of one place share one list; places of one practitioner share some entries.
    if (lists.has(linked)) continue;
    lists.add(linked);
    for (const each of linked) {
      if (urls.has(each.fullUrl)) continue;
      urls.add(each.fullUrl);
      groups.get(each.type)?.push(each);
    }
  }
  return [...groups.values()];
}
