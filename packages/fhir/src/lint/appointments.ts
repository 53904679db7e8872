import {
  APPOINTMENT_STATUSES,
  CODE_SYSTEMS,
  EXTENSIONS,
  IDENTIFIER_SYSTEMS,
  isCode,
} from '../codes.ts';
import { APPOINTMENT_PROFILES } from '../guide.ts';
import { parsePractitionerId } from '../identifiers.ts';
import { asList, asObject, asObjects, asText, type Json, member } from '../json.ts';
import { typeCodes } from '../read/identifiers.ts';
import type { Located } from '../references.ts';
import { checkForm, valueOf } from './identifiers.ts';
import type { LintFlow, Rule } from './rule.ts';
import type { Subject } from './subject.ts';

const APPOINTMENTS: readonly LintFlow[] = ['appointments'];
const PRACTITIONER = {
  system: IDENTIFIER_SYSTEMS.practitioner,
  typeSystem: CODE_SYSTEMS.identifierType,
  type: 'IDNPS',
};

const appointments = (subject: Subject) =>
  subject.entries.filter(({ type }) => type === 'Appointment');

const isSos = ({ resource }: Located) =>
  asList(member(resource['meta'], 'profile')).some((profile) =>
    asText(profile).startsWith(APPOINTMENT_PROFILES.sos),
  );

const operators = ({ resource }: Located) =>
  asObjects(resource['extension']).filter((each) => each['url'] === EXTENSIONS.appointmentOperator);

function operatorIdentifier(appointment: Located): Json | null {
  return asObject(member(operators(appointment)[0]?.['valueReference'], 'identifier'));
}

function participants({ resource, place }: Located) {
  return asObjects(resource['participant']).map((participant, index) => ({
    participant,
    identifier: asObject(member(participant['actor'], 'identifier')),
    reference: asText(member(participant['actor'], 'reference')),
    place: `${place}.participant[${index}]`,
  }));
}

