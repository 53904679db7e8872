import type {
  BookingMode,
  Modality,
  RuleRequest,
  ScheduleRequest,
  Visibility,
  Weekday,
} from '@sas-kit/client';
import { EVERY_DAY } from './calendar.ts';

/** What a demonstration practice offers, again and again. Starts lie on the grid :00, :20, :40. */
export interface Hours {
  /** `09:00`, at 04:00 or later. */
  from: string;
  /** `12:00`; `24:00` is midnight, for pushed hours only. */
  to: string;
  /** Default, every day. */
  days?: Weekday[];
  /** Minutes of a slot. Default, 20. */
  minutes?: number;
  /** Default, PUBLIC: shown to web visitors where the agenda agrees. */
  visibility?: Visibility[];
  /** Default, at the practice. */
  modalities?: Modality[];
  booking?: BookingMode;
  /** Places of a slot. Default, 1. */
  capacity?: number;
  /** National ids of the CPTS that see CPTS slots. */
  communities?: string[];
}

/** An agenda of the demonstration: who, where, when. */
export interface DemonstrationAgenda extends Omit<ScheduleRequest, 'ref'> {
  ref: string;
  /** Become weekly rules. Never overlap `pushed`. */
  weekly?: Hours[];
  /** Sent slot by slot, as a vendor's software does. */
  pushed?: Hours[];
  /** Away for the coming weeks: the agenda is connected and has nothing free. */
  away?: boolean;
}

/** Monday to Friday. */
export const WORKDAYS: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
/** Monday to Saturday. */
export const NOT_SUNDAY: Weekday[] = [...WORKDAYS, 'sat'];

/** Everything that a slot says beside its time. */
export function offerOf(hours: Hours) {
  const visibility = hours.visibility ?? ['PUBLIC'];
  return {
    modalities: hours.modalities ?? (['AMB'] satisfies Modality[]),
    visibility,
    booking: hours.booking ?? ('ROUTINE' as const),
    capacity: hours.capacity ?? 1,
    communities: hours.communities ?? [],
    publicDisplay: visibility.includes('PUBLIC'),
  };
}

/** The weekly rule of these hours. */
export function ruleOf(hours: Hours): RuleRequest {
  return {
    days: hours.days ?? EVERY_DAY,
    startTime: hours.from,
    endTime: hours.to,
    slotMinutes: hours.minutes ?? 20,
    ...offerOf(hours),
  };
}
