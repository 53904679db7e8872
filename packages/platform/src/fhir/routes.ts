import type { Kept } from '../booking/editor/received.ts';
import type { Database } from '../database/database.ts';
import { type Answer, document, type Handlers } from '../http/handler.ts';
import { AppointmentReceiver } from './appointments.ts';
import { metadataText } from './metadata.ts';
import { FHIR_JSON } from './outcome.ts';

/** @param home public address of the platform, known once it listens. */
export function fhirRoutes(
  database: Database,
  home: () => string,
): Handlers<'getFhirMetadata' | 'receiveAppointment' | 'receiveAppointmentUpdate'> {
  const receiver = new AppointmentReceiver(database);
  return {
    getFhirMetadata: () => Promise.resolve(document(metadataText(home()), FHIR_JSON)),
    receiveAppointment: async ({ caller, body }) => answerKept(await receiver.create(caller, body)),
    receiveAppointmentUpdate: async ({ caller, query, body }) =>
      answerKept(await receiver.update(caller, query.identifier ?? query.Identifier, body)),
  };
}

function answerKept({ id, created, resource }: Kept): Answer<never> {
  return {
    ...document(JSON.stringify({ ...resource, id }), FHIR_JSON, {
      location: `/fhir/Appointment/${id}`,
    }),
    status: created ? 201 : 200,
  } as Answer<never>;
}