/** Rules about appointments (INT_R03). */
export const APPOINTMENT_RULES: readonly Rule[] = [
  {
    id: 'appointment-identifier',
    severity: 'error',
    flows: APPOINTMENTS,
    message: {
      fr: 'il faut un identifiant de rendez-vous et un seul, avec system et value',
      en: 'exactly one appointment identifier is needed, with system and value',
    },
    mend: {
      fr: 'OID ou URL propre à l’éditeur, et un identifiant unique comme un UUID',
      en: "the vendor's own OID or URL, and a unique identifier such as a UUID",
    },
    source: 'page de gestion des rendez-vous, ID 1 et 2 ; profils, identifier 1..1',
    check(subject, report) {
      for (const { resource, place } of appointments(subject)) {
        const identifiers = asObjects(resource['identifier']);
        const [first = {}] = identifiers;
        const complete = asText(first['system']) !== '' && valueOf(first) !== '';
        if (identifiers.length !== 1 || !complete) report(`${place}.identifier`);
      }
    },
  },
  {
    id: 'appointment-status',
    severity: 'error',
    flows: APPOINTMENTS,
    message: {
      fr: 'état de rendez-vous que le SAS n’exploite pas',
      en: 'appointment state that the SAS does not use',
    },
    mend: {
      fr: 'booked, fulfilled, noshow ou cancelled (SOS : pending aussi)',
      en: 'booked, fulfilled, noshow or cancelled (SOS: pending too)',
    },
    source: 'page de gestion des rendez-vous, ID 7',
    check(subject, report) {
      for (const appointment of appointments(subject)) {
        const status = appointment.resource['status'];
        const known = isCode(APPOINTMENT_STATUSES, status);
        if (!known || (status === 'pending' && !isSos(appointment))) {
          report(`${appointment.place}.status`, status);
        }
      }
    },
  },
  {
    id: 'appointment-operator',
    severity: 'error',
    flows: APPOINTMENTS,
    message: {
      fr: 'régulateur absent : extension FrAppointmentOperator sans identifiant',
      en: 'regulator missing: extension FrAppointmentOperator without identifier',
    },
    mend: {
      fr: 'valueReference.identifier avec l’identifiant reçu par INT_R02',
      en: 'valueReference.identifier with the identifier received by INT_R02',
    },
    source:
      'page de gestion des rendez-vous, ID 3 à 6 ; profils, extension appointmentOperator 1..',
    check(subject, report) {
      for (const appointment of appointments(subject)) {
        const identifier = operatorIdentifier(appointment);
        if (operators(appointment).length !== 1 || valueOf(identifier) === '') {
          report(`${appointment.place}.extension('${EXTENSIONS.appointmentOperator}')`);
        }
      }
    },
  },
  {
    id: 'appointment-operator-pair',
    severity: 'error',
    flows: APPOINTMENTS,
    message: {
      fr: 'système et type de l’identifiant du régulateur contradictoires ou inconnus',
      en: "contradictory or unknown system and type of the regulator's identifier",
    },
    mend: {
      fr: 'urn:oid:1.2.250.1.71.4.2.1 avec IDNPS, urn:oid:1.2.250.1.213.3.6 avec INTRN',
      en: 'urn:oid:1.2.250.1.71.4.2.1 with IDNPS, urn:oid:1.2.250.1.213.3.6 with INTRN',
    },
    source: 'page de gestion des rendez-vous, ID 4, 5 et 6',
    check(subject, report) {
      for (const appointment of appointments(subject)) {
        const identifier = operatorIdentifier(appointment);
        if (identifier === null) continue;
        const system = asText(identifier['system']);
        const types = typeCodes(identifier);
        const right =
          (system === IDENTIFIER_SYSTEMS.practitioner && types.includes('IDNPS')) ||
          (system === IDENTIFIER_SYSTEMS.sas && types.includes('INTRN'));
        if (right) continue;
        const place = `${appointment.place}.extension('${EXTENSIONS.appointmentOperator}')`;
        report(`${place}.value.identifier`, `${system} ${types[0] ?? ''}`);
      }
    },
  },
  {
    id: 'appointment-extension',
    severity: 'error',
    flows: APPOINTMENTS,
    message: {
      fr: 'le profil SOS n’admet que l’extension du régulateur',
      en: "the SOS profile admits the regulator's extension only",
    },
    mend: { fr: 'retirer les autres extensions', en: 'remove the other extensions' },
    source: 'profil sas-sos-appointment, extension 1..1',
    check(subject, report) {
      for (const appointment of appointments(subject).filter(isSos)) {
        const count = asObjects(appointment.resource['extension']).length;
        if (count > 1) report(`${appointment.place}.extension`, count);
      }
    },
  },
  {
    id: 'appointment-practitioner',
    severity: 'error',
    flows: APPOINTMENTS,
    message: {
      fr: 'praticien sans identifiant national complet',
      en: 'practitioner without a complete national identifier',
    },
    mend: {
      fr: 'participant.actor.identifier : system urn:oid:1.2.250.1.71.4.2.1, type IDNPS, value',
      en: 'participant.actor.identifier: system urn:oid:1.2.250.1.71.4.2.1, type IDNPS, value',
    },
    source: 'page de gestion des rendez-vous, ID 10, 11 et 12 ; profil FrAppointmentSAS',
    check(subject, report) {
      for (const appointment of appointments(subject)) {
        const all = participants(appointment);
        if (all.length === 0) report(`${appointment.place}.participant`);
        for (const { identifier, place } of all) {
          if (identifier !== null) {
            checkForm(identifier, PRACTITIONER, `${place}.actor.identifier`, report);
          } else if (!isSos(appointment)) report(`${place}.actor.identifier`);
        }
      }
    },
  },
  {
    id: 'appointment-practitioner-prefix',
    severity: 'error',
    flows: APPOINTMENTS,
    message: {
      fr: 'identifiant de praticien sans préfixe, ou mal formé',
      en: 'practitioner identifier without prefix, or malformed',
    },
    mend: {
      fr: '8 suivi des 11 chiffres du RPPS, ou 0 suivi de l’ADELI',
      en: '8 and the 11 digits of the RPPS, or 0 and the ADELI number',
    },
    source: 'page de gestion des rendez-vous, ID 10',
    check(subject, report) {
      for (const { identifier, place } of appointments(subject).flatMap(participants)) {
        const value = valueOf(identifier);
        if (identifier === null || parsePractitionerId(value)?.sas === value) continue;
        report(`${place}.actor.identifier.value`, value);
      }
    },
  },
  {
    id: 'appointment-participant-status',
    severity: 'error',
    flows: APPOINTMENTS,
    message: { fr: 'participant.status inattendu', en: 'unexpected participant.status' },
    mend: { fr: 'accepted (SOS : needs-action aussi)', en: 'accepted (SOS: needs-action too)' },
    source: 'page de gestion des rendez-vous, ID 13 ; ValueSet sas-sos-valueset-participant-status',
    check(subject, report) {
      for (const appointment of appointments(subject)) {
        const known = isSos(appointment) ? ['accepted', 'needs-action'] : ['accepted'];
        for (const { participant, place } of participants(appointment)) {
          const status = asText(participant['status']);
          if (!known.includes(status)) report(`${place}.status`, status);
        }
      }
    },
  },
  {
    id: 'appointment-patient',
    severity: 'error',
    flows: APPOINTMENTS,
    message: { fr: 'le rendez-vous désigne un patient', en: 'the appointment names a patient' },
    mend: {
      fr: 'ne transmettre que le praticien et le régulateur : le flux ne porte aucun patient',
      en: 'send the practitioner and the regulator only: the flow carries no patient',
    },
    source: 'page de gestion des rendez-vous, nomenclatures : aucun patient parmi les éléments',
    check(subject, report) {
      for (const { reference, place } of appointments(subject).flatMap(participants)) {
        // The place is enough: what names a patient is not repeated.
        if (/(?:^|\/)(?:Patient|RelatedPerson)\//.test(reference)) report(`${place}.actor`);
      }
    },
  },
];
