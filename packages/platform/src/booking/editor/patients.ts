import type { Finding } from '@sas-kit/fhir';
import { asObject, type Json } from '@sas-kit/fhir/json';

/** A resource, a reference or a type that stands for the person who is treated, or for who is close to it. */
const PERSON = /(?:^|[/:#])(?:Patient|RelatedPerson|Person)\b/;
/** Elements in which people write what they like. */
const FREE_TEXTS = ['comment', 'description', 'patientInstruction', 'text'] as const;

const RULES = {
  'appointment-patient': {
    fr: 'le rendez-vous désigne un patient : ce n’est ni lu ni gardé',
    en: 'the appointment names a patient: it is neither read nor kept',
  },
  'appointment-free-text': {
    fr: 'texte libre : ce n’est ni lu ni gardé',
    en: 'free text: it is neither read nor kept',
  },
} as const;

/**
 * Where a message carries a patient, or a text that could name one. Only the places are told: what stands
 * there is not.
 *
 * Source: guide, page "gestion des rendez-vous": no patient among the elements.
 */
export function patientFindings(body: Json): Finding[] {
  const found = [
    ...places(body['participant'], namesPatient).map((at) => `Appointment.participant[${at}]`),
    ...places(body['contained'], isPerson).map((at) => `Appointment.contained[${at}]`),
    ...('subject' in body ? ['Appointment.subject'] : []),
  ].map((place) => warning('appointment-patient', place));
  const texts = FREE_TEXTS.filter((name) => name in body);
  return [
    ...found,
    ...texts.map((name) => warning('appointment-free-text', `Appointment.${name}`)),
  ];
}

function places(list: unknown, holds: (each: Json) => boolean): number[] {
  const items: unknown[] = Array.isArray(list) ? list : [];
  return items.flatMap((each, index) => (holds(asObject(each) ?? {}) ? [index] : []));
}

function namesPatient(participant: Json): boolean {
  const actor = asObject(participant['actor']) ?? {};
  return [actor['reference'], actor['type']].some((each) => PERSON.test(String(each)));
}

const isPerson = ({ resourceType }: Json): boolean => PERSON.test(String(resourceType));

function warning(rule: keyof typeof RULES, place: string): Finding {
  return { rule, severity: 'warning', place, message: RULES[rule] };
}
