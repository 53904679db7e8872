export { addDays, type CivilTime, civilTime, formatInstant, instantOf } from './civil-time.ts';
export { type Reason, reasonsFr, weekdays } from './day.ts';
export {
  type Holiday,
  type HolidayCalendar,
  holidayCalendarOf,
  holidayOn,
  publicHolidays,
} from './holidays.ts';
export { emergencyNumbers, type NumbersStatus } from './numbers.ts';
export { type RegimeAnswer, regimeAt, type RegimeState } from './regime.ts';
export type * from './territory.ts';
export { isValidOn, type Validity } from './validity.ts';
