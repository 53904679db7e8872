export type { RegulatorAccount, RegulatorStore } from './accounts/account.ts';
export { MemoryRegulators } from './accounts/memory-store.ts';
export type {
  AgendaSource,
  AssociationQuery,
  Audience,
  BookingAnswer,
  BookingRequest,
  Call,
  CancellationAnswer,
  CancellationRequest,
  Offer,
  OfferedPractitioner,
  OfferedSlot,
  PractitionerQuery,
  Window,
} from './agenda.ts';
export type { Appointments } from './appointments/appointments.ts';
export {
  AppointmentError,
  type AppointmentMessage,
  type AppointmentOptions,
} from './appointments/options.ts';
export { MemoryQueue } from './appointments/memory-queue.ts';
export type { AbandonedTask, AppointmentQueue, AppointmentTask } from './appointments/queue.ts';
export { createConnector, type Connector } from './connector.ts';
export type { Handler } from './handler.ts';
export type { ConnectorOptions, ErrorScene } from './options.ts';
export type { Explanation, ExplainOptions, FlowExplanation } from './publish/explain.ts';
