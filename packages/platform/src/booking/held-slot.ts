import type { Sql } from '../database/database.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { lockEditorSlot } from './editor/slot-lock.ts';
import { capabilityHash } from './secrets.ts';
import { type LockedSlot, lockSlot } from './slot-lock.ts';

/** A hold that a booking may use. */
export interface LiveHold {
  id: string;
  slotId: string;
}

/**
 * Takes the row of a slot that can be held: of one that its editor books in one step, or of the platform's.
 *
 * @throws {UnknownSlotSignal} for any other.
 */
export async function lockAny(
  sql: Sql,
  caller: Caller,
  slotId: string,
  exceptHold: string | null = null,
): Promise<LockedSlot & { ofEditor: boolean }> {
  const slot = await lockEditorSlot(sql, caller, slotId, exceptHold);
  if (slot !== null) return { ...slot, ofEditor: true };
  return { ...(await lockSlot(sql, caller, slotId, exceptHold)), ofEditor: false };
}

/**
 * Takes a slot for this transaction, and the hold by which it is wanted, if any. The slot's row comes
 * before the hold's, here as everywhere: nobody waits in a circle.
 *
 * @param lock takes the slot's row and counts what is left of it, that hold not counted.
 * @throws {ProblemError} 409 `hold-expired` (an unknown one included), 422 `hold-mismatch`.
 */
export async function lockWithHold<S>(
  sql: Sql,
  { slotId, holdId }: { slotId: string; holdId?: string },
  lock: (exceptHold: string | null) => Promise<S>,
): Promise<{ slot: S; hold: LiveHold | null }> {
  const slot = await lock(null);
  if (holdId === undefined) return { slot, hold: null };
  const hold = await claimHold(sql, holdId, slotId);
  return { slot: await lock(hold.id), hold };
}

async function claimHold(sql: Sql, capability: string, slotId: string): Promise<LiveHold> {
  const rows = await sql.query<{ id: string; slotId: string }>(
    `select id, coalesce(slot_id, vendor_slot_id) as "slotId" from hold
     where capability_hash = $1 and state = 'live' and expires_at > sas_now() for update`,
    [capabilityHash(capability)],
  );
  const hold = rows[0];
  if (hold === undefined) throw new ProblemError('hold-expired');
  if (hold.slotId !== slotId) throw new ProblemError('hold-mismatch');
  return hold;
}

/** The hold has become an appointment. */
export async function useHold(sql: Sql, hold: LiveHold): Promise<void> {
  await sql.query(`update hold set state = 'used' where id = $1`, [hold.id]);
}

/** No appointment came of it: it goes on until it runs out. */
export async function reviveHold(sql: Sql, hold: LiveHold): Promise<void> {
  await sql.query(`update hold set state = 'live' where id = $1 and state = 'used'`, [hold.id]);
}
