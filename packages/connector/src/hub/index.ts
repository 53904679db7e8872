export { createHubConsumer, type HubConsumer } from './consumer.ts';
export { FileTakenError } from '../appointments/line-file.ts';
export { FileHubStore } from './file-store.ts';
export { MemoryHubStore } from './memory-store.ts';
export {
  HubRefusal,
  type HubCertificate,
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
