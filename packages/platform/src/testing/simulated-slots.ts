import { randomUUID } from 'node:crypto';
import type { Sql } from '../database/database.ts';
import { localDay, periodOf } from './recounted-calls.ts';

/** A slot and what came of it. */
export interface SimulatedSlot {
  id: string;
  schedule: string;
  start: string;
  minutes: number;
  capacity: number;
  state: 'live' | 'withdrawn';
  /** Of each place that was taken. */
  came: readonly ('fulfilled' | 'noshow' | 'booked')[];
  /** In place of a slot: an appointment beside them. */
  overbooked: boolean;
}

/** Slots of an agenda between two instants, six in two hours of each day. */
export function simulateSlots(
  schedule: string,
  [from, to]: readonly [string, string],
  random: () => number,
): SimulatedSlot[] {
  const slots: SimulatedSlot[] = [];
  for (let day = Date.parse(from); day < Date.parse(to); day += 86_400_000) {
    const first = day + Math.floor(random() * 22) * 3_600_000;
    for (let place = 0; place < 6; place++) {
      const capacity = random() < 0.8 ? 1 : 3;
      const overbooked = random() < 0.1;
      const taken = overbooked ? 1 : Math.floor(random() * (capacity + 1));
      const fates = ['fulfilled', 'fulfilled', 'noshow', 'booked'] as const;
      slots.push({
        id: randomUUID(),
        schedule,
        start: new Date(first + place * 1_200_000).toISOString(),
        minutes: random() < 0.5 ? 15 : 20,
        capacity,
        state: random() < 0.1 ? 'withdrawn' : 'live',
        came: Array.from({ length: taken }, () => fates[Math.floor(random() * fates.length)]!),
        overbooked,
      });
    }
  }
  return slots;
}

/** Writes down what lies in the past, which nobody can publish any more. */
export async function keepSlots(sql: Sql, slots: readonly SimulatedSlot[]): Promise<void> {
  await sql.query(
    `insert into slot (id, schedule_id, origin, starts_at, ends_at, modalities, visibility, booking, capacity,
       booked, state, withdrawn_by)
     select id, schedule, 'one-off', start, start + make_interval(mins => minutes), '{AMB}', '{SNP}', 'ROUTINE',
       capacity, jsonb_array_length(came), state, case state when 'withdrawn' then 'owner' end
     from jsonb_to_recordset($1::jsonb) as slot (id uuid, schedule uuid, start timestamptz, minutes int,
       capacity int, state text, came jsonb)`,
    [JSON.stringify(slots.filter(({ overbooked }) => !overbooked))],
  );
  await sql.query(
    `insert into appointment (id, reference, schedule_id, slot_id, starts_at, ends_at, status, overbooked,
       booked_by, role, created_at, changed_at)
     select gen_random_uuid(), substr(id::text, 1, 6), schedule, case when not overbooked then id end, start,
       start + make_interval(mins => minutes), status, overbooked, 'simulation', 'practitioner', start, start
     from jsonb_to_recordset($1::jsonb) as slot (id uuid, schedule uuid, start timestamptz, minutes int,
       overbooked boolean, came jsonb), jsonb_array_elements_text(came) status`,
    [JSON.stringify(slots)],
  );
}

/** Figures by period, counted by loops. */
export function recountSlots(
  slots: readonly SimulatedSlot[],
  { from, to, step, timeZone }: { from: string; to: string; step: string; timeZone: string },
): Map<string, Record<string, number>> {
  const periods = new Map<string, Record<string, number>>();
  for (const slot of slots) {
    const ms = Date.parse(slot.start);
    const day = localDay(ms, timeZone);
    if (day < from || day > to) continue;
    const name = periodOf(ms, step, timeZone);
    const figures = periods.get(name) ?? nothing();
    periods.set(name, figures);
    const add = (figure: string, value: number) => {
      figures[figure] = figures[figure]! + value;
    };
    for (const fate of slot.came) {
      if (fate === 'fulfilled') add('honoured', 1);
      if (fate === 'noshow') add('noShows', 1);
    }
    if (slot.overbooked) add('overbooked', 1);
    else {
      const places = slot.state === 'live' ? slot.capacity : slot.came.length;
      add('published', places);
      add('used', slot.came.length);
      add('publishedMinutes', places * slot.minutes);
    }
  }
  return periods;
}

/** A period without slots. */
export function nothing(): Record<string, number> {
  return { published: 0, used: 0, publishedMinutes: 0, overbooked: 0, honoured: 0, noShows: 0 };
}
