export * from './codes.ts';
export { fhirId, isFhirId } from './fhir-id.ts';
export * from './finding.ts';
export * from './guide.ts';
export * from './hub/index.ts';
export * from './identifiers.ts';
export * from './link/index.ts';
export * from './lint/index.ts';
export type * from './model.ts';
export { formatPhone, isFrenchE164, parsePhone, telUri, type Phone } from './phones.ts';
export type * from './resources.ts';
export * from './specialties.ts';
export { DEFAULT_TIME_ZONE, FRENCH_TIME_ZONES, timeZoneOf } from './time-zones.ts';
export { formatInstant, fromWallClock, isTimeZone, offsetAt, parseInstant } from './instants.ts';
export { readAppointment, type ReadAppointment } from './read/appointment.ts';
export { readBundle, type ReadBundle, type ReadOptions } from './read/bundle.ts';
export { READ_RULES, type ReadRule } from './read/notes.ts';
export { readOperationOutcome, type ReadIssue } from './read/operation-outcome.ts';
export { readRegulator, type ReadRegulator } from './read/regulator.ts';
export {
  escapeSearchValue,
  SEARCH_FORMS,
  searchParts,
  searchPath,
  type SearchForm,
  type SearchPart,
} from './search-query.ts';
export { writeAppointment, type AppointmentOptions } from './write/appointment.ts';
export {
  BOOKING_REFERENCE,
  isBookingReference,
  writeBooking,
  type Booking,
  type FhirBooking,
} from './write/booking.ts';
export { selfLink, writeBundle, type WrittenBundle } from './write/bundle.ts';
export { writeCapabilityStatement, type CapabilityOptions } from './write/capability-statement.ts';
export { WRITE_RULES, type WriteRule } from './write/notes.ts';
export { outcomeOfFindings, writeOperationOutcome, type Issue } from './write/operation-outcome.ts';
export type { WriteOptions } from './write/options.ts';
export { writeRegulator, type Written } from './write/regulator.ts';
