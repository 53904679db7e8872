import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS } from '../codes.ts';
import type { Finding } from '../finding.ts';
import { REGULATOR_PROFILE } from '../guide.ts';
import { parsePractitionerId } from '../identifiers.ts';
import type { Regulator, RegulatorId } from '../model.ts';
import type { FhirPractitioner, Identifier } from '../resources.ts';
import { Notes } from './notes.ts';
import { typed } from './typed.ts';

/** A resource, or null when the model cannot be sent; the findings say why. */
export interface Written<Resource> {
  readonly resource: Resource | null;
  readonly findings: readonly Finding[];
}

/**
 * Identifier of a regulator: national with type IDNPS, or technical with type INTRN and the system of
 * the SAS. Guide, pages "gestion des comptes régulateurs" and "gestion des rendez-vous".
 */
export function regulatorIdentifier(id: RegulatorId | undefined): Identifier | null {
  const text = typed(id?.value);
  if (text === '') return null;
  const national = id?.kind === 'national';
  const type = national ? 'IDNPS' : 'INTRN';
  return {
    type: { coding: [{ system: CODE_SYSTEMS.identifierType, code: type }] },
    system: national ? IDENTIFIER_SYSTEMS.practitioner : IDENTIFIER_SYSTEMS.sas,
    value: national ? (parsePractitionerId(text)?.sas ?? text) : text,
  };
}

/**
 * Writes a regulator's account as the platform sends it to a vendor (INT_R02, profile
 * FrPractitionerRegul): `meta.source` of the SAS, one identifier, one family and one given name, one
 * e-mail address.
 *
 * Source: guide, INT_R02.
 */
export function writeRegulator(regulator: Regulator): Written<FhirPractitioner> {
  const notes = new Notes();
  const identifier = regulatorIdentifier(regulator.identifier);
  const family = typed(regulator.family);
  const given = typed(regulator.given);
  const email = typed(regulator.email);
  if (identifier === null) notes.add('agenda-regulator', 'identifier');
  if (family === '') notes.add('agenda-regulator', 'family');
  if (given === '') notes.add('agenda-regulator', 'given');
  if (typeof regulator.active !== 'boolean') notes.add('agenda-regulator', 'active');
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) notes.add('agenda-regulator', 'email', email);
  if (identifier === null || notes.findings.length > 0) {
    return { resource: null, findings: notes.findings };
  }
  const resource: FhirPractitioner = {
    resourceType: 'Practitioner',
    meta: { source: IDENTIFIER_SYSTEMS.sas, profile: [REGULATOR_PROFILE] },
    identifier: [identifier],
    active: regulator.active,
    name: [{ family, given: [given] }],
    telecom: [{ system: 'email', value: email }],
  };
  return { resource, findings: notes.findings };
}
