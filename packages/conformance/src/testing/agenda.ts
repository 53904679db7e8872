import type { AgendaSource, Offer, OfferedSlot } from '@sas-kit/connector';

/** The present of the tests: a Sunday in winter, 09:00 in Paris. */
export const NOW = new Date('2026-11-22T08:00:00.000Z');

const at = (start: string, minutes = 15): Pick<OfferedSlot, 'start' | 'end'> => ({
  start,
  end: new Date(Date.parse(start) + minutes * 60_000).toISOString(),
});

const slot = (
  practitioner: string,
  place: string,
  start: string,
  changes: Partial<OfferedSlot> = {},
): OfferedSlot => ({
  id: `${practitioner}.${start.slice(8, 16).replace(':', '')}`,
  practitioner,
  place,
  ...at(start),
  visibility: ['PUBLIC', 'PRO'],
  modalities: ['AMB'],
  booking: 'ROUTINE',
  reasons: ['Consultation non programmée'],
  url: `https://agenda.example/rdv?praticien=${practitioner}`,
  ...changes,
});

const siteSlot = (
  site: string,
  start: string,
  changes: Partial<OfferedSlot> = {},
): OfferedSlot => ({
  id: `${site}.${start.slice(8, 16).replace(':', '')}`,
  site,
  ...at(start, 20),
  visibility: ['PUBLIC', 'SNP'],
  modalities: ['AMB'],
  booking: 'ROUTINE',
  url: `https://agenda.example/sos?site=${site}`,
  ...changes,
});

