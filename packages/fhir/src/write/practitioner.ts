import { parsePractitionerId } from '../identifiers.ts';
import type { Practitioner } from '../model.ts';
import type { FhirPractitioner } from '../resources.ts';
import { practitionerIdentifier, telecom } from './elements.ts';
import { type Notes, recordPlace } from './notes.ts';
import { typed } from './typed.ts';

/** The resource of a practitioner. Its first identifier is the national one (official test 4.3.03). */
export function writePractitioner(
  practitioner: Practitioner,
  id: string,
  profile: string,
  notes: Notes,
): FhirPractitioner | null {
  const place = (element: string) => recordPlace('practitioners', practitioner.id, element);
  const nationalId = parsePractitionerId(typed(practitioner.nationalId));
  if (nationalId === null || (nationalId.kind !== 'rpps' && nationalId.kind !== 'adeli')) {
    notes.add('agenda-practitioner-id', place('nationalId'), practitioner.nationalId);
    return null;
  }
  if (nationalId.checkDigit === 'wrong') {
    notes.add('agenda-practitioner-check-digit', place('nationalId'), practitioner.nationalId);
  }
  const family = typed(practitioner.family);
  const given = typed(practitioner.given);
  if (family === '' || given === '') {
    notes.add('agenda-practitioner-name', place(family === '' ? 'family' : 'given'));
  }
  const phones = telecom(practitioner.phone, undefined, notes, place('phone'));
  const name = { ...(family !== '' && { family }), ...(given !== '' && { given: [given] }) };
  return {
    resourceType: 'Practitioner',
    id,
    meta: { profile: [profile] },
    identifier: [practitionerIdentifier(nationalId)],
    ...((family !== '' || given !== '') && { name: [name] }),
    ...(phones.length > 0 && { telecom: phones }),
  };
}
