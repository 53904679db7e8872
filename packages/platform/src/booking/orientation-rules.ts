import type { Sql } from '../database/database.ts';
import type { Caller } from '../identity/caller.ts';

/** Where an appointment is moved to. */
export interface MovedTo {
  startsAt: Date;
  modalities: readonly string[];
}

/** What those say who know why an appointment was made; asked in the transaction that changes it. */
export interface OrientationRules {
  /**
   * Whether it may be moved there.
   *
   * @throws {ProblemError} where it may not.
   */
  checkMove(sql: Sql, caller: Caller, appointmentId: string, to: MovedTo): Promise<void>;
  /** Whether an orientation stands behind it. */
  isOriented(sql: Sql, appointmentId: string): Promise<boolean>;
}
