import type { Kept } from '../booking/editor/received.ts';
import type { Database } from '../database/database.ts';
import { type Answer, type Call, document, type Handlers } from '../http/handler.ts';
import { AppointmentReceiver } from './appointments.ts';
import { metadataText } from './metadata.ts';
import { FHIR_JSON } from './outcome.ts';
import { OwnAgenda } from './own-agenda.ts';
import { WrittenRefusal } from './refusal.ts';

/** @param home public address of the platform, known once it listens. */
export function fhirRoutes(
  database: Database,
  home: () => string,
): Handlers<
  | 'getFhirMetadata'
  | 'searchFhirSlots'
  | 'searchFhirSchedules'
  | 'receiveAppointment'
  | 'receiveAppointmentUpdate'
> {
  const receiver = new AppointmentReceiver(database);
  const agenda = new OwnAgenda(database, home);
  const search =
    (type: 'Slot' | 'Schedule') =>
    async ({ caller, queryText, headers }: Asked) =>
      answerOf(await agenda.answer(caller, `${type}?${queryText}`, kept(headers)));
  return {
    searchFhirSlots: search('Slot'),
    searchFhirSchedules: search('Schedule'),
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

type Answered = Awaited<ReturnType<OwnAgenda['answer']>>;

/** What a search is made of. */
type Asked = Pick<Call<'searchFhirSlots'>, 'caller' | 'queryText' | 'headers'>;

/** The headers that change an answer; nothing of credentials goes on. */
function kept(headers: Asked['headers']): Headers {
  const names = ['accept-encoding', 'accept-language', 'if-none-match'] as const;
  return new Headers(
    names.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value] as [string, string]] : [];
    }),
  );
}

/** @throws {WrittenRefusal} for what the connector refuses. */
async function answerOf({ response, failure }: Answered): Promise<Answer<never>> {
  const headers = Object.fromEntries(response.headers);
  const { status } = response;
  if (status === 304) return { status, headers };
  const body = Buffer.from(await response.arrayBuffer());
  if (status !== 200) throw new WrittenRefusal(status, body, headers, failure);
  return { status, headers, body: body as never };
}
