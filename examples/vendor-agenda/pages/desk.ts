import type { Connector } from '@sas-kit/connector';
import { zoneOf } from '../agenda-file/slot-start.ts';
import type { Program } from '../program.ts';
import type { Person, Room } from '../store/people.ts';
import type { Opening, Owner } from '../store/slots.ts';
import type { Sessions } from './sessions.ts';
import { nameOf } from './words.ts';

/** What every page works with. */
export interface Desk {
  readonly program: Program;
  readonly connector: Connector;
  readonly sessions: Sessions;
}

/** Whose agenda it is: a practitioner's or a site's. */
export interface AgendaOwner extends Owner {
  readonly name: string;
  readonly person: Person | null;
  readonly site: Room | null;
  /** Address of the agenda. */
  readonly path: string;
}

export function ownerOf({ store }: Program, kind: Owner['kind'], id: string): AgendaOwner | null {
  if (kind === 'site') {
    const site = store.people.site(id);
    const path = `/sites/${encodeURIComponent(id)}`;
    return site && { kind, id, name: site.name, person: null, site, path };
  }
  const person = store.people.practitioner(id);
  const path = `/praticiens/${encodeURIComponent(id)}`;
  return person && { kind, id, name: nameOf(person), person, site: null, path };
}

/** Who offers a slot; null when the agenda file named nobody that it knows. */
export function ownerOfSlot(program: Program, { site, practitioner }: Opening): AgendaOwner | null {
  return site === ''
    ? ownerOf(program, 'practitioner', practitioner)
    : ownerOf(program, 'site', site);
}

/** Where a slot is, and the zone of its times. */
export function placeOf(
  { store }: Program,
  slot: Opening,
): { room: Room | null; timeZone: string } {
  const { people } = store;
  const room = slot.site === '' ? (people.places([slot.place])[0] ?? null) : people.site(slot.site);
  return { room, timeZone: zoneOf(room ?? undefined) };
}

export const slotPath = ({ id }: Pick<Opening, 'id'>): string =>
  `/creneaux/${encodeURIComponent(id)}`;
