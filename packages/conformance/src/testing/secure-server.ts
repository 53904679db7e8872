import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { createConnector, MemoryRegulators } from '@sas-kit/connector';
import { nodeListener } from '@sas-kit/connector/node';
import { mutualTls, type MutualTlsOptions } from '@sas-kit/connector/tls';
import type { ConfigFile } from '../config.ts';
import { parseConfig } from '../read-config.ts';
import { agendaOf, NOW, OFFER } from './agenda.ts';
import { authorityFolder, pem } from './authority.ts';
import { SOUND_CONFIG } from './config.ts';
import type { Tested } from './faulty.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** What a server does otherwise than mutual TLS done well. */
export interface SecureSpoiling {
  readonly mutual?: Partial<MutualTlsOptions>;
  readonly options?: Partial<ServerOptions>;
  /** Instead of the guard of mutual TLS. */
  readonly guard?: (sound: Listener, guarded: Listener) => Listener;
  /** Another authority of the server's certificate, a file of the test authority. */
  readonly authorities?: string;
}

const identity = (name: string) => ({ key: `${name}.key`, cert: `${name}.pem` });

/** The configuration of somebody who has all certificates of the test authority. */
function configOf(authorities = 'ca.pem') {
  const file: ConfigFile = {
    ...SOUND_CONFIG,
    tls: {
      authorities,
      valid: identity('client'),
      badCommonName: identity('wrong-cn'),
      badOrganizationalUnit: identity('wrong-ou'),
      revoked: identity('revoked'),
    },
  };
  return parseConfig(file, authorityFolder());
}

/** Starts a server with mutual TLS made with the connector, or one that a test spoils. */
export async function startSecure(spoiling: SecureSpoiling = {}): Promise<Tested> {
  const { mutual, options, guard, authorities } = spoiling;
  const tls = mutualTls({
    key: pem('server.key'),
    cert: pem('server.pem'),
    clientAuthorities: pem('ca.pem'),
    revocationLists: pem('ca.crl.pem'),
    allow: [{ commonName: 'sas.test', organizationalUnit: 'SAS' }],
    ...mutual,
  });
  const { handle } = createConnector({
    baseUrl: 'https://localhost/fhir',
    agenda: agendaOf(OFFER),
    regulators: new MemoryRegulators(),
    clock: () => NOW,
  });
  const sound = nodeListener(handle);
  const guarded = tls.guard(sound);
  const server = createServer(
    { ...tls.serverOptions, ...options },
    guard?.(sound, guarded) ?? guarded,
  );
  return tested(server, authorities, () => server.closeAllConnections());
}

/** A server that answers whatever comes first with these bytes. */
export function startBytes(bytes: readonly number[]): Promise<Tested> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.from(bytes)));
  });
  return tested(server, undefined, () => undefined);
}

async function tested(
  server: Server,
  authorities: string | undefined,
  cut: () => void,
): Promise<Tested> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      cut();
    });
  return { base: `https://localhost:${port}/fhir`, config: configOf(authorities), close };
}
