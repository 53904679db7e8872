import { fhirId, fhirPairId } from '../fhir-id.ts';
import { PROFILES } from '../guide.ts';
import { parsePractitionerId } from '../identifiers.ts';
import type { Agenda, Practitioner, Slot, Visibility } from '../model.ts';
import type {
  AgendaResource,
  CodeableConcept,
  FhirPractitioner,
  FhirSchedule,
  FhirSlot,
} from '../resources.ts';
import { type WrittenCommunity, writeCommunity } from './community.ts';
import type { Notes } from './notes.ts';
import type { FlowResources, WriteOptions } from './options.ts';
import { writePractitioner } from './practitioner.ts';
import { type WrittenPlace, writePlace, writePractitionerRole } from './practitioner-role.ts';
import { byId, records } from './records.ts';
import { mayLeave, visibilityOf, writeSlot } from './slot.ts';
import { typed, typedList } from './typed.ts';

const PS_TYPES: readonly Visibility[] = ['PUBLIC', 'PRO', 'SNP'];
const CPTS_TYPES: readonly Visibility[] = ['PUBLIC', 'PRO', 'SNP', 'CPTS'];

interface Role {
  readonly schedule: string;
  readonly timeZone: string;
  readonly specialties: readonly string[] | undefined;
}

/** The answer to a search of practitioners while it is being made. */
class PractitionerAnswer {
  readonly #profiles: (typeof PROFILES)['ps'] | (typeof PROFILES)['cpts'];
  readonly #options: WriteOptions;
  readonly #notes: Notes;
  readonly #practitioners: Map<string, Practitioner>;
  readonly #places: Map<string, NonNullable<Agenda['places']>[number]>;
  readonly #communities: Map<string, NonNullable<Agenda['communities']>[number]>;
  /** By national identifier: one person in two records of the vendor is one Practitioner. */
  readonly #people = new Map<string, FhirPractitioner | null>();
  readonly #writtenPlaces = new Map<string, WrittenPlace | null>();
  readonly #writtenCommunities = new Map<string, WrittenCommunity | null>();
  readonly #roles = new Map<string, Role | null>();
  readonly #schedules = new Map<string, FhirSchedule>();
  readonly #roleResources: AgendaResource[] = [];

  constructor(flow: 'ps' | 'cpts', agenda: Agenda, options: WriteOptions, notes: Notes) {
    this.#profiles = PROFILES[flow];
    this.#options = options;
    this.#notes = notes;
    this.#practitioners = byId(agenda.practitioners);
    this.#places = byId(agenda.places);
    this.#communities = byId(agenda.communities);
  }

  /** Schedule and zone of a practitioner at a place; made when first needed. */
  role(slot: Slot): Role | null {
    const practitioner = typed(slot.practitioner);
    const place = typed(slot.place);
    const key = `${practitioner}\u0000${place}`;
    let role = this.#roles.get(key);
    if (role === undefined) {
      role = this.#newRole(practitioner, place);
      this.#roles.set(key, role);
    }
    return role;
  }

