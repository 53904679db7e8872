import type { Sql } from '../database/database.ts';
import type { components } from '../generated/platform.ts';
import { notFound, parameterProblem, ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { rolesWith } from '../identity/rights.ts';
import { territoriesWith } from '../identity/visibility.ts';
import type { StatisticsRight } from './window.ts';

/** What figures are of. */
export type Area = components['schemas']['StatisticsArea'];

export interface AreaQuery {
  territory?: string;
  department?: string;
  region?: string;
}

/** A department: whole, or by some of its communes, whose codes begin like its own. */
const WITHIN = {
  territory: 't.id = $1',
  department: `(t.document -> 'departments' ? $1 or exists (select
    from jsonb_array_elements_text(t.document -> 'communes') as commune where commune like $1 || '%'))`,
  region: `t.document ->> 'region' = $1`,
} as const;

/**
 * The area that a query names, its time zone, and the civil day that it is there.
 *
 * @throws {ProblemError} 400 for none or two, 403 for territories that the caller does not lead, 404.
 */
export async function readArea(
  sql: Sql,
  caller: Caller,
  query: AreaQuery,
  right: StatisticsRight,
): Promise<{ area: Area; timeZone: string; today: string }> {
  const kinds = (['territory', 'department', 'region'] as const).filter(
    (each) => query[each] !== undefined,
  );
  const [kind, second] = kinds;
  if (kind === undefined) {
    throw parameterProblem('missing-parameter', 'territory', 'territory, department or region');
  }
  if (second !== undefined) {
    throw parameterProblem('invalid-value', second, 'one of territory, department and region');
  }
  const id = query[kind]!;
  const rows = await sql.query<{ id: string; zone: string; today: string }>(
    `select t.id, t.time_zone as zone, (sas_now() at time zone t.time_zone)::date::text as today
     from territory t where ${WITHIN[kind]} order by t.id`,
    [id],
  );
  if (rows[0] === undefined) throw notFound(kind);
  const territories = rows.map((row) => row.id);
  if (rolesWith(caller, right, 'everything').length === 0) {
    const led = territoriesWith(caller, right);
    if (!territories.every((each) => led.includes(each))) {
      throw new ProblemError('forbidden', 'You read the figures of the territories that you lead.');
    }
  }
  const { zone: timeZone, today } = rows[0];
  return { area: { kind, id, territories }, timeZone, today };
}
