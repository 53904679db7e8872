import type { Sql } from '../database/database.ts';

/**
 * What was said of professionals and structures, by agenda. In a health centre the structure takes part,
 * nobody in person; nobody is asked beyond the slots through an MSP or SOS Médecins.
 */
const SAID = `select each.id,
    case when of_structure.here then sp.participates else pp.participates end as participates,
    case when st.kind = 'cds' then false when of_structure.here then each.overbooking
      else pp.participates and coalesce(pp.via in ('individual', 'cpts'), false) end as overbooking,
    case when of_structure.here then false else pp.refuses_vendor_slots end as refused
  from schedule each
  left join practitioner p on p.id = each.practitioner_id
  left join practitioner_participation pp on pp.national_id = p.national_id
  left join structure st on st.id = each.structure_id
  left join structure_participation sp on sp.structure_id = st.id
  cross join lateral (
    select each.practitioner_id is null or coalesce(st.kind = 'cds', false) as here) of_structure`;

/** Whom what was said concerns: one agenda, all of a professional by national id, or of a structure. */
export type Concerned = { schedule: string } | { practitioner: string } | { structure: string };

const AGENDAS = {
  schedule: 'each.id = $1::uuid',
  practitioner: 'p.national_id = $1::text',
  structure: 'st.national_id = $1::text',
} as const;

const PROFESSIONALS = {
  schedule: 'p.id = (select practitioner_id from schedule where id = $1::uuid)',
  practitioner: 'p.national_id = $1::text',
} as const;

/**
 * Brings agendas, and who takes redirected people, in step with what was said; where nothing was, they
 * stay as their publisher has them.
 */
export async function applyParticipation(sql: Sql, concerned: Concerned): Promise<void> {
  const [[name, id]] = Object.entries(concerned) as [[keyof typeof AGENDAS, string]];
  await sql.query(
    `update schedule sch set participates = said.participates, overbooking = said.overbooking,
       vendor_slots_refused = said.refused, version = sch.version + 1
     from (${SAID} where ${AGENDAS[name]}) said
     where sch.id = said.id and said.participates is not null
       and (sch.participates, sch.overbooking, sch.vendor_slots_refused)
         is distinct from (said.participates, said.overbooking, said.refused)`,
    [id],
  );
  if (name === 'structure') return;
  await sql.query(
    `update practitioner p set redirection_scheme = pp.redirection_scheme
     from practitioner_participation pp
     where pp.national_id = p.national_id and ${PROFESSIONALS[name]}
       and p.redirection_scheme <> pp.redirection_scheme`,
    [id],
  );
}
