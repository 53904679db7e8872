import type { Secrets } from '../../booking/secrets.ts';
import type { Database } from '../../database/database.ts';
import type { TokenReader } from '../authenticate.ts';
import { type Credentials, identitiesBySubject } from '../credentials.ts';
import { AccessTokens } from './access-tokens.ts';
import { readMachineTokens } from './clients.ts';
import { readEmbedTokens } from './embed-sessions.ts';
import { machineRoutes } from './routes.ts';
import { SigningKeys } from './signing-keys.ts';

/** Longest life of a token of ours, seconds. */
const LONGEST_TOKEN_SECONDS = 15 * 60;

/** What machines and embedded elements need: their routes, and readers of their tokens. */
export interface Machines {
  routes: ReturnType<typeof machineRoutes>;
  readers: readonly TokenReader[];
}

/** @param issuer public address of the platform, known once it listens. */
export function createMachines(
  database: Database,
  secrets: Secrets,
  credentials: Credentials,
  options: { issuer: () => string; keyDays: number },
): Machines {
  const keys = new SigningKeys(database, secrets, {
    days: options.keyDays,
    tokenSeconds: LONGEST_TOKEN_SECONDS,
  });
  const tokens = new AccessTokens(keys, options.issuer);
  const find = (id: string) => credentials.clients.get(id);
  const subjects = identitiesBySubject(credentials);
  return {
    routes: machineRoutes(database, keys, tokens, find, options.issuer),
    readers: [
      readMachineTokens(tokens, find),
      readEmbedTokens(tokens, (subject) => subjects.has(subject)),
    ],
  };
}
