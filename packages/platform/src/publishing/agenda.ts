import { holidayCalendarOf } from '@sas-kit/regime';
import type { Sql } from '../database/database.ts';
import { civilDate } from '../http/instants.ts';
import type { Visibility } from '../identity/caller.ts';
import { addDays, occurrences, type WeeklyRule } from './occurrences.ts';
import {
  type Period,
  type Plan,
  planSlots,
  samePeriod,
  type StandingSlot,
  type WantedSlot,
  type WithdrawnBy,
} from './plan.ts';
import type { LockedSchedule } from './schedules.ts';

export type Modality = 'AMB' | 'HH' | 'VR';
export type BookingMode = 'ROUTINE' | 'WALKIN';

/** What a slot offers, whatever its source. */
export interface Offer {
  modalities: readonly Modality[];
  visibility: readonly Visibility[];
  booking: BookingMode;
  capacity: number;
  communities: readonly string[];
  publicDisplay: boolean;
}

/** A slot to write, with its identity in its source. */
export interface OfferedSlot extends WantedSlot, Offer {
  ref?: string;
  ruleId?: string;
  ruleDate?: string;
  ruleStart?: string;
}

interface RuleRow extends Offer, WeeklyRule, Record<string, unknown> {
  id: string;
}

/** Columns of a weekly rule's times, as planners and readers read them. */
export const RULE_COLUMNS = `days, to_char(start_time, 'HH24:MI') as "startTime",
  to_char(end_time, 'HH24:MI') as "endTime", slot_minutes as "slotMinutes", valid_from as "validFrom",
  valid_until as "validUntil", interval_weeks as "intervalWeeks", to_jsonb(except_dates) as "exceptDates",
  skip_holidays as "skipHolidays"`;

/** Columns of an offer, as writers read them back. */
export const OFFER_COLUMNS = `modalities, visibility, booking, capacity, communities,
  public_display as "publicDisplay"`;

const STANDING_COLUMNS = `s.id, s.state, s.withdrawn_by as "withdrawnBy", s.capacity, s.booked,
  (select count(*) from hold h where h.slot_id = s.id and h.state = 'live'
    and h.expires_at > sas_now())::int as held, s.starts_at as "startsAt", s.ends_at as "endsAt"`;

/**
 * Reads slots of a schedule after taking their rows: nobody books one between the plan and its
 * writing. Two statements, so that the second sees what whoever had a row before has done; always in
 * the order of the ids, so that two writers never wait in a circle.
 *
 * @param columns what to read besides `STANDING_COLUMNS`.
 */
