import type { Sql } from '../database/database.ts';
import type { Caller } from '../identity/caller.ts';

/** Where an appointment is moved to. */
export interface MovedTo {
  startsAt: Date;
  modalities: readonly string[];
}

/**
 * Whether an appointment may be moved there, of those who know why it was made; asked in the transaction that
 * moves it.
 *
 * @throws {ProblemError} where it may not.
 */
export type CheckMove = (
  sql: Sql,
  caller: Caller,
  appointmentId: string,
  to: MovedTo,
) => Promise<void>;
