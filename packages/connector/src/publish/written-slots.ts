import {
  fhirId,
  writeBundle,
  type Agenda,
  type BundleEntry,
  type Finding,
  type Flow,
  type GuideVersion,
  type Slot,
} from '@sas-kit/fhir';
import type { OfferedSlot } from '../agenda.ts';
import { BoundedMap } from './bounded-map.ts';
import type { Ready } from './judge.ts';
import {
  byReference,
  linkedEntries,
  referencesOf,
  writeEntry,
  type WrittenEntry,
} from './linked-entries.ts';
import { mendSlot } from './mend-slot.ts';
import { RecordVersions } from './record-versions.ts';
import { communitiesOf, type Records } from './records.ts';
import { slotFinding } from './rules.ts';
import { copySlot, isSameSlot } from './same-slot.ts';

/** Largest slot as it leaves, in bytes. */
export const LARGEST_SLOT = 16_384;

/** A slot as it leaves, with all that it leads to. */
export interface WrittenSlot {
  /** How the slot read in the agenda. */
  readonly source: OfferedSlot;
  /** Of the records that it leads to. */
  readonly version: string;
  /** null when a writer left it out. */
  readonly entry: WrittenEntry | null;
  /** The same list for all slots that lead to the same records. */
  readonly linked: readonly WrittenEntry[];
}

export interface SlotWriterOptions {
  readonly baseUrl: string;
  readonly identifierSystem: string;
  readonly guide: GuideVersion;
  /** Most slots kept written, of each flow. */
  readonly cacheSlots: number;
}

/**
 * Writes slots to JSON and keeps the bytes: the same slots are asked for again and again while little of
 * them changes. A slot is written anew as soon as it, or a record that it leads to, reads differently.
 */
export class SlotWriter {
  /** Of the records that slots lead to. */
  readonly versions: RecordVersions;
  readonly #options: SlotWriterOptions;
  readonly #tell: (finding: Finding) => void;
  readonly #kept: Readonly<Record<Flow, BoundedMap<string, WrittenSlot>>>;
  /** By flow, version and what the slot refers to. */
  readonly #linked: BoundedMap<string, readonly WrittenEntry[]>;

  /** Of slots whose id had to be changed, by the id that was sent. */
  readonly #vendorIds: BoundedMap<string, string>;

  constructor(options: SlotWriterOptions, tell: (finding: Finding) => void) {
    this.#options = options;
    this.#tell = tell;
    const { cacheSlots } = options;
    this.#kept = {
      ps: new BoundedMap(cacheSlots),
      cpts: new BoundedMap(cacheSlots),
      sos: new BoundedMap(cacheSlots),
    };
    this.versions = new RecordVersions(cacheSlots);
    this.#linked = new BoundedMap(cacheSlots);
    this.#vendorIds = new BoundedMap(cacheSlots);
  }

  /** The vendor's id of a slot that was sent. Ids that FHIR does not allow leave as another. */
  vendorId(fhirSlotId: string): string {
    return this.#vendorIds.get(fhirSlotId) ?? fhirSlotId;
  }

  /** In the order of the slots given. */
  write(flow: Flow, slots: readonly Ready[], records: Records): WrittenSlot[] {
    const answer: (WrittenSlot | undefined)[] = [];
    const missing: Ready[] = [];
    for (const ready of slots) {
      const kept = this.#kept[flow].get(ready.slot.id);
      const fresh =
        kept !== undefined &&
        kept.version === ready.owner.version &&
        isSameSlot(kept.source, ready.slot);
      if (!fresh) missing.push(ready);
      answer.push(fresh ? kept : undefined);
    }
    if (missing.length > 0) {
      const written = this.#writeNew(flow, missing, records);
      let next = 0;
      for (const [index, each] of answer.entries()) answer[index] = each ?? written[next++];
    }
    return answer.filter((each) => each !== undefined);
  }

  #writeNew(flow: Flow, slots: readonly Ready[], records: Records): WrittenSlot[] {
    const { baseUrl, identifierSystem, guide } = this.#options;
    const mended = slots.map(mendSlot);
    const agenda = agendaOf(
      mended.map(({ slot }) => slot),
      records,
    );
    const { resource, findings } = writeBundle(flow, agenda, {
      baseUrl,
      selfUrl: baseUrl,
      identifierSystem,
      guide,
    });
    for (const finding of findings) this.#tell(finding);
    for (const each of mended) each.findings.forEach(this.#tell);
    const entries = byReference(resource.entry ?? []);
    return slots.map(({ slot, owner }): WrittenSlot => {
      const { version } = owner;
      const id = fhirId(slot.id);
      if (id !== slot.id) this.#vendorIds.set(id, slot.id);
      const entry = entries.get(`Slot/${id}`);
      const linked =
        entry === undefined ? [] : this.#linkedTo(entry, `${flow} ${version}`, entries);
      const written = {
        source: copySlot(slot),
        version,
        entry: entry === undefined ? null : this.#bounded(slot.id, writeEntry(entry)),
        linked,
      };
      this.#kept[flow].set(slot.id, written);
      return written;
    });
  }

  #bounded(slot: string, entry: WrittenEntry): WrittenEntry | null {
    if (entry.bytes.byteLength <= LARGEST_SLOT) return entry;
    this.#tell(slotFinding('slot-too-large', slot));
    return null;
  }

  #linkedTo(
    entry: BundleEntry,
    version: string,
    entries: ReadonlyMap<string, BundleEntry>,
  ): readonly WrittenEntry[] {
    const key = `${version} ${referencesOf(entry.resource).join()}`;
    let linked = this.#linked.get(key);
    if (linked === undefined) {
      linked = linkedEntries(entry, entries).map(writeEntry);
      this.#linked.set(key, linked);
    }
    return linked;
  }
}

/** The part of the records that slots name. */
export function agendaOf(slots: readonly Slot[], records: Records): Agenda {
  return {
    slots,
    practitioners: pick(records.practitioners, slots, (slot) => [slot.practitioner]),
    places: pick(records.places, slots, (slot) => [slot.place]),
    communities: pick(records.communities, slots, communitiesOf),
    associations: [...new Set(pick(records.sites, slots, (slot) => [slot.site]))],
  };
}

function pick<Record>(
  from: ReadonlyMap<string, { readonly record: Record }>,
  slots: readonly Slot[],
  named: (slot: Slot) => readonly (string | undefined)[],
): Record[] {
  const ids = new Set(slots.flatMap(named));
  return [...ids].map((id) => from.get(id ?? '')?.record).filter((record) => record !== undefined);
}
