import type { Database } from '../../database/database.ts';
import type { components } from '../../generated/platform.ts';
import { type Handlers, noContent, ok } from '../../http/handler.ts';
import { formatPlaceless } from '../../http/instants.ts';
import { notFound, ProblemError } from '../../http/problem.ts';
import type { Caller, CallerSession } from '../caller.ts';
import { holds, RIGHTS, type Right } from '../rights.ts';
import type { Sessions } from './sessions.ts';

export function sessionRoutes(
  database: Database,
  sessions: Sessions,
): Handlers<'getSession' | 'endSession' | 'acceptTerms'> {
  const { termsVersion } = sessions.settings;
  return {
    getSession: async ({ caller }) => ok(toSession(caller, termsVersion)),
    endSession: async ({ caller, presented }) => {
      await sessions.end(sessionOf(caller).id);
      return { ...noContent(), headers: { 'set-cookie': sessions.noCookie(presented.host) } };
    },
    acceptTerms: async ({ caller, body }) => {
      const session = sessionOf(caller);
      if (body.version !== termsVersion) throw new ProblemError('terms-outdated');
      await database.query(
        'update account set terms_version = $2, terms_accepted_at = sas_now() where id = $1',
        [session.account, termsVersion],
      );
      const accepted = { ...caller, session: { ...session, termsAccepted: true } };
      return ok(toSession(accepted, termsVersion));
    },
  };
}

/** @throws {ProblemError} 404 for a token: it has no session. */
function sessionOf({ session }: Caller): CallerSession {
  if (session === undefined) throw notFound('session');
  return session;
}

/** What a caller may know of itself. */
function toSession(caller: Caller, termsVersion: string | null): components['schemas']['Session'] {
  const { identity, session } = caller;
  const terms =
    session === undefined || termsVersion === null
      ? null
      : { version: termsVersion, accepted: session.termsAccepted };
  const list = (values: readonly string[] | undefined) => [...(values ?? [])];
  return {
    subject: identity.subject,
    person: session?.person ?? null,
    roles: [...identity.roles],
    rights: (Object.keys(RIGHTS) as Right[]).filter((right) => holds(caller, right)),
    territories: list(identity.territories),
    nationalIds: list(identity.nationalIds),
    structures: list(identity.structures),
    communities: list(identity.communities),
    delegations: (identity.delegations ?? []).map(({ nationalId, scopes }) => ({
      nationalId,
      scopes: [...scopes],
    })),
    terms,
    expiresAt: formatPlaceless(session?.expiresAt),
  };
}
