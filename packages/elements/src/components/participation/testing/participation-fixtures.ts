import type {
  Location,
  PractitionerParticipation,
  Structure,
  StructureParticipation,
} from '@sas-kit/client';
import type { Holdings } from './fake-participation.ts';

/** When something is saved. */
export const later = '2026-11-23T14:20:00+01:00';

/** Whoever has said nothing yet. */
export const nothingSaid: PractitionerParticipation = {
  nationalId: '810999900018',
  participates: false,
  via: null,
  structure: null,
  communityLocations: [],
  hasSoftware: null,
  software: [],
  refusesVendorSlots: false,
  declaresHours: false,
  redirectionScheme: false,
  changed: null,
};

const place = (id: string, line: string, postcode: string, city: string): Location => ({
  id,
  name: null,
  line,
  postcode,
  city,
  insee: '76351',
  lat: 49.49,
  lon: 0.1,
  timeZone: 'Europe/Paris',
  phone: null,
});

export const places: readonly Location[] = [
  place('place-1', '12 rue des Galets', '76600', 'Le Havre'),
  place('place-2', '3 allée du Belvédère', '76290', 'Montivilliers'),
];

const structure = (nationalId: string, kind: Structure['kind'], name: string): Structure => ({
  id: `structure-${nationalId}`,
  nationalId,
  kind,
  name,
});

export const structures: readonly Structure[] = [
  structure('1760000018', 'cpts', 'CPTS du Havre'),
  structure('1760000026', 'cpts', 'CPTS de la Pointe de Caux'),
  structure('1760000034', 'msp', 'Maison de santé de démonstration'),
  structure('376000000000042', 'sos', 'SOS Médecins de démonstration'),
];

/** Through a CPTS, with software. */
export const throughCpts: PractitionerParticipation = {
  ...nothingSaid,
  participates: true,
  via: 'cpts',
  structure: '1760000018',
  communityLocations: ['place-1'],
  hasSoftware: true,
  software: ['Agenda de démonstration'],
  changed: '2026-11-16T09:05:00+01:00',
};

export const centre: StructureParticipation = {
  nationalId: '1760000059',
  kind: 'cds',
  name: 'Centre de santé de démonstration',
  participates: false,
  declaresHours: false,
  practitionerCount: null,
  changed: null,
};

export const holdings: Holdings = {
  practitioner: throughCpts,
  structure: centre,
  places,
  structures,
  practices: {},
  session: {
    nationalIds: ['810999900018'],
    structures: ['1760000059'],
    communities: ['1760000018'],
  },
};
