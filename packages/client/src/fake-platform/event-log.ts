import { contract } from '../generated/contract.ts';
import type { Schemas } from './contract.ts';
import { agendaSlot } from './present.ts';
import {
  type AppointmentRecord,
  instant,
  type ScheduleRecord,
  type SlotRecord,
  type World,
} from './world.ts';

/** An event as the platform sends it to endpoints. */
export type WebhookEvent = Schemas['WebhookEvent'];
type SlotChange = 'withdrawn' | 'published' | 'released' | 'taken';

/** Slots of one event; the rest comes in another. */
const SLOTS_PER_EVENT = 100;
/** Withdrawals come first, as they make room. */
const CHANGES: readonly SlotChange[] = ['withdrawn', 'published', 'released', 'taken'];

/** What an endpoint may be told of a slot: its offer while it stands, and its booked places. */
interface SeenSlot {
  readonly version: number;
  readonly offer: string | null;
  readonly booked: number;
}

function seenOf({ booked, version, withdrawnBy, ...offer }: SlotRecord): SeenSlot {
  return { version, offer: withdrawnBy === null ? JSON.stringify(offer) : null, booked };
}

function changesOf(before: SeenSlot | undefined, now: SeenSlot): SlotChange[] {
  const changes: SlotChange[] = [];
  if (now.offer !== (before?.offer ?? null)) {
    changes.push(now.offer === null ? 'withdrawn' : 'published');
  }
  const booked = now.booked - (before?.booked ?? 0);
  if (booked !== 0) changes.push(booked > 0 ? 'taken' : 'released');
  return changes;
}

/** Everything that has happened since it began, as events for endpoints. */
export class EventLog {
  readonly events: WebhookEvent[] = [];
  readonly #world: World;
  readonly #slots: Map<string, SeenSlot>;
  readonly #appointments = new Map<string, string>();

  constructor(world: World) {
    this.#world = world;
    this.#slots = new Map([...world.slots.values()].map((slot) => [slot.id, seenOf(slot)]));
  }

  /** Something may have happened since the last time. */
  note(): void {
    this.#noteSlots();
    for (const record of this.#world.appointments.values()) this.#noteAppointment(record);
  }

  #noteSlots(): void {
    const changed = new Map<
      string,
      { schedule: string; change: SlotChange; slots: SlotRecord[] }
    >();
    for (const slot of this.#world.slots.values()) {
      const before = this.#slots.get(slot.id);
      if (before?.version === slot.version) continue;
      const now = seenOf(slot);
      this.#slots.set(slot.id, now);
      for (const change of changesOf(before, now)) {
        const key = `${slot.scheduleId} ${CHANGES.indexOf(change)}`;
        const group = changed.get(key) ?? { schedule: slot.scheduleId, change, slots: [] };
        changed.set(key, group);
        group.slots.push(slot);
      }
    }
    for (const key of [...changed.keys()].sort()) {
      const { schedule, change, slots: told } = changed.get(key)!;
      for (let at = 0; at < told.length; at += SLOTS_PER_EVENT) {
        this.#tellSlots(schedule, change, told.slice(at, at + SLOTS_PER_EVENT));
      }
    }
  }

  #tellSlots(scheduleId: string, change: SlotChange, slots: readonly SlotRecord[]): void {
    const schedule = this.#world.schedules.get(scheduleId)!;
    this.#tell(schedule, scheduleId, {
      type: `slot.${change}`,
      data: {
        schedule: { id: scheduleId, ref: schedule.ref },
        slots: slots.map((slot) => agendaSlot(this.#world, slot, schedule)),
      },
    });
  }

  #noteAppointment(record: AppointmentRecord): void {
    const { id, status, slotId } = record;
    const now = `${status} ${slotId}`;
    const before = this.#appointments.get(id);
    if (before === now) return;
    this.#appointments.set(id, now);
    const [formerStatus, formerSlotId = null] = before?.split(' ') ?? [];
    const moved = formerStatus === status;
    if (status !== 'pending') {
      this.#tellAppointment(record, moved ? 'rescheduled' : status, moved ? formerSlotId : null);
    }
  }

  #tellAppointment(
    { id, reference, status, start, end, created, scheduleId, slotId }: AppointmentRecord,
    change: 'rescheduled' | Exclude<AppointmentRecord['status'], 'pending'>,
    formerSlotId: string | null,
  ): void {
    const schedule = this.#world.schedules.get(scheduleId)!;
    const { timeZone } = schedule.location;
    this.#tell(schedule, id, {
      type: `appointment.${change}`,
      data: {
        schedule: { id: scheduleId, ref: schedule.ref },
        appointment: {
          id,
          reference,
          status,
          start: instant(start, timeZone),
          end: instant(end, timeZone),
          created: instant(created, timeZone),
        },
        slot: agendaSlot(this.#world, this.#world.slots.get(slotId)!, schedule),
        formerSlotId,
      },
    });
  }

  #tell(
    { location: { timeZone } }: ScheduleRecord,
    subject: string,
    event: Pick<WebhookEvent, 'type' | 'data'>,
  ): void {
    const envelope = {
      id: this.#world.newId(),
      createdAt: instant(this.#world.now(), timeZone),
      subject,
      sequence: this.events.length + 1,
      apiVersion: contract.version,
    };
    this.events.push({ ...envelope, ...event } as WebhookEvent);
  }
}
