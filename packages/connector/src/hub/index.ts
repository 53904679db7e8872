export { createHubConsumer, type HubConsumer } from './consumer.ts';
export { createHubConnection } from './open-connection.ts';
export type { ConnectionEvents, HubConnection } from './connection.ts';
export type { RawDelivery } from './read-delivery.ts';
export { FileTakenError } from '../appointments/line-file.ts';
export { FileHubStore } from './file-store.ts';
export { MemoryHubStore } from './memory-store.ts';
export {
  HubRefusal,
  type HubCertificate,
  type HubConnectionOptions,
  type HubConsumerOptions,
  type HubDelivery,
  type HubHandler,
  type HubScene,
  type MessageOf,
} from './options.ts';
export type { HubState } from './state.ts';
export type {
  AnswerContent,
  AsideMessage,
  DueAnswer,
  HubQueue,
  HubStore,
  KeptMessage,
  KnownMessage,
} from './store.ts';
