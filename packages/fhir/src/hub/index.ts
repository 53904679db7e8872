export {
  HUB_EXCHANGE,
  HUB_ID,
  HUB_MESSAGE_PROPERTIES,
  hubQueueFor,
  hubQueues,
  isHubId,
  LARGEST_MESSAGE,
  LONGEST_VALIDITY_SECONDS,
  samuId,
  SAS_PLATFORM_ID,
  SAS_PLATFORM_TEST_ID,
  type HubQueues,
} from './addresses.ts';
export {
  ADDRESS_SCHEME,
  DISTRIBUTION_KINDS,
  DISTRIBUTION_STATUSES,
  type DistributionKind,
  type DistributionStatus,
  type HubEnvelope,
  type HubHeader,
  type HubParty,
} from './envelope.ts';
export {
  HUB_CATEGORIES,
  HUB_METHODS,
  HUB_STATUSES,
  type AppointmentMessage,
  type AppointmentMethod,
  type HubAppointment,
  type HubOrganization,
  type HubPractitioner,
  type HubRegulator,
  type ReceivedAppointment,
} from './appointment.ts';
export {
  REFERENCE_STEPS,
  type AcknowledgementMessage,
  type HubReference,
  type ReferenceStep,
} from './acknowledgement.ts';
export type { ErrorMessage, HubErrorReport } from './error-report.ts';
export {
  explainHubError,
  HUB_ERRORS,
  hubErrorFamily,
  isHubErrorCode,
  type HubErrorCode,
  type HubErrorExplanation,
  type HubErrorFamily,
} from './error-codes.ts';
export { HUB_RULES, type HubFinding, type HubRule } from './findings.ts';
export { toHubInstant } from './instants.ts';
export { hubOrganizationId, hubRegulatorId, hubRppsId } from './identifiers.ts';
export type { HubRoute } from './build-envelope.ts';
export {
  buildAppointmentMessage,
  type AppointmentFacts,
  type BuiltAppointmentMessage,
} from './build-appointment-message.ts';
export { buildAcknowledgement, type Acknowledgement } from './build-acknowledgement.ts';
export { buildError, type HubFault } from './build-error.ts';
export {
  parseHubContent,
  parseHubMessage,
  type ParsedHubContent,
  type ParsedHubMessage,
  type ReceivedContent,
  type ReceivedMessage,
} from './parse-message.ts';
export type { ReceivedEnvelope } from './parse-envelope.ts';
export {
  applyAppointmentMessage,
  applyToAppointment,
  NO_APPOINTMENTS,
  type AppointmentEffect,
  type AppointmentOutcome,
  type AppointmentRecord,
  type AppointmentsState,
  type IncomingAppointment,
} from './reducer.ts';
export {
  matchOrientation,
  type CasePlace,
  type DispatchCase,
  type MatchedReason,
  type MatchOptions,
  type MatchProposal,
  type OrientationMatch,
} from './match-orientation.ts';
export { MATCH_REASONS, type MatchReason } from './match-reasons.ts';
