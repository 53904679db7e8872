import { civilTime } from '../../format/civil.ts';
import { isShown, localToInstant } from '../../format/instants.ts';
import { isDate } from '../../format/week.ts';
import {
  minutesOf,
  wholeNumber,
  type Faults,
  type SlotDraft,
  type SlotFault,
  type SlotField,
} from './slot-draft.ts';

const timeGridMinutes = 5;

/** 23:59 stands for midnight: a slot ends on the day it starts. */
function timeFault(time: string): 'time-missing' | 'time-grid' | undefined {
  const minutes = minutesOf(time);
  if (minutes === undefined) return 'time-missing';
  return minutes % timeGridMinutes === 0 || time === '23:59' ? undefined : 'time-grid';
}

/** Where the draft is read. */
export interface DraftPlace {
  /** IANA zone of the place. */
  zone: string;
  /** Milliseconds. */
  now: number;
  /** The draft is of a rule that stands: its first day may be over. */
  standing?: boolean;
}

/** Everything that keeps a draft from being sent. */
export function slotFaults(draft: SlotDraft, place: DraftPlace): Faults<SlotField, SlotFault> {
  return { ...dayFaults(draft, place), ...timeFaults(draft, place), ...offerFaults(draft) };
}

function dayFaults(
  { kind, date, days, until }: SlotDraft,
  { zone, now, standing = false }: DraftPlace,
): Faults<SlotField, SlotFault> {
  const faults: Faults<SlotField, SlotFault> = {};
  if (!isDate(date)) faults.date = 'date-missing';
  else if (!standing && date < civilTime(now, zone).date) faults.date = 'date-past';
  if (kind !== 'weekly') return faults;
  if (days.length === 0) faults.days = 'days-missing';
  if (until !== '' && !isDate(until)) faults.until = 'until-invalid';
  else if (until !== '' && until < date) faults.until = 'until-before-date';
  return faults;
}

function timeFaults(
  { kind, date, from, to, slotMinutes }: SlotDraft,
  { zone, now }: DraftPlace,
): Faults<SlotField, SlotFault> {
  const faults: Faults<SlotField, SlotFault> = {};
  const [fromFault, toFault] = [timeFault(from), timeFault(to)];
  if (fromFault) faults.from = fromFault;
  if (toFault) faults.to = toFault;
  else if (!fromFault && to <= from) faults.to = 'end-before-start';
  if (kind === 'weekly') {
    const length = (minutesOf(to) ?? 0) - (minutesOf(from) ?? 0);
    if (!wholeNumber(slotMinutes, 5, 720)) faults.slotMinutes = 'minutes-invalid';
    else if (!faults.from && !faults.to && Number(slotMinutes) > length) {
      faults.slotMinutes = 'minutes-too-long';
    }
  } else if (isDate(date)) {
    // A rule simply makes no slot at a time that the clocks skip.
    const today = civilTime(now, zone).date;
    if (!faults.from && !isShown(date, from, zone)) faults.from = 'time-skipped';
    if (!faults.to && !isShown(date, to, zone)) faults.to = 'time-skipped';
    if (!faults.from && date === today && Date.parse(localToInstant(date, from, zone)) <= now) {
      faults.from = 'time-past';
    }
  }
  return faults;
}

function offerFaults(draft: SlotDraft): Faults<SlotField, SlotFault> {
  const faults: Faults<SlotField, SlotFault> = {};
  const { kind, capacity, modalities, visibility, communities } = draft;
  if (kind !== 'single' && !wholeNumber(capacity, 1, 100)) faults.capacity = 'capacity-invalid';
  if (modalities.length === 0) faults.modalities = 'modalities-missing';
  if (visibility.length === 0) faults.visibility = 'visibility-missing';
  if (visibility.includes('CPTS') && communities.length === 0) {
    faults.communities = 'communities-missing';
  }
  return faults;
}
