export type { Reason } from './day.ts';
export { type Holiday, type HolidayCalendar, publicHolidays } from './holidays.ts';
export { emergencyNumbers, type NumbersStatus } from './numbers.ts';
export { type RegimeAnswer, regimeAt, type RegimeState } from './regime.ts';
export type * from './territory.ts';
