import type { AbsenceRequest } from '@sas-kit/client';
import { civilTime } from '../../format/civil.ts';
import { isShown, localToInstant } from '../../format/instants.ts';
import { addDays, isDate } from '../../format/week.ts';
import type { Refusal } from './form-state.ts';
import type { Faults } from './slot-draft.ts';

/** The form's fields, as the reader left them. */
export interface AbsenceDraft {
  /** From the first midnight to the last: no times. */
  wholeDays: boolean;
  fromDate: string;
  fromTime: string;
  toDate: string;
  toTime: string;
}

export type AbsenceField = Exclude<keyof AbsenceDraft, 'wholeDays'>;
export type AbsenceFault =
  'date-missing' | 'time-missing' | 'time-skipped' | 'end-before-start' | 'absence-past';

/** Fields in the order in which they stand. */
export const absenceFields = [
  'fromDate',
  'fromTime',
  'toDate',
  'toTime',
] as const satisfies readonly AbsenceField[];

export function newAbsenceDraft(date: string): AbsenceDraft {
  return { wholeDays: true, fromDate: date, fromTime: '', toDate: date, toTime: '' };
}

/** The period, its end not in it; the last whole day ends at the next midnight. */
export function absenceRequest(draft: AbsenceDraft, zone: string): AbsenceRequest {
  const { wholeDays, fromDate, fromTime, toDate, toTime } = draft;
  return wholeDays
    ? {
        from: localToInstant(fromDate, '00:00', zone),
        to: localToInstant(addDays(toDate, 1), '00:00', zone),
      }
    : {
        from: localToInstant(fromDate, fromTime, zone),
        to: localToInstant(toDate, toTime, zone),
      };
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Everything that keeps a draft from being sent. */
export function absenceFaults(
  draft: AbsenceDraft,
  { zone, now }: { zone: string; now: number },
): Faults<AbsenceField, AbsenceFault> {
  const faults: Faults<AbsenceField, AbsenceFault> = {};
  for (const edge of ['from', 'to'] as const) {
    const [date, time] = [draft[`${edge}Date`], draft[`${edge}Time`]];
    if (!isDate(date)) faults[`${edge}Date`] = 'date-missing';
    if (draft.wholeDays) continue;
    if (!isTime(time)) faults[`${edge}Time`] = 'time-missing';
    else if (isDate(date) && !isShown(date, time, zone)) faults[`${edge}Time`] = 'time-skipped';
  }
  if (Object.keys(faults).length > 0) return faults;
  const { from, to } = absenceRequest(draft, zone);
  const sameDay = draft.fromDate === draft.toDate;
  if (Date.parse(to) <= Date.parse(from)) {
    faults[draft.wholeDays || !sameDay ? 'toDate' : 'toTime'] = 'end-before-start';
  } else if (Date.parse(to) <= now) faults.toDate = 'absence-past';
  return faults;
}

/** Both edges of a period at midnight: whole days, the last one included. */
export function wholeDaysOf(
  { from, to }: AbsenceRequest,
  zone: string,
): [first: string, last: string] | undefined {
  const edges = [from, to].map((instant) => civilTime(instant, zone));
  if (edges.some(({ hour, minute }) => hour !== 0 || minute !== 0)) return undefined;
  const [first, end] = edges.map(({ date }) => date);
  return first && end && first < end ? [first, addDays(end, -1)] : undefined;
}

/** The field that a refusal of the platform speaks of. */
export function absenceFieldAt({ pointer }: Refusal): AbsenceField | undefined {
  if (pointer === '/from') return 'fromDate';
  return pointer === '/to' ? 'toDate' : undefined;
}
