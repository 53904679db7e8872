import { parseFiness, parsePractitionerId, parseSiret } from '../identifiers.ts';

/**
 * The form that messages carry, `8` and 11 digits starting with 1, from any form that a practice
 * types. Null for everything else: an ADELI number, an RPPS that starts with another digit.
 *
 * Source: `practitioner.rppsId` in `RS-SAS-RDV.schema.json`, `^81[0-9]{10}$`.
 */
export function hubRppsId(text: string): string | null {
  const id = parsePractitionerId(text);
  return id !== null && /^81[0-9]{10}$/.test(id.sas) ? id.sas : null;
}

/**
 * The form that messages carry, `1` and a FINESS or `3` and a SIRET, from either with or without
 * its prefix. Null for everything else: messages know no other id of a structure.
 *
 * Source: `RS-SAS-RDV.schema.json`.
 */
export function hubOrganizationId(text: string): string | null {
  return (parseFiness(text) ?? parseSiret(text))?.sas ?? null;
}

/**
 * The national id of a regulator (IDNPS) with its prefix: RPPS, ADELI, or the number that a
 * hospital gives its staff, `3620100057/70326SR`. Null for the platform's technical UUID, which
 * messages may not carry.
 *
 * Source: `RS-SAS-RDV.schema.json`; guide, INT_R02, identifiers of regulators.
 */
export function hubRegulatorId(text: string): string | null {
  const id = parsePractitionerId(text);
  return id === null || id.kind === 'technical' ? null : id.sas;
}
