import type { AgendaSlot, Modality, Rule, Visibility, Weekday } from '@sas-kit/client';
import { civilTime, type CivilTime } from '../../format/civil.ts';
import { isDate, weekdayOf } from '../../format/week.ts';

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
  /** A weekly rule comes every other week, counted from the week of its first day. */
  everyOther: boolean;
  /** Dates on which a weekly rule makes no slots. */
  exceptDates: readonly string[];
  /** One more of them, not yet added. */
  exceptDate: string;
  /** A weekly rule makes no slots on public holidays of the place. */
  skipHolidays: boolean;
  modalities: readonly Modality[];
  visibility: readonly Visibility[];
  /** National ids of the CPTS. */
  communities: readonly string[];
  publicDisplay: boolean;
}

/** The fields that can be at fault. */
export type SlotField = Exclude<
  keyof SlotDraft,
  'kind' | 'walkIn' | 'publicDisplay' | 'everyOther' | 'exceptDate' | 'skipHolidays'
>;

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
  'exceptDates',
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
    everyOther: false,
    exceptDates: [],
    exceptDate: '',
    skipHolidays: false,
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
    everyOther: rule.intervalWeeks === 2,
    exceptDates: rule.exceptDates ?? [],
    exceptDate: '',
    skipHolidays: rule.skipHolidays ?? false,
    modalities: rule.modalities,
    visibility: rule.visibility,
    communities: rule.communities ?? [],
    publicDisplay: rule.publicDisplay ?? false,
  };
}

/** The form over a slot that moves or is copied. One that ends at midnight ends at 23:59 there. */
export function draftOfSlot(slot: AgendaSlot, zone: string): SlotDraft {
  const [from, to] = [slot.start, slot.end].map((instant) => civilTime(instant, zone)) as [
    CivilTime,
    CivilTime,
  ];
  const { capacity = 1, booking = 'ROUTINE', communities = [], publicDisplay = false } = slot;
  const range = capacity > 1 || booking === 'WALKIN';
  return {
    ...newSlotDraft(from.date),
    kind: range ? 'range' : 'single',
    from: wallTime(from),
    to: to.date > from.date ? '23:59' : wallTime(to),
    capacity: range ? String(capacity) : '',
    walkIn: booking === 'WALKIN',
    modalities: slot.modalities,
    visibility: slot.visibility,
    communities,
    publicDisplay,
  };
}

/** `09:20` */
export const wallTime = ({ hour, minute }: CivilTime): string =>
  [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');

/** Minutes since midnight of `09:20`; undefined where it is not a time. */
export function minutesOf(time: string): number | undefined {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
}

/** Whether a text is a whole number in a range. */
export const wholeNumber = (text: string, least: number, most: number): boolean =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;

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
