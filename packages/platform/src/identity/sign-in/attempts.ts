import type { Database } from '../../database/database.ts';
import { cookieHash } from '../sessions/session-cookie.ts';
import type { Checks } from './provider.ts';
import { SignInRefused } from './professional.ts';

/** Seconds that a person has to sign in at the provider. */
export const ATTEMPT_SECONDS = 600;

/** An attempt on its way through the provider. */
export interface Attempt extends Checks {
  returnPath: string;
}

/** Keeps an attempt for the browser that holds this cookie value. */
export async function keepAttempt(
  database: Database,
  browser: string,
  { state, nonce, codeVerifier, returnPath }: Attempt,
): Promise<void> {
  await database.query(
    `insert into sign_in_attempt (state_hash, browser_hash, nonce, code_verifier, return_path, expires_at)
     values ($1, $2, $3, $4, $5, sas_now() + make_interval(secs => $6))`,
    [cookieHash(state), cookieHash(browser), nonce, codeVerifier, returnPath, ATTEMPT_SECONDS],
  );
}

/**
 * Takes an attempt, once: whoever comes back with the same state finds nothing. One that another
 * browser began stays where it is, for that browser.
 *
 * @throws {SignInRefused} `stale` where it is unknown, used, too old or of another browser.
 */
export async function takeAttempt(
  database: Database,
  browser: string | null,
  state: string | undefined,
): Promise<Attempt> {
  const rows =
    browser === null || state === undefined
      ? []
      : await database.query<Omit<Attempt, 'state'> & { live: boolean }>(
          `delete from sign_in_attempt where state_hash = $1 and browser_hash = $2
           returning nonce, code_verifier as "codeVerifier", return_path as "returnPath",
             expires_at > sas_now() as live`,
          [cookieHash(state), cookieHash(browser)],
        );
  const found = rows[0];
  if (found?.live !== true) throw new SignInRefused('stale');
  const { nonce, codeVerifier, returnPath } = found;
  return { state: state!, nonce, codeVerifier, returnPath };
}
