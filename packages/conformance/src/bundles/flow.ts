import { type LintFlow, PROFILES, REGULATOR_PROFILE } from '@sas-kit/fhir';
import { asList, asObject, asObjects, asText, member } from '@sas-kit/fhir/json';

const FLOWS = ['ps', 'cpts', 'sos'] as const;

/** The flow one of whose resources, a Bundle or a single one, carries one of these profiles. */
const flowOfProfiles = (profiles: readonly string[]): LintFlow | undefined =>
  FLOWS.find((flow) => Object.values(PROFILES[flow]).some((url) => profiles.includes(url)));

/** The flow that a saved resource belongs to; null when nothing tells. */
export function flowOf(value: unknown): LintFlow | null {
  const resource = asObject(value);
  const profiles = asList(member(resource?.['meta'], 'profile')).map(
    (url) => asText(url).split('|')[0] ?? '',
  );
  switch (resource?.['resourceType']) {
    case 'Appointment':
      return 'appointments';
    case 'Practitioner':
      return profiles.includes(REGULATOR_PROFILE) ? 'accounts' : 'ps';
    case 'Bundle':
      break;
    default:
      return flowOfProfiles(profiles) ?? null;
  }
  const named = flowOfProfiles(profiles);
  if (named !== undefined) return named;
  const types = asObjects(resource['entry']).map((entry) =>
    member(entry['resource'], 'resourceType'),
  );
  if (types.includes('HealthcareService')) return 'cpts';
  if (types.includes('Location')) return 'sos';
  return types.includes('Slot') ? 'ps' : null;
}
