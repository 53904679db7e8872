import type { Booking } from '../booking/routes.ts';
import type { Database } from '../database/database.ts';
import { created, type Handlers, noContent, ok } from '../http/handler.ts';
import type { Authenticate } from '../identity/authenticate.ts';
import type { StreamRoom } from '../availability/routes.ts';
import { OrientationReader } from './orientation-reader.ts';
import { OrientationStreams } from './orientation-streams.ts';
import { Orientations } from './orientations.ts';
import { createCall, getCall } from './practice-calls.ts';
import { getProtocol, listProtocols } from './protocol-reader.ts';
import { endProtocol, signProtocol } from './protocol-signatures.ts';
import { createProtocol, removeProtocol } from './protocols.ts';

type RegulationHandlers = Handlers<
  | 'listOrientations'
  | 'createOrientation'
  | 'streamOrientations'
  | 'getOrientation'
  | 'withdrawOrientation'
  | 'acknowledgeOrientation'
  | 'createPracticeCall'
  | 'getPracticeCall'
  | 'listProtocols'
  | 'createProtocol'
  | 'getProtocol'
  | 'deleteProtocol'
  | 'signProtocol'
  | 'endProtocol'
>;

/** Orientations, and what they rest on. */
export interface Regulation {
  readonly routes: RegulationHandlers;
  /** Ends all streams. */
  end(): void;
}

export function openRegulation(
  database: Database,
  booking: Booking,
  authenticate: Authenticate,
  settings: StreamRoom,
): Regulation {
  const reader = new OrientationReader(database, booking.reader);
  const orientations = new Orientations(database, booking, reader);
  const streams = new OrientationStreams(database, reader, authenticate, settings);
  const routes: RegulationHandlers = {
    listOrientations: async ({ caller, query }) =>
      ok(await reader.list(caller, { ...query, limit: query.limit ?? 20 })),
    createOrientation: async ({ caller, body, header }) => {
      const orientation = await orientations.create(caller, body, {
        scope: caller.scope,
        key: header['Idempotency-Key'],
        request: ['createOrientation', body],
      });
      return created(`/v1/orientations/${orientation.id}`, orientation);
    },
    streamOrientations: (call) => streams.open(call),
    getOrientation: async ({ caller, path }) => ok(await reader.get(caller, path.orientationId)),
    withdrawOrientation: async ({ caller, path }) =>
      ok(await orientations.withdraw(caller, path.orientationId)),
    acknowledgeOrientation: async ({ caller, path, body }) =>
      ok(await orientations.acknowledge(caller, path.orientationId, body)),
    createPracticeCall: async ({ caller, body, header }) => {
      const call = await createCall(database, caller, body, {
        scope: caller.scope,
        key: header['Idempotency-Key'],
        request: ['createPracticeCall', body],
      });
      return created(`/v1/practice-calls/${call.id}`, call);
    },
    getPracticeCall: async ({ caller, path }) => ok(await getCall(database, caller, path.callId)),
    listProtocols: async ({ caller, query }) =>
      ok(await listProtocols(database, caller, { ...query, limit: query.limit ?? 20 })),
    createProtocol: async ({ caller, body, header }) => {
      const protocol = await createProtocol(database, caller, body, {
        scope: caller.scope,
        key: header['Idempotency-Key'],
        request: ['createProtocol', body],
      });
      return created(`/v1/protocols/${protocol.id}`, protocol);
    },
    getProtocol: async ({ caller, path }) =>
      ok(await getProtocol(database, caller, path.protocolId)),
    deleteProtocol: async ({ caller, path }) => {
      await removeProtocol(database, caller, path.protocolId);
      return noContent();
    },
    signProtocol: async ({ caller, path, body }) =>
      ok(await signProtocol(database, caller, path.protocolId, body.holder)),
    endProtocol: async ({ caller, path, body }) =>
      ok(await endProtocol(database, caller, path.protocolId, body.holder)),
  };
  return { routes, end: () => streams.end() };
}
