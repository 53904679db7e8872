import { CODE_SYSTEMS } from './codes.ts';
import type { Text } from './finding.ts';

/**
 * Version of the guide (`ans.fhir.fr.sas`) to conform to. The official test kit validates against
 * 1.1.0, which is therefore the default everywhere.
 */
export type GuideVersion = '1.1' | '1.2';

/** The three searches: practitioners (INT_R01), CPTS (INT_R04), SOS Médecins associations. */
export type Flow = 'ps' | 'cpts' | 'sos';

const SAS = 'http://sas.fr/fhir/StructureDefinition/';
const ANS = 'https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/';

const PRACTITIONER_PROFILES = {
  Schedule: `${SAS}FrScheduleAgregateur`,
  Practitioner: `${SAS}FrPractitionerAgregateur`,
  PractitionerRole: `${SAS}FrPractitionerRoleExerciceAgregateur`,
  Location: `${SAS}FrLocationAgregateur`,
} as const;

/** The one profile that each resource of an answer carries, exact and without version. */
export const PROFILES = {
  ps: {
    Bundle: `${SAS}BundleAgregateur`,
    Slot: `${SAS}FrSlotAgregateur`,
    ...PRACTITIONER_PROFILES,
  },
  cpts: {
    Bundle: `${ANS}sas-cpts-bundle-aggregator`,
    Slot: `${ANS}sas-cpts-slot-aggregator`,
    ...PRACTITIONER_PROFILES,
    HealthcareService: `${ANS}sas-cpts-healthcareservice-aggregator`,
    Organization: `${ANS}sas-cpts-organization-aggregator`,
  },
  sos: {
    Bundle: `${ANS}sas-sos-bundle-aggregator`,
    Slot: `${ANS}sas-sos-slot-aggregator`,
    Schedule: `${ANS}sas-sos-schedule-aggregator`,
    Location: `${ANS}sas-sos-location-aggregator`,
    Organization: `${ANS}sas-sos-organization-aggregator`,
  },
} as const;

/** Profile of a regulator's account (INT_R02). */
export const REGULATOR_PROFILE = `${ANS}FrPractitionerRegul`;

/** Profile of an appointment (INT_R03) by the flow that it came from. */
export const APPOINTMENT_PROFILES: Readonly<Record<Flow, string>> = {
  ps: `${SAS}FrAppointmentSAS`,
  cpts: `${SAS}FrAppointmentSAS`,
  sos: `${ANS}sas-sos-appointment`,
};

/** One thing that the two versions of the guide want differently, and what we do. */
export interface GuideDifference {
  readonly id: string;
  readonly subject: Text;
  readonly '1.1': Text;
  readonly '1.2': Text;
  /** What the writers do. */
  readonly written: Text;
}

/** All differences that reach the wire; the documentation is made from this table. */
export const GUIDE_DIFFERENCES: readonly GuideDifference[] = [
  {
    id: 'cpts-identifier-type',
    subject: {
      fr: "Type de l'identifiant de l'Organization d'une CPTS",
      en: "Type of the identifier of a CPTS's Organization",
    },
    '1.1': {
      fr: `système ${CODE_SYSTEMS.placeIdentifierType}`,
      en: `system ${CODE_SYSTEMS.placeIdentifierType}`,
    },
    '1.2': {
      fr: `système ${CODE_SYSTEMS.coreIdentifierType}`,
      en: `system ${CODE_SYSTEMS.coreIdentifierType}`,
    },
    written: { fr: 'celui de la version choisie', en: 'that of the chosen version' },
  },
  {
    id: 'search-mode',
    subject: { fr: 'Bundle.entry.search.mode', en: 'Bundle.entry.search.mode' },
    '1.1': { fr: 'absent des exemples', en: 'absent from the examples' },
    '1.2': {
      fr: 'match ou include sur chaque entrée ; flux SOS : les Schedule sont match',
      en: 'match or include on each entry; SOS flow: the Schedules are the match',
    },
    written: { fr: 'toujours présent', en: 'always present' },
  },
  {
    id: 'appointment-created',
    subject: { fr: 'Appointment.created', en: 'Appointment.created' },
    '1.1': { fr: 'facultatif', en: 'optional' },
    '1.2': { fr: 'attendu (must support)', en: 'expected (must support)' },
    written: { fr: "présent dès qu'il est connu", en: 'present whenever it is known' },
  },
  {
    id: 'appointment-orientation',
    subject: {
      fr: "Extension catégorie d'orientation d'un rendez-vous",
      en: 'Extension for the orientation category of an appointment',
    },
    '1.1': { fr: 'inconnue', en: 'unknown' },
    '1.2': {
      fr: "définie ; le profil SOS n'admet que l'extension du régulateur",
      en: "defined; the SOS profile admits the regulator's extension only",
    },
    written: {
      fr: 'en 1.2, hors flux SOS, lorsque la catégorie est connue',
      en: 'in 1.2, outside the SOS flow, when the category is known',
    },
  },
];

/**
 * Code system for the type of a CPTS's identifier.
 *
 * Source: guide 1.1.0 and 1.2.0, profile sas-cpts-organization-aggregator.
 */
export function communityIdentifierType(guide: GuideVersion): string {
  return guide === '1.1' ? CODE_SYSTEMS.placeIdentifierType : CODE_SYSTEMS.coreIdentifierType;
}
