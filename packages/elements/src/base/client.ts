import type { SasClient } from '@sas-kit/client';
import { createKeyTransport, type Transport } from '@sas-kit/client/transport';
import { closestAcross } from './tree.ts';

/** Where an element calls. */
export interface Connection {
  baseUrl: string;
  key: string;
}

/** What `<sas-provider>` gives to the elements inside it. */
export interface ClientProvider extends Element, Connection {
  client: SasClient | undefined;
}

const transports = new Map<string, Transport>();

/** One transport per address and key, shared by the elements of a page. */
export function transportTo({ baseUrl, key }: Connection): Transport {
  const name = `${key} ${baseUrl}`;
  const transport = transports.get(name) ?? createKeyTransport({ baseUrl, key });
  transports.set(name, transport);
  return transport;
}

/** The nearest `<sas-provider>` around an element, across shadow roots. */
export function providerOf(element: Element): ClientProvider | undefined {
  return closestAcross(element, 'sas-provider') as ClientProvider | undefined;
}
