import { purgeAudit } from './audit/purge.ts';
import { deleteInBatches } from './database/batches.ts';
import type { Database } from './database/database.ts';
import type { Job } from './jobs.ts';

/** How long what has served is kept; settings. A contact has a time of its own, its territory's. */
export interface RetentionLimits {
  /** After the end of the appointment. */
  appointmentDays: number;
  /** Orientations and the calls to practices, after they were recorded. */
  orientationDays: number;
  /** After the end of a slot without appointment. */
  slotDays: number;
  /** Entries of the audit trail; their seals stay. */
  auditDays: number;
  /** At least the 24 h for which a key answers again. */
  idempotencyHours: number;
  holdDays: number;
  /** Counters of public bookings by address. */
  counterDays: number;
  /** Events to integrators, their deliveries, and what the outbox has sent or given up. */
  deliveryDays: number;
  /** Events of calls, and how many searches there were. */
  callEventDays: number;
}

/**
 * What is erased, when. One line a table: its name in metrics, the table as `t`, and what is due. Rows
 * that something still refers to wait for it, so the order matters.
 */
export function retentionJobs(database: Database, limits: RetentionLimits): Job[] {
  const erase = (name: string, table: string, due: string, ...values: number[]): Job => ({
    name,
    run: () => deleteInBatches(database, table, due, values),
  });
  return [
    erase('contacts', 'contact', 't.erase_after <= sas_now()'),
    erase('appointments', 'appointment', APPOINTMENT_DUE, limits.appointmentDays),
    erase('orientations', 'orientation', ORIENTATION_DUE, limits.orientationDays),
    erase('practice-calls', 'practice_call', CALL_DUE, limits.orientationDays),
    erase('holds', 'hold', `t.expires_at < sas_now() - ${days(1)}`, limits.holdDays),
    erase('slots', 'slot', SLOT_DUE, limits.slotDays),
    erase(
      'slot-days',
      'slot_day',
      `t.day < (sas_now() - ${days(1)})::date`,
      limits.appointmentDays,
    ),
    erase(
      'idempotency',
      'idempotency',
      't.created_at <= sas_now() - make_interval(hours => $1)',
      limits.idempotencyHours,
    ),
    erase('counters', 'public_booking_count', COUNTER_DUE, limits.counterDays),
    erase('events', 'webhook_event', EVENT_DUE, limits.deliveryDays),
    erase('outbox', 'outbox', `t.ended_at < sas_now() - ${days(1)}`, limits.deliveryDays),
    erase('vendor-slots', 'vendor_slot', `t.starts_at < sas_now() - interval '1 day'`),
    erase('vendor-answers', 'vendor_answer', `t.answered_at < sas_now() - interval '30 days'`),
    erase('learnt-agendas', 'schedule', LEARNT_DUE),
    erase('learnt-served', 'editor_serves', SERVED_DUE),
    // A day is added up as long as all of its minutes are there.
    erase('editor-minutes', 'editor_minute', `t.minute < sas_now() - interval '2 days'`),
    erase(
      'editor-days',
      'editor_day',
      `t.day < (sas_now() - ${days(1)})::date`,
      limits.callEventDays,
    ),
    erase('call-events', 'call_event', `t.at < sas_now() - ${days(1)}`, limits.callEventDays),
    erase('search-hours', 'search_hour', `t.hour < sas_now() - ${days(1)}`, limits.callEventDays),
    { name: 'audit', run: () => purgeAudit(database, limits.auditDays) },
  ];
}

function days(place: number): string {
  return `make_interval(days => $${place})`;
}

/** The start is in an index; the end decides. */
const APPOINTMENT_DUE = `t.starts_at < sas_now() - ${days(1)} and t.ends_at < sas_now() - ${days(1)}
  and not exists (select from contact c where c.appointment_id = t.id)`;

const ORIENTATION_DUE = `t.created_at < sas_now() - ${days(1)}`;

const CALL_DUE = `t.created_at < sas_now() - ${days(1)}
  and not exists (select from orientation o where o.call_id = t.id)`;

const SLOT_DUE = `t.ends_at < sas_now() - ${days(1)}
  and not exists (select from appointment a where a.slot_id = t.id)
  and not exists (select from hold h where h.slot_id = t.id)`;

/** Its deliveries go with it. */
const EVENT_DUE = `t.created_at < sas_now() - ${days(1)}`;

/** Vendors have not named it for a month, and nobody has put anything there. */
const LEARNT_DUE = `t.learnt_at < sas_now() - interval '30 days'
  and not exists (select from vendor_slot v where v.schedule_id = t.id)
  and not exists (select from slot s where s.schedule_id = t.id)
  and not exists (select from rule r where r.schedule_id = t.id)
  and not exists (select from absence a where a.schedule_id = t.id)
  and not exists (select from appointment a where a.schedule_id = t.id)`;

/** Their vendor was not told to serve them, and has not answered about them for a month. */
const SERVED_DUE = `not t.declared and t.refreshed_at < sas_now() - interval '30 days'`;

const COUNTER_DUE = `t.day < ((sas_now() at time zone 'Europe/Paris') - ${days(1)})::date`;
