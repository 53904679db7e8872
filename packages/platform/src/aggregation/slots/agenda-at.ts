import type { Sql } from '../../database/database.ts';

/** Where an editor's appointment stands. */
export interface AgendaAt {
  scheduleId: string;
  /** The editor's slot at this time; null where none is known. */
  vendorSlotId: string | null;
}

interface Candidate extends AgendaAt, Record<string, unknown> {
  ofEditor: boolean;
}

/**
 * The agenda in which an editor's appointment stands: that of its slot at this time, else the only one that
 * it publishes for the practitioner, else the practitioner's only one. Null rather than a guess.
 *
 * @param practitioner national id of one whom the editor serves; null for a site of an association.
 */
export async function agendaAt(
  sql: Sql,
  { editor, practitioner, start }: { editor: string; practitioner: string | null; start: Date },
): Promise<AgendaAt | null> {
  const candidates = await sql.query<Candidate>(
    `select sch.id as "scheduleId", v.id as "vendorSlotId",
       coalesce(sch.editor = $1 or sch.publisher = 'editor:' || $1, false) as "ofEditor"
     from schedule sch left join practitioner p on p.id = sch.practitioner_id
     left join vendor_slot v on v.schedule_id = sch.id and v.editor_id = $1 and v.starts_at = $3
     where case when $2::text is null then p.id is null and v.id is not null
       else p.national_id = $2 end limit 50`,
    [editor, practitioner, start],
  );
  const ways = [
    candidates.filter(({ vendorSlotId }) => vendorSlotId !== null),
    candidates.filter(({ ofEditor }) => ofEditor),
    candidates,
  ];
  const [found] = ways.find((way) => way.length === 1) ?? [];
  return found === undefined
    ? null
    : { scheduleId: found.scheduleId, vendorSlotId: found.vendorSlotId };
}
