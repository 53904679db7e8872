import type { HolidayCalendar } from './holidays.ts';

/**
 * `sas`: the hours in which the practices of the territory answer. `pdsa`: nights, weekends and holidays,
 * answered by the doctors on duty (permanence des soins ambulatoires, CSP R. 6315-1).
 */
export type Regime = 'sas' | 'pdsa';

/** A day of the week, Monday first. */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/**
 * Days between a holiday and a weekend that an area may add to its PDSA (CSP R. 6315-1): a Monday
 * whose morrow is a holiday; the Friday after one; the Saturday after one, be it of Thursday or Friday.
 */
export type BridgeDay = 'monday-before-holiday' | 'friday-after-holiday' | 'saturday-after-holiday';

/** SAS hours on some days of the week, in the territory's zone. Never across midnight. */
export interface DailyHours {
  days: readonly Weekday[];
  /** `08:00` */
  from: string;
  /** `20:00`; `24:00` is the end of the day. */
  to: string;
}

/** When the territory is in SAS hours. All else is PDSA, as are public holidays. */
export interface OpeningHours {
  /** First day, inclusive: `2026`, `2026-11` or `2026-11-23`. Null: no beginning is known. */
  validFrom: string | null;
  /** Last day, inclusive. Null: no end is known. */
  validUntil: string | null;
  sas: readonly DailyHours[];
  holidays: HolidayCalendar;
  bridgeDays: readonly BridgeDay[];
  source: string;
}

/** A number of the territory. */
export interface RegimeNumber {
  /** E.164, a short number, or `to-be-announced`. */
  number: string;
  label: string;
  /** When it answers. */
  regimes: readonly Regime[];
  /** First day, inclusive. Null: no beginning is known. */
  validFrom: string | null;
  /** Last day, inclusive. Null: no end is known. */
  validUntil: string | null;
  source: string;
}

/** What of a territory says which number answers when. */
export interface RegimeTerritory<N extends RegimeNumber = RegimeNumber> {
  id: string;
  /** IANA zone. */
  timeZone: string;
  accessNumbers: readonly N[];
  /** Oldest first; the last that is valid counts. None: they are to be announced. */
  openingHours: readonly OpeningHours[];
}
