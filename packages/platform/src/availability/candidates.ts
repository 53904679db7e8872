import type { AnswerState } from '../aggregation/asked.ts';
import type { Served } from '../aggregation/editors.ts';
import type { Sql } from '../database/database.ts';
import type { Caller } from '../identity/caller.ts';
import { Bindings } from '../identity/visibility.ts';
import type { Search } from './query.ts';
import { nearSchedules, ranking } from './search.ts';
import { SERVING } from './vendor-offer.ts';

/** Somebody near, one of the editors that answer for it, and what that one said last. */
export interface Candidate {
  kind: Served['kind'];
  nationalId: string;
  editorId: string;
  /** Null where it was never asked in such a window. */
  answer: {
    state: AnswerState;
    /** How long ago, ms. */
    ageMs: number;
    /** Milliseconds that it took. */
    ms: number;
    slots: number;
  } | null;
}

/** Rows of one reading: a candidate of several editors or places has several. */
export const CANDIDATE_ROWS = 150;

/**
 * Whom connected vendors may be asked about for a search, in the order in which they would be shown as far
 * as that is known before the answers: own doctor, participants, distance by the kilometre, shuffle.
 *
 * @param to end of the window that is asked; an answer about a shorter one is none.
 * @param offset rows that were read before.
 */
export async function findCandidates(
  sql: Sql,
  caller: Caller,
  search: Search,
  radiusKm: number,
  { to, offset }: { to: Date; offset: number },
): Promise<Candidate[]> {
  const bind = new Bindings();
  const near = nearSchedules(caller, search, radiusKm, bind);
  const { group, shuffle } = ranking(caller, search, bind);
  return sql.query<Candidate & Record<string, unknown>>(
    `with ${near}, ranked as (
       select near.id, near.practitioner_id, near.structure_id, ${group} as "group",
         ceil(near.distance)::int as ring, ${shuffle} as shuffle
       from near where near.preferred or near.distance <= ${bind.add(radiusKm)})
     select w.kind, w.national_id as "nationalId", w.editor_id as "editorId",
       case when a.window_to >= ${bind.add(to)}::timestamptz - ((select sas_now()) - a.answered_at)
           - interval '1 minute'
         then jsonb_build_object('state', a.state, 'ms', a.ms, 'slots', a.slots,
           'ageMs', extract(epoch from (select sas_now()) - a.answered_at) * 1000) end as answer
     from ranked
     left join practitioner p on p.id = ranked.practitioner_id
     left join structure st on st.id = ranked.structure_id and ranked.practitioner_id is null
     cross join lateral (select w.* from ${SERVING('ranked', 'p', 'st')}) w
     left join vendor_answer a
       on (a.editor_id, a.kind, a.national_id) = (w.editor_id, w.kind, w.national_id)
     order by ranked."group", ranked.ring, ranked.shuffle, ranked.id, w.editor_id
     limit ${CANDIDATE_ROWS} offset ${bind.add(offset)}`,
    bind.values,
  );
}