  #newRole(practitionerId: string, placeId: string): Role | null {
    const practitioner = this.#practitioners.get(practitionerId);
    const person = practitioner === undefined ? null : this.#person(practitioner);
    const place = this.#place(placeId);
    if (practitioner === undefined || person === null || place === null) return null;
    const { specialties } = practitioner;
    const id = fhirPairId(person.id!, place.location.id);
    const role = { schedule: `Schedule/${id}`, timeZone: place.timeZone, specialties };
    // Two records of one person at one place share the schedule of the first.
    if (this.#schedules.has(id)) return role;
    this.#roleResources.push(
      writePractitionerRole(
        id,
        person.id!,
        place,
        person.telecom ?? [],
        this.#profiles.PractitionerRole,
      ),
    );
    this.#schedules.set(id, {
      resourceType: 'Schedule',
      id,
      meta: { profile: [this.#profiles.Schedule] },
      actor: [{ reference: `Practitioner/${person.id}` }, { reference: `PractitionerRole/${id}` }],
    });
    return role;
  }

  #person(practitioner: Practitioner): FhirPractitioner | null {
    const key = parsePractitionerId(typed(practitioner.nationalId))?.sas ?? typed(practitioner.id);
    let person = this.#people.get(key);
    if (person === undefined) {
      const id = fhirId(typed(practitioner.id));
      person = writePractitioner(practitioner, id, this.#profiles.Practitioner, this.#notes);
      this.#people.set(key, person);
    }
    return person;
  }

  #place(id: string): WrittenPlace | null {
    let written = this.#writtenPlaces.get(id);
    if (written === undefined) {
      const place = this.#places.get(id);
      const { identifierSystem } = this.#options;
      written =
        place === undefined
          ? null
          : writePlace(place, this.#profiles.Location, identifierSystem, this.#notes);
      this.#writtenPlaces.set(id, written);
    }
    return written;
  }

  /** Service types that lead to the CPTS of a slot; those that cannot be written are left out. */
  communities(slot: Slot): CodeableConcept[] {
    const types: CodeableConcept[] = [];
    for (const id of typedList(slot.communities)) {
      let written = this.#writtenCommunities.get(id);
      if (written === undefined) {
        const community = this.#communities.get(id);
        if (community === undefined) this.#notes.add('agenda-community', 'communities', id);
        written =
          community === undefined
            ? null
            : writeCommunity(community, this.#options.guide ?? '1.1', this.#notes);
        this.#writtenCommunities.set(id, written);
      }
      if (written !== null) types.push(written.serviceType);
    }
    return types;
  }

  /** Everything that the slots lead to, in the order of the guide's examples. */
  included(): AgendaResource[] {
    const people = [...this.#people.values()].filter((person) => person !== null);
    const communities = [...this.#writtenCommunities.values()].filter((each) => each !== null);
    return [
      ...this.#schedules.values(),
      ...people,
      ...this.#roleResources,
      ...communities.map((community) => community.service),
      ...communities.map((community) => community.organization),
    ];
  }
}

/** Slots and what they lead to, for practitioners (INT_R01) and members of a CPTS (INT_R04). */
export function writePractitionerFlow(
  flow: 'ps' | 'cpts',
  agenda: Agenda,
  options: WriteOptions,
  notes: Notes,
): FlowResources {
  const answer = new PractitionerAnswer(flow, agenda, options, notes);
  const sent = flow === 'ps' ? PS_TYPES : CPTS_TYPES;
  const concepts = new Map<string, CodeableConcept | null>();
  const seen = new Set<string>();
  const slots: FhirSlot[] = [];
  for (const slot of records(agenda.slots)) {
    if (typed(slot.practitioner) === '' && typed(slot.site) !== '') {
      notes.leaveOut(slot.id, 'agenda-slot-flow');
      continue;
    }
    if (!mayLeave(slot, seen, notes)) continue;
    let visibility = visibilityOf(slot, sent);
    let communities: CodeableConcept[] = [];
    // 604 goes with the type CPTS and with no other (guide, FAQ 6 and 12).
    if (visibility.includes('CPTS')) {
      communities = answer.communities(slot);
      if (communities.length === 0) {
        notes.add('agenda-slot-cpts', `slots.where(id='${slot.id}').communities`);
        visibility = visibility.filter((code) => code !== 'CPTS');
      }
    }
    if (visibility.length === 0) {
      notes.leaveOut(slot.id, 'agenda-slot-visibility', 'visibility');
      continue;
    }
    const role = answer.role(slot);
    if (role === null) {
      notes.leaveOut(
        slot.id,
        'agenda-slot-owner',
        typed(slot.practitioner) ? 'place' : 'practitioner',
      );
      continue;
    }
    const resource = writeSlot(
      slot,
      {
        id: fhirId(typed(slot.id)),
        profile: PROFILES[flow].Slot,
        schedule: role.schedule,
        timeZone: role.timeZone,
        visibility,
        communities,
        specialties: role.specialties,
        url: options.agendaUrl?.(slot),
        concepts,
      },
      notes,
    );
    if (resource !== null) slots.push(resource);
  }
  return { matches: slots, included: [...reachable(slots, answer.included())] };
}

/** Drops what no slot leads to: a schedule or CPTS made for a slot that was then left out. */
function* reachable(
  slots: readonly FhirSlot[],
  included: readonly AgendaResource[],
): Generator<AgendaResource> {
  const wanted = new Set<string>();
  for (const slot of slots) {
    wanted.add(slot.schedule.reference!);
    for (const type of slot.serviceType ?? []) {
      const reference = type.extension?.[0]?.valueReference?.reference;
      if (reference !== undefined) wanted.add(reference);
    }
  }
  for (const resource of included) {
    if (!wanted.has(`${resource.resourceType}/${resource.id}`)) continue;
    if (resource.resourceType === 'Schedule') {
      for (const actor of resource.actor) wanted.add(actor.reference!);
    }
    if (resource.resourceType === 'HealthcareService') {
      wanted.add(resource.providedBy.reference!);
    }
    yield resource;
  }
}
