export { declareQueue, startHubStandIn } from './stand-in.ts';
export type { HubStandIn, HubStandInOptions, RefusedMessage } from './stand-in.ts';
export { HUB_CHECKS, type HubCheck, type HubFault, type SchemaFault } from './checks.ts';
