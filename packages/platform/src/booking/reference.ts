import { randomInt } from 'node:crypto';
import type { Sql } from '../database/database.ts';

/** Letters and digits that are not mistaken for one another, read out loud. */
const REFERENCE_ALPHABET = '23456789ABCDEFGHJKLMNPQRTUVWXYZ';
const REFERENCE_LENGTH = 4;

/** A reference that no other appointment of this agenda has; any, where no agenda is known. */
export async function freeReference(sql: Sql, scheduleId: string | null): Promise<string> {
  for (;;) {
    const reference = Array.from(
      { length: REFERENCE_LENGTH },
      () => REFERENCE_ALPHABET[randomInt(REFERENCE_ALPHABET.length)],
    ).join('');
    if (scheduleId === null) return reference;
    const taken = await sql.query(
      'select 1 from appointment where schedule_id = $1 and reference = $2 limit 1',
      [scheduleId, reference],
    );
    if (taken.length === 0) return reference;
  }
}
