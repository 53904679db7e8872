import type { Text } from './finding.ts';
import type {
  BookingMode,
  DayOfWeek,
  Modality,
  OrientationCategory,
  AppointmentStatus,
  Visibility,
} from './model.ts';

/** Assigning authorities of identifiers, as `urn:oid:` systems. */
export const IDENTIFIER_SYSTEMS = {
  /** IDNPS, national identifier of a person: RPPS, ADELI, hospital staff. */
  practitioner: 'urn:oid:1.2.250.1.71.4.2.1',
  /** IDNST, national identifier of a structure: FINESS, SIRET, RPPS rang. */
  structure: 'urn:oid:1.2.250.1.71.4.2.2',
  /** INTRN, technical identifier given by the SAS platform to a regulator. */
  sas: 'urn:oid:1.2.250.1.213.3.6',
} as const;

/** Code systems of the guide, exactly as its value sets write them. */
export const CODE_SYSTEMS = {
  /** Types of identifier of people, and of structures behind a PractitionerRole. */
  identifierType: 'http://interopsante.org/fhir/CodeSystem/fr-v2-0203',
  /** Types of identifier of places; of organisations too in guide 1.1. */
  placeIdentifierType: 'http://interopsante.org/fhir/CodeSystem/fr-location-identifier-type',
  /** Types of identifier of a CPTS in guide 1.2. */
  coreIdentifierType: 'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203',
  /** TRE_R314. */
  slotType: 'https://mos.esante.gouv.fr/NOS/TRE_R314-TypeCreneau/FHIR/TRE-R314-TypeCreneau',
  /** v3-ActCode. */
  consultationType: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  /** v2-0276. */
  appointmentType: 'http://terminology.hl7.org/CodeSystem/v2-0276',
  /** TRE_R38. */
  specialty:
    'https://mos.esante.gouv.fr/NOS/TRE_R38-SpecialiteOrdinale/FHIR/TRE-R38-SpecialiteOrdinale',
  /** TRE_R66. */
  establishment:
    'https://mos.esante.gouv.fr/NOS/TRE_R66-CategorieEtablissement/FHIR/TRE-R66-CategorieEtablissement',
  /** TRE_G15. */
  profession: 'https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante',
  /** Orientation categories that are no establishment, guide 1.2. */
  orientation:
    'https://interop.esante.gouv.fr/ig/fhir/sas/CodeSystem/categorie-orientation-sas-codesystem',
} as const;

/** Extensions. */
export const EXTENSIONS = {
  /** From a 604 service type to its HealthcareService. */
  serviceType: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Slot.serviceType',
  /** Who took an appointment. */
  appointmentOperator: 'http://interopsante.org/fhir/StructureDefinition/FrAppointmentOperator',
  /** Orientation category of an appointment, guide 1.2. */
  orientation:
    'https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/sas-categorie-orientation',
  /** Ours: the slot may be shown to web visitors. Absent means that it may not. */
  publicDisplay: 'https://sas-kit.example/fhir/StructureDefinition/slot-public-display',
} as const;

const label = (fr: string, en: string): Text => ({ fr, en });

/** TRE_R314, who may see a slot. */
export const SLOT_TYPES: Readonly<Record<Visibility, Text>> = {
  PUBLIC: label('Accessible au grand public', 'Open to the public'),
  PRO: label('Accessible aux professionnels de santé', 'Open to health professionals'),
  SNP: label('Accessible aux régulateurs et OSNP', 'Open to regulators and care coordinators'),
  CPTS: label("Accessible aux membres d'une CPTS", 'Open to members of a CPTS'),
};

/** v3-ActCode, how a consultation happens. */
export const CONSULTATION_TYPES: Readonly<Record<Modality, Text>> = {
  AMB: label('Consultation au cabinet', 'At the practice'),
  HH: label('Consultation à domicile', 'At home'),
  VR: label('Téléconsultation', 'Video consultation'),
};

/** v2-0276. */
export const BOOKING_MODES: Readonly<Record<BookingMode, Text>> = {
  ROUTINE: label('Avec prise de rendez-vous', 'By appointment'),
  WALKIN: label('Sans prise de rendez-vous', 'Without appointment'),
};

/** TRE_R66, the categories that the SAS knows. */
export const ESTABLISHMENT_CATEGORIES = {
  '124': label('Centre de santé', 'Health centre'),
  '603': label('Maison de santé', 'Multi-professional practice'),
  '604': label(
    'Communauté professionnelle territoriale de santé (CPTS)',
    'Local community of health professionals (CPTS)',
  ),
} as const satisfies Readonly<Record<string, Text>>;

