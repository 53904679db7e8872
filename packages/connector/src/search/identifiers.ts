import { IDENTIFIER_SYSTEMS, parsePractitionerId, parseStructureId } from '@sas-kit/fhir';
import { refuse } from '../http/refusal.ts';
import { MOST_IDENTIFIERS } from './search.ts';

/** Whether a system, written with or without `urn:oid:`, or not at all, is this one. */
function isSystem(system: string, wanted: string): boolean {
  const bare = system.toLowerCase().replace(/^urn:oid:/, '');
  return bare === '' || bare === wanted.replace(/^urn:oid:/, '');
}

/** The tokens of a comma-separated list, without stray spaces and blanks. */
function tokens(list: string): { system: string; value: string }[] {
  return list
    .split(',')
    .map((token) => {
      const bar = token.indexOf('|');
      return {
        system: token.slice(0, Math.max(bar, 0)).trim(),
        value: token.slice(bar + 1).trim(),
      };
    })
    .filter(({ value }) => value !== '');
}

function read(
  name: string,
  list: string,
  system: string,
  parse: (value: string) => string | null,
): string[] {
  const asked = tokens(list);
  if (asked.length === 0) throw refuse.missingParameter(name);
  // Forms of one identifier count once; what no one can bear counts too, it was asked.
  const distinct = new Map(
    asked.map((token) => {
      const id = isSystem(token.system, system) ? parse(token.value) : null;
      return [id ?? `${token.system}|${token.value}`, id];
    }),
  );
  if (distinct.size > MOST_IDENTIFIERS) throw refuse.tooManyIdentifiers(name, MOST_IDENTIFIERS);
  return [...distinct.values()].filter((id) => id !== null);
}

/**
 * Practitioners asked for, RPPS or ADELI with or without system and prefix, in their SAS form. An
 * identifier of another system or shape is one that nobody here has: it finds nothing.
 */
export function readPractitionerIds(name: string, list: string): string[] {
  return read(name, list, IDENTIFIER_SYSTEMS.practitioner, (value) => {
    const id = parsePractitionerId(value);
    return id !== null && (id.kind === 'rpps' || id.kind === 'adeli') ? id.sas : null;
  });
}

/** SIRET numbers asked for, 14 digits each, without prefix. */
export function readSirets(name: string, list: string): string[] {
  return read(name, list, IDENTIFIER_SYSTEMS.structure, (value) => {
    const id = parseStructureId(value);
    return id?.kind === 'siret' ? id.value : null;
  });
}
