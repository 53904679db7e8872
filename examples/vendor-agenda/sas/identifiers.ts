import { parsePractitionerId, parseSiret } from '@sas-kit/fhir';

/** How SAS asks for a practitioner, from whatever was typed; null when it is no identifier. */
export const toSasId = (typed: string): string | null => parsePractitionerId(typed)?.sas ?? null;

/** The 14 digits of a SIRET, from whatever was typed. */
export const toSiret = (typed: string): string | null => parseSiret(typed)?.value ?? null;
