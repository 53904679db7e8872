import type { Secrets } from '../booking/secrets.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { Ways } from '../identity/authenticate.ts';
import { sessionRoutes } from '../identity/sessions/routes.ts';
import { Sessions } from '../identity/sessions/sessions.ts';
import { Provider } from '../identity/sign-in/provider.ts';
import { signInRoutes } from '../identity/sign-in/routes.ts';
import { ensureAdministrator } from './first-administrator.ts';
import { accountRoutes } from './routes.ts';

/** People: how they sign in, who they are, what their accounts say. */
export async function createPeople(
  database: Database,
  secrets: Secrets,
  { publicUrl, provider, sessions: settings, accounts }: Config,
) {
  const sessions = new Sessions(database, secrets, { publicUrl, settings });
  if (accounts.firstAdministrator !== null) {
    await ensureAdministrator(database, accounts.firstAdministrator);
  }
  return {
    routes: {
      ...signInRoutes({
        database,
        sessions,
        publicUrl,
        provider: provider === null ? null : new Provider(provider),
      }),
      ...sessionRoutes(database, sessions),
      ...accountRoutes(database, accounts.delegationDays),
    },
    session: ((presented) => sessions.authenticate(presented)) satisfies Ways['session'],
  };
}
