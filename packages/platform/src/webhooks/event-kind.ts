import type { Database, Sql } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { formatInstant } from '../http/instants.ts';
import type { OutboxKind, OutboxRow } from '../outbox/kind.ts';
import { readAgendaSlots } from '../publishing/slots.ts';
import { makeEvent } from './event-maker.ts';
import { coalesceChanges, type NotedChanges } from './slot-changes.ts';
import { type Identities, subscribersOf, type ToldSchedule, wanting } from './subscribers.ts';

type Schemas = components['schemas'];

/** What the triggers of `0019_webhooks.sql` note. */
type Noted = NotedSlots | NotedAppointment;

interface NotedSlots {
  schedule: string;
  slots: NotedChanges;
}

interface NotedAppointment {
  schedule: string;
  /** The state that it got, or `rescheduled`. */
  change: string;
  /** Null of an appointment in an editor's agenda. */
  slot: string | null;
  formerSlot: string | null;
  appointment: Record<'id' | 'reference' | 'status' | 'startsAt' | 'endsAt' | 'createdAt', string>;
}

/** Turns what the database noted into events, for those endpoints that may see it. Nothing leaves here. */
export function eventKind(database: Database, identities: Identities): OutboxKind {
  return {
    perLane: 4,
    leaseSeconds: 60,
    deliver: (row) =>
      database.transaction(async (sql) => {
        const noted = row.payload as Noted;
        const schedule = await subscribersOf(sql, identities, noted.schedule);
        if (schedule === null) return;
        if ('slots' in noted) await tellSlots(sql, row, noted, schedule);
        else await tellAppointment(sql, row, noted, schedule);
      }),
  };
}

async function tellSlots(
  sql: Sql,
  row: OutboxRow,
  noted: NotedSlots,
  schedule: ToldSchedule,
): Promise<void> {
  for (const [part, { change, slots: ids }] of coalesceChanges(noted.slots).entries()) {
    const type = `slot.${change}` as const;
    const webhooks = wanting(schedule, type);
    if (webhooks.length === 0) continue;
    const slots = await readAgendaSlots(sql, ids, schedule.zone);
    if (slots.length === 0) continue;
    const data: Schemas['SlotEvent']['data'] = { schedule: told(noted, schedule), slots };
    const draft = { type, subject: noted.schedule, data, source: { id: row.id, part } };
    await makeEvent(sql, { ...draft, at: row.createdAt, zone: schedule.zone }, webhooks);
  }
}

async function tellAppointment(
  sql: Sql,
  row: OutboxRow,
  noted: NotedAppointment,
  schedule: ToldSchedule,
): Promise<void> {
  const type = `appointment.${noted.change}`;
  const webhooks = wanting(schedule, type);
  if (webhooks.length === 0) return;
  const { zone } = schedule;
  const { startsAt, endsAt, createdAt, ...same } = noted.appointment;
  const instant = (text: string) => formatInstant(new Date(text), zone);
  const [slot] = await readAgendaSlots(sql, noted.slot === null ? [] : [noted.slot], zone);
  const data: Schemas['AppointmentEvent']['data'] = {
    schedule: told(noted, schedule),
    appointment: {
      ...same,
      status: same.status as Schemas['AppointmentStatus'],
      start: instant(startsAt),
      end: instant(endsAt),
      created: instant(createdAt),
    },
    slot: slot ?? null,
    formerSlotId: noted.formerSlot,
  };
  const draft = { type, subject: same.id, data, source: { id: row.id, part: 0 } };
  await makeEvent(sql, { ...draft, at: row.createdAt, zone }, webhooks);
}

function told({ schedule }: Noted, { ref }: ToldSchedule): Schemas['EventSchedule'] {
  return { id: schedule, ref };
}
