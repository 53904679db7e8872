import type { Sql } from '../database/database.ts';
import { ProblemError } from '../http/problem.ts';
import { type Caller, hasRole } from '../identity/caller.ts';
import { DESK } from '../identity/rights.ts';
import { Bindings, ownSchedules } from '../identity/visibility.ts';
import type { ManagedAppointment } from './appointment-reader.ts';
import type { OrientationRules } from './orientation-rules.ts';

/**
 * A triage nurse who has no role of a desk besides. A registered nurse signs in as a practitioner too:
 * that opens her own agendas, not those of others.
 */
const redirectsOnly = (caller: Caller): boolean =>
  hasRole(caller, ['triage-nurse']) && !hasRole(caller, [...DESK, 'administrator']);

const outsideScheme = (detail: string) => new ProblemError('outside-scheme', detail);

/** Agendas whose practitioner takes people redirected from an emergency department. @throws {ProblemError} 403 `outside-scheme`. */
export async function checkScheme(sql: Sql, scheduleId: string | null): Promise<void> {
  const rows =
    scheduleId === null
      ? []
      : await sql.query(
          `select 1 from schedule sch join practitioner p on p.id = sch.practitioner_id
           where sch.id = $1 and p.redirection_scheme`,
          [scheduleId],
        );
  if (rows.length > 0) return;
  throw outsideScheme('A triage nurse redirects to practitioners of the scheme.');
}

/** What a triage nurse keeps, leaves for or moves to is in the scheme. @throws {ProblemError} 403 `outside-scheme`. */
export async function checkRedirects(sql: Sql, caller: Caller, scheduleId: string): Promise<void> {
  if (!redirectsOnly(caller) || (await isOwn(sql, caller, scheduleId))) return;
  await checkScheme(sql, scheduleId);
}

/** A triage nurse books by an orientation, which names a protocol. @throws {ProblemError} 403 `outside-scheme`. */
export async function checkBooksAlone(sql: Sql, caller: Caller, scheduleId: string): Promise<void> {
  if (!redirectsOnly(caller) || (await isOwn(sql, caller, scheduleId))) return;
  throw outsideScheme('A triage nurse books by an orientation under a protocol.');
}

/** She confirms what an orientation stands behind. @throws {ProblemError} 403 `outside-scheme`. */
export async function checkConfirms(
  sql: Sql,
  caller: Caller,
  { id, scheduleId }: Pick<ManagedAppointment, 'id' | 'scheduleId'>,
  rules: Pick<OrientationRules, 'isOriented'>,
): Promise<void> {
  if (!redirectsOnly(caller) || (await rules.isOriented(sql, id))) return;
  await checkBooksAlone(sql, caller, scheduleId);
}

async function isOwn(sql: Sql, caller: Caller, scheduleId: string): Promise<boolean> {
  const bind = new Bindings();
  const rows = await sql.query(
    `select 1 from schedule sch where sch.id = ${bind.add(scheduleId)}
       and ${ownSchedules(caller, caller.identity.roles, 'sch', bind)}`,
    bind.values,
  );
  return rows.length > 0;
}
