import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultLine, readAgendaFile } from './agenda-file/read.ts';
import { createApp } from './http/app.ts';
import type { Options } from './options.ts';
import { openStore, type Store } from './store/store.ts';

/** What the parts of the running program share. */
export interface Program extends Pick<
  Options,
  'basePath' | 'delayMs' | 'failRate' | 'seed' | 'platform' | 'key' | 'bookInOneStep'
> {
  /** `http://127.0.0.1:8090` */
  readonly origin: string;
  readonly name: string;
  /** System of the program's own identifiers. */
  readonly identifierSystem: string | undefined;
  readonly store: Store;
  readonly now: () => Date;
  /** One line for whoever runs it. */
  readonly say: (line: string) => void;
}

/** A program that listens. */
export interface Running {
  /** Of the pages: `http://127.0.0.1:8090` */
  readonly origin: string;
  /** Of the FHIR interface. */
  readonly base: string;
  readonly store: Store;
  /** Ends running requests, closes the store. */
  readonly close: () => Promise<void>;
}

export interface Surroundings {
  readonly now?: () => Date;
  readonly say?: (line: string) => void;
}

/**
 * Loads the agenda and listens on 127.0.0.1.
 *
 * @throws {AgendaFileError} for a file that cannot be loaded.
 * @throws {DataError} for a directory that cannot be used.
 */
export async function startProgram(
  options: Options,
  { now = () => new Date(), say = () => undefined }: Surroundings = {},
): Promise<Running> {
  const read = await readAgendaFile(options.agenda, now());
  const store = openStore(options.data);
  const server = createServer();
  try {
    for (const notice of read.notices) say(`loaded, but never sent: ${faultLine(notice).trim()}`);
    if (!store.load(read, now()))
      say('this agenda file was loaded before: the store goes on as it is');
    server.listen(options.port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    store.close();
    throw error;
  }
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { name = 'Agenda', identifierSystem } = read.agenda.vendor ?? {};
  const program: Program = { ...options, origin, name, identifierSystem, store, now, say };
  server.on('request', createApp(program));
  return { origin, base: origin + options.basePath, store, close: () => close(server, store) };
}

async function close(server: Server, store: Store): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 2_000);
  await closed;
  clearTimeout(late);
  store.close();
}
