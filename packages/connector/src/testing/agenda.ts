import { parsePractitionerId, parseSiret, type Place } from '@sas-kit/fhir';
import type { AgendaSource, Offer, OfferedPractitioner, OfferedSlot } from '../agenda.ts';

export const AUBRY: OfferedPractitioner = {
  id: 'pr-1',
  nationalId: '10 999 001 000',
  family: 'AUBRY',
  given: 'Camille',
  phone: '06 39 98 00 10',
  specialties: ['SM54'],
};

export const BELLANGER: OfferedPractitioner = {
  id: 'pr-2',
  nationalId: '810999001018',
  family: 'BELLANGER',
  given: 'Sacha',
  specialties: ['SM54'],
};

const places = [
  {
    id: 'place-1',
    name: 'Cabinet Le Havre',
    structure: { finess: '760009001' },
    line: '12 rue des Galets',
    postalCode: '76 600',
    city: 'Le Havre',
    phone: '02 61 91 10 20',
  },
  {
    id: 'place-2',
    structure: { siret: '90000010000017' },
    line: '3 place du Marché',
    postalCode: '76620',
    city: 'Le Havre',
    phone: 'n/a',
  },
];

const communities = [
  { id: 'cpts-1', finess: '760009902', name: 'CPTS du Havre', phone: '02 61 91 40 40' },
];

const associations = [
  {
    id: 'sos-1',
    siret: '90000090200016',
    name: 'SOS Médecins de démonstration',
    sites: [
      {
        id: 'site-1',
        name: 'Centre Nord',
        line: '1 rue du Belvédère',
        postalCode: '76620',
        city: 'Le Havre',
        phone: '02 61 91 50 50',
        openingHours: [{ days: ['mon', 'tue'], opens: '08:00', closes: '23:00' }],
      },
      {
        id: 'site-2',
        name: 'Centre Sud',
        line: '8 quai de la Vicomté',
        postalCode: '76400',
        city: 'Fécamp',
      },
    ],
  },
] as const;

/** A slot of Aubry's at the first place, with what a test wants otherwise. */
export function slot(changes: Partial<OfferedSlot> & { readonly id: string }): OfferedSlot {
  return {
    practitioner: 'pr-1',
    place: 'place-1',
    start: '2026-11-22T09:00:00+01:00',
    end: '2026-11-22T09:15:00+01:00',
    visibility: ['PUBLIC'],
    modalities: ['AMB'],
    booking: 'ROUTINE',
    reasons: ['Consultation non programmée'],
    url: 'https://agenda.example/rdv?praticien=pr-1',
    ...changes,
  };
}

/** A slot of the first site. */
export function siteSlot(changes: Partial<OfferedSlot> & { readonly id: string }): OfferedSlot {
  const { practitioner: _practitioner, place: _place, ...rest } = slot(changes);
  return { site: 'site-1', ...rest };
}

/** Everything that the slots of a test may name. */
export function offer(slots: readonly OfferedSlot[], changes: Partial<Offer> = {}): Offer {
  return {
    practitioners: [AUBRY, BELLANGER],
    places,
    communities,
    associations,
    slots,
    ...changes,
  };
}

/** A vendor that answers everything it has to any question: the connector must choose. */
export function careless(answer: Offer): Required<Omit<AgendaSource, 'book' | 'cancel'>> {
  return {
    slotsOf: () => answer,
    slotsOfAssociations: () => answer,
    slot: (id) =>
      answer.slots.some((each) => each.id === id)
        ? { ...answer, slots: answer.slots.filter((each) => each.id === id) }
        : null,
  };
}

/** A vendor that answers what was asked, from memory, found as a database would find it. */
export class MemoryAgenda implements AgendaSource {
  readonly #offer: Offer;
  readonly #owners = new Map<string, Owner>();
  readonly #places: ReadonlyMap<string, Place>;

  constructor(whole: Offer) {
    this.#offer = whole;
    this.#places = new Map((whole.places ?? []).map((place) => [place.id, place]));
    const byId = new Map<string, Owner>();
    for (const practitioner of whole.practitioners ?? []) {
      const owner: Owner = { practitioner, slots: [] };
      byId.set(practitioner.id, owner);
      this.#owners.set(parsePractitionerId(practitioner.nationalId)?.sas ?? '', owner);
    }
    for (const each of whole.slots) {
      byId.get(each.practitioner ?? '')?.slots.push([Date.parse(each.start), each]);
    }
    for (const { slots } of byId.values()) slots.sort(([one], [other]) => one - other);
  }

  slotsOf: NonNullable<AgendaSource['slotsOf']> = ({ practitioners, from, to }) => {
    const owners = practitioners.flatMap((sas) => this.#owners.get(sas) ?? []);
    const [first, last] = [from.getTime(), to.getTime()];
    const slots: OfferedSlot[] = [];
    for (const owner of owners) {
      for (const [start, each] of owner.slots) {
        if (start > last) break;
        if (start >= first) slots.push(each);
      }
    }
    const places = new Set(slots.map((each) => each.place ?? ''));
    return {
      practitioners: owners.map(({ practitioner }) => practitioner),
      places: [...places].flatMap((id) => this.#places.get(id) ?? []),
      communities: this.#offer.communities ?? [],
      slots,
    };
  };

  slotsOfAssociations: NonNullable<AgendaSource['slotsOfAssociations']> = ({ sirets }) => ({
    slots: this.#offer.slots,
    associations: (this.#offer.associations ?? []).filter(({ siret }) =>
      sirets.includes(parseSiret(siret)?.value ?? ''),
    ),
  });
}

interface Owner {
  readonly practitioner: OfferedPractitioner;
  /** With their starts, earliest first. */
  readonly slots: [number, OfferedSlot][];
}
