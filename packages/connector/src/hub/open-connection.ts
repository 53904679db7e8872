import { HubConnection, type ConnectionEvents } from './connection.ts';
import type { HubConnectionOptions } from './options.ts';
import { connectionSettingsOf } from './settings.ts';
import type { HubQueue } from './store.ts';

/**
 * One connection to the Hub Santé for a program that keeps its messages itself: publishes with
 * confirmation, consumes the queues that are named, and is made again whenever it is lost. Dispatch
 * software takes `createHubConsumer`, which keeps them.
 *
 * @param queues what it reads; the three of a client without.
 * @throws as `createHubConsumer` does, for the address, the id and numbers out of bounds.
 * @example
 *   const connection = createHubConnection({ url, clientId: 'fr.health.ptfsas', tls }, events, ['ack', 'info']);
 *   await connection.open();
 *   await connection.publish(message);
 */
export function createHubConnection(
  options: HubConnectionOptions,
  events: ConnectionEvents,
  queues?: readonly HubQueue[],
): HubConnection {
  return new HubConnection(connectionSettingsOf(options), events, queues);
}
