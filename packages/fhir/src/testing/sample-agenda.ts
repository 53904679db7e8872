import type { Agenda } from '../model.ts';
import type { WriteOptions } from '../write/options.ts';

/**
 * A small agenda as practices type it: identifiers with and without prefix, telephones in any form. All
 * people and numbers are invented (RPPS from 10999…, Arcep fiction blocks).
 */
export const SAMPLE_AGENDA = {
  practitioners: [
    {
      id: 'pr-1',
      nationalId: '10 999 001 000',
      family: 'AUBRY',
      given: 'Camille',
      phone: '06 39 98 00 10',
      specialties: ['SM54'],
    },
    {
      id: 'pr-2',
      nationalId: '810999001018',
      family: 'BELLANGER',
      given: 'Sacha',
      specialties: ['Médecine générale', 'Médecine du sport'],
    },
    { id: 'pr-3', nationalId: '761234567', family: 'CARPENTIER', given: 'Dominique' },
  ],
  places: [
    {
      id: 'place-1',
      name: 'Cabinet de démonstration des Galets',
      structure: { finess: '760009001' },
      line: '12 rue des Galets',
      postalCode: '76 600',
      city: 'Le Havre',
      phone: '02.61.91.10.20',
      lat: 49.4938,
      lon: 0.1077,
    },
    {
      id: 'place-2',
      structure: { siret: '900 000 100 00017', practiceId: '410999005027001' },
      line: '3 place du Marché',
      postalCode: '76290',
      city: 'Montivilliers',
    },
    {
      id: 'place-3',
      structure: { practiceId: '10999005027001' },
      line: '9 chemin des Filaos',
      postalCode: '97400',
      city: 'Saint-Denis',
      phone: '0262 12 34 56',
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
      siret: '90000090200016',
      name: 'SOS Médecins de démonstration',
      sites: [
        {
          id: 'site-1',
          name: 'Centre de consultation Nord',
          line: '1 rue du Belvédère',
          postalCode: '76620',
          city: 'Le Havre',
          phone: '02 61 91 50 50',
          openingHours: [
            { days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '08:00', closes: '20:00' },
            { days: ['sat', 'sun'], opens: '08:00', closes: '23:30' },
          ],
        },
        {
          id: 'site-2',
          name: 'Centre de consultation Fécamp',
          line: '8 quai de la Vicomté',
          postalCode: '76400',
          city: 'Fécamp',
        },
      ],
    },
  ],
  slots: [
    {
      id: 'slot-1',
      practitioner: 'pr-1',
      place: 'place-1',
      start: '2026-11-23T09:20:00.000+01:00',
      end: '2026-11-23T09:40:00.000+01:00',
      visibility: ['PUBLIC', 'PRO'],
      modalities: ['AMB', 'VR'],
      booking: 'ROUTINE',
      reasons: ['Fièvre', 'Suivi'],
      url: 'https://agenda.example/rdv?praticien=pr-1&creneau=1',
      publicDisplay: true,
    },
    {
      id: 'slot-2',
      practitioner: 'pr-1',
      place: 'place-2',
      start: '2026-11-23T13:00:00Z',
      end: '2026-11-23T13:15:00Z',
      visibility: ['SNP'],
      modalities: ['HH'],
      booking: 'WALKIN',
      specialties: ['SM40'],
      url: 'https://agenda.example/rdv?praticien=pr-1&creneau=2',
    },
    {
      id: 'slot-3',
      practitioner: 'pr-2',
      place: 'place-3',
      start: '2026-11-24T08:00:00.000+04:00',
      end: '2026-11-24T08:15:00.000+04:00',
      visibility: ['PUBLIC', 'CPTS'],
      modalities: ['AMB'],
      booking: 'ROUTINE',
      communities: ['cpts-1', 'cpts-2'],
      url: 'https://agenda.example/rdv?praticien=pr-2&creneau=3',
    },
    {
      id: 'slot-4',
      practitioner: 'pr-2',
      place: 'place-3',
      start: '2026-11-24T09:00:00.000+04:00',
      end: '2026-11-24T09:15:00.000+04:00',
      visibility: ['CPTS'],
      modalities: ['VR'],
      booking: 'ROUTINE',
      communities: ['cpts-1'],
      url: 'https://agenda.example/rdv?praticien=pr-2&creneau=4',
    },
    {
      id: 'slot-5',
      practitioner: 'pr-3',
      place: 'place-1',
      start: '2026-11-24T10:00:00.000+01:00',
      end: '2026-11-24T10:15:00.000+01:00',
      visibility: ['PRO', 'SNP'],
      booking: 'ROUTINE',
      url: 'https://agenda.example/rdv?praticien=pr-3&creneau=5',
    },
    {
      id: 'slot-6',
      practitioner: 'pr-1',
      place: 'place-1',
      start: '2026-11-23T10:20:00.000+01:00',
      end: '2026-11-23T10:40:00.000+01:00',
      status: 'busy',
      visibility: ['PUBLIC'],
      url: 'https://agenda.example/rdv?praticien=pr-1&creneau=6',
    },
    {
      id: 'slot-7',
      site: 'site-1',
      start: '2026-11-23T18:00:00.000+01:00',
      end: '2026-11-23T18:20:00.000+01:00',
      visibility: ['PUBLIC', 'SNP'],
      modalities: ['AMB'],
      booking: 'ROUTINE',
      url: 'https://agenda.example/sos?creneau=7',
    },
    {
      id: 'slot-8',
      site: 'site-2',
      start: '2026-11-23T18:20:00.000+01:00',
      end: '2026-11-23T18:40:00.000+01:00',
      visibility: ['SNP'],
      modalities: ['VR'],
      booking: 'WALKIN',
      url: 'https://agenda.example/sos?creneau=8',
    },
  ],
} as const satisfies Agenda;

/** Options of the sample's vendor. */
export const SAMPLE_OPTIONS: WriteOptions = {
  baseUrl: 'https://agenda.example/fhir',
  selfUrl:
    'https://agenda.example/fhir/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor' +
    '&start=ge2026-11-23T00:00:00.000%2B00:00&start=le2026-11-25T23:59:59.000%2B00:00&status=free',
  identifierSystem: 'https://agenda.example/ids',
};
