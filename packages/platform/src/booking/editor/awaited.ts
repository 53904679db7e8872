import type { Sql } from '../../database/database.ts';
import { idOfUrn } from './asked-booking.ts';
import type { EditorMessage } from './message.ts';
import type { Word } from './order.ts';

/** An appointment of which its editor has not told yet. */
interface Awaited extends Word {
  id: string;
  /** National id; null for a site of an association. */
  practitioner: string | null;
}

/** How surely a message is about it: it is named, it is of the same regulator, nobody knows of whom it is. */
type Tie = 'named' | 'same-regulator' | 'unknown-regulator';

type Candidate = Awaited & { tie: Tie } & Record<string, unknown>;

/**
 * The appointment of which a message is the editor's first word: the one that it names, else that of the same
 * regulator for this time of this practitioner, also of one who gave up too early. Of whoever has no national
 * id, and so is unknown to the editor, only one that still waits, that is the only one, and that is not said to
 * be cancelled.
 *
 * Source: guide, INT_R02 and INT_R03: a regulator is told to editors, and told of by them, by the national id.
 *
 * @returns locked; null where the message is about no such appointment.
 */
export async function readAwaited(
  sql: Sql,
  editor: string,
  { appointment }: EditorMessage,
): Promise<Awaited | null> {
  const { identifier, status, start, practitioner, regulator } = appointment;
  const rows = await sql.query<Candidate>(
    `select id, written_at as "writtenAt", digest, status, practitioner_national_id as practitioner,
       case when id = $5 then 'named' when coalesce(regulator_id, booked_by) = $4 then 'same-regulator'
         else 'unknown-regulator' end as tie
     from appointment
     where editor = $1 and identifier_value is null
       and (id = $5 or (starts_at = $2 and practitioner_national_id is not distinct from $3
         and (coalesce(regulator_id, booked_by) = $4 or (regulator_id is null and asked_slot is null
           and status = 'pending' and $6))))
     order by id is not distinct from $5 desc, coalesce(regulator_id, booked_by) = $4 desc,
       status = 'pending' desc, created_at desc
     limit 2 for update`,
    [
      editor,
      start,
      practitioner ?? null,
      regulator.value,
      idOfUrn(identifier.value),
      status !== 'cancelled',
    ],
  );
  return surest(rows, { severalSites: practitioner === undefined });
}

/** @param severalSites of one association may open at the same time: which of them is not told. */
function surest(
  [first, second]: readonly Candidate[],
  { severalSites }: { severalSites: boolean },
): Awaited | null {
  if (first === undefined || first.tie === 'named') return first ?? null;
  const isDoubtful = first.tie === 'unknown-regulator' || severalSites;
  return isDoubtful && second !== undefined ? null : first;
}
