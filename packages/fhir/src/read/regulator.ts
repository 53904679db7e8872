import { IDENTIFIER_SYSTEMS } from '../codes.ts';
import type { Finding } from '../finding.ts';
import { parsePractitionerId } from '../identifiers.ts';
import { asList, asObject, asObjects, asText, type Json } from '../json.ts';
import type { Regulator, RegulatorId } from '../model.ts';
import { typeCodes } from './identifiers.ts';
import { ReadNotes } from './notes.ts';

/** An account, or null when an error keeps it from being read. */
export interface ReadRegulator {
  readonly regulator: Regulator | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads one identifier of a regulator. System and type must agree: IDNPS with the national system, INTRN
 * with that of the SAS (official test 5.05). One official example carries the system of structures with
 * type IDNPS: it is taken for national. A technical identifier need not be a UUID (test 5.10).
 */
export function readRegulatorId(
  identifier: Json,
  place: string,
  notes: ReadNotes,
): RegulatorId | null {
  const system = asText(identifier['system']);
  const value = asText(identifier['value']);
  const types = typeCodes(identifier);
  if (value === '') return notes.add('read-required', `${place}.value`);
  const national = types.includes('IDNPS');
  const technical = types.includes('INTRN');
  if (system === IDENTIFIER_SYSTEMS.sas) {
    if (national) return notes.add('read-identifier-type', `${place}.type`, 'IDNPS');
    return { kind: 'technical', value };
  }
  if (system === IDENTIFIER_SYSTEMS.practitioner || (system.endsWith('71.4.2.2') && national)) {
    if (technical) return notes.add('read-identifier-type', `${place}.type`, 'INTRN');
    if (system !== IDENTIFIER_SYSTEMS.practitioner) {
      notes.add('read-identifier-system', `${place}.system`, system);
    }
    const id = parsePractitionerId(value);
    return { kind: 'national', value: id?.type === 'IDNPS' ? id.sas : value };
  }
  return notes.add('read-identifier', `${place}.system`, system);
}

function readIdentifier(resource: Json, notes: ReadNotes): RegulatorId | null {
  const identifiers = asObjects(resource['identifier']);
  if (identifiers.length === 0) return notes.add('read-required', 'Practitioner.identifier');
  const read = identifiers.map((identifier, index) =>
    readRegulatorId(identifier, `Practitioner.identifier[${index}]`, notes),
  );
  return read.find((id) => id?.kind === 'national') ?? read.find((id) => id !== null) ?? null;
}

/** Every telecom is an e-mail address (profile FrPractitionerRegul, official test 5.05). */
function readEmail(resource: Json, notes: ReadNotes): string {
  const telecoms = asObjects(resource['telecom']);
  let email = '';
  for (const [index, telecom] of telecoms.entries()) {
    const place = `Practitioner.telecom[${index}]`;
    const system = asText(telecom['system']);
    if (system !== 'email') notes.add('read-code', `${place}.system`, system);
    const value = asText(telecom['value']);
    if (value === '') notes.add('read-required', `${place}.value`);
    else if (email === '') email = value;
  }
  if (telecoms.length === 0) notes.add('read-required', 'Practitioner.telecom');
  return email;
}

/**
 * Reads a regulator's account as the platform sends it (INT_R02). Identifier, active, family name, given
 * name and e-mail address are required, whatever the profile's minimum (official tests 5.04, 5.05, 5.13).
 * The `id` of the resource is ignored.
 *
 * Source: guide, INT_R02, profile FrPractitionerRegul.
 */
export function readRegulator(resource: unknown): ReadRegulator {
  const notes = new ReadNotes();
  const object = asObject(resource) ?? {};
  const type = asText(object['resourceType']);
  if (type !== 'Practitioner') {
    notes.add('read-resource', 'resourceType', type);
    return { regulator: null, findings: notes.findings };
  }
  const identifier = readIdentifier(object, notes);
  const { active } = object;
  if (typeof active !== 'boolean') notes.add('read-required', 'Practitioner.active');
  const [name = {}] = asObjects(object['name']);
  const family = asText(name['family']);
  const given = asList(name['given']).map(asText).filter(Boolean).join(' ');
  if (family === '') notes.add('read-required', 'Practitioner.name.family');
  if (given === '') notes.add('read-required', 'Practitioner.name.given');
  const email = readEmail(object, notes);
  const regulator =
    notes.clean && identifier !== null
      ? { identifier, active: active === true, family, given, email }
      : null;
  return { regulator, findings: notes.findings };
}
