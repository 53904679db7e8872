/** Half-open period of time. */
export interface Period {
  startsAt: Date;
  endsAt: Date;
}

/** Why a slot is not offered. `owner` is final; the others end when their cause does. */
export type WithdrawnBy = 'absence' | 'rule' | 'push' | 'owner';

/** A slot as it stands in the agenda. */
export interface StandingSlot extends Period {
  id: string;
  /** Identity inside its source: a pushed slot's `ref`, an occurrence's (rule, date, start); null otherwise. */
  key: string | null;
  state: 'live' | 'withdrawn';
  withdrawnBy: WithdrawnBy | null;
  booked: number;
  /** Places that somebody is booking right now: such a slot is not moved either. */
  held: number;
  /** Places offered. */
  capacity: number;
}

/** A slot that a source wants to offer. */
export interface WantedSlot extends Period {
  key: string;
  capacity: number;
}

/** Why a wanted slot is not offered as asked. */
export type Conflict = 'overlap' | 'booked' | 'absence' | 'past';

/** What has to happen so that the agenda offers what the source wants. */
export interface Plan<W extends WantedSlot> {
  create: W[];
  /** Standing slots that stay or come back, with what they shall be now. */
  keep: { standing: StandingSlot; wanted: W }[];
  /** Standing slots that nobody wants any more; a booked one keeps its booking. */
  withdraw: StandingSlot[];
  /** Wanted, but covered by an absence: they stand withdrawn, and come back when it ends. */
  shelve: { standing: StandingSlot; wanted: W }[];
  conflicts: { key: string; reason: Conflict }[];
}

/**
 * Compares what one source wants with what stands.
 *
 * `source` tells how silence is read: a vendor pushes its free slots, so a full slot that it no longer
 * sends is simply booked; a rule that ended takes its full slots out of the offer too, so that a
 * cancellation does not give them back. A booked slot is never moved, and its booking always stays.
 * Nothing wanted may cover another slot that is offered or booked. A pure function: the database
 * applies the plan, and its constraints have the last word.
 */
export function planSlots<W extends WantedSlot>(
  source: 'rule' | 'push' | 'agenda',
  wanted: readonly W[],
  standing: readonly StandingSlot[],
  others: readonly Period[],
  absences: readonly Period[],
  now: Date,
): Plan<W> {
  const plan: Plan<W> = { create: [], keep: [], withdraw: [], shelve: [], conflicts: [] };
  const byKey = new Map(standing.map((slot) => [slot.key, slot]));
  const wantedKeys = new Set(wanted.map((slot) => slot.key));
  for (const slot of standing) {
    const unwanted = slot.state === 'live' && !wantedKeys.has(slot.key ?? '');
    const simplyBooked = source === 'push' && slot.booked === slot.capacity;
    if (unwanted && !simplyBooked) plan.withdraw.push(slot);
  }
  // Booked slots stand first: whatever is wanted makes room for them.
  const taken = new Timetable([...others, ...standing.filter((slot) => slot.booked > 0)]);
  const inOrder = [...wanted].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  for (const slot of inOrder) {
    const before = byKey.get(slot.key);
    if (before?.withdrawnBy === 'owner') continue;
    const booked = (before?.booked ?? 0) > 0;
    const conflict = conflictOf(slot, before, taken, absences, now);
    if (conflict !== null) plan.conflicts.push({ key: slot.key, reason: conflict });
    if (conflict === 'absence' && before !== undefined) {
      plan.shelve.push({ standing: before, wanted: slot });
    } else if ((conflict === 'overlap' || conflict === 'past') && before?.state === 'live') {
      plan.withdraw.push(before);
    } else if (conflict === null) {
      if (!booked) taken.add(slot);
      if (before === undefined) plan.create.push(slot);
      else plan.keep.push({ standing: before, wanted: roomFor(before.booked, slot) });
    }
  }
  return plan;
}

function conflictOf(
  slot: WantedSlot,
  before: StandingSlot | undefined,
  taken: Timetable,
  absences: readonly Period[],
  now: Date,
): Conflict | null {
  const moved = before === undefined || !samePeriod(before, slot);
  const booked = before?.booked ?? 0;
  if (moved && before !== undefined && booked + before.held > 0) return 'booked';
  if (slot.startsAt <= now && moved) return 'past';
  if (absences.some((absence) => overlap(absence, slot))) return 'absence';
  return booked === 0 && taken.covers(slot) ? 'overlap' : null;
}

/** Nobody who is booked loses the place: a range is never smaller than its bookings. */
function roomFor<W extends WantedSlot>(booked: number, slot: W): W {
  return slot.capacity >= booked ? slot : { ...slot, capacity: booked };
}

/** Whether two half-open periods share an instant. */
export function overlap(a: Period, b: Period): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** Whether two periods are the same. */
export function samePeriod(a: Period, b: Period): boolean {
  return a.startsAt.getTime() === b.startsAt.getTime() && a.endsAt.getTime() === b.endsAt.getTime();
}

/** Periods by the hours that they touch, so that a push of 2,000 slots is not compared pair by pair. */
class Timetable {
  readonly #hours = new Map<number, Period[]>();

  constructor(periods: readonly Period[]) {
    for (const period of periods) this.add(period);
  }

  add(period: Period): void {
    for (const hour of hoursOf(period)) {
      const before = this.#hours.get(hour);
      if (before === undefined) this.#hours.set(hour, [period]);
      else before.push(period);
    }
  }

  covers(period: Period): boolean {
    for (const hour of hoursOf(period)) {
      if (this.#hours.get(hour)?.some((other) => overlap(other, period))) return true;
    }
    return false;
  }
}

function* hoursOf({ startsAt, endsAt }: Period): Generator<number> {
  const last = Math.ceil(endsAt.getTime() / 3_600_000);
  for (let hour = Math.floor(startsAt.getTime() / 3_600_000); hour < last; hour += 1) yield hour;
}
