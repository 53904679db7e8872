import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { AppointmentOptions } from '../appointments/options.ts';
import { createConnector } from '../connector.ts';
import { FileQueue } from '../file-queue.ts';
import { nodeListener } from '../node.ts';
import { mutualTls, mutualTlsFetch } from '../tls.ts';
import { appointmentDoor } from './appointment-door.ts';
import type { PlatformConfig, SidecarConfig, TlsFiles } from './config.ts';
import { remoteAgenda, remoteRegulators, VendorProgram } from './vendor-program.ts';

/** Time that requests have to end when the program is stopped, in ms. */
const GRACE = 5_000;

/** Longest time that a request may take to come in, in ms: bodies are small. */
const SLOWEST_REQUEST = 30_000;

/** Largest head of a request, in bytes: Node ends larger ones without a reason, the connector gives one. */
const LARGEST_HEAD = 65_536;

type RequestListener = ReturnType<typeof nodeListener>;

/** A line of the log. */
export type Log = (line: Readonly<Record<string, unknown>>) => void;

export interface Sidecar {
  /** Where it listens, with the path of the public address. */
  readonly url: string;
  /** Where the vendor's program tells about appointments; null without a platform. */
  readonly appointments: string | null;
  /** Stops taking requests; those under way have `graceMs` to end. Default 5,000. */
  readonly close: (graceMs?: number) => Promise<void>;
}

/** Runs the connector beside a vendor's program. */
export async function startSidecar(config: SidecarConfig, log: Log): Promise<Sidecar> {
  const program = new VendorProgram(config.vendor);
  const queue =
    config.appointments === null ? null : await FileQueue.open(config.appointments.queue);
  const connector = createConnector({
    agenda: remoteAgenda(program, config.vendor),
    ...(config.vendor.regulators && { regulators: remoteRegulators(program) }),
    baseUrl: config.baseUrl,
    ...(config.identifierSystem !== null && { identifierSystem: config.identifierSystem }),
    guide: config.guide,
    deadlineMs: config.deadlineMs,
    maxSlots: config.maxSlots,
    ...(config.appointments !== null &&
      queue !== null && { appointments: appointmentOptions(config.appointments, queue) }),
    onFinding: ({ rule, severity, place, message }) =>
      log({ rule, severity, place, message: message.fr }),
    onError: (error, during) =>
      log({
        severity: 'error',
        during,
        message: error instanceof Error ? error.message : 'unknown',
      }),
  });
  const listener = nodeListener(connector.handle);
  const server =
    config.tls === null
      ? createHttpServer({ maxHeaderSize: LARGEST_HEAD }, listener)
      : secured(config.tls, listener, log);
  const door = createHttpServer(
    nodeListener(appointmentDoor(connector.appointments, config.vendor.secret ?? '')),
  );
  const port = await listen(server, config.port, config.host);
  const doorPort =
    config.appointments === null ? null : await listen(door, config.appointments.port, '127.0.0.1');
  if (queue !== null) connector.appointments.start();
  const path = new URL(config.baseUrl).pathname.replace(/\/+$/, '');
  return {
    url: `${config.tls === null ? 'http' : 'https'}://${config.host}:${port}${path}`,
    appointments: doorPort === null ? null : `http://127.0.0.1:${doorPort}/`,
    close: async (graceMs = GRACE) => {
      connector.appointments.stop();
      await Promise.all([server, door].map((each) => close(each, graceMs)));
      await queue?.close();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.requestTimeout = SLOWEST_REQUEST;
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

async function close(server: Server, graceMs: number): Promise<void> {
  if (!server.listening) return;
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  clearTimeout(late);
}

function secured(files: TlsFiles, listener: RequestListener, log: Log): Server {
  const tls = mutualTls({
    key: readFileSync(files.key),
    cert: readFileSync(files.cert),
    clientAuthorities: readFileSync(files.clientAuthorities),
    ...(files.revocationLists !== undefined && {
      revocationLists: readFileSync(files.revocationLists),
    }),
    allow: files.allow,
    onRefused: (reason, subject) => log({ severity: 'warning', rule: 'tls', reason, subject }),
  });
  return createHttpsServer(
    { ...tls.serverOptions, maxHeaderSize: LARGEST_HEAD },
    tls.guard(listener),
  );
}

function appointmentOptions(platform: PlatformConfig, queue: FileQueue): AppointmentOptions {
  const { platformUrl, key, cert, serverAuthorities } = platform;
  return {
    platformUrl,
    queue,
    ...(key !== undefined &&
      cert !== undefined && {
        fetch: mutualTlsFetch({
          key: readFileSync(key),
          cert: readFileSync(cert),
          ...(serverAuthorities !== undefined && {
            serverAuthorities: readFileSync(serverAuthorities),
          }),
        }),
      }),
  };
}
