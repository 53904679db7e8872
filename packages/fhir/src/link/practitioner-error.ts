import type { Text } from '../finding.ts';

/**
 * What a search link says wrongly about the own doctor.
 * `sas_pf_001`: given, but nobody can be found by it; the search itself says the same when several
 * doctors answer to it. `sas_pf_002`: not given.
 */
export type PractitionerErrorCode = 'sas_pf_001' | 'sas_pf_002';

/**
 * The two codes of INT_L01 in words, to show above the results. The search goes on in both cases.
 */
export const PRACTITIONER_ERRORS: Readonly<Record<PractitionerErrorCode, Text>> = {
  sas_pf_001: {
    fr: 'Le médecin traitant transmis par le logiciel de régulation n’a pas pu être identifié.',
    en: 'The own doctor sent by the dispatch software could not be identified.',
  },
  sas_pf_002: {
    fr: 'Le logiciel de régulation n’a pas transmis de médecin traitant.',
    en: 'The dispatch software sent no own doctor.',
  },
};
