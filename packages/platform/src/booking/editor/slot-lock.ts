import { type OneStepSlot, oneStepSlot } from '../../aggregation/slots/one-step-slots.ts';
import type { Sql } from '../../database/database.ts';
import type { Caller } from '../../identity/caller.ts';
import type { LockedSlot } from '../slot-lock.ts';

/** A slot that its editor books in one step, taken for a transaction. */
export interface LockedEditorSlot extends LockedSlot, Omit<OneStepSlot, 'booking'> {}

/**
 * Takes the row of an editor's slot for this transaction, then looks whether somebody has it: two
 * statements, as for a slot of the platform.
 *
 * @param exceptHold the caller's own hold, which does not count against it.
 * @returns null for one that this caller does not book here.
 */
export async function lockEditorSlot(
  sql: Sql,
  caller: Caller,
  slotId: string,
  exceptHold: string | null = null,
): Promise<LockedEditorSlot | null> {
  const slot = await oneStepSlot(sql, caller, slotId, { lock: true });
  if (slot === null) return null;
  const others = await sql.query(
    `select 1 as one from hold where vendor_slot_id = $1 and state = 'live'
       and expires_at > sas_now() and id is distinct from $2::uuid
     union all
     select 1 from appointment where vendor_slot_id = $1 and asked_slot is not null
       and status = 'pending' and overdue_at > sas_now()
     limit 1`,
    [slotId, exceptHold],
  );
  return {
    ...slot,
    state: slot.offered ? 'live' : 'withdrawn',
    remaining: others.length === 0 ? 1 : 0,
    territory: null,
  };
}
