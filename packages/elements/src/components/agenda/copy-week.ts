import type { Absence, AgendaSlot, SlotRequest } from '@sas-kit/client';
import { civilTime } from '../../format/civil.ts';
import { isShown, localToInstant } from '../../format/instants.ts';
import { addDays, mondayOf } from '../../format/week.ts';
import { slotsIn } from './overlaps.ts';
import { wallTime } from './slot-draft.ts';
import { offerOfSlot } from './slot-request.ts';

/** Why a slot of the week is not made again in the other one. */
export type Hindrance = 'stands' | 'overlap' | 'absence' | 'past' | 'skipped';

/** One slot of the week that is copied. */
export interface CopyItem {
  /** The slot as it would be made. */
  request: SlotRequest;
  /** What keeps it from being made; undefined where nothing does. */
  hindrance: Hindrance | undefined;
}

/** What stands in the week that is copied to. */
export interface Target {
  /** `2026-11-30` */
  monday: string;
  slots: readonly AgendaSlot[];
  absences: readonly Absence[];
  /** IANA zone of the place. */
  zone: string;
  /** Milliseconds. */
  now: number;
}

/**
 * What copying a week would make, slot by slot, by start. Slots that software publishes are its own to
 * repeat, and withdrawn ones offer nothing.
 */
export function planCopy(
  slots: readonly AgendaSlot[],
  from: string,
  target: Target,
): readonly CopyItem[] {
  const days = (Date.parse(target.monday) - Date.parse(mondayOf(from))) / 86_400_000;
  return slots
    .filter(({ status, origin }) => status !== 'withdrawn' && origin !== 'push')
    .sort((one, other) => Date.parse(one.start) - Date.parse(other.start))
    .map((slot) => {
      const start = later(slot.start, days, target.zone);
      const end = later(slot.end, days, target.zone);
      const request = { ...offerOfSlot(slot), start: start.instant, end: end.instant };
      const shown = start.shown && end.shown;
      return { request, hindrance: shown ? hindranceOf(request, target) : 'skipped' };
    });
}

/** The same time of the clocks some days later, and whether they show it then. */
function later(instant: string, days: number, zone: string): { instant: string; shown: boolean } {
  const at = civilTime(instant, zone);
  const date = addDays(at.date, days);
  const time = wallTime(at);
  return { instant: localToInstant(date, time, zone), shown: isShown(date, time, zone) };
}

function hindranceOf(
  { start, end }: SlotRequest,
  { slots, absences, now }: Target,
): Hindrance | undefined {
  if (Date.parse(start) <= now) return 'past';
  const over = slotsIn(slots, [{ start, end }]);
  const same = (slot: AgendaSlot) =>
    Date.parse(slot.start) === Date.parse(start) && Date.parse(slot.end) === Date.parse(end);
  if (over.some(same)) return 'stands';
  if (over.length > 0) return 'overlap';
  const covered = absences.some(
    (absence) =>
      Date.parse(absence.from) < Date.parse(end) && Date.parse(start) < Date.parse(absence.to),
  );
  return covered ? 'absence' : undefined;
}