/** An agenda with someone for each fixture; identifiers and telephones as people type them. */
export const OFFER: Offer = {
  practitioners: [
    {
      id: 'pr-1',
      nationalId: '810999001000',
      family: 'AUBRY',
      given: 'Camille',
      specialties: ['SM54'],
    },
    {
      id: 'pr-2',
      nationalId: '810999001018',
      family: 'BELLANGER',
      given: 'Sacha',
      specialties: ['SM54'],
    },
    {
      id: 'pr-3',
      nationalId: '10 999 001 026',
      family: 'CARPENTIER',
      given: 'Dominique',
      specialties: ['SM54', 'SM40', 'Médecine du sport'],
    },
    {
      id: 'pr-4',
      nationalId: '810999001034',
      family: 'DELAUNAY',
      given: 'Alex',
      specialties: ['SM54'],
    },
    {
      id: 'pr-5',
      nationalId: '810999001042',
      family: 'ÉTIENNE',
      given: 'Charlie',
      specialties: ['SM54'],
    },
    {
      id: 'pr-6',
      nationalId: '761234567',
      family: 'FONTAINE',
      given: 'Noa',
      specialties: ['SM54'],
    },
    {
      id: 'pr-7',
      nationalId: '810999001059',
      family: 'GUÉRIN',
      given: 'Lou',
      specialties: ['SM54'],
    },
    {
      id: 'pr-8',
      nationalId: '810999001067',
      family: 'HAMEL',
      given: 'Maxime',
      specialties: ['SM54'],
    },
  ],
  places: [
    {
      id: 'place-1',
      name: 'Cabinet de démonstration des Galets',
      structure: { finess: '1760009001' },
      line: '12 rue des Galets',
      postalCode: '76600',
      city: 'Le Havre',
      phone: '02 61 91 10 20',
    },
    {
      id: 'place-2',
      structure: { siret: '390000010000017' },
      line: '3 place du Marché',
      postalCode: '76290',
      city: 'Montivilliers',
      phone: '+33261911021',
    },
    {
      id: 'place-3',
      structure: { siret: '900 000 100 00025' },
      line: '8 quai de la Vicomté',
      postalCode: '76 400',
      city: 'Fécamp',
      phone: '02.61.91.10.22',
    },
    {
      id: 'place-4',
      structure: { practiceId: '410999005027001' },
      line: '5 sente des Pêcheurs',
      postalCode: '76790',
      city: 'Étretat',
      phone: 'n/a',
    },
  ],
  communities: [
    {
      id: 'cpts-1',
      finess: '760009902',
      name: 'CPTS de démonstration Le Havre',
      phone: '0261914040',
    },
    {
      id: 'cpts-2',
      finess: '1760009910',
      name: 'CPTS de démonstration Fécamp',
      phone: '0261914141',
    },
  ],
  associations: [
    {
      id: 'sos-1',
      siret: '390000090200016',
      name: 'SOS Médecins de démonstration Le Havre',
      sites: [
        {
          id: 'site-1',
          name: 'Centre de consultation Nord',
          line: '1 rue du Belvédère',
          postalCode: '76620',
          city: 'Le Havre',
          phone: '02 61 91 50 50',
          openingHours: [{ days: ['mon', 'tue', 'sat'], opens: '08:00', closes: '23:30' }],
        },
        {
          id: 'site-2',
          name: 'Centre de consultation Harfleur',
          line: '4 rue de la Source',
          postalCode: '76700',
          city: 'Harfleur',
        },
      ],
    },
    {
      id: 'sos-2',
      siret: '900 000 902 00024',
      name: 'SOS Médecins de démonstration Fécamp',
      sites: [
        {
          id: 'site-3',
          name: 'Centre de consultation du Port',
          line: '2 quai Bérigny',
          postalCode: '76400',
          city: 'Fécamp',
          phone: '0261915151',
        },
      ],
    },
  ],
  slots: [
    slot('pr-1', 'place-1', '2026-11-22T14:00:00+01:00', { modalities: ['AMB', 'VR'] }),
    slot('pr-1', 'place-1', '2026-11-22T15:00:00+01:00', { status: 'busy' }),
    slot('pr-1', 'place-1', '2026-11-22T15:30:00+01:00', { audience: 'own-patients' }),
    slot('pr-1', 'place-1', '2026-11-23T09:20:00+01:00', { booking: 'WALKIN' }),
    slot('pr-1', 'place-1', '2026-11-24T18:00:00+01:00'),
    slot('pr-1', 'place-1', '2026-12-02T09:00:00+01:00'),
    slot('pr-2', 'place-1', '2026-11-22T16:00:00+01:00'),
    slot('pr-2', 'place-2', '2026-11-23T10:00:00+01:00', {
      visibility: ['SNP'],
      modalities: ['HH'],
    }),
    slot('pr-3', 'place-3', '2026-11-22T17:00:00+01:00'),
    slot('pr-5', 'place-4', '2026-11-23T11:00:00+01:00'),
    slot('pr-6', 'place-2', '2026-11-23T11:20:00+01:00'),
    slot('pr-7', 'place-2', '2026-11-22T18:00:00+01:00', {
      visibility: ['PUBLIC', 'CPTS'],
      communities: ['cpts-1'],
    }),
    slot('pr-7', 'place-2', '2026-11-23T18:00:00+01:00', { modalities: ['VR'] }),
    slot('pr-8', 'place-1', '2026-11-22T19:00:00+01:00', {
      visibility: ['CPTS'],
      communities: ['cpts-1'],
    }),
    slot('pr-8', 'place-3', '2026-11-23T19:00:00+01:00', {
      visibility: ['CPTS'],
      communities: ['cpts-2'],
    }),
    slot('pr-8', 'place-3', '2026-11-24T09:00:00+01:00', {
      visibility: ['CPTS'],
      communities: ['cpts-1', 'cpts-2'],
    }),
    siteSlot('site-1', '2026-11-22T20:00:00+01:00'),
    siteSlot('site-1', '2026-11-23T20:00:00+01:00', { modalities: ['VR'] }),
    siteSlot('site-2', '2026-11-23T21:00:00+01:00', { booking: 'WALKIN' }),
    siteSlot('site-3', '2026-11-24T12:00:00+01:00', { visibility: ['SNP'] }),
  ],
};

/** Answers everything that it has to any question: the connector chooses. */
export function agendaOf(offer: Offer): AgendaSource {
  return { slotsOf: () => offer, slotsOfAssociations: () => offer };
}
