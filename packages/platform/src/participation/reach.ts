import type { Sql } from '../database/database.ts';
import type { Caller } from '../identity/caller.ts';
import type { Right } from '../identity/rights.ts';
import { rolesWith } from '../identity/rights.ts';
import { delegatorsOf, territoriesWith } from '../identity/visibility.ts';

/** Whether a right reaches what a professional says: its own, its delegates', its territories', all. */
export async function reachesPractitioner(
  sql: Sql,
  caller: Caller,
  right: Right,
  nationalId: string,
): Promise<boolean> {
  if (rolesWith(caller, right, 'everything').length > 0) return true;
  const roles = rolesWith(caller, right, 'own');
  const { nationalIds = [] } = caller.identity;
  const own = roles.includes('practitioner') || roles.includes('delegate');
  if (own && nationalIds.includes(nationalId)) return true;
  if (delegated(caller, right, nationalId)) return true;
  return practisesIn(sql, territoriesWith(caller, right), nationalId);
}

/** Whether a right reaches what a structure says. */
export async function reachesStructure(
  sql: Sql,
  caller: Caller,
  right: Right,
  nationalId: string,
): Promise<boolean> {
  if (rolesWith(caller, right, 'everything').length > 0) return true;
  const { structures = [] } = caller.identity;
  const manages = rolesWith(caller, right, 'own').includes('structure-manager');
  if (manages && structures.includes(nationalId)) return true;
  if (delegated(caller, right, nationalId)) return true;
  return practisesIn(sql, territoriesWith(caller, right), nationalId);
}

function delegated(caller: Caller, right: Right, nationalId: string): boolean {
  return (
    rolesWith(caller, right, 'own').includes('delegate') &&
    delegatorsOf(caller, right).includes(nationalId)
  );
}

/** Whether a professional or structure has an agenda in one of the territories. */
async function practisesIn(
  sql: Sql,
  territories: readonly string[],
  nationalId: string,
): Promise<boolean> {
  if (territories.length === 0) return false;
  const rows = await sql.query(
    `select 1 from schedule sch join location l on l.id = sch.location_id
     left join practitioner p on p.id = sch.practitioner_id
     left join structure st on st.id = sch.structure_id
     where (p.national_id = $1 or st.national_id = $1) and l.territory_id = any($2::text[]) limit 1`,
    [nationalId, territories],
  );
  return rows.length > 0;
}