async function takeSlots<T extends StandingSlot>(
  sql: Sql,
  columns: string,
  condition: string,
  values: readonly unknown[],
): Promise<T[]> {
  const rows = await sql.query<{ id: string }>(
    `select s.id from slot s where ${condition} order by s.id for no key update`,
    values,
  );
  return sql.query<T & Record<string, unknown>>(
    `select ${STANDING_COLUMNS}, ${columns} from slot s where s.id = any($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
}

/** An occurrence's identity inside the rules of its schedule. */
function occurrenceKey(ruleId: string, date: string, start: string): string {
  return `${ruleId} ${date} ${start}`;
}

/** Absences of the schedule that touch the period. */
async function absencesIn(sql: Sql, scheduleId: string, from: Date): Promise<Period[]> {
  return sql.query<Period & Record<string, unknown>>(
    `select starts_at as "startsAt", ends_at as "endsAt" from absence
     where schedule_id = $1 and ends_at > $2`,
    [scheduleId, from],
  );
}

/** Offered or booked slots that a plan must leave alone: those of other sources, and those under way. */
async function othersThan(
  sql: Sql,
  scheduleId: string,
  origins: readonly string[],
  from: Date,
): Promise<Period[]> {
  return sql.query<Period & Record<string, unknown>>(
    `select starts_at as "startsAt", ends_at as "endsAt" from slot
     where schedule_id = $1 and (not origin = any($2) or starts_at <= $3) and ends_at > $3
       and (state = 'live' or booked > 0)`,
    [scheduleId, origins, from],
  );
}

/** Brings the slots of all weekly rules of a locked schedule in step, from now to the horizon. */
export async function materialise(
  sql: Sql,
  schedule: LockedSchedule,
  now: Date,
  horizonDays: number,
): Promise<void> {
  const today = civilDate(now, schedule.timeZone);
  const until = addDays(today, horizonDays);
  const rules = await sql.query<RuleRow>(
    `select id, ${RULE_COLUMNS}, ${OFFER_COLUMNS} from rule
      where schedule_id = $1 and not ended order by created_at, id`,
    [schedule.id],
  );
  const place = { timeZone: schedule.timeZone, holidays: holidayCalendarOf(schedule.insee) };
  const wanted = rules.flatMap((rule) =>
    occurrences(rule, place, today, until)
      .filter((occurrence) => occurrence.startsAt > now)
      .map((occurrence) => toOffered(rule, occurrence)),
  );
  const standing = await takeSlots<StandingSlot>(
    sql,
    `concat(s.rule_id, ' ', s.rule_date, ' ', to_char(s.rule_start, 'HH24:MI')) as key`,
    `s.schedule_id = $1 and s.origin = 'rule' and s.starts_at > $2`,
    [schedule.id, now],
  );
  const others = await othersThan(sql, schedule.id, ['rule'], now);
  const absences = await absencesIn(sql, schedule.id, now);
  const plan = planSlots('rule', wanted, standing, others, absences, now);
  await applyPlan(sql, schedule.id, plan, 'rule');
  await sql.query('update schedule set materialised_until = $2 where id = $1', [
    schedule.id,
    until,
  ]);
}

function toOffered(rule: RuleRow, occurrence: ReturnType<typeof occurrences>[number]): OfferedSlot {
  const { date, start, startsAt, endsAt } = occurrence;
  const { modalities, visibility, booking, capacity, communities, publicDisplay } = rule;
  return {
    key: occurrenceKey(rule.id, date, start),
    startsAt,
    endsAt,
    ruleId: rule.id,
    ruleDate: date,
    ruleStart: start,
    modalities,
    visibility,
    booking,
    capacity,
    communities,
    publicDisplay,
  };
}

/** One-off and pushed slots that an absence covers are withdrawn, and come back when it ends. */
export async function shelveAbsent(sql: Sql, schedule: LockedSchedule, now: Date): Promise<void> {
  const rows = await takeSlots<StandingSlot & OfferedSlot>(
    sql,
    `s.id::text as key, ${OFFER_COLUMNS}`,
    `s.schedule_id = $1 and s.origin <> 'rule' and s.starts_at > $2
       and (s.withdrawn_by is null or s.withdrawn_by = 'absence')`,
    [schedule.id, now],
  );
  const others = await othersThan(sql, schedule.id, ['one-off', 'push'], now);
  const absences = await absencesIn(sql, schedule.id, now);
  const plan = planSlots('agenda', rows, rows, others, absences, now);
  await applyPlan(sql, schedule.id, plan, 'absence');
}

/** A vendor's window: all pushed slots that start in it are what it sends, no more, no less. */
export async function replacePushed(
  sql: Sql,
  schedule: LockedSchedule,
  window: { from: Date; to: Date },
  wanted: readonly OfferedSlot[],
  now: Date,
): Promise<Plan<OfferedSlot>> {
  const refs = wanted.map((slot) => slot.key);
  const standing = await takeSlots<StandingSlot>(
    sql,
    's.ref as key',
    `s.schedule_id = $1 and s.origin = 'push'
       and (s.ref = any($2) or (s.starts_at >= $3 and s.starts_at < $4 and s.starts_at > $5))`,
    [schedule.id, refs, window.from, window.to, now],
  );
  const ids = standing.map((slot) => slot.id);
  const others = await sql.query<Period & Record<string, unknown>>(
    `select starts_at as "startsAt", ends_at as "endsAt" from slot
     where schedule_id = $1 and not id = any($2::uuid[]) and ends_at > $3 and starts_at < $4
       and (state = 'live' or booked > 0)`,
    [schedule.id, ids, window.from, new Date(window.to.getTime() + 24 * 3_600_000)],
  );
  const absences = await absencesIn(sql, schedule.id, window.from);
  const plan = planSlots('push', wanted, standing, others, absences, now);
  await applyPlan(sql, schedule.id, plan, 'push');
  return plan;
}

const WRITTEN = `id uuid, starts_at timestamptz, ends_at timestamptz, modalities text[], visibility text[],
  booking text, capacity integer, communities text[], public_display boolean,
  rule_id uuid, rule_date date, rule_start time, ref text`;

function toWritten(slot: OfferedSlot, id: string | null) {
  return {
    id,
    starts_at: slot.startsAt,
    ends_at: slot.endsAt,
    modalities: slot.modalities,
    visibility: slot.visibility,
    booking: slot.booking,
    capacity: slot.capacity,
    communities: slot.communities,
    public_display: slot.publicDisplay,
    rule_id: slot.ruleId ?? null,
    rule_date: slot.ruleDate ?? null,
    rule_start: slot.ruleStart ?? null,
    ref: slot.ref ?? null,
  };
}

/** Writes a plan in four statements, whatever its size. Withdrawals come first: they make room. */
async function applyPlan(
  sql: Sql,
  scheduleId: string,
  plan: Plan<OfferedSlot>,
  source: Extract<WithdrawnBy, 'rule' | 'push' | 'absence'>,
): Promise<void> {
  // A slot that moves, grows or shrinks is lifted out first: another may want what it leaves.
  const moving = plan.keep.filter(
    ({ standing, wanted }) => standing.booked === 0 && !samePeriod(standing, wanted),
  );
  await withdraw(sql, plan.withdraw.concat(moving.map(({ standing }) => standing)), source);
  await withdraw(
    sql,
    plan.shelve.map(({ standing }) => standing),
    'absence',
  );
  if (plan.keep.length > 0) {
    const rows = plan.keep.map(({ standing, wanted }) => toWritten(wanted, standing.id));
    await sql.query(
      `update slot s set starts_at = w.starts_at, ends_at = w.ends_at, modalities = w.modalities,
         visibility = w.visibility, booking = w.booking, capacity = w.capacity,
         communities = w.communities, public_display = w.public_display,
         state = 'live', withdrawn_by = null, version = s.version + 1
       from jsonb_to_recordset($1::jsonb) as w (${WRITTEN})
       where s.id = w.id and (s.starts_at, s.ends_at, s.modalities, s.visibility, s.booking, s.capacity,
         s.communities, s.public_display, s.state) is distinct from (w.starts_at, w.ends_at, w.modalities,
         w.visibility, w.booking, w.capacity, w.communities, w.public_display, 'live')`,
      [JSON.stringify(rows)],
    );
  }
  if (plan.create.length > 0) {
    await sql.query(
      `insert into slot (schedule_id, origin, rule_id, rule_date, rule_start, ref, starts_at, ends_at,
         modalities, visibility, booking, capacity, communities, public_display)
       select $2, $3, w.rule_id, w.rule_date, w.rule_start, w.ref, w.starts_at, w.ends_at,
         w.modalities, w.visibility, w.booking, w.capacity, w.communities, w.public_display
       from jsonb_to_recordset($1::jsonb) as w (${WRITTEN})`,
      [JSON.stringify(plan.create.map((slot) => toWritten(slot, null))), scheduleId, source],
    );
  }
}

async function withdraw(sql: Sql, slots: readonly StandingSlot[], by: WithdrawnBy): Promise<void> {
  if (slots.length === 0) return;
  await sql.query(
    `update slot set state = 'withdrawn', withdrawn_by = $2, version = version + 1
     where id = any($1::uuid[]) and withdrawn_by is distinct from $2`,
    [slots.map((slot) => slot.id), by],
  );
}
