import type { Sql } from '../../database/database.ts';
import { type Delegated, type Identity, type Role, ROLES } from '../caller.ts';

/** Roles of doctors who regulate: an account gives them, and the provider must say that the person may. */
const NEEDS_REGULATION_ACCESS: readonly Role[] = ['regulator', 'emergency-regulator'];

/** A session that is alive, with all that its person may do now. */
export interface SessionRow extends Record<string, unknown> {
  id: string;
  account: string;
  nationalId: string;
  family: string;
  given: string | null;
  /** The cookie is that of the last rotation, not the one before. */
  current: boolean;
  practitioner: boolean;
  regulationAccess: boolean;
  roles: { role: string; territory: string | null }[];
  structures: string[];
  communities: string[];
  delegations: Delegated[];
  termsVersion: string | null;
  expiresAt: Date;
  /** Seconds since the last request that was noted, and since the last rotation. */
  idleSeconds: number;
  cookieSeconds: number;
}

/**
 * Reads the session of a cookie, with roles and delegations as they stand at this instant: what was
 * withdrawn is gone at the next request.
 *
 * @param tokenHash of the cookie's value.
 * @returns null where it is unknown, idle or old, or its account is disabled.
 */
export async function readSessionRow(
  sql: Sql,
  tokenHash: string,
  idleMinutes: number,
): Promise<SessionRow | null> {
  const rows = await sql.query<SessionRow>(
    `select s.id, a.id as account, a.national_id as "nationalId", a.family, a.given,
       s.token_hash = $1 as current, s.practitioner, s.regulation_access as "regulationAccess",
       coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'territory', r.territory_id)
         order by r.role, r.territory_id) from account_role r where r.account_id = a.id), '[]') as roles,
       a.structures, a.communities,
       coalesce((select jsonb_agg(jsonb_build_object('nationalId', d.national_id, 'scopes', d.scopes)
         order by d.national_id) from delegation d
         where d.account_id = a.id and d.status = 'accepted' and d.until > sas_now()), '[]') as delegations,
       a.terms_version as "termsVersion", s.expires_at as "expiresAt",
       extract(epoch from sas_now() - s.seen_at)::float8 as "idleSeconds",
       extract(epoch from sas_now() - s.rotated_at)::float8 as "cookieSeconds"
     from session s join account a on a.id = s.account_id
     where (s.token_hash = $1 or (s.previous_hash = $1 and s.previous_until > sas_now()))
       and s.expires_at > sas_now() and s.seen_at > sas_now() - make_interval(mins => $2)
       and a.status = 'active'`,
    [tokenHash, idleMinutes],
  );
  return rows[0] ?? null;
}

/**
 * Who a session stands for. A registered professional is a practitioner of its own identifier; every
 * other role comes from its account; a regulating role counts while the provider says that the person
 * may regulate.
 */
export function identityOf(row: SessionRow): Identity {
  const granted = row.roles.filter(
    ({ role }) => isRole(role) && (row.regulationAccess || !NEEDS_REGULATION_ACCESS.includes(role)),
  ) as { role: Role; territory: string | null }[];
  const roles = new Set(granted.map(({ role }) => role));
  if (row.practitioner) roles.add('practitioner');
  const territoriesByRole: Partial<Record<Role, string[]>> = {};
  for (const { role, territory } of granted) {
    if (territory !== null) (territoriesByRole[role] ??= []).push(territory);
  }
  return {
    subject: `account:${row.account}`,
    account: row.account,
    roles: ROLES.filter((role) => roles.has(role)),
    nationalIds: row.practitioner ? [row.nationalId] : [],
    structures: roles.has('structure-manager') ? row.structures : [],
    communities: row.communities,
    territories: [...new Set(Object.values(territoriesByRole).flat())],
    territoriesByRole,
    delegations: roles.has('delegate') ? row.delegations : [],
  };
}

function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}
