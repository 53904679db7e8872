/**
 * The whole client: `createSasClient`, its options, its errors and every type of the contract.
 *
 * @module
 */
export { acrossTabs, type AcrossTabsOptions } from './across-tabs.ts';
export * from './client.ts';
export { clientCredentials, type ClientCredentials } from './client-credentials.ts';
export { embedToken, type EmbedTokenOptions } from './embed-token.ts';
export * from './errors.ts';
export type * from './hooks.ts';
export * from './keep-token.ts';
export type { Log, Logger } from './logger.ts';
export type * from './operation.ts';
export type * from './options.ts';
export { eachItem, type Page } from './pages.ts';
export { solveChallenge } from './proof.ts';
export { responseInfo, type ResponseInfo } from './response-info.ts';
export { createTransport, type StreamTransport, type Transport } from './transport.ts';
export type * from './types.ts';
export type * from './absences.ts';
export type * from './accounts.ts';
export type * from './appointments.ts';
export type * from './availability.ts';
export type * from './availability-stream.ts';
export type * from './call-events.ts';
export type * from './delegations.ts';
export type * from './editors.ts';
export type * from './embed-sessions.ts';
export type * from './holds.ts';
export type * from './orientations.ts';
export type * from './participation.ts';
export type * from './news.ts';
export type * from './places.ts';
export type * from './practice-calls.ts';
export type * from './protocols.ts';
export type * from './rules.ts';
export type * from './schedules.ts';
export type * from './search-links.ts';
export type * from './session.ts';
export type * from './slots.ts';
export type * from './specialties.ts';
export type * from './stream.ts';
export type * from './statistics.ts';
export type * from './structures.ts';
export type * from './system.ts';
export type * from './territories.ts';
export type * from './transmissions.ts';
export type * from './webhooks/resource.ts';
