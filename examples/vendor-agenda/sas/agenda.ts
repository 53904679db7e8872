import type { AgendaSource, Offer, OfferedSlot } from '@sas-kit/connector';
import { isFree, type Opening } from '../store/slots.ts';
import type { Store } from '../store/store.ts';

/** The practice's own agenda, as the connector asks for it. */
export function agendaSource({ people, slots }: Store): AgendaSource {
  const offer = (openings: readonly Opening[]): Offer => {
    const sites = people.sites();
    const owners = sites.filter(({ id }) => openings.some(({ site }) => site === id));
    const associations = people.associations(owners.map(({ association }) => association));
    return {
      practitioners: people.named(openings.map(({ practitioner }) => practitioner)),
      places: people.places(openings.map(({ place }) => place)),
      communities: people.communities().map(({ number, ...rest }) => ({ ...rest, finess: number })),
      associations: associations.map(({ id, number, name }) => ({
        ...{ id, name, siret: number },
        sites: sites.filter(({ association }) => association === id),
      })),
      slots: openings.map(toSlot),
    };
  };
  return {
    slotsOf: ({ practitioners, from, to }) => offer(slots.ofPractitioners(practitioners, from, to)),
    slotsOfAssociations: ({ sirets, from, to }) => offer(slots.ofAssociations(sirets, from, to)),
    slot: (id) => {
      const found = slots.find(id);
      return found === null ? null : offer([found]);
    },
  };
}

function toSlot(opening: Opening): OfferedSlot {
  return {
    ...opening,
    start: opening.start.toISOString(),
    end: opening.end.toISOString(),
    status: isFree(opening) ? 'free' : 'busy',
    booking: opening.walkIn ? 'WALKIN' : 'ROUTINE',
  };
}
