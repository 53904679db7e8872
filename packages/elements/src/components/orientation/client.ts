import type { SasClient } from '@sas-kit/client';
import { appointmentsResource } from '@sas-kit/client/appointments';
import { liveAvailabilityResource } from '@sas-kit/client/availability-stream';
import { holdsResource } from '@sas-kit/client/holds';
import { orientationsResource } from '@sas-kit/client/orientations';
import { placesResource } from '@sas-kit/client/places';
import { practiceCallsResource } from '@sas-kit/client/practice-calls';
import { protocolsResource } from '@sas-kit/client/protocols';
import { sessionResource } from '@sas-kit/client/session';
import { specialtiesResource } from '@sas-kit/client/specialties';
import { structuresResource } from '@sas-kit/client/structures';
import { territoryResource } from '@sas-kit/client/territories';
import type { StreamTransport } from '@sas-kit/client/transport';
import type { AvailabilityClient } from '../availability/availability.ts';

/** The resources that the element calls. */
export type OrientationClient = Omit<AvailabilityClient, 'availability'> &
  Pick<
    SasClient,
    'availability' | 'holds' | 'orientations' | 'practiceCalls' | 'protocols' | 'session'
  > & {
    readonly appointments: Pick<
      SasClient['appointments'],
      'book' | 'cancel' | 'confirm' | 'leave' | 'reschedule'
    >;
    readonly structures: Pick<SasClient['structures'], 'list'>;
  };

/** The same over a transport. */
export function orientationResources(transport: StreamTransport): OrientationClient {
  return {
    availability: liveAvailabilityResource(transport),
    places: placesResource(transport),
    specialties: specialtiesResource(transport),
    territories: territoryResource(transport),
    holds: holdsResource(transport),
    appointments: appointmentsResource(transport),
    orientations: orientationsResource(transport),
    practiceCalls: practiceCallsResource(transport),
    protocols: protocolsResource(transport),
    session: sessionResource(transport),
    structures: structuresResource(transport),
  };
}
