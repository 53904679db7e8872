import type { AnswerState } from '../aggregation/asking/asked.ts';
import type { Served } from '../aggregation/editors/editors.ts';
import type { Sql } from '../database/database.ts';
import type { Caller } from '../identity/caller.ts';
import { Bindings } from '../identity/visibility.ts';
import type { Search } from './query.ts';
import { isPlain, nearSchedules, ranking } from './search.ts';
import { SERVING } from './vendor-offer.ts';

/** Somebody near, one of the editors that answer for it, and what that one said last. */
export interface Candidate {
  /** Agenda that its card shows. */
  agenda: string;
  kind: Served['kind'];
  nationalId: string;
  editorId: string;
  editorName: string;
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

interface CandidateRow extends Omit<Candidate, 'editorId' | 'answer'>, Record<string, unknown> {
  /** Null of somebody whom no editor answers for. */
  editorId: string | null;
  /** Null with what follows it where there is no answer. */
  state: AnswerState | null;
  ageMs: number;
  ms: number;
  slots: number;
}

/** Agendas of one reading. */
export const CANDIDATE_AGENDAS = 200;

/** Candidates of one reading, of several editors or places several times. */
export interface Candidates {
  rows: Candidate[];
  /** Whether there are no agendas beyond those that were read. */
  isLast: boolean;
}

/**
 * Whom connected vendors may be asked about for a search, in the order in which they would be shown as far
 * as that is known before the answers: own doctor, participants, distance by the kilometre, shuffle.
 *
 * @param to end of the window that is asked; an answer about a shorter one is none.
 * @param offset agendas that were read before.
 */
export async function findCandidates(
  sql: Sql,
  caller: Caller,
  search: Search,
  radiusKm: number,
  { to, offset }: { to: Date; offset: number },
): Promise<Candidates> {
  const bind = new Bindings();
  const near = nearSchedules(caller, search, radiusKm, bind);
  const { group, shuffle } = ranking(caller, search, bind);
  const rows = await sql.query<CandidateRow>(
    `with ${near}, ranked as materialized (
       select near.id, near.practitioner_id, near.structure_id, ${group} as "group",
         ceil(near.distance)::int as ring, ${shuffle} as shuffle
       from near where near.preferred or near.distance <= ${bind.add(radiusKm)}
       order by "group", ring, shuffle, near.id limit ${CANDIDATE_AGENDAS} offset ${bind.add(offset)})
     select ranked.id as agenda, w.kind, w.national_id as "nationalId", w.editor_id as "editorId",
       w.editor_name as "editorName", a.state, a.ms, a.slots,
       date_part('epoch', (select sas_now()) - a.answered_at) * 1000 as "ageMs"
     from ranked
     left join practitioner p on p.id = ranked.practitioner_id
     left join structure st on st.id = ranked.structure_id and ranked.practitioner_id is null
     left join lateral (select w.*, e.name as editor_name from ${SERVING('ranked', 'p', 'st')}) w on true
     left join vendor_answer a
       on (a.editor_id, a.kind, a.national_id) = (w.editor_id, w.kind, w.national_id)
       and a.window_to >= ${bind.add(to)}::timestamptz - ((select sas_now()) - a.answered_at)
         - interval '1 minute'
     order by ranked."group", ranked.ring, ranked.shuffle, ranked.id, w.editor_id`,
    bind.values,
    isPlain(search) ? 'often' : undefined,
  );
  return {
    rows: rows.flatMap(toCandidate),
    isLast: new Set(rows.map(({ agenda }) => agenda)).size < CANDIDATE_AGENDAS,
  };
}

function toCandidate({ editorId, state, ageMs, ms, slots, ...row }: CandidateRow): Candidate[] {
  if (editorId === null) return [];
  const { agenda, kind, nationalId, editorName } = row;
  const answer = state === null ? null : { state, ageMs, ms, slots };
  return [{ agenda, kind, nationalId, editorId, editorName, answer }];
}
