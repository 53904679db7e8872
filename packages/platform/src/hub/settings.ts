import { readFile } from 'node:fs/promises';
import type { HubConnectionOptions } from '@sas-kit/connector/hub';

/** How the Hub Santé is reached. */
export interface HubSettings {
  /** `amqps://HOST:5671/VHOST`, with a name and a password where there is no certificate. */
  url: string;
  /** Own id: `fr.health.ptfsas`, outside production `fr.health.test.ptfsas`. */
  clientId: string;
  /** PEM files; null with a password. */
  tls: { cert: string; key: string } | null;
  /** PEM file of the broker's authorities; null for those of Node. */
  authoritiesFile: string | null;
}

/** Files become what they hold. @throws Error naming the one that cannot be read. */
export async function readHubOptions(settings: HubSettings): Promise<HubConnectionOptions> {
  const { url, clientId, tls, authoritiesFile } = settings;
  const read = (path: string) =>
    readFile(path, 'utf8').catch(() => {
      throw new Error(`${path} cannot be read`);
    });
  const ca = authoritiesFile === null ? {} : { ca: await read(authoritiesFile) };
  if (tls === null) return { url, clientId };
  return { url, clientId, tls: { cert: await read(tls.cert), key: await read(tls.key), ...ca } };
}
