import { IDENTIFIER_SYSTEMS, parsePractitionerId, type RegulatorId } from '@sas-kit/fhir';
import { refuse } from '../http/refusal.ts';
import { decode, splitQuery } from '../search/query-string.ts';

const KINDS = new Map<string, RegulatorId['kind']>([
  [IDENTIFIER_SYSTEMS.practitioner, 'national'],
  [IDENTIFIER_SYSTEMS.sas, 'technical'],
]);

/** Longest identifier of a person, in characters. */
const LONGEST = 100;

/**
 * Reads the criterion of `PUT /Practitioner?identifier=system|value`. The value is any text: an INTRN
 * need not be a UUID (test 5.10).
 */
export function readCriterion(query: string): RegulatorId {
  const given = splitQuery(query).filter(({ name }) => name.toLowerCase() === 'identifier');
  if (given.length > 1) throw refuse.repeatedParameter('identifier');
  const token = decode(given[0]?.rawValue ?? '');
  if (token === null) throw refuse.badParameter('identifier', 'valeur illisible', 'unreadable');
  const bar = token.indexOf('|');
  const system = token.slice(0, Math.max(bar, 0)).trim();
  const value = token.slice(bar + 1).trim();
  if (value === '') throw refuse.missingParameter('identifier');
  const kind = KINDS.get(system);
  if (kind === undefined || value.length > LONGEST || value.includes(',')) {
    throw refuse.badParameter(
      'identifier',
      'un système connu et une valeur attendus (système|valeur)',
      'expected a known system and one value (system|value)',
    );
  }
  return normalId({ kind, value });
}

/** One form for one person: national identifiers with their prefix, UUIDs in lower case. */
export function normalId({ kind, value }: RegulatorId): RegulatorId {
  const parsed = parsePractitionerId(value);
  if (kind === 'national') return { kind, value: parsed?.type === 'IDNPS' ? parsed.sas : value };
  return { kind, value: parsed?.kind === 'technical' ? parsed.value : value };
}
