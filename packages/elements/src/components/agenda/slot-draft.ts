import type {
  Modality,
  Rule,
  RuleRequest,
  SlotRequest,
  Visibility,
  Weekday,
} from '@sas-kit/client';
import { civilTime } from '../../format/civil.ts';
import { isShown, localToInstant } from '../../format/instants.ts';
import { isDate, weekdayOf, weekdays } from '../../format/week.ts';
import type { Refusal } from './form-state.ts';

/** One patient at one time, several patients in a range, or slots that come back every week. */
export type SlotKind = 'single' | 'range' | 'weekly';

/** The form's fields, as the reader left them. */
export interface SlotDraft {
  kind: SlotKind;
  /** Of a weekly rule, its first day. */
  date: string;
  from: string;
  to: string;
  /** Patients of a range, or of each weekly slot. */
  capacity: string;
  /** One comes without having booked. */
  walkIn: boolean;
  slotMinutes: string;
  days: readonly Weekday[];
  /** Last day of a weekly rule, included; empty for no end. */
  until: string;
  modalities: readonly Modality[];
  visibility: readonly Visibility[];
  /** National ids of the CPTS. */
  communities: readonly string[];
  publicDisplay: boolean;
}

/** The fields that can be at fault. */
export type SlotField = Exclude<keyof SlotDraft, 'kind' | 'walkIn' | 'publicDisplay'>;

export type SlotFault =
  | 'date-missing'
  | 'date-past'
  | 'time-missing'
  | 'time-past'
  | 'time-grid'
  | 'time-skipped'
  | 'end-before-start'
  | 'capacity-invalid'
  | 'minutes-invalid'
  | 'minutes-too-long'
  | 'days-missing'
  | 'until-invalid'
  | 'until-before-date'
  | 'modalities-missing'
  | 'visibility-missing'
  | 'communities-missing';

/** Fields in the order in which they stand: the first at fault gets the focus. */
export const slotFields = [
  'days',
  'date',
  'until',
  'from',
  'to',
  'slotMinutes',
  'capacity',
  'modalities',
  'visibility',
  'communities',
] as const satisfies readonly SlotField[];

export type Faults<F extends string, C extends string> = Partial<Record<F, C>>;

/** The form when it opens. Nothing is chosen that opens a slot to more people than the reader means. */
export function newSlotDraft(date: string): SlotDraft {
  return {
    kind: 'single',
    date,
    from: '',
    to: '',
    capacity: '',
    walkIn: false,
    slotMinutes: '15',
    days: [weekdayOf(date)],
    until: '',
    modalities: [],
    visibility: [],
    communities: [],
    publicDisplay: false,
  };
}

/** The same draft as another kind: what the kinds do not share starts anew. */
export function draftOfKind(draft: SlotDraft, kind: SlotKind): SlotDraft {
  if (kind === draft.kind) return draft;
  return {
    ...draft,
    kind,
    walkIn: kind === 'range',
    capacity: kind === 'weekly' ? '1' : '',
    days: isDate(draft.date) ? [weekdayOf(draft.date)] : [],
  };
}

/** The form over a rule that stands. */
export function draftOf(rule: Rule): SlotDraft {
  return {
    kind: 'weekly',
    date: rule.validFrom ?? '',
    from: rule.startTime,
    to: rule.endTime,
    capacity: String(rule.capacity ?? 1),
    walkIn: rule.booking === 'WALKIN',
    slotMinutes: String(rule.slotMinutes),
    days: rule.days,
    until: rule.validUntil ?? '',
    modalities: rule.modalities,
    visibility: rule.visibility,
    communities: rule.communities ?? [],
    publicDisplay: rule.publicDisplay ?? false,
  };
}

const timeGridMinutes = 5;

/** Minutes since midnight of `09:20`; undefined where it is not a time. */
function minutesOf(time: string): number | undefined {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
}

/** 23:59 stands for midnight: a slot ends on the day it starts. */
function timeFault(time: string): 'time-missing' | 'time-grid' | undefined {
  const minutes = minutesOf(time);
  if (minutes === undefined) return 'time-missing';
  return minutes % timeGridMinutes === 0 || time === '23:59' ? undefined : 'time-grid';
}

const wholeNumber = (text: string, least: number, most: number): boolean =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;

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

/** Slots that a weekly rule makes on each of its days. */
export function slotsPerDay({ from, to, slotMinutes }: SlotDraft): number {
  const length = (minutesOf(to) ?? 0) - (minutesOf(from) ?? 0);
  return wholeNumber(slotMinutes, 5, 720)
    ? Math.max(0, Math.floor(length / Number(slotMinutes)))
    : 0;
}

/** One patient for more than an hour: a range is most likely meant. */
export function isLongSingle({ kind, from, to }: SlotDraft): boolean {
  return kind === 'single' && (minutesOf(to) ?? 0) - (minutesOf(from) ?? 0) > 60;
}

function offerOf({ modalities, visibility, communities, publicDisplay }: SlotDraft) {
  return {
    modalities: [...modalities],
    visibility: [...visibility],
    communities: visibility.includes('CPTS') ? [...communities] : [],
    publicDisplay: publicDisplay && visibility.includes('PUBLIC'),
  };
}

/** What is sent for a single slot or a range. */
export function slotRequest(draft: SlotDraft, zone: string): SlotRequest {
  const { kind, date, from, to, capacity, walkIn } = draft;
  const range = kind === 'range';
  return {
    start: localToInstant(date, from, zone),
    end: localToInstant(date, to, zone),
    ...offerOf(draft),
    booking: range && walkIn ? 'WALKIN' : 'ROUTINE',
    capacity: range ? Number(capacity) : 1,
  };
}

/** What is sent for a weekly rule: local times, no offset. */
export function ruleRequest(draft: SlotDraft): RuleRequest {
  const { days, date, until, from, to, slotMinutes, capacity, walkIn } = draft;
  return {
    days: weekdays.filter((weekday) => days.includes(weekday)),
    startTime: from,
    endTime: to,
    slotMinutes: Number(slotMinutes),
    validFrom: date,
    validUntil: until === '' ? null : until,
    ...offerOf(draft),
    booking: walkIn ? 'WALKIN' : 'ROUTINE',
    capacity: Number(capacity),
  };
}

const fieldOfMember: Readonly<Record<string, SlotField>> = {
  start: 'from',
  startTime: 'from',
  end: 'to',
  endTime: 'to',
  slotMinutes: 'slotMinutes',
  days: 'days',
  validFrom: 'date',
  validUntil: 'until',
  capacity: 'capacity',
  modalities: 'modalities',
  visibility: 'visibility',
  communities: 'communities',
};

/** Codes that speak of the time, also where they come without a place. */
const timeCodes = new Set(['slot-overlap', 'slot-in-past', 'absence-overlap']);

/** The field that a refusal of the platform speaks of. */
export function slotFieldAt({ code, pointer }: Refusal): SlotField | undefined {
  return fieldOfMember[pointer?.split('/')[1] ?? ''] ?? (timeCodes.has(code) ? 'from' : undefined);
}
