import type { HubAppointment } from '@sas-kit/fhir/hub';
import type { Shown } from './door.ts';

/** What differs between what is shown and what was told; the place, found and wanted. */
export type Difference = readonly [place: string, found: unknown, wanted: unknown];

/** The wanted text where both say one instant, whatever the offset; else what was found, as a person reads it. */
function sameInstant(found: string | undefined, wanted: string | undefined): string | undefined {
  return found !== undefined && Date.parse(found) === Date.parse(wanted ?? '') ? wanted : found;
}

/** What a program shows otherwise than it was told. */
export function differences(shown: Shown, told: HubAppointment): Difference[] {
  const all: Difference[] = [
    ['status', shown.status, told.status],
    ['start', sameInstant(shown.start, told.start), told.start],
    ['end', sameInstant(shown.end, told.end), told.end],
    ['practitioner.rppsId', shown.practitioner?.rppsId, told.practitioner?.rppsId],
    [
      'organization.organizationId',
      shown.organization?.organizationId,
      told.organization?.organizationId,
    ],
  ];
  return all.filter(([, found, wanted]) => (found ?? null) !== (wanted ?? null));
}
