import { asObjects } from '../json.ts';
import type { Practitioner } from '../model.ts';
import type { Located, ResourceIndex } from '../references.ts';
import type { ReadNotes } from './notes.ts';
import type { Associations } from './organizations.ts';
import type { Places } from './places.ts';
import { readPractitioner } from './practitioner.ts';
import type { SlotOwner } from './slot.ts';

/** Practitioners, and the places where they are, out of an answer. */
export class Schedules {
  readonly practitioners: Practitioner[] = [];
  readonly #people = new Map<Located, Practitioner>();
  readonly #roles = new Map<Located, SlotOwner>();
  readonly #owners = new Map<Located, SlotOwner | null>();
  readonly #index: ResourceIndex;
  readonly #places: Places;
  readonly #associations: Associations;
  readonly #notes: ReadNotes;

  constructor(index: ResourceIndex, places: Places, associations: Associations, notes: ReadNotes) {
    this.#index = index;
    this.#places = places;
    this.#associations = associations;
    this.#notes = notes;
    for (const located of index.ofType('Practitioner')) {
      const practitioner = readPractitioner(located, notes);
      if (practitioner === null) continue;
      this.#people.set(located, practitioner);
      this.practitioners.push(practitioner);
    }
    for (const role of index.ofType('PractitionerRole')) this.#readRole(role);
  }

  /** A role gives its place even when its practitioner is not in the answer. */
  #readRole(role: Located): void {
    const target = this.#index.resolve(role.resource['practitioner'], role);
    const practitioner = target === null ? undefined : this.#people.get(target);
    if (target === null) this.#notes.add('read-reference', `${role.place}.practitioner`);
    const place = this.#places.ofRole(role, practitioner?.phone);
    this.#roles.set(role, {
      ...(practitioner !== undefined && { practitioner: practitioner.id }),
      ...(place !== null && { place: place.id, timeZone: place.timeZone! }),
    });
  }

  /** Whose a schedule is; null, with a finding, when that cannot be known. */
  ownerOf(schedule: Located): SlotOwner | null {
    let owner = this.#owners.get(schedule);
    if (owner === undefined) {
      owner = this.#readOwner(schedule);
      this.#owners.set(schedule, owner);
    }
    return owner;
  }

  #readOwner(schedule: Located): SlotOwner | null {
    const place = `${schedule.place}.actor`;
    const actors = asObjects(schedule.resource['actor']).map((reference, index) => {
      const target = this.#index.resolve(reference, schedule);
      if (target === null) this.#notes.add('read-reference', `${place}[${index}]`);
      return target;
    });
    const ofType = (type: string) => actors.filter((each) => each?.type === type) as Located[];
    const roles = ofType('PractitionerRole');
    const practitioner = ofType('Practitioner')
      .map((each) => this.#people.get(each))
      .find((each) => each !== undefined);
    const location = ofType('Location')[0];
    if (roles.length > 1) this.#notes.add('read-schedule-actor', place);
    const role = roles[0] === undefined ? undefined : this.#roles.get(roles[0]);
    if (role !== undefined) return this.#ofRole(role, practitioner, place);
    if (practitioner !== undefined) return this.#ofPractitioner(practitioner, location, schedule);
    const site = location === undefined ? null : this.#associations.siteOf(location);
    if (site !== null) return { site: site.id, timeZone: site.timeZone! };
    return this.#notes.add('read-schedule', place);
  }

  #ofRole(
    role: SlotOwner,
    practitioner: Practitioner | undefined,
    place: string,
  ): SlotOwner | null {
    if (role.practitioner === undefined) {
      if (practitioner === undefined) return this.#notes.add('read-schedule', place);
      return { ...role, practitioner: practitioner.id };
    }
    if (practitioner !== undefined && practitioner.id !== role.practitioner) {
      this.#notes.add('read-schedule-actor', place);
    }
    return role;
  }

  /** A schedule that names no role: a Location beside the practitioner, else the only role. */
  #ofPractitioner(
    practitioner: Practitioner,
    location: Located | undefined,
    schedule: Located,
  ): SlotOwner {
    if (location !== undefined) {
      const place = this.#places.ofLocation(location, schedule, practitioner.phone);
      return { practitioner: practitioner.id, place: place.id, timeZone: place.timeZone! };
    }
    const own = [...this.#roles.values()].filter((role) => role.practitioner === practitioner.id);
    const [only] = own;
    if (own.length === 1 && only !== undefined) return only;
    this.#notes.add('read-place-missing', `${schedule.place}.actor`);
    return { practitioner: practitioner.id };
  }
}
