import type { AgendaSlot, Schedule } from '@sas-kit/client';
import { readSlots } from './agenda-data.ts';
import type { AgendaDesk } from './desk.ts';
import { Foresight } from './foresight.ts';
import { slotsIn, wantedBy, type Overlap, type Period } from './overlaps.ts';
import type { SlotDraft } from './slot-draft.ts';

/** What is not compared with: the slot that moves, the slots of the rule that the form is over. */
export interface Apart {
  slotId?: string;
  ruleId?: string;
}

/** Looks up what stands when a draft wants its slots, in all agendas of the same practitioner. */
export function overlapsOf(
  desk: AgendaDesk,
  draftOf: () => SlotDraft,
  apart: Apart = {},
): Foresight<Overlap> {
  const { around } = desk;
  const known = new Map<string, Promise<readonly AgendaSlot[]>>();
  const wanted = (): Period[] => {
    const { schedule, today } = desk.store;
    return schedule ? wantedBy(draftOf(), schedule, today) : [];
  };

  /** One reading for each agenda and window: times change more often than days. */
  const slotsOf = (schedule: Schedule, window: { from: string; to: string }) => {
    const key = `${schedule.id} ${window.from} ${window.to}`;
    const reading = known.get(key) ?? readSlots(around.api(), schedule.id, window);
    known.set(key, reading);
    reading.catch(() => known.delete(key));
    return reading;
  };

  const look = async (): Promise<readonly Overlap[]> => {
    const periods = wanted();
    const { schedule: mine } = desk.store;
    const [first, last] = [periods[0], periods.at(-1)];
    if (!mine || !first || !last) return [];
    // A slot that began earlier may still go on: none is longer than a day.
    const window = { from: aDayFrom(first.start, -1), to: aDayFrom(last.end, 1) };
    const overlaps = await Promise.all(
      agendasOfTheSame(mine, desk.store.schedules.value ?? []).map(async (schedule) =>
        slotsIn(await slotsOf(schedule, window), periods)
          .filter(({ id, ruleId }) => id !== apart.slotId && (ruleId ?? '') !== apart.ruleId)
          .map((slot): Overlap => ({ slot, schedule, own: schedule.id === mine.id })),
      ),
    );
    return overlaps.flat();
  };
  return new Foresight(
    desk.host,
    look,
    (found) => void desk.say('answers', (strings) => strings.overlapTitle(found.length)),
  );
}

/** What the look-up depends on; empty where the draft is not complete. */
export function overlapKey({ store }: AgendaDesk, draft: SlotDraft): string {
  return store.schedule
    ? wantedBy(draft, store.schedule, store.today)
        .map(({ start, end }) => `${start} ${end}`)
        .join()
    : '';
}

/** Midnights in UTC around an instant, so that windows are the same for all times of a day. */
function aDayFrom(instant: string, days: number): string {
  const day = 86_400_000;
  const midnight = Math.floor(Date.parse(instant) / day) * day;
  return new Date(midnight + (days > 0 ? days + 1 : days) * day).toISOString();
}

/** The agendas of the same practitioner; an association's site has its own alone. */
function agendasOfTheSame(mine: Schedule, all: readonly Schedule[]): readonly Schedule[] {
  const { practitioner } = mine;
  if (!practitioner) return [mine];
  return [
    mine,
    ...all.filter((one) => one.id !== mine.id && one.practitioner?.id === practitioner.id),
  ];
}
