import type { Sql } from '../database/database.ts';
import { isId } from '../database/ids.ts';
import type { components } from '../generated/platform.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import {
  Bindings,
  shownByOwner,
  takeableThroughVendor,
  visibleSlots,
} from '../identity/visibility.ts';
import { type BookableSlot, type BookingLimits, refusalToBook } from './policy.ts';

/** Somebody else was first. Turned into 409 `slot-taken` with alternatives once the transaction is over. */
export class SlotTakenSignal extends Error {
  override readonly name = 'SlotTakenSignal';
  readonly slotId: string;

  constructor(slotId: string) {
    super('slot taken');
    this.slotId = slotId;
  }
}

/** No slot of the platform that the caller may know of: it may be a vendor's. */
export class UnknownSlotSignal extends Error {
  override readonly name = 'UnknownSlotSignal';
  readonly slotId: string;

  constructor(slotId: string) {
    super('unknown slot');
    this.slotId = slotId;
  }
}

/** The territory's rules on public booking at the slot's place. */
export interface SlotTerritory {
  publicBooking: boolean;
  contactFields: components['schemas']['ContactRequirements']['fields'];
  controller: string;
  dataProtectionContact: string;
  retentionHours: number;
}

export interface LockedSlot extends BookableSlot {
  id: string;
  scheduleId: string;
  endsAt: Date;
  modalities: readonly string[];
  territory: SlotTerritory | null;
}

/**
 * Takes the slot's row for this transaction, then counts what is left of it. Two statements: the
 * second sees the holds of whoever had the row before.
 *
 * @param exceptHold the caller's own hold, which does not count against it.
 * @throws {UnknownSlotSignal} for a slot that is not here or that the caller may not know of.
 * @throws {ProblemError} 403 for one that is not its vendor's, which nobody declared for the caller.
 */
export async function lockSlot(
  sql: Sql,
  caller: Caller,
  slotId: string,
  exceptHold: string | null = null,
): Promise<LockedSlot> {
  const bind = new Bindings();
  const aliases = { slot: 's', schedule: 'sch' };
  const rows = isId(slotId)
    ? await sql.query<LockedSlotRow>(
        `select s.id, s.schedule_id as "scheduleId", s.starts_at as "startsAt", s.ends_at as "endsAt",
           s.modalities, s.booking, s.state, s.capacity, s.booked,
           ${takeableThroughVendor(caller, 'sch', bind)} as takeable,
           case when t.id is null then null else jsonb_build_object('publicBooking', t.public_booking,
             'contactFields', t.contact_fields, 'controller', t.controller,
             'dataProtectionContact', t.data_protection_contact,
             'retentionHours', t.retention_hours) end as territory
         from slot s join schedule sch on sch.id = s.schedule_id
         join location l on l.id = sch.location_id left join territory_now t on t.id = l.territory_id
         where s.id = ${bind.add(slotId)} and ${visibleSlots(caller, aliases, bind)}
           and ${shownByOwner(caller, aliases, bind)}
         for no key update of s`,
        bind.values,
      )
    : [];
  const row = rows[0];
  if (row === undefined) throw new UnknownSlotSignal(slotId);
  const { capacity, booked, takeable, ...slot } = row;
  if (!takeable) {
    const detail = 'No administrator declared this vendor for you: slots of its agendas only.';
    throw new ProblemError('forbidden', detail);
  }
  const held = await sql.query<{ count: number }>(
    `select count(*)::int as count from hold where slot_id = $1 and state = 'live'
       and expires_at > sas_now() and id is distinct from $2::uuid`,
    [slotId, exceptHold],
  );
  return { ...slot, remaining: capacity - booked - held[0]!.count };
}

interface LockedSlotRow extends Omit<LockedSlot, 'remaining'>, Record<string, unknown> {
  capacity: number;
  booked: number;
  /** Whether the caller may take it, free or not. */
  takeable: boolean;
}

/** @throws {ProblemError | SlotTakenSignal} when the caller may not take the slot. */
export function checkBookable(
  slot: LockedSlot,
  caller: Caller,
  now: Date,
  limits: BookingLimits,
): void {
  const refusal = refusalToBook(slot, caller, now, limits);
  if (refusal === 'slot-taken') throw new SlotTakenSignal(slot.id);
  if (refusal !== null) throw refusal;
}
