import { type LintFlow, PROFILES, REGULATOR_PROFILE } from '@sas-kit/fhir';
import { asList, asObject, asObjects, asText, member } from '@sas-kit/fhir/json';

/** The flow that a saved resource belongs to; null when nothing tells. */
export function flowOf(value: unknown): LintFlow | null {
  const resource = asObject(value);
  const profiles = asList(member(resource?.['meta'], 'profile')).map(
    (url) => asText(url).split('|')[0],
  );
  switch (resource?.['resourceType']) {
    case 'Appointment':
      return 'appointments';
    case 'Practitioner':
      return profiles.includes(REGULATOR_PROFILE) ? 'accounts' : 'ps';
    case 'Bundle':
      break;
    default:
      return null;
  }
  const flows = ['ps', 'cpts', 'sos'] as const;
  const named = flows.find((flow) => profiles.includes(PROFILES[flow].Bundle));
  if (named !== undefined) return named;
  const types = asObjects(resource['entry']).map((entry) =>
    member(entry['resource'], 'resourceType'),
  );
  if (types.includes('HealthcareService')) return 'cpts';
  if (types.includes('Location')) return 'sos';
  return types.includes('Slot') ? 'ps' : null;
}
