import type { AgendaResource, BundleEntry } from '@sas-kit/fhir';
import { fingerprint } from '../http/etag.ts';

const encoder = new TextEncoder();

/** One entry of a Bundle as it leaves. */
export interface WrittenEntry {
  readonly type: AgendaResource['resourceType'];
  readonly fullUrl: string;
  /** JSON in UTF-8 behind a comma: it leaves as it lies here, and is nobody's garbage. */
  readonly bytes: Uint8Array;
  /** Changes with the bytes. */
  readonly tag: string;
}

/** An entry as it leaves. */
export function writeEntry(entry: BundleEntry): WrittenEntry {
  const { resource, fullUrl } = entry;
  const text = JSON.stringify(entry);
  const bytes = encoder.encode(`,${text}`);
  return { type: resource.resourceType, fullUrl, bytes, tag: fingerprint(text) };
}

/** `Slot/s-1` of each entry, as references write it. */
export function byReference(entries: readonly BundleEntry[]): Map<string, BundleEntry> {
  return new Map(
    entries.map((entry) => [`${entry.resource.resourceType}/${entry.resource.id}`, entry]),
  );
}

/** The entries that one leads to by its references, itself left out. */
export function linkedEntries(
  start: BundleEntry,
  entries: ReadonlyMap<string, BundleEntry>,
): BundleEntry[] {
  const found = new Set<BundleEntry>([start]);
  // What is added while the set is walked is walked too.
  for (const { resource } of found) {
    for (const reference of referencesOf(resource)) {
      const entry = entries.get(reference ?? '');
      if (entry !== undefined) found.add(entry);
    }
  }
  found.delete(start);
  return [...found];
}

/** What a resource refers to: all that the guide's profiles have. */
export function referencesOf(resource: AgendaResource): readonly (string | undefined)[] {
  switch (resource.resourceType) {
    case 'Slot':
      return [
        resource.schedule.reference,
        ...(resource.serviceType ?? []).map(
          ({ extension }) => extension?.[0]?.valueReference?.reference,
        ),
      ];
    case 'Schedule':
      return resource.actor.map(({ reference }) => reference);
    case 'PractitionerRole':
      return [resource.practitioner.reference];
    case 'Location':
      return [resource.managingOrganization?.reference];
    case 'HealthcareService':
      return [resource.providedBy.reference];
    default:
      return [];
  }
}
