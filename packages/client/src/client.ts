import { accountsResource, type AccountsResource } from './accounts.ts';
import { absencesResource, type AbsencesResource } from './absences.ts';
import { appointmentsResource, type AppointmentsResource } from './appointments.ts';
import { liveAvailabilityResource, type LiveAvailabilityResource } from './availability-stream.ts';
import { checked } from './check-options.ts';
import { delegationsResource, type DelegationsResource } from './delegations.ts';
import { editorsResource, type EditorsResource } from './editors.ts';
import { callEventsResource, type CallEventsResource } from './call-events.ts';
import { embedSessionsResource, type EmbedSessionsResource } from './embed-sessions.ts';
import { holdsResource, type HoldsResource } from './holds.ts';
import type { Request } from './operation.ts';
import type { ClientOptions } from './options.ts';
import { orientationsResource, type OrientationsResource } from './orientations.ts';
import { participationResource, type ParticipationResource } from './participation.ts';
import { newsResource, type NewsResource } from './news.ts';
import { placesResource, type PlacesResource } from './places.ts';
import { practiceCallsResource, type PracticeCallsResource } from './practice-calls.ts';
import { protocolsResource, type ProtocolsResource } from './protocols.ts';
import { rulesResource, type RulesResource } from './rules.ts';
import { schedulesResource, type SchedulesResource } from './schedules.ts';
import { searchLinksResource, type SearchLinksResource } from './search-links.ts';
import { sessionResource, type SessionResource } from './session.ts';
import { slotsResource, type SlotsResource } from './slots.ts';
import { specialtiesResource, type SpecialtiesResource } from './specialties.ts';
import { statisticsResource, type StatisticsResource } from './statistics.ts';
import { structuresResource, type StructuresResource } from './structures.ts';
import { systemResource, type SystemResource } from './system.ts';
import { telling } from './telling.ts';
import { territoriesResource, type TerritoriesResource } from './territories.ts';
import { transmissionsResource, type TransmissionsResource } from './transmissions.ts';
import { createTransport, type StreamTransport } from './transport.ts';
import { webhooksResource, type WebhooksResource } from './webhooks/resource.ts';

/** Every resource of the platform. */
export interface SasClient {
  readonly availability: LiveAvailabilityResource;
  readonly places: PlacesResource;
  readonly specialties: SpecialtiesResource;
  readonly territories: TerritoriesResource;
  readonly structures: StructuresResource;
  readonly news: NewsResource;
  readonly holds: HoldsResource;
  readonly appointments: AppointmentsResource;
  readonly orientations: OrientationsResource;
  readonly practiceCalls: PracticeCallsResource;
  readonly protocols: ProtocolsResource;
  readonly callEvents: CallEventsResource;
  readonly statistics: StatisticsResource;
  readonly schedules: SchedulesResource;
  readonly rules: RulesResource;
  readonly slots: SlotsResource;
  readonly absences: AbsencesResource;
  readonly participation: ParticipationResource;
  readonly searchLinks: SearchLinksResource;
  readonly session: SessionResource;
  readonly accounts: AccountsResource;
  readonly delegations: DelegationsResource;
  readonly embedSessions: EmbedSessionsResource;
  readonly editors: EditorsResource;
  readonly transmissions: TransmissionsResource;
  readonly webhooks: WebhooksResource;
  readonly system: SystemResource;
  /**
   * Calls any operation of the contract, typed by it.
   *
   * @example
   * const territory = await client.request('GET', '/v1/territories/{territoryId}', {
   *   path: { territoryId: 'seine-maritime' },
   * });
   */
  readonly request: Request;
}

/** Every resource over one transport. */
export function composeClient(transport: StreamTransport): SasClient {
  return {
    availability: liveAvailabilityResource(transport),
    places: placesResource(transport),
    specialties: specialtiesResource(transport),
    territories: territoriesResource(transport),
    structures: structuresResource(transport),
    news: newsResource(transport),
    holds: holdsResource(transport),
    appointments: appointmentsResource(transport),
    orientations: orientationsResource(transport),
    practiceCalls: practiceCallsResource(transport),
    protocols: protocolsResource(transport),
    callEvents: callEventsResource(transport),
    statistics: statisticsResource(transport),
    schedules: schedulesResource(transport),
    rules: rulesResource(transport),
    slots: slotsResource(transport),
    absences: absencesResource(transport),
    participation: participationResource(transport),
    searchLinks: searchLinksResource(transport),
    session: sessionResource(transport),
    accounts: accountsResource(transport),
    delegations: delegationsResource(transport),
    embedSessions: embedSessionsResource(transport),
    editors: editorsResource(transport),
    transmissions: transmissionsResource(transport),
    webhooks: webhooksResource(transport),
    system: systemResource(transport),
    request: transport.request,
  };
}

/**
 * A client of the SAS platform. Nothing is sent before a method is called. Use
 * `availabilityResource(createTransport(options))` and its like to bundle only what is used.
 *
 * Every failed call rejects with a `SasError`; `responseInfo(result)` tells the ETag and the request
 * id of one that worked.
 *
 * @throws TypeError at once, for an address or a key that can be none
 * @example
 * const client = createSasClient({ baseUrl: 'https://sas.example', key: 'pk_…' });
 * const { items } = await client.availability.search({ insee: '76351', specialty: 'SM54' });
 */
export function createSasClient(options: ClientOptions): SasClient {
  return composeClient(createTransport(telling(checked(options))));
}
