import {
  type Association,
  type Community,
  parsePractitionerId,
  parseSiret,
  type Place,
  type Site,
  type Slot,
} from '@sas-kit/fhir';
import type { Offer, OfferedPractitioner, OfferedSlot } from '../agenda.ts';
import type { RecordVersions } from './record-versions.ts';

/** A record, and what changes when it reads differently. */
export interface Known<Record> {
  readonly record: Record;
  readonly version: string;
}

/** A person; several records of the vendor's may be about one. */
export interface Person extends Known<OfferedPractitioner> {
  /** SAS form of the national identifier; null when it is neither RPPS nor ADELI. */
  readonly sas: string | null;
  /** False as soon as one record says so. */
  readonly consents: boolean;
}

/** A site and the association that it belongs to. */
export interface KnownSite extends Known<Association> {
  readonly site: Site;
  /** 14 digits; null when it is no SIRET. */
  readonly siret: string | null;
}

/** What an offer holds, found by id. A record without a usable id is left out: nothing can name it. */
export interface Records {
  /** By the id of the record: both records of one person lead to the same person. */
  readonly practitioners: ReadonlyMap<string, Person>;
  readonly places: ReadonlyMap<string, Known<Place>>;
  readonly communities: ReadonlyMap<string, Known<Community>>;
  /** By the id of the site. */
  readonly sites: ReadonlyMap<string, KnownSite>;
}

/** A switch that is on by default. Databases hold it as 1, or as null where nobody touched it. */
export function isOn(value: unknown): boolean {
  return value === undefined || value === null || value === true || value === 1;
}

function isRecord(value: unknown): value is { readonly id: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    value.id !== ''
  );
}

function list<Record>(value: readonly Record[] | undefined): (Record & { readonly id: string })[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly (Record & { readonly id: string })[]).filter(isRecord);
}

/** The CPTS that a slot names, whatever the vendor put there. */
export function communitiesOf({ communities }: Slot): readonly string[] {
  return Array.isArray(communities) ? (communities as readonly string[]) : [];
}

function byId<Record extends { readonly id: string }>(
  kind: string,
  records: readonly Record[] | undefined,
  versions: RecordVersions,
): Map<string, Known<Record>> {
  const found = new Map<string, Known<Record>>();
  for (const record of list(records)) {
    if (found.has(record.id)) continue;
    found.set(record.id, { record, version: versions.of(kind, record) });
  }
  return found;
}

/** Slots of an offer that have an id; of two with one id the first. */
export function slotsOf(offer: Offer): OfferedSlot[] {
  const found = new Map<string, OfferedSlot>();
  for (const slot of list(offer.slots)) if (!found.has(slot.id)) found.set(slot.id, slot);
  return [...found.values()];
}

/** Sorts the records of an offer, whatever the vendor put in. */
export function recordsOf(offer: Offer, versions: RecordVersions): Records {
  return {
    practitioners: peopleOf(offer, versions),
    places: byId('place', offer.places, versions),
    communities: byId('community', offer.communities, versions),
    sites: sitesOf(offer, versions),
  };
}

function peopleOf(offer: Offer, versions: RecordVersions): Map<string, Person> {
  const people = new Map<string, Person>();
  const keys = new Map<string, string>();
  for (const [id, known] of byId('practitioner', offer.practitioners, versions)) {
    const { nationalId } = known.record;
    const parsed = typeof nationalId === 'string' ? parsePractitionerId(nationalId) : null;
    const sas = parsed?.kind === 'rpps' || parsed?.kind === 'adeli' ? parsed.sas : null;
    const key = sas ?? `record ${id}`;
    const first = people.get(key) ?? { ...known, sas, consents: true };
    people.set(key, { ...first, consents: first.consents && isOn(known.record.consent) });
    keys.set(id, key);
  }
  const found = new Map<string, Person>();
  for (const [id, key] of keys) {
    const person = people.get(key);
    if (person !== undefined) found.set(id, person);
  }
  return found;
}

function sitesOf(offer: Offer, versions: RecordVersions): Map<string, KnownSite> {
  const found = new Map<string, KnownSite>();
  for (const known of byId('association', offer.associations, versions).values()) {
    const { siret: stored } = known.record;
    const siret = typeof stored === 'string' ? (parseSiret(stored)?.value ?? null) : null;
    for (const site of list(known.record.sites)) {
      if (!found.has(site.id)) found.set(site.id, { ...known, site, siret });
    }
  }
  return found;
}
