import { IDENTIFIER_SYSTEMS } from '../codes.ts';
import { asObjects, asText, codingsOf, type Json } from '../json.ts';
import {
  parsePractitionerId,
  parseStructureId,
  type PractitionerId,
  type StructureId,
} from '../identifiers.ts';
import type { StructureIds } from '../model.ts';
import type { ReadNotes } from './notes.ts';

/** Type codes of an identifier, upper case. */
export function typeCodes(identifier: Json): string[] {
  return codingsOf(identifier['type']).map((coding) => asText(coding['code']).toUpperCase());
}

/** `urn:oid:1.2…` for `1.2…` and `urn:oid:1.2…`. */
function systemOf(identifier: Json): string {
  const system = asText(identifier['system']);
  return /^\d+(?:\.\d+)+$/.test(system) ? `urn:oid:${system}` : system;
}

/**
 * The national identifier of a person among several: that of system IDNPS first, then that of type
 * IDNPS, then any that reads like one.
 */
export function readPractitionerId(
  resource: Json,
  place: string,
  notes: ReadNotes,
): PractitionerId | null {
  const found = asObjects(resource['identifier'])
    .map((identifier, index) => {
      const value = asText(identifier['value']);
      const expected = systemOf(identifier) === IDENTIFIER_SYSTEMS.practitioner;
      const rank = expected ? 0 : typeCodes(identifier).includes('IDNPS') ? 1 : 2;
      return { id: parsePractitionerId(value), value, rank, expected, index };
    })
    .filter(({ id }) => id !== null && id.kind !== 'technical')
    .sort((one, other) => one.rank - other.rank)[0];
  if (found === undefined) return notes.add('read-identifier', `${place}.identifier`);
  const where = `${place}.identifier[${found.index}]`;
  if (!found.expected) notes.add('read-identifier-system', `${where}.system`);
  if (found.id!.sas !== found.value) {
    notes.add('read-identifier-prefix', `${where}.value`, found.value);
  }
  return found.id;
}

/** An identifier as the identifier of a structure, FINESS, SIRET or rang. */
export function readStructureId(
  identifier: Json,
  place: string,
  notes: ReadNotes,
): StructureId | null {
  const value = asText(identifier['value']);
  const id = parseStructureId(value);
  if (id === null) return notes.add('read-structure', `${place}.value`, value);
  if (id.sas !== value) notes.add('read-identifier-prefix', `${place}.value`, value);
  return id;
}

/** A structure's identifier in the field of the model that holds its kind. */
export function toStructureIds(id: StructureId): StructureIds {
  if (id.kind === 'finess') return { finess: id.value };
  if (id.kind === 'siret') return { siret: id.value };
  return { practiceId: id.sas };
}
