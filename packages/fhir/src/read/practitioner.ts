import { asList, asObjects, asText } from '../json.ts';
import type { Practitioner } from '../model.ts';
import type { Located } from '../references.ts';
import { readPhone } from './contact.ts';
import { readPractitionerId } from './identifiers.ts';
import type { ReadNotes } from './notes.ts';
import { readSpecialties } from './specialties.ts';

/** Family and given names, out of whatever a vendor filled. */
export function readName(resource: unknown): { family: string; given: string } {
  const [name = {}] = asObjects(resource);
  const family = asText(name['family']);
  const given = asList(name['given']).map(asText).filter(Boolean).join(' ');
  return family === '' && given === ''
    ? { family: asText(name['text']), given }
    : { family, given };
}

/** Reads a practitioner; null, with a finding, without a national identifier. */
export function readPractitioner(located: Located, notes: ReadNotes): Practitioner | null {
  const { resource, place } = located;
  const nationalId = readPractitionerId(resource, place, notes);
  if (nationalId === null) return null;
  const { family, given } = readName(resource['name']);
  if (family === '' || given === '') notes.add('read-name', `${place}.name`);
  const phone = readPhone(resource, '', place, notes);
  const specialties = readSpecialties(resource['specialty'], notes, `${place}.specialty`);
  return {
    id: located.id,
    nationalId: nationalId.sas,
    ...(family !== '' && { family }),
    ...(given !== '' && { given }),
    ...(phone !== null && { phone }),
    ...(specialties.length > 0 && { specialties }),
  };
}
