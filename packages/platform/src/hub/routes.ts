import type { AppointmentReader } from '../booking/appointment-reader.ts';
import type { Database } from '../database/database.ts';
import { type Handlers, ok } from '../http/handler.ts';
import { readDispatch, replaceDispatch } from './dispatch.ts';
import { Transmissions } from './transmissions.ts';

/** What dispatch software is told, and which it is. */
export function hubRoutes(
  database: Database,
  reader: Pick<AppointmentReader, 'lock'>,
  production: boolean,
): Handlers<'retryTransmission' | 'getTerritoryDispatch' | 'replaceTerritoryDispatch'> {
  const transmissions = new Transmissions(database, reader);
  return {
    retryTransmission: async ({ caller, path }) =>
      ok(await transmissions.retry(caller, path.appointmentId)),
    getTerritoryDispatch: async ({ caller, path }) =>
      ok(await readDispatch(database, caller, path.territoryId)),
    replaceTerritoryDispatch: async ({ caller, path, body }) =>
      ok(await replaceDispatch(database, caller, path.territoryId, body, production)),
  };
}
