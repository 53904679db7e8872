import type { OpenedSlots } from '../../aggregation/calling/opened-slots.ts';
import { vendorSlotById } from '../../aggregation/slots/vendor-slots.ts';
import type { Database, Sql } from '../../database/database.ts';
import type { components } from '../../generated/platform.ts';
import { createOnce, type IdempotentCreation, readMade } from '../../http/idempotency.ts';
import { bodyProblem, notFound } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { AppointmentReader } from '../appointment-reader.ts';
import { walkInProblem } from '../policy.ts';
import { checkRedirects } from '../redirection.ts';
import type { Refusals } from '../refusals.ts';
import { SlotTakenSignal } from '../slot-lock.ts';
import { insertWaiting } from './waiting.ts';

/** Keeps sight of whoever leaves for an editor's page to book there. */
export class Departures {
  readonly #database: Database;
  readonly #reader: AppointmentReader;
  readonly #vendors: OpenedSlots;

  readonly #refusals: Refusals;

  constructor(
    database: Database,
    reader: AppointmentReader,
    vendors: OpenedSlots,
    refusals: Refusals,
  ) {
    this.#refusals = refusals;
    this.#database = database;
    this.#reader = reader;
    this.#vendors = vendors;
  }

  /**
   * Makes the appointment that waits for what comes of it.
   *
   * @throws {ProblemError} 404, 409 `slot-taken` where the editor has the slot no more, somebody else holds it or
   *   has asked for it without an answer yet, 422 `walk-in`, `not-bookable-here` for one without a page.
   */
  async leave(
    caller: Caller,
    slotId: string,
    creation: IdempotentCreation,
  ): Promise<components['schemas']['Appointment']> {
    const opened = await this.#vendors.open(caller, slotId);
    if (opened === null) throw notFound('slot');
    if (opened.state === 'gone') throw await this.#refusals.taken(caller, slotId);
    if (opened.booking === 'WALKIN') throw walkInProblem();
    const { bookingUrl } = opened;
    if (bookingUrl === null) {
      throw bodyProblem('not-bookable-here', '/slotId', 'The editor gives no page to book it on.');
    }
    const made = await this.#refusals.explain(caller, () =>
      createOnce(this.#database, creation, (sql) => leaveOnce(sql, caller, slotId, bookingUrl)),
    );
    return readMade(made, (id) => this.#reader.readById(id));
  }
}

/** Who opens the page twice has left once. */
async function leaveOnce(
  sql: Sql,
  caller: Caller,
  slotId: string,
  bookingUrl: string,
): Promise<string> {
  const { subject } = caller.identity;
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `departure ${subject} ${slotId}`,
  ]);
  const waiting = await sql.query<{ id: string }>(
    `select id from appointment where vendor_slot_id = $1 and booked_by = $2 and status = 'pending'
       and identifier_value is null and asked_slot is null`,
    [slotId, subject],
  );
  if (waiting[0] !== undefined) return waiting[0].id;
  const slot = await vendorSlotById(sql, slotId);
  if (slot === null) throw notFound('slot');
  await checkRedirects(sql, caller, slot.scheduleId);
  const others = await sql.query(
    `select 1 as one from hold where vendor_slot_id = $1 and state = 'live'
       and expires_at > sas_now() and caller <> $2
     union all
     select 1 from appointment where vendor_slot_id = $1 and asked_slot is not null
       and status = 'pending' and overdue_at > sas_now() and booked_by <> $3
     limit 1`,
    [slotId, caller.scope, subject],
  );
  if (others.length > 0) throw new SlotTakenSignal(slotId);
  return insertWaiting(sql, caller, slot, bookingUrl);
}
