import type { AgendaSlot, RuleRequest, SlotRequest } from '@sas-kit/client';
import { localToInstant } from '../../format/instants.ts';
import { isDate, weekdays } from '../../format/week.ts';
import type { Refusal } from './form-state.ts';
import type { SlotDraft, SlotField } from './slot-draft.ts';

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

/** What is sent for a slot as it stands. */
export function offerOfSlot(slot: AgendaSlot): SlotRequest {
  const { start, end, modalities, visibility, booking, capacity, communities } = slot;
  const { publicDisplay = false } = slot;
  return { start, end, modalities, visibility, booking, capacity, communities, publicDisplay };
}

/** What is sent for a weekly rule: local times, no offset. */
export function ruleRequest(draft: SlotDraft): RuleRequest {
  const { exceptDate, exceptDates } = draft;
  const { days, date, until, from, to, slotMinutes, capacity, walkIn } = draft;
  return {
    days: weekdays.filter((weekday) => days.includes(weekday)),
    startTime: from,
    endTime: to,
    slotMinutes: Number(slotMinutes),
    validFrom: date,
    validUntil: until === '' ? null : until,
    intervalWeeks: draft.everyOther ? 2 : 1,
    // A date that was chosen but not added is meant too.
    exceptDates: [...new Set([...exceptDates, ...(isDate(exceptDate) ? [exceptDate] : [])])].sort(),
    skipHolidays: draft.skipHolidays,
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
  exceptDates: 'exceptDates',
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