/** The category that marks a slot shown to a CPTS. */
export const CPTS_CATEGORY = '604';

/** Where an orientation is coded: the SAS code system, or TRE_R66 for establishments. */
export const ORIENTATION_CATEGORIES: Readonly<
  Record<
    OrientationCategory,
    { readonly system: string; readonly code: string; readonly label: Text }
  >
> = {
  PS: {
    system: CODE_SYSTEMS.orientation,
    code: '001',
    label: label('Professionnel à titre individuel', 'Practitioner on their own account'),
  },
  PDM: {
    system: CODE_SYSTEMS.orientation,
    code: '002',
    label: label('Place de marché', 'Marketplace'),
  },
  SOS: {
    system: CODE_SYSTEMS.orientation,
    code: '003',
    label: label('SOS Médecins', 'SOS Médecins'),
  },
  CPTS: { system: CODE_SYSTEMS.establishment, code: '604', label: ESTABLISHMENT_CATEGORIES['604'] },
  MSP: { system: CODE_SYSTEMS.establishment, code: '603', label: ESTABLISHMENT_CATEGORIES['603'] },
  CDS: { system: CODE_SYSTEMS.establishment, code: '124', label: ESTABLISHMENT_CATEGORIES['124'] },
};

/** States of an appointment. */
export const APPOINTMENT_STATUSES: Readonly<Record<AppointmentStatus, Text>> = {
  pending: label('En attente de confirmation', 'Waiting for confirmation'),
  booked: label('Pris et confirmé', 'Booked and confirmed'),
  fulfilled: label('Honoré', 'Kept'),
  noshow: label('Non honoré', 'Not kept'),
  cancelled: label('Annulé', 'Cancelled'),
};

/** Days of the week in the order of a French calendar. */
export const DAYS_OF_WEEK: Readonly<Record<DayOfWeek, Text>> = {
  mon: label('lundi', 'Monday'),
  tue: label('mardi', 'Tuesday'),
  wed: label('mercredi', 'Wednesday'),
  thu: label('jeudi', 'Thursday'),
  fri: label('vendredi', 'Friday'),
  sat: label('samedi', 'Saturday'),
  sun: label('dimanche', 'Sunday'),
};

/** TRE_G15, professions. */
export const PROFESSIONS = {
  '10': label('Médecin', 'Physician'),
  '21': label('Pharmacien', 'Pharmacist'),
  '35': label('Aide-soignant', 'Care assistant'),
  '36': label('Ambulancier', 'Ambulance driver'),
  '37': label('Auxiliaire de puériculture', 'Childcare assistant'),
  '38': label('Préparateur en pharmacie hospitalière', 'Hospital pharmacy technician'),
  '39': label("Préparateur en pharmacie d'officine", 'Community pharmacy technician'),
  '40': label('Chirurgien-dentiste', 'Dentist'),
  '50': label('Sage-femme', 'Midwife'),
  '60': label('Infirmier', 'Nurse'),
  '69': label('Infirmier psychiatrique', 'Psychiatric nurse'),
  '70': label('Masseur-kinésithérapeute', 'Physiotherapist'),
  '80': label('Pédicure-podologue', 'Podiatrist'),
  '81': label('Orthoprothésiste', 'Orthotist and prosthetist'),
  '82': label('Podo-orthésiste', 'Foot orthotist'),
  '83': label('Orthopédiste-orthésiste', 'Orthopaedic fitter'),
  '84': label('Oculariste', 'Ocularist'),
  '85': label('Épithésiste', 'Anaplastologist'),
  '86': label('Technicien de laboratoire médical', 'Medical laboratory technician'),
  '91': label('Orthophoniste', 'Speech therapist'),
  '92': label('Orthoptiste', 'Orthoptist'),
  '94': label('Ergothérapeute', 'Occupational therapist'),
  '95': label('Diététicien', 'Dietician'),
  '96': label('Psychomotricien', 'Psychomotor therapist'),
} as const satisfies Readonly<Record<string, Text>>;

/** Narrows a text to a key of one of these tables: `isCode(SLOT_TYPES, text)`. */
export function isCode<Code extends string>(
  table: Readonly<Record<Code, unknown>>,
  text: unknown,
): text is Code {
  return typeof text === 'string' && Object.hasOwn(table, text);
}
