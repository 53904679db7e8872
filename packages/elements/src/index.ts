export { SasAccessNotice } from './components/access-notice/access-notice.ts';
export { SasAgenda } from './components/agenda/agenda.ts';
export type { AgendaClient } from './components/agenda/agenda-data.ts';
export {
  SasAvailability,
  type AvailabilityClient,
} from './components/availability/availability.ts';
export { SasBooking } from './components/booking/booking.ts';
export type { BookingClient } from './components/booking/flow.ts';
export { SasDirectory, type DirectoryClient } from './components/directory/directory.ts';
export {
  SasEditorStatus,
  type EditorStatusClient,
} from './components/editor-status/editor-status.ts';
export { SasJoin, type JoinKind } from './components/join/join.ts';
export { SasNews } from './components/news/news.ts';
export { SasOrientation, type OrientationClient } from './components/orientation/orientation.ts';
export {
  SasOrientationList,
  type OrientationListClient,
  type Show,
} from './components/orientation-list/orientation-list.ts';
export { SasParticipation } from './components/participation/participation.ts';
export type { ParticipationClient } from './components/participation/participation-data.ts';
export { SasPathway } from './components/pathway/pathway.ts';
export { SasProvider } from './components/provider/provider.ts';
export { SasStatistics, type StatisticsClient } from './components/statistics/statistics.ts';
export {
  SasTerritorySettings,
  type TerritorySettingsClient,
} from './components/territory-settings/territory-settings.ts';
export { SasWhenToCall, type WhenToCallClient } from './components/when-to-call/when-to-call.ts';
export * from './events/index.ts';
