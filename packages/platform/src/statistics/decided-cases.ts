import { BOUNDS, KEY, WITHIN } from './periods.ts';

/**
 * SQL: the rows of `decided`, one a decision of the window in the territories $1. Whoever carries a decision
 * out records an orientation, too: it is the same person, of whom the decision counts.
 */
export const DECIDED = `${BOUNDS}, decided as (
  select o.id, ${KEY('o.created_at')} as key, o.outcome, o.form, o.insee,
    coalesce(o.decided_at, o.created_at) as decided_at,
    coalesce(o.own_doctor, (select b.own_doctor from orientation b
      where b.executes = o.id and b.withdrawn_at is null and b.own_doctor is not null
      order by b.created_at desc, b.id limit 1)) as own_doctor
  from bounds, orientation o
  where o.territory_id = any($1::text[]) and ${WITHIN('o.created_at')}
    and o.withdrawn_at is null and o.decision <> 'orientation'
)`;
