import { isFhirId } from '../fhir-id.ts';
import { EXPECTED } from './bundle.ts';
import { ALL_FLOWS, SEARCHES, type Rule } from './rule.ts';

/** Rules about which resources an answer holds. */
export const RESOURCE_RULES: readonly Rule[] = [
  {
    id: 'resource-id',
    severity: 'error',
    flows: SEARCHES,
    message: {
      fr: 'identifiant de ressource absent ou mal formé',
      en: 'resource id missing or malformed',
    },
    mend: {
      fr: '1 à 64 lettres, chiffres, « - » ou « . »',
      en: '1 to 64 letters, digits, “-” or “.”',
    },
    source: 'FHIR R4, type id ; profil sas-cpts-healthcareservice-aggregator',
    check(subject, report) {
      for (const { resource, type, place } of subject.resources) {
        if (type === 'OperationOutcome') continue;
        if (!isFhirId(resource['id'])) report(`${place}.id`, resource['id']);
      }
    },
  },
  {
    id: 'resource-type',
    severity: 'error',
    flows: ALL_FLOWS,
    message: {
      fr: 'ressource sans resourceType, ou d’un autre flux',
      en: 'resource without resourceType, or of another flow',
    },
    mend: { fr: 'vérifier le flux et la ressource', en: 'check the flow and the resource' },
    source: 'FHIR R4',
    check(subject, report) {
      if (subject.bundle !== null) {
        if (!SEARCHES.includes(subject.flow)) report('resourceType', 'Bundle');
        return;
      }
      const [only] = subject.entries;
      const expected: Readonly<Record<string, readonly string[]>> = {
        ...EXPECTED,
        ps: [...EXPECTED['ps']!, 'Location'],
        cpts: [...EXPECTED['cpts']!, 'Location'],
        accounts: ['Practitioner'],
        appointments: ['Appointment'],
      };
      if (expected[subject.flow]?.includes(only?.type ?? '') !== true) {
        report('resourceType', only?.type);
      }
    },
  },
];
