import type { Finding } from '../finding.ts';
import { asList, asObject, asObjects, asText } from '../json.ts';
import type { Agenda, Slot } from '../model.ts';
import { locateEntries, type Located, ResourceIndex } from '../references.ts';
import { ReadNotes } from './notes.ts';
import { Associations, Communities } from './organizations.ts';
import { Places } from './places.ts';
import { Schedules } from './schedules.ts';
import { readSlot } from './slot.ts';

/** What an answer says, as a plain agenda. */
export interface ReadBundle {
  readonly agenda: Required<Agenda>;
  /** `Bundle.total`; null when it is absent or no number. */
  readonly total: number | null;
  readonly findings: readonly Finding[];
}

/** Where an answer comes from. */
export interface ReadOptions {
  /** Written into every slot. */
  readonly editor?: string;
}

/** Gives an id to resources that lack one, drops repetitions. */
function distinct(located: readonly Located[], notes: ReadNotes): Located[] {
  const seen = new Set<string>();
  const kept: Located[] = [];
  for (const each of located) {
    const tail = each.fullUrl.split(/[/:]/).at(-1) ?? '';
    const id = each.id || tail || each.place.replace(/\D+/g, '');
    const key = `${each.type}/${id}`;
    if (seen.has(key)) {
      notes.add('read-repeated', each.place, key);
      continue;
    }
    seen.add(key);
    kept.push(each.id === '' ? { ...each, id } : each);
  }
  return kept;
}

function readOutcomes(index: ResourceIndex, notes: ReadNotes): void {
  for (const outcome of index.ofType('OperationOutcome')) {
    for (const [number, issue] of asObjects(outcome.resource['issue']).entries()) {
      const details = asText(asObject(issue['details'])?.['text']);
      const text = details || asText(issue['diagnostics']) || asText(issue['code']);
      notes.add('read-outcome', `${outcome.place}.issue[${number}]`, text);
    }
  }
}

function readSlots(
  index: ResourceIndex,
  schedules: Schedules,
  communities: Communities,
  options: ReadOptions,
  notes: ReadNotes,
): Slot[] {
  const slots: Slot[] = [];
  for (const located of index.ofType('Slot')) {
    const schedule = index.resolve(located.resource['schedule'], located);
    if (schedule?.type !== 'Schedule') {
      notes.add('read-reference', `${located.place}.schedule`);
      continue;
    }
    const owner = schedules.ownerOf(schedule);
    if (owner === null) {
      notes.add('read-schedule', `${located.place}.schedule`);
      continue;
    }
    const community = (reference: unknown) => {
      const service = index.resolve(reference, located);
      return service === null ? null : (communities.ofService(service)?.id ?? null);
    };
    const slot = readSlot(located, owner, community, notes);
    if (slot === null) continue;
    slots.push(options.editor === undefined ? slot : { ...slot, editor: options.editor });
  }
  return slots;
}

/**
 * Reads the answer of any vendor, of any of the three flows. All that can be understood is read:
 * absolute or `urn:uuid:` references, several or no profiles, identifiers without prefix, dates in `Z` or
 * without milliseconds, telephones in national form, a Location beside its role instead of inside it.
 * Every oddity is a finding; one bad entry never costs the others, and nothing throws.
 *
 * Slots that are not free are not read: they must never be shown.
 *
 * Source: guide, search pages of INT_R01, INT_R04 and SOS, and their FAQ.
 */
export function readBundle(bundle: unknown, options: ReadOptions = {}): ReadBundle {
  const notes = new ReadNotes();
  const object = asObject(bundle) ?? {};
  const type = asText(object['resourceType']);
  if (type !== 'Bundle') notes.add('read-bundle', type || '$this');
  for (const [index, entry] of asList(object['entry']).entries()) {
    const resource = asObject(asObject(entry)?.['resource']);
    if (asText(resource?.['resourceType']) === '')
      notes.add('read-entry', `Bundle.entry[${index}]`);
  }
  const total = object['total'];
  const resources = type === 'Bundle' ? distinct(locateEntries(object), notes) : [];
  return {
    ...readResources(new ResourceIndex(resources), options, notes),
    total: typeof total === 'number' ? total : null,
    findings: notes.findings,
  };
}

function readResources(
  index: ResourceIndex,
  options: ReadOptions,
  notes: ReadNotes,
): Pick<ReadBundle, 'agenda'> {
  readOutcomes(index, notes);
  const places = new Places(index, notes);
  const communities = new Communities(index, notes);
  const associations = new Associations(index, notes);
  const schedules = new Schedules(index, places, associations, notes);
  const slots = readSlots(index, schedules, communities, options, notes);
  return {
    agenda: {
      practitioners: schedules.practitioners,
      places: places.all,
      communities: communities.all,
      associations: associations.all,
      slots,
    },
  };
}
