import type { OrientationRules } from '../booking/orientation-rules.ts';
import type { Sql } from '../database/database.ts';
import { checkMove } from './moved.ts';

async function isOriented(sql: Sql, appointmentId: string): Promise<boolean> {
  const rows = await sql.query(
    'select 1 as one from orientation where appointment_id = $1 and withdrawn_at is null',
    [appointmentId],
  );
  return rows.length > 0;
}

/** What orientations say of the appointments that were made for them. */
export const orientationRules: OrientationRules = { checkMove, isOriented };
