import type { Place, StructureIds } from '../model.ts';
import { asList, asObject, asObjects, asText, type Json } from '../json.ts';
import type { Located, ResourceIndex } from '../references.ts';
import { readPhone } from './contact.ts';
import { readStructureId, toStructureIds } from './identifiers.ts';
import type { ReadNotes } from './notes.ts';
import { readLocation } from './place.ts';

/**
 * The places of an answer. The same place comes once in every role that is at it; two roles whose places
 * say different things keep two places, so that nothing is lost.
 */
export class Places {
  readonly all: Place[] = [];
  readonly #byContent = new Map<string, Place>();
  readonly #ids = new Set<string>();
  readonly #index: ResourceIndex;
  readonly #notes: ReadNotes;

  constructor(index: ResourceIndex, notes: ReadNotes) {
    this.#index = index;
    this.#notes = notes;
  }

  /**
   * The place of a PractitionerRole: its Location, contained or not, the structure that it names, and its
   * telephone unless that is the practitioner's own.
   */
  ofRole(role: Located, ownPhone: string | undefined): Place | null {
    const [first] = asList(role.resource['location']);
    const location = this.#index.resolve(first, role);
    if (location === null) {
      return this.#notes.add(
        'read-reference',
        `${role.place}.location`,
        asText(asObject(first)?.['reference']),
      );
    }
    return this.ofLocation(location, role, ownPhone);
  }

  /** The place that a Location describes, on behalf of a role or of a schedule. */
  ofLocation(location: Located, owner: Located, ownPhone: string | undefined): Place {
    const { address, name, id, system, structure } = readLocation(location, this.#notes);
    const phone =
      readPhone(owner.resource, address.postalCode, owner.place, this.#notes) ??
      readPhone(location.resource, address.postalCode, location.place, this.#notes);
    const organization = this.#structureOf(owner) ?? structure;
    const content = {
      ...(system !== '' && { system }),
      ...(name !== '' && { name }),
      ...(organization !== null && { structure: organization }),
      ...address,
      ...(phone !== null && phone !== ownPhone && { phone }),
    };
    const key = JSON.stringify([id, content]);
    const known = this.#byContent.get(key);
    if (known !== undefined) return known;
    const place: Place = { id: this.#freeId(id, owner), ...content };
    this.#byContent.set(key, place);
    this.all.push(place);
    return place;
  }

  #freeId(id: string, owner: Located): string {
    const base = id === '' ? owner.id : id;
    let free = base;
    if (this.#ids.has(free)) free = `${base}@${owner.id}`;
    for (let number = 2; this.#ids.has(free); number++) free = `${base}@${owner.id}.${number}`;
    this.#ids.add(free);
    return free;
  }

  /** Structure of a role: by its national identifier, or by an Organization of the Bundle. */
  #structureOf(role: Located): StructureIds | null {
    const organization = asObject(role.resource['organization']);
    if (organization === null) return null;
    const place = `${role.place}.organization.identifier`;
    const logical = asObject(organization['identifier']);
    if (logical !== null) return this.#structure(logical, place);
    const target = this.#index.resolve(organization, role);
    const [real] = asObjects(target?.resource['identifier']);
    return real === undefined ? null : this.#structure(real, place);
  }

  #structure(identifier: Json, place: string): StructureIds | null {
    const id = readStructureId(identifier, place, this.#notes);
    return id === null ? null : toStructureIds(id);
  }
}
